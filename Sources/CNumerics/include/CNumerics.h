#pragma once

#include <stddef.h>
#include <stdint.h>

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
  CNUM_BINOMIAL,    // number of trials, probability of success
  CNUM_NONCENTRAL_T,           // degrees of freedom, noncentrality
  CNUM_NONCENTRAL_CHI_SQUARED, // degrees of freedom, noncentrality
  CNUM_NONCENTRAL_F            // both degrees of freedom, noncentrality
} cnum_family;

/// The functions of a distribution.
typedef enum {
  CNUM_CUMULATIVE,            // P(X <= x)
  CNUM_COMPLEMENT,            // P(X > x), without subtraction from 1
  CNUM_QUANTILE,              // the x whose cumulative probability is given
  CNUM_QUANTILE_OF_COMPLEMENT // the x whose complement is given
} cnum_function;

/// One value of a distribution's function; NaN where it is undefined or can't be computed.
double cnum_distribution(cnum_family family, cnum_function function, double a, double b, double c,
                         double x);

/// One bit for each of 64 * words rows and each of the first planes codes: whether the row has the
/// code. The bits of a plane are words long.
void cnum_bit_planes(const uint8_t *codes, size_t words, int planes, uint64_t *bits);

/// Adds to counts[i * stride + j] the number of bits that plane i of first and plane j of second
/// have in common.
void cnum_common_bits(const uint64_t *first, int first_count, const uint64_t *second,
                      int second_count, size_t words, int64_t *counts, size_t stride);

#ifdef __cplusplus
}
#endif
