#include "CNumerics.h"

#include <boost/math/distributions/normal.hpp>
#include <limits>

double cnum_normal_quantile(double p) {
  try {
    return boost::math::quantile(boost::math::normal(), p);
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}
