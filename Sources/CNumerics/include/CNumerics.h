#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// The families of distributions, with their parameters.
typedef enum {
  CNUM_NORMAL,      // mean, standard deviation
  CNUM_STUDENT_T,   // degrees of freedom, unused
  CNUM_CHI_SQUARED, // degrees of freedom, unused
  CNUM_FISHER_F,    // numerator and denominator degrees of freedom
  CNUM_BETA,        // both shapes
  CNUM_BINOMIAL     // number of trials, probability of success
} cnum_family;

/// The functions of a distribution.
typedef enum {
  CNUM_CUMULATIVE,            // P(X <= x)
  CNUM_COMPLEMENT,            // P(X > x), without subtraction from 1
  CNUM_QUANTILE,              // the x whose cumulative probability is given
  CNUM_QUANTILE_OF_COMPLEMENT // the x whose complement is given
} cnum_function;

/// One value of a distribution's function; NaN where it is undefined or can't be computed.
double cnum_distribution(cnum_family family, cnum_function function, double a, double b, double x);

#ifdef __cplusplus
}
#endif
