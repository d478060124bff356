#include "CNumerics.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/distributions/non_central_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace {

namespace math = boost::math;

const double undefined = std::numeric_limits<double>::quiet_NaN();

template <class Distribution>
double value(const Distribution &distribution, cnum_function function, double x) {
  switch (function) {
  case CNUM_CUMULATIVE:
    return math::cdf(distribution, x);
  case CNUM_COMPLEMENT:
    return math::cdf(math::complement(distribution, x));
  case CNUM_QUANTILE:
    return math::quantile(distribution, x);
  case CNUM_QUANTILE_OF_COMPLEMENT:
    return math::quantile(math::complement(distribution, x));
  }
  return undefined;
}

double value(cnum_family family, cnum_function function, double a, double b, double c, double x) {
  switch (family) {
  case CNUM_NORMAL:
    return value(math::normal(a, b), function, x);
  case CNUM_STUDENT_T:
    return value(math::students_t(a), function, x);
  case CNUM_CHI_SQUARED:
    return value(math::chi_squared(a), function, x);
  case CNUM_FISHER_F:
    return value(math::fisher_f(a, b), function, x);
  case CNUM_BETA:
    return value(math::beta_distribution<double>(a, b), function, x);
  case CNUM_BINOMIAL:
    return value(math::binomial(a, b), function, x);
  case CNUM_NONCENTRAL_T:
    return value(math::non_central_t(a, b), function, x);
  case CNUM_NONCENTRAL_CHI_SQUARED:
    return value(math::non_central_chi_squared(a, b), function, x);
  case CNUM_NONCENTRAL_F:
    return value(math::non_central_f(a, b, c), function, x);
  }
  return undefined;
}

} // namespace

double cnum_distribution(cnum_family family, cnum_function function, double a, double b, double c,
                         double x) {
  try {
    return value(family, function, a, b, c, x);
  } catch (...) {
    return undefined;
  }
}
