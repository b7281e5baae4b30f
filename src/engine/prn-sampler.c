/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-sampler.h"

#include <math.h>

#define LONGEST ((double) (10000 * PRN_YEAR))

/* A ratio of two polynomials of degree seven, lowest coefficients first. */
static double
ratio (const double top[8], const double bottom[8], double x)
{
  double a = top[7], b = bottom[7];

  for (int i = 6; i >= 0; i--) {
    a = a * x + top[i];
    b = b * x + bottom[i];
  }
  return a / b;
}

double
prn_sampler_normal (double p)
{
  static const double middle_top[8] = {
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3,
  };
  static const double middle_bottom[8] = {
    1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
    5.2264952788528545610e+3,
  };
  static const double near_top[8] = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4,
  };
  static const double near_bottom[8] = {
    1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9,
  };
  static const double far_top[8] = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7,
  };
  static const double far_bottom[8] = {
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15,
  };
  double q = p - 0.5;
  double r, z;

  if (fabs (q) <= 0.425)
    return q * ratio (middle_top, middle_bottom, 0.180625 - q * q);

  r = sqrt (-log (q < 0 ? p : 1 - p));
  z = r <= 5 ? ratio (near_top, near_bottom, r - 1.6) : ratio (far_top, far_bottom, r - 5);
  return q < 0 ? -z : z;
}

static double
triangular (double low, double mode, double high, double u)
{
  double width = high - low;
  double cut = width > 0 ? (mode - low) / width : 0;

  if (u < cut)
    return low + sqrt (u * width * (mode - low));
  return high - sqrt ((1 - u) * width * (high - mode));
}

/* Quantiles at 0, 1/n ... 1, linear between them. */
static double
empirical (const PrnDistribution *distribution, double u)
{
  const PrnDuration *d = distribution->durations.items;
  guint last = distribution->durations.n - 1;
  double at = u * last;
  guint i = MIN ((guint) at, last > 0 ? last - 1 : 0);

  if (last == 0)
    return (double) d[0].us;
  return (double) d[i].us + (at - i) * (double) (d[i + 1].us - d[i].us);
}

static double
quantile (const PrnDistribution *distribution, double u)
{
  const PrnDuration *d = distribution->durations.items;
  double first = (double) d[0].us;

  switch (distribution->kind) {
  case PRN_DISTRIBUTION_FIXED:
    return first;
  case PRN_DISTRIBUTION_UNIFORM:
    return first + u * (double) (d[1].us - d[0].us);
  case PRN_DISTRIBUTION_TRIANGULAR:
    return triangular (first, (double) d[1].us, (double) d[2].us, u);
  case PRN_DISTRIBUTION_EXPONENTIAL:
    return -first * log1p (-u);
  case PRN_DISTRIBUTION_LOGNORMAL:
    return first * exp (distribution->number * prn_sampler_normal (u));
  case PRN_DISTRIBUTION_WEIBULL:
    return first * pow (-log1p (-u), 1 / distribution->number);
  case PRN_DISTRIBUTION_EMPIRICAL:
    return empirical (distribution, u);
  }
  g_return_val_if_reached (0);
}

gint64
prn_sampler_delay (const PrnDistribution *distribution, double u)
{
  if (distribution == NULL || distribution->durations.n == 0)
    return 0;
  return (gint64) (CLAMP (quantile (distribution, u), 0, LONGEST) + 0.5);
}

double
prn_sampler_mean (const PrnDistribution *distribution)
{
  const PrnDuration *d;
  double first, sum = 0;

  if (distribution == NULL || distribution->durations.n == 0)
    return 0;

  d = distribution->durations.items;
  first = (double) d[0].us;
  switch (distribution->kind) {
  case PRN_DISTRIBUTION_FIXED:
  case PRN_DISTRIBUTION_EXPONENTIAL:
    return first;
  case PRN_DISTRIBUTION_UNIFORM:
    return (first + (double) d[1].us) / 2;
  case PRN_DISTRIBUTION_TRIANGULAR:
    return (first + (double) d[1].us + (double) d[2].us) / 3;
  case PRN_DISTRIBUTION_LOGNORMAL:
    return first * exp (distribution->number * distribution->number / 2);
  case PRN_DISTRIBUTION_WEIBULL:
    return first * tgamma (1 + 1 / distribution->number);
  case PRN_DISTRIBUTION_EMPIRICAL:
    for (guint i = 0; i + 1 < distribution->durations.n; i++)
      sum += ((double) d[i].us + (double) d[i + 1].us) / 2;
    return distribution->durations.n > 1 ? sum / (distribution->durations.n - 1) : first;
  }
  g_return_val_if_reached (0);
}

/* Most parts of an empirical distribution that have a table. */
#define MOST_PARTS 4096

/* A line is never quite flat, so that nothing but zeros is a part nobody looked at. */
#define FLAT 1e-300

static PrnSamplerBin
line (const PrnDuration *from, const PrnDuration *to)
{
  if (to->us < from->us)
    return (PrnSamplerBin){ 0, PRN_SAMPLER_EXACT };
  return (PrnSamplerBin){ (double) from->us, MAX ((double) (to->us - from->us), FLAT) };
}

/* The straight lines that an empirical distribution is made of. */
static PrnSamplerBin *
lines_new (const PrnDuration *durations, guint n)
{
  PrnSamplerBin *bins = g_new (PrnSamplerBin, n - 1);

  for (guint i = 0; i + 1 < n; i++)
    bins[i] = line (&durations[i], &durations[i + 1]);
  return bins;
}

void
prn_sampler_init_fixed (PrnSampler *sampler, gint64 delay)
{
  *sampler = (PrnSampler){ NULL, &sampler->only, 1, { (double) delay, FLAT } };
}

void
prn_sampler_init (PrnSampler *sampler, const PrnDistribution *distribution, gboolean may_have_table)
{
  guint n = distribution != NULL ? distribution->durations.n : 0;

  prn_sampler_init_fixed (sampler, prn_sampler_delay (distribution, 0.5));
  sampler->distribution = distribution;
  if (n == 0 || distribution->kind == PRN_DISTRIBUTION_FIXED ||
      (distribution->kind == PRN_DISTRIBUTION_EMPIRICAL && n == 1))
    return;

  sampler->only.width = PRN_SAMPLER_EXACT;
  if (distribution->kind == PRN_DISTRIBUTION_UNIFORM) {
    sampler->only = line (&distribution->durations.items[0], &distribution->durations.items[1]);
  } else if (may_have_table && distribution->kind != PRN_DISTRIBUTION_EMPIRICAL) {
    sampler->bins = g_new0 (PrnSamplerBin, PRN_SAMPLER_BINS);
    sampler->scale = PRN_SAMPLER_BINS;
  } else if (may_have_table && n - 1 <= MOST_PARTS) {
    sampler->bins = lines_new (distribution->durations.items, n);
    sampler->scale = n - 1;
  }
}

void
prn_sampler_clear (PrnSampler *sampler)
{
  if (sampler->bins != &sampler->only)
    g_free (sampler->bins);
}

/* Mean and variance of the delays of a part by Gauss and Legendre's rule of five points, which is
 * right to the last digits for a function that grows by a tenth. */
static PrnSamplerBin
make_bin (const PrnDistribution *distribution, guint i)
{
  static const double points[] = { 0, -0.5384693101056831, 0.5384693101056831,
                                   -0.9061798459386640, 0.9061798459386640 };
  static const double weights[] = { 0.5688888888888889, 0.4786286704993665, 0.4786286704993665,
                                    0.2369268850561891, 0.2369268850561891 };
  double low = quantile (distribution, (double) i / PRN_SAMPLER_BINS);
  double high = quantile (distribution, (i + 1.0) / PRN_SAMPLER_BINS);
  double mean = 0, variance = 0, half;

  if (i == 0 || i == PRN_SAMPLER_BINS - 1 || !(high <= 1.1 * low) || high > LONGEST)
    return (PrnSamplerBin){ 0, PRN_SAMPLER_EXACT };

  for (guint k = 0; k < G_N_ELEMENTS (points); k++) {
    double value = quantile (distribution, (i + 0.5 + points[k] / 2) / PRN_SAMPLER_BINS) - low;

    mean += weights[k] / 2 * value;
    variance += weights[k] / 2 * value * value;
  }
  variance -= mean * mean;
  half = sqrt (3 * MAX (variance, 0));
  return (PrnSamplerBin){ low + mean - half, MAX (2 * half, FLAT) };
}

gint64
prn_sampler_draw_slowly (PrnSampler *sampler, double u)
{
  double at = u * sampler->scale;
  guint i = (guint) at;
  PrnSamplerBin *bin = &sampler->bins[i], made;
  double width;

  __atomic_load (&bin->width, &width, __ATOMIC_ACQUIRE);
  if (width == PRN_SAMPLER_EXACT)
    return prn_sampler_delay (sampler->distribution, u);

  /* Another thread may be at it too; it finds the same. */
  made = make_bin (sampler->distribution, i);
  __atomic_store (&bin->low, &made.low, __ATOMIC_RELAXED);
  __atomic_store (&bin->width, &made.width, __ATOMIC_RELEASE);
  if (made.width < 0)
    return prn_sampler_delay (sampler->distribution, u);
  return (gint64) (made.low + (at - i) * made.width + 0.5);
}
