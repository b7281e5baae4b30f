/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-incidence.h"

#include <math.h>

#include "prn-duration.h"
#include "prn-survival.h"
#include "prn-wilson.h"

/* Time, ended by cause 0, by cause 1, open: ten visits. */
static const guint64 visits[][4] = {
  { 1, 1, 0, 0 }, { 2, 0, 1, 1 }, { 3, 1, 1, 0 }, { 5, 0, 0, 1 }, { 6, 1, 0, 0 }, { 9, 0, 1, 1 },
};

static PrnSteps *
make_steps (void)
{
  PrnSteps *steps = prn_steps_new (2, G_N_ELEMENTS (visits));

  for (guint i = 0; i < steps->n; i++) {
    steps->times[i] = (double) visits[i][0];
    steps->ends[2 * i] = visits[i][1];
    steps->ends[2 * i + 1] = visits[i][2];
    steps->open[i] = visits[i][3];
  }
  return steps;
}

/* By hand: S− is 1, 8/9, 7/9, 5/9 and 5/12 at 1, 2, 3, 6 and 9; at risk are 9, 8, 6, 3 and 2. */
static void
test_by_hand (void)
{
  static const double first[] = { 1 / 9., 1 / 9., 1 / 9. + 7 / 54., 0 };
  g_autoptr (PrnSteps) steps = make_steps ();
  g_autoptr (PrnIncidence) incidence = prn_incidence_new (steps);

  g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, 0, 1, NULL), first[0], 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, 0, 2.5, NULL), first[1], 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, 0, 3, NULL), first[2], 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, 1, 3, NULL), 1 / 9. + 7 / 54.,
                                  1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_limit (incidence, 0, NULL),
                                  first[2] + 14 / 27. / 3, 1e-15);
  g_assert_cmpfloat (prn_incidence_at (incidence, 0, 0, NULL), ==, 0);
}

/* Together the causes are what has ended. */
static void
test_sums_to_survival (void)
{
  g_autoptr (PrnSteps) steps = make_steps ();
  g_autoptr (PrnIncidence) incidence = prn_incidence_new (steps);
  g_autoptr (PrnSurvival) survival = prn_survival_new (steps);

  for (guint t = 0; t < 12; t++)
    g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, 0, t, NULL) +
                                        prn_incidence_at (incidence, 1, t, NULL),
                                    prn_survival_ended_by (survival, t, NULL), 1e-15);
}

/* Of one cause alone the variance is Greenwood's, and the incidence 1 − S. */
static void
test_one_cause (void)
{
  g_autoptr (PrnSteps) steps = prn_steps_new (1, G_N_ELEMENTS (visits));
  g_autoptr (PrnIncidence) incidence = NULL;
  g_autoptr (PrnSurvival) survival = NULL;

  for (guint i = 0; i < steps->n; i++) {
    steps->times[i] = (double) visits[i][0];
    steps->ends[i] = visits[i][1] + visits[i][2];
    steps->open[i] = visits[i][3];
  }
  incidence = prn_incidence_new (steps);
  survival = prn_survival_new (steps);
  for (guint i = 0; i < survival->n; i++) {
    double s = survival->survival[i];

    g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, 0, survival->times[i], NULL),
                                    1 - s, 1e-15);
    g_assert_cmpfloat_with_epsilon (prn_incidence_variance (incidence, 0, survival->times[i]),
                                    s * s * survival->greenwood[i], 1e-15);
  }
}

/* With nothing open an incidence is a plain share, and its variance that of one. */
static void
test_nothing_open (void)
{
  PrnHistogram ends[2] = { { 0 }, { 0 } };
  g_autoptr (PrnIncidence) incidence = NULL;
  PrnInterval interval;

  for (guint i = 0; i < 30; i++)
    prn_histogram_add (&ends[i % 3 == 0], (i + 1) * PRN_HOUR);
  incidence = prn_incidence_new_from_histograms (ends, 2, NULL);

  g_assert_cmpfloat_with_epsilon (prn_incidence_limit (incidence, 1, &interval), 1 / 3., 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_variance (incidence, 1, INFINITY),
                                  1 / 3. * (2 / 3.) / 30, 1e-15);
  g_assert_true (interval.low > .15 && interval.low < 1 / 3.);
  g_assert_true (interval.high < .55 && interval.high > 1 / 3.);

  /* Quantiles of those that went the one way alone: every third hour from the first. */
  g_assert_cmpfloat_with_epsilon (prn_incidence_quantile (incidence, 1, 0) / PRN_HOUR, 1, .004);
  g_assert_cmpfloat_with_epsilon (prn_incidence_quantile (incidence, 1, .5) / PRN_HOUR, 13, .052);
  g_assert_cmpfloat_with_epsilon (prn_incidence_quantile (incidence, 1, 1) / PRN_HOUR, 28, .112);
  prn_histogram_clear (&ends[0]);
  prn_histogram_clear (&ends[1]);
}

/* None and all have no standard error; how many there were still says how sure that is. */
static void
test_none_and_all (void)
{
  PrnHistogram ends[2] = { { 0 }, { 0 } };
  g_autoptr (PrnIncidence) nothing = prn_incidence_new_from_histograms (ends, 2, NULL);
  g_autoptr (PrnIncidence) incidence = NULL;
  PrnInterval interval, wilson = prn_wilson (10, 10);

  g_assert_cmpfloat (prn_incidence_limit (nothing, 0, &interval), ==, 0);
  g_assert_true (isnan (interval.low) && isnan (interval.high));
  g_assert_true (isnan (prn_incidence_quantile (nothing, 0, .5)));

  for (guint i = 0; i < 10; i++)
    prn_histogram_add (&ends[0], PRN_DAY);
  incidence = prn_incidence_new_from_histograms (ends, 2, NULL);
  g_assert_cmpfloat (prn_incidence_limit (incidence, 0, &interval), ==, 1);
  g_assert_cmpfloat (interval.low, ==, wilson.low);
  g_assert_cmpfloat (interval.high, ==, 1);
  g_assert_cmpfloat (prn_incidence_limit (incidence, 1, &interval), ==, 0);
  g_assert_cmpfloat (interval.low, ==, 0);
  g_assert_cmpfloat_with_epsilon (interval.high, 1 - wilson.low, 1e-15);
  g_assert_true (isnan (prn_incidence_quantile (incidence, 1, .5)));
  prn_histogram_clear (&ends[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/incidence/by-hand", test_by_hand);
  g_test_add_func ("/engine/incidence/sums-to-survival", test_sums_to_survival);
  g_test_add_func ("/engine/incidence/one-cause", test_one_cause);
  g_test_add_func ("/engine/incidence/nothing-open", test_nothing_open);
  g_test_add_func ("/engine/incidence/none-and-all", test_none_and_all);
  return g_test_run ();
}
