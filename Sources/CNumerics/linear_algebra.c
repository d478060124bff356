#include "CNumerics.h"

#include <stdlib.h>

// Fortran passes everything by address, stores matrices column after column and wants the length of
// each text behind the other arguments.
void dsyevd_(const char *, const char *, const int *, double *, const int *, double *, double *,
             const int *, int *, const int *, int *, size_t, size_t);
void dpotrf_(const char *, const int *, double *, const int *, int *, size_t);
void dpotrs_(const char *, const int *, const int *, const double *, const int *, double *,
             const int *, int *, size_t);
void dpotri_(const char *, const int *, double *, const int *, int *, size_t);
void dgetrf_(const int *, const int *, double *, const int *, int *, int *);
void dgetrs_(const char *, const int *, const int *, const double *, const int *, const int *,
             double *, const int *, int *, size_t);
void dgesdd_(const char *, const int *, const int *, double *, const int *, double *, double *,
             const int *, double *, const int *, double *, const int *, int *, int *, size_t);
void dgemm_(const char *, const char *, const int *, const int *, const int *, const double *,
            const double *, const int *, const double *, const int *, const double *, double *,
            const int *, size_t, size_t);

static const int no_memory = -1000;

int cnum_symmetric_eigen(int n, double *matrix, double *values, double *vectors) {
  const char *job = vectors ? "V" : "N";
  int info = 0, query = -1, integers = 0;
  double size = 0;
  dsyevd_(job, "L", &n, matrix, &n, values, &size, &query, &integers, &query, &info, 1, 1);
  if (info != 0) {
    return info;
  }
  int work_size = (int)size, integer_size = integers;
  double *work = malloc(sizeof(double) * (size_t)work_size);
  int *integer_work = malloc(sizeof(int) * (size_t)integer_size);
  info = no_memory;
  if (work && integer_work) {
    dsyevd_(job, "L", &n, matrix, &n, values, work, &work_size, integer_work, &integer_size, &info,
            1, 1);
  }
  free(work);
  free(integer_work);
  if (info == 0 && vectors) {
    for (size_t i = 0; i < (size_t)n * (size_t)n; i++) {
      vectors[i] = matrix[i];
    }
  }
  return info;
}

// The lower triangle by rows is the upper one by columns.
int cnum_cholesky(int n, double *matrix) {
  int info = 0;
  dpotrf_("U", &n, matrix, &n, &info, 1);
  return info;
}

int cnum_cholesky_solve(int n, const double *lower, int count, double *rows) {
  int info = 0;
  dpotrs_("U", &n, &count, lower, &n, rows, &n, &info, 1);
  return info;
}

int cnum_cholesky_inverse(int n, double *lower) {
  int info = 0;
  dpotri_("U", &n, lower, &n, &info, 1);
  return info;
}

int cnum_solve(int n, double *matrix, int count, double *rows) {
  int *pivots = malloc(sizeof(int) * (size_t)n);
  if (!pivots) {
    return no_memory;
  }
  int info = 0;
  dgetrf_(&n, &n, matrix, &n, pivots, &info);
  if (info == 0) {
    // By rows the matrix is the transpose of what Fortran sees.
    dgetrs_("T", &n, &count, matrix, &n, pivots, rows, &n, &info, 1);
  }
  free(pivots);
  return info;
}

int cnum_singular_values(int rows, int columns, double *matrix, double *values, double *left,
                         double *right) {
  // The transpose has the same singular values with left and right exchanged.
  int small = rows < columns ? rows : columns;
  int info = 0, query = -1;
  double size = 0;
  int *integers = malloc(sizeof(int) * 8 * (size_t)small);
  if (!integers) {
    return no_memory;
  }
  dgesdd_("S", &columns, &rows, matrix, &columns, values, right, &columns, left, &small, &size,
          &query, integers, &info, 1);
  int work_size = (int)size;
  double *work = info == 0 ? malloc(sizeof(double) * (size_t)work_size) : NULL;
  if (work) {
    dgesdd_("S", &columns, &rows, matrix, &columns, values, right, &columns, left, &small, work,
            &work_size, integers, &info, 1);
  } else if (info == 0) {
    info = no_memory;
  }
  free(work);
  free(integers);
  return info;
}

void cnum_multiply(int rows, int inner, int columns, const double *a, int transpose_a,
                   const double *b, int transpose_b, double *product) {
  const double one = 1, zero = 0;
  const int a_width = transpose_a ? rows : inner, b_width = transpose_b ? inner : columns;
  dgemm_(transpose_b ? "T" : "N", transpose_a ? "T" : "N", &columns, &rows, &inner, &one, b,
         &b_width, a, &a_width, &zero, product, &columns, 1, 1);
}
