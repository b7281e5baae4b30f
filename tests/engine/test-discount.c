/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-discount.h"
#include "prn-sampler.h"

#define D(n) ((PrnDuration){ (gint64) (n) * PRN_DAY, NULL })
#define LIST(array) { .n = G_N_ELEMENTS (array), .items = array }

static PrnDuration none[] = { D (0) };
static PrnDuration fixed[] = { D (300) };
static PrnDuration pair[] = { D (20), D (900) };
static PrnDuration triple[] = { D (10), D (200), D (1000) };
static PrnDuration falling[] = { D (10), D (10), D (1000) };
static PrnDuration flat[] = { D (400), D (400), D (400) };
static PrnDuration quantiles[] = { D (0), D (1), D (1), D (500), D (3000) };

static const PrnDistribution distributions[] = {
  { .kind = PRN_DISTRIBUTION_FIXED, .durations = LIST (none) },
  { .kind = PRN_DISTRIBUTION_FIXED, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_UNIFORM, .durations = LIST (pair) },
  { .kind = PRN_DISTRIBUTION_TRIANGULAR, .durations = LIST (triple) },
  { .kind = PRN_DISTRIBUTION_TRIANGULAR, .durations = LIST (falling) },
  { .kind = PRN_DISTRIBUTION_TRIANGULAR, .durations = LIST (flat) },
  { .kind = PRN_DISTRIBUTION_EXPONENTIAL, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_LOGNORMAL, .number = 0, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_LOGNORMAL, .number = 0.8, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_LOGNORMAL, .number = 20, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_WEIBULL, .number = 1.7, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_WEIBULL, .number = 0.3, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_WEIBULL, .number = 900, .durations = LIST (fixed) },
  { .kind = PRN_DISTRIBUTION_EMPIRICAL, .durations = LIST (quantiles) },
};

static const double per_year[] = { 1e-6, 0.05, 0.12, 1, 10 };

/* The mean over evenly spread quantiles of the sampler that the simulation draws from. As what is
 * lost only grows with the delay, it is off by at most half of one of them. */
static void
test_against_the_sampler (void)
{
  enum { N = 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (distributions); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (per_year); k++) {
      double rate = prn_discount_rate (per_year[k]);
      double lost = prn_discount_lost (&distributions[i], rate);
      double sum = 0;

      /* The sampler draws nothing over 10,000 years, which only here makes a difference. */
      if (distributions[i].number == 20 && per_year[k] < 0.01)
        continue;
      for (int n = 0; n < N; n++)
        sum -= expm1 (-rate * (double) prn_sampler_delay (&distributions[i], (n + 0.5) / N));
      g_test_message ("%zu at %g: %.9f, by quantiles %.9f", i, per_year[k], lost, sum / N);
      g_assert_cmpfloat_with_epsilon (lost, sum / N, 0.5 / N);
    }
}

/* At a small rate what is lost is the rate times the mean. */
static void
test_small_rates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (distributions); i++) {
    double mean = prn_sampler_mean (&distributions[i]);
    double rate = 1e-9 / MAX (mean, 1);
    double lost = prn_discount_lost (&distributions[i], rate);

    if (distributions[i].number == 20)
      continue; /* its mean is made by delays of 10^80 days */
    g_assert_cmpfloat_with_epsilon (lost, rate * mean, 1e-9 * 1e-6);
  }
}

/* Quadrature where the answer is known: Weibull with shape 1 is exponential, with shape 2 it is
 * c·√π/2·exp(c²/4)·erfc(c/2), with c the rate times the scale. */
static void
test_known_weibull (void)
{
  PrnDistribution weibull = { .kind = PRN_DISTRIBUTION_WEIBULL, .durations = LIST (fixed) };

  for (gsize k = 0; k < G_N_ELEMENTS (per_year); k++) {
    double rate = prn_discount_rate (per_year[k]);
    double c = rate * (double) fixed[0].us;

    weibull.number = 1;
    g_assert_cmpfloat_with_epsilon (prn_discount_lost (&weibull, rate), c / (1 + c), 1e-12);
    weibull.number = 2;
    g_assert_cmpfloat_with_epsilon (prn_discount_lost (&weibull, rate),
                                    c * sqrt (G_PI) / 2 * exp (c * c / 4) * erfc (c / 2), 1e-12);
  }
}

static void
test_no_discount (void)
{
  g_assert_cmpfloat (prn_discount_rate (0), ==, 0);
  g_assert_cmpfloat_with_epsilon (prn_discount_rate (0.1) * PRN_YEAR, log (1.1), 1e-15);
  g_assert_cmpfloat (prn_discount_lost (&distributions[1], 0), ==, 0);
  g_assert_cmpfloat (prn_discount_lost (NULL, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/discount/against-the-sampler", test_against_the_sampler);
  g_test_add_func ("/engine/discount/small-rates", test_small_rates);
  g_test_add_func ("/engine/discount/known-weibull", test_known_weibull);
  g_test_add_func ("/engine/discount/no-discount", test_no_discount);

  return g_test_run ();
}
