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

// Matrices are n by n, or rows by columns, row after row. The functions that return an int give 0
// where they succeeded. Names and formulas are those of LAPACK.

/// Eigenvalues of a symmetric matrix, ascending, and where vectors is not null one unit eigenvector
/// a row; matrix is overwritten.
int cnum_symmetric_eigen(int n, double *matrix, double *values, double *vectors);

/// The lower triangle L of a positive definite matrix L L'; what is above it keeps its entries.
int cnum_cholesky(int n, double *matrix);

/// Solves L L' X = B. B has count right-hand sides, one a row, and is overwritten by X.
int cnum_cholesky_solve(int n, const double *lower, int count, double *rows);

/// The lower triangle of the inverse of L L', in place of L.
int cnum_cholesky_inverse(int n, double *lower);

/// Solves A X = B for a general A, which is overwritten. B has count right-hand sides, one a row.
int cnum_solve(int n, double *matrix, int count, double *rows);

/// Singular values, descending, of a rows by columns matrix, which is overwritten: A = U S V'.
/// With m the smaller side, left is rows by m, right (V') is m by columns.
int cnum_singular_values(int rows, int columns, double *matrix, double *values, double *left,
                         double *right);

/// product = a b, a being rows by inner (or its transpose), b inner by columns (or its transpose).
void cnum_multiply(int rows, int inner, int columns, const double *a, int transpose_a,
                   const double *b, int transpose_b, double *product);

/// Draws rows 0 ..< rows with replacement, each exactly as likely as any other. The state is that of
/// four generators xoshiro256** side by side, word by word. drawn has room for count rounded up to
/// a multiple of 16.
void cnum_draw_rows(uint64_t state[16], uint32_t rows, size_t count, uint32_t *drawn);

/// Draws as many rows as there are, and sums their digits, which are below 1024. The digits are
/// vectors of 16: the first vector of every row, then the second of every row, and so on.
void cnum_resample_digits(const uint16_t *digits, size_t rows, size_t vectors, uint64_t state[16],
                          uint32_t *sums);

#ifdef __cplusplus
}
#endif
