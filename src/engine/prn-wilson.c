/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-wilson.h"

#include <math.h>

PrnInterval
prn_wilson (guint64 with, guint64 of)
{
  double n = (double) of;
  double p = (double) with / n;
  double widening = PRN_Z * PRN_Z / n;
  double middle = p + widening / 2;
  double half = PRN_Z * sqrt ((p * (1 - p) + widening / 4) / n);

  if (of == 0)
    return (PrnInterval){ NAN, NAN };

  /* The ends are 0 and 1 exactly; the rounding of the square root would miss them. */
  return (PrnInterval){
    with == 0 ? 0 : (middle - half) / (1 + widening),
    with == of ? 1 : (middle + half) / (1 + widening),
  };
}

PrnReportShare
prn_wilson_share (guint64 with, guint64 of)
{
  return (PrnReportShare){ of, with, of > 0 ? (double) with / (double) of : NAN,
                           prn_wilson (with, of) };
}

/* The sum of the squared distances from the mean. Exact where 128 bits hold it, since the
 * difference of two large numbers would lose what a small variance is made of. */
static double
squared_distances (guint64 n, PrnSum sum, PrnSumOfSquares squares)
{
  PrnSumOfSquares size = sum < 0 ? -(PrnSumOfSquares) sum : (PrnSumOfSquares) sum;
  PrnSumOfSquares all, square;

  if (!__builtin_mul_overflow (squares, (PrnSumOfSquares) n, &all) &&
      !__builtin_mul_overflow (size, size, &square))
    return (double) (all - square) / (double) n;

  return (double) MAX ((long double) squares - (long double) size * (long double) size / n, 0);
}

PrnReportMean
prn_mean (guint64 n, PrnSum sum, PrnSumOfSquares squares)
{
  PrnReportMean mean = { NAN, { NAN, NAN } };

  if (n == 0)
    return mean;

  mean.mean = (double) sum / (double) n;
  if (n > 1) {
    double variance = squared_distances (n, sum, squares) / (double) (n - 1);
    double half = PRN_Z * sqrt (variance / (double) n);

    mean.interval = (PrnInterval){ mean.mean - half, mean.mean + half };
  }
  return mean;
}
