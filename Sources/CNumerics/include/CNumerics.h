#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Inverse of the standard normal distribution function. NaN where p is outside (0, 1).
double cnum_normal_quantile(double p);

#ifdef __cplusplus
}
#endif
