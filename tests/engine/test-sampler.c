/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-sampler.h"

#define D(n) ((PrnDuration){ (gint64) (n) * PRN_DAY, NULL })

static PrnDuration fixed[] = { D (3) };
static PrnDuration pair[] = { D (2), D (9) };
static PrnDuration triple[] = { D (1), D (2), D (10) };
static PrnDuration flat[] = { D (4), D (4), D (4) };
static PrnDuration quantiles[] = { D (0), D (1), D (1), D (5), D (30) };

#define LIST(array) { .n = G_N_ELEMENTS (array), .items = array }

static const struct {
  const char *name;
  PrnDistribution distribution;
} distributions[] = {
  { "fixed", { .kind = PRN_DISTRIBUTION_FIXED, .durations = LIST (fixed) } },
  { "uniform", { .kind = PRN_DISTRIBUTION_UNIFORM, .durations = LIST (pair) } },
  { "triangular", { .kind = PRN_DISTRIBUTION_TRIANGULAR, .durations = LIST (triple) } },
  { "triangular-flat", { .kind = PRN_DISTRIBUTION_TRIANGULAR, .durations = LIST (flat) } },
  { "exponential", { .kind = PRN_DISTRIBUTION_EXPONENTIAL, .durations = LIST (fixed) } },
  { "lognormal",
    { .kind = PRN_DISTRIBUTION_LOGNORMAL, .number = 0.8, .durations = LIST (fixed) } },
  { "weibull", { .kind = PRN_DISTRIBUTION_WEIBULL, .number = 1.7, .durations = LIST (fixed) } },
  { "empirical", { .kind = PRN_DISTRIBUTION_EMPIRICAL, .durations = LIST (quantiles) } },
};

static void
test_normal_quantiles (void)
{
  g_assert_cmpfloat (prn_sampler_normal (0.5), ==, 0);
  g_assert_cmpfloat_with_epsilon (prn_sampler_normal (0.975), 1.959963984540054, 1e-14);
  g_assert_cmpfloat_with_epsilon (prn_sampler_normal (0.25), -0.6744897501960817, 1e-14);
  g_assert_cmpfloat_with_epsilon (prn_sampler_normal (1e-10), -6.361340902404056, 1e-13);

  /* The quantile undoes the distribution function, 1/2 erfc(-z/√2). */
  for (double z = -7; z < 5; z += 0.0625)
    g_assert_cmpfloat_with_epsilon (prn_sampler_normal (0.5 * erfc (-z / M_SQRT2)), z, 1e-9);
}

static void
test_quantiles (void)
{
  static const struct {
    int distribution;
    double u, days;
  } rows[] = {
    { 0, 0.1, 3 },
    { 1, 0.5, 5.5 },
    { 2, 1.0 / 9, 2 }, /* the mode, where (mode - low)/(high - low) of the area is passed */
    { 3, 0.7, 4 },
    { 4, 0.5, 3 * M_LN2 },
    { 5, 0.5, 3 },
    { 6, 1 - 1 / M_E, 3 }, /* the scale, where the distribution function is 1 - 1/e */
    { 7, 0.125, 0.5 },
    { 7, 0.4, 1 },
    { 7, 0.875, 17.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    double us = (double) prn_sampler_delay (&distributions[rows[i].distribution].distribution,
                                            rows[i].u);

    g_assert_cmpfloat_with_epsilon (us / PRN_DAY, rows[i].days, 1e-9);
  }
}

/* The mean of the quantile function over evenly spread numbers is the mean of the distribution. */
static void
test_means (void)
{
  const int n = 400000;

  for (gsize i = 0; i < G_N_ELEMENTS (distributions); i++) {
    const PrnDistribution *d = &distributions[i].distribution;
    double mean = prn_sampler_mean (d), sum = 0;
    gint64 before = 0;

    for (int k = 0; k < n; k++) {
      gint64 delay = prn_sampler_delay (d, (k + 0.5) / n);

      g_assert_cmpint (delay, >=, before);
      before = delay;
      sum += (double) delay;
    }
    g_test_message ("%s: %g of %g", distributions[i].name, sum / n, mean);
    g_assert_cmpfloat_with_epsilon (sum / n / mean, 1, 2e-5);
  }
}

/* What is drawn quickly has the mean and the variance of the distribution to seven digits (a table
 * of 256 quantiles joined by lines misses means by 5 in 10,000), and no delay is off by more than
 * five in a thousand of itself. */
static void
test_quick_draws_are_not_biased (void)
{
  const int n = PRN_SAMPLER_BINS * 400;

  for (gsize i = 0; i < G_N_ELEMENTS (distributions); i++) {
    const PrnDistribution *d = &distributions[i].distribution;
    double sum = 0, squares = 0, exact_sum = 0, exact_squares = 0;
    PrnSampler sampler;

    prn_sampler_init (&sampler, d, TRUE);
    for (int k = 0; k < n; k++) {
      double u = (k + 0.5) / n;
      double delay = (double) prn_sampler_draw (&sampler, u);
      double exact = (double) prn_sampler_delay (d, u);

      g_assert_cmpfloat_with_epsilon (delay, exact, 5e-3 * exact + 1);
      sum += delay;
      squares += delay * delay;
      exact_sum += exact;
      exact_squares += exact * exact;
    }
    g_test_message ("%s: mean off by %g, squares by %g, table %d", distributions[i].name,
                    sum / exact_sum - 1, squares / exact_squares - 1, sampler.scale > 1);
    g_assert_cmpfloat_with_epsilon (sum / exact_sum, 1, 1e-7);
    g_assert_cmpfloat_with_epsilon (squares / exact_squares, 1, 1e-7);
    prn_sampler_clear (&sampler);
  }
}

/* What is made of straight lines is drawn as if there were no table. */
static void
test_lines_are_exact (void)
{
  static const gsize straight[] = { 0, 1, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (straight); i++) {
    const PrnDistribution *d = &distributions[straight[i]].distribution;
    PrnSampler sampler;

    prn_sampler_init (&sampler, d, TRUE);
    for (int k = 0; k < 10000; k++)
      g_assert_cmpint (prn_sampler_draw (&sampler, (k + 0.5) / 10000), ==,
                       prn_sampler_delay (d, (k + 0.5) / 10000));
    g_assert_cmpint (prn_sampler_draw (&sampler, 1 - 0x1p-53), ==,
                     prn_sampler_delay (d, 1 - 0x1p-53));
    prn_sampler_clear (&sampler);
  }
}

/* Without room for a table, and of nothing. */
static void
test_draws_without_a_table (void)
{
  const PrnDistribution *d = &distributions[5].distribution;
  PrnSampler exact, nothing;

  prn_sampler_init (&exact, d, FALSE);
  prn_sampler_init (&nothing, NULL, TRUE);
  for (double u = 0.001; u < 1; u += 0.001) {
    g_assert_cmpint (prn_sampler_draw (&exact, u), ==, prn_sampler_delay (d, u));
    g_assert_cmpint (prn_sampler_draw (&nothing, u), ==, 0);
  }
  prn_sampler_clear (&exact);
  prn_sampler_clear (&nothing);
}

static void
test_no_distribution (void)
{
  g_assert_cmpint (prn_sampler_delay (NULL, 0.3), ==, 0);
  g_assert_cmpfloat (prn_sampler_mean (NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/sampler/normal-quantiles", test_normal_quantiles);
  g_test_add_func ("/engine/sampler/quantiles", test_quantiles);
  g_test_add_func ("/engine/sampler/means", test_means);
  g_test_add_func ("/engine/sampler/quick-draws-are-not-biased", test_quick_draws_are_not_biased);
  g_test_add_func ("/engine/sampler/lines-are-exact", test_lines_are_exact);
  g_test_add_func ("/engine/sampler/draws-without-a-table", test_draws_without_a_table);
  g_test_add_func ("/engine/sampler/no-distribution", test_no_distribution);

  return g_test_run ();
}
