/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-discount.h"

#include <math.h>

/* What is lost is kept as such, since one less it would lose the digits of small rates. */

double
prn_discount_rate (double per_year)
{
  return log1p (per_year) / PRN_YEAR;
}

/* After a fixed time and then what is lost of the rest. */
static double
after (double exponent, double lost)
{
  return -expm1 (-exponent) + exp (-exponent) * lost;
}

/* How the density runs over a straight piece from 0 to 1: level, rising 2y, falling 2(1 - y). */
typedef enum { LEVEL, RISING, FALLING } Slope;

/* E[Y^k] */
static double
moment (Slope slope, int k)
{
  switch (slope) {
  case LEVEL:
    return 1.0 / (k + 1);
  case RISING:
    return 2.0 / (k + 2);
  case FALLING:
  default:
    return 2.0 / ((k + 1.0) * (k + 2));
  }
}

/* E[1 - exp(-zY)]: the integral, or its power series where the integral's terms cancel. */
static double
lost_over (Slope slope, double z)
{
  double term = -1, sum = 0;

  if (z >= 1) {
    switch (slope) {
    case LEVEL:
      return 1 + expm1 (-z) / z;
    case RISING:
      return 1 - 2 * (1 - exp (-z) * (1 + z)) / (z * z);
    case FALLING:
      return 1 - 2 * (expm1 (-z) + z) / (z * z);
    }
  }
  for (int k = 1; k <= 20; k++) {
    term *= -z / k;
    sum += term * moment (slope, k);
  }
  return sum;
}

static double
lost_uniform (double low, double high, double rate)
{
  return after (rate * low, lost_over (LEVEL, rate * (high - low)));
}

static double
lost_triangular (double low, double mode, double high, double rate)
{
  double rising = high > low ? (mode - low) / (high - low) : 1;

  return rising * after (rate * low, lost_over (RISING, rate * (mode - low))) +
         (1 - rising) * after (rate * mode, lost_over (FALLING, rate * (high - mode)));
}

/* ∫φ(z)(1 - exp(-rate·median·exp(σz)))dz */
static double
lost_lognormal (double median, double sigma, double rate)
{
  const double end = 9;
  double step = MIN (0.5, 0.25 / sigma);
  double sum = 0;

  for (double z = -end; z <= end; z += step)
    sum += exp (-z * z / 2) * -expm1 (-rate * median * exp (sigma * z));
  return sum * step / sqrt (2 * G_PI);
}

/* ∫exp(t - exp(t))(1 - exp(-rate·scale·exp(t/k)))dt: exp(t) is exponential with mean 1. */
static double
lost_weibull (double scale, double shape, double rate)
{
  const double begin = -38, end = 4;
  double step = MAX (0.002, MIN (1, shape) * 0.25);
  double sum = 0;

  for (double t = begin; t <= end; t += step)
    sum += exp (t - exp (t)) * -expm1 (-rate * scale * exp (t / shape));
  return sum * step;
}

static double
lost_empirical (const PrnDistribution *distribution, double rate)
{
  const PrnDuration *d = distribution->durations.items;
  guint n = distribution->durations.n;
  double sum = 0;

  for (guint i = 0; i + 1 < n; i++)
    sum += lost_uniform ((double) d[i].us, (double) d[i + 1].us, rate);
  return n > 1 ? sum / (n - 1) : -expm1 (-rate * (double) d[0].us);
}

double
prn_discount_lost (const PrnDistribution *distribution, double rate)
{
  const PrnDuration *d;
  double first;

  if (distribution == NULL || distribution->durations.n == 0 || rate <= 0)
    return 0;

  d = distribution->durations.items;
  first = (double) d[0].us;
  switch (distribution->kind) {
  case PRN_DISTRIBUTION_FIXED:
    return -expm1 (-rate * first);
  case PRN_DISTRIBUTION_UNIFORM:
    return lost_uniform (first, (double) d[1].us, rate);
  case PRN_DISTRIBUTION_TRIANGULAR:
    return lost_triangular (first, (double) d[1].us, (double) d[2].us, rate);
  case PRN_DISTRIBUTION_EXPONENTIAL:
    return rate * first / (1 + rate * first);
  case PRN_DISTRIBUTION_LOGNORMAL:
    return distribution->number > 0 ? lost_lognormal (first, distribution->number, rate)
                                    : -expm1 (-rate * first);
  case PRN_DISTRIBUTION_WEIBULL:
    return lost_weibull (first, distribution->number, rate);
  case PRN_DISTRIBUTION_EMPIRICAL:
    return lost_empirical (distribution, rate);
  }
  g_return_val_if_reached (0);
}
