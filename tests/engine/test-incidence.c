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

static PrnSurvival *
make_survival (void)
{
  g_autoptr (PrnSteps) steps = prn_steps_new (G_N_ELEMENTS (visits));

  for (guint i = 0; i < steps->n; i++) {
    steps->times[i] = (double) visits[i][0];
    steps->ends[i] = visits[i][1] + visits[i][2];
    steps->open[i] = visits[i][3];
  }
  return prn_survival_new (steps);
}

/* Of cause 0, cause 1, or both. */
static PrnIncidence *
make_incidence (const PrnSurvival *all, gboolean first, gboolean second)
{
  guint64 *ends = g_new (guint64, all->n);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    if (visits[i][1] + visits[i][2] > 0)
      ends[n++] = (first ? visits[i][1] : 0) + (second ? visits[i][2] : 0);
  g_assert_cmpuint (n, ==, all->n);
  return prn_incidence_new (all, ends);
}

/* By hand: S− is 1, 8/9, 7/9, 5/9 and 5/12 at 1, 2, 3, 6 and 9; at risk are 9, 8, 6, 3 and 2. */
static void
test_by_hand (void)
{
  static const double first[] = { 1 / 9., 1 / 9., 1 / 9. + 7 / 54., 0 };
  g_autoptr (PrnSurvival) all = make_survival ();
  g_autoptr (PrnIncidence) one = make_incidence (all, TRUE, FALSE);
  g_autoptr (PrnIncidence) other = make_incidence (all, FALSE, TRUE);

  g_assert_cmpfloat_with_epsilon (prn_incidence_at (one, 1, NULL), first[0], 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_at (one, 2.5, NULL), first[1], 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_at (one, 3, NULL), first[2], 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_at (other, 3, NULL), 1 / 9. + 7 / 54., 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_limit (one, NULL), first[2] + 14 / 27. / 3, 1e-15);
  g_assert_cmpfloat (prn_incidence_at (one, 0, NULL), ==, 0);
}

/* Together the causes are what has ended. */
static void
test_sums_to_survival (void)
{
  g_autoptr (PrnSurvival) all = make_survival ();
  g_autoptr (PrnIncidence) one = make_incidence (all, TRUE, FALSE);
  g_autoptr (PrnIncidence) other = make_incidence (all, FALSE, TRUE);

  for (guint t = 0; t < 12; t++)
    g_assert_cmpfloat_with_epsilon (prn_incidence_at (one, t, NULL) +
                                        prn_incidence_at (other, t, NULL),
                                    prn_survival_ended_by (all, t, NULL), 1e-15);
}

/* Of one cause alone the variance is Greenwood's, and the incidence 1 − S. */
static void
test_one_cause (void)
{
  g_autoptr (PrnSurvival) survival = make_survival ();
  g_autoptr (PrnIncidence) incidence = make_incidence (survival, TRUE, TRUE);

  for (guint i = 0; i < survival->n; i++) {
    double s = survival->survival[i];

    g_assert_cmpfloat_with_epsilon (prn_incidence_at (incidence, survival->times[i], NULL), 1 - s,
                                    1e-15);
    g_assert_cmpfloat_with_epsilon (prn_incidence_variance (incidence, survival->times[i]),
                                    s * s * survival->greenwood[i], 1e-15);
  }
}

/* With nothing open an incidence is a plain share, and its variance that of one. */
static void
test_nothing_open (void)
{
  PrnHistogram ended = { 0 }, by_cause = { 0 };
  g_autoptr (PrnSurvival) all = NULL;
  g_autoptr (PrnIncidence) incidence = NULL;
  PrnInterval interval;

  for (guint i = 0; i < 30; i++) {
    prn_histogram_add (&ended, (i + 1) * PRN_HOUR);
    if (i % 3 == 0)
      prn_histogram_add (&by_cause, (i + 1) * PRN_HOUR);
  }
  all = prn_survival_new_from_histograms (&ended, NULL);
  incidence = prn_incidence_new_from_histogram (all, &by_cause);

  g_assert_cmpfloat_with_epsilon (prn_incidence_limit (incidence, &interval), 1 / 3., 1e-15);
  g_assert_cmpfloat_with_epsilon (prn_incidence_variance (incidence, INFINITY),
                                  1 / 3. * (2 / 3.) / 30, 1e-15);
  g_assert_true (interval.low > .15 && interval.low < 1 / 3.);
  g_assert_true (interval.high < .55 && interval.high > 1 / 3.);

  /* Quantiles of those that went the one way alone: every third hour from the first. */
  g_assert_cmpfloat_with_epsilon (prn_incidence_quantile (incidence, 0) / PRN_HOUR, 1, .004);
  g_assert_cmpfloat_with_epsilon (prn_incidence_quantile (incidence, .5) / PRN_HOUR, 13, .052);
  g_assert_cmpfloat_with_epsilon (prn_incidence_quantile (incidence, 1) / PRN_HOUR, 28, .112);
  prn_histogram_clear (&ended);
  prn_histogram_clear (&by_cause);
}

static void
test_nothing (void)
{
  const PrnHistogram none = { 0 };
  g_autoptr (PrnSurvival) all = prn_survival_new_from_histograms (&none, NULL);
  g_autoptr (PrnIncidence) nothing = prn_incidence_new_from_histogram (all, &none);
  PrnInterval interval;

  g_assert_cmpfloat (prn_incidence_limit (nothing, &interval), ==, 0);
  g_assert_true (isnan (interval.low) && isnan (interval.high));
  g_assert_true (isnan (prn_incidence_quantile (nothing, .5)));
}

/* None and all have no standard error; how many there were still says how sure that is. */
static void
test_none_and_all (void)
{
  const PrnHistogram none = { 0 };
  PrnHistogram ended = { 0 };
  g_autoptr (PrnSurvival) all = NULL;
  g_autoptr (PrnIncidence) one = NULL, other = NULL;
  PrnInterval interval, wilson = prn_wilson (10, 10);

  for (guint i = 0; i < 10; i++)
    prn_histogram_add (&ended, PRN_DAY);
  all = prn_survival_new_from_histograms (&ended, NULL);
  one = prn_incidence_new_from_histogram (all, &ended);
  other = prn_incidence_new_from_histogram (all, &none);

  g_assert_cmpfloat (prn_incidence_limit (one, &interval), ==, 1);
  g_assert_cmpfloat (interval.low, ==, wilson.low);
  g_assert_cmpfloat (interval.high, ==, 1);
  g_assert_cmpfloat (prn_incidence_limit (other, &interval), ==, 0);
  g_assert_cmpfloat (interval.low, ==, 0);
  g_assert_cmpfloat_with_epsilon (interval.high, 1 - wilson.low, 1e-15);
  g_assert_true (isnan (prn_incidence_quantile (other, .5)));
  prn_histogram_clear (&ended);
}

/* Each bucket finds the step that was made of it, up to those that no length falls into. */
static void
test_buckets (void)
{
  PrnHistogram ended = { 0 };
  g_autoptr (PrnSurvival) all = NULL;
  g_autoptr (PrnIncidence) incidence = NULL;
  guint n = 0;

  for (guint bucket = 0; bucket < PRN_HISTOGRAM_BUCKETS; bucket += 5, n++)
    prn_histogram_add_many (&ended, bucket, bucket + 1);
  all = prn_survival_new_from_histograms (&ended, NULL);
  incidence = prn_incidence_new_from_histogram (all, &ended);

  g_assert_cmpuint (all->n, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (incidence->ends[i], ==, 5 * i + 1);
  prn_histogram_clear (&ended);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/incidence/by-hand", test_by_hand);
  g_test_add_func ("/engine/incidence/sums-to-survival", test_sums_to_survival);
  g_test_add_func ("/engine/incidence/one-cause", test_one_cause);
  g_test_add_func ("/engine/incidence/nothing-open", test_nothing_open);
  g_test_add_func ("/engine/incidence/nothing", test_nothing);
  g_test_add_func ("/engine/incidence/none-and-all", test_none_and_all);
  g_test_add_func ("/engine/incidence/buckets", test_buckets);
  return g_test_run ();
}
