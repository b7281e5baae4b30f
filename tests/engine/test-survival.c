/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-survival.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "prn-duration.h"

/* Steps written down as `TIME: ENDED OPEN; …`, in microseconds. */
static PrnSteps *
make_steps (const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, ";", -1);
  PrnSteps *steps = prn_steps_new (g_strv_length (rows));

  for (guint i = 0; i < steps->n; i++)
    g_assert_cmpint (sscanf (rows[i], "%lf: %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
                             &steps->times[i], &steps->ends[i], &steps->open[i]),
                     ==, 3);
  return steps;
}

/* Weeks of remission under 6-MP (E. J. Freireich and others, 1963), the textbooks' example: S as
 * in Kleinbaum and Klein, "Survival Analysis", 2. */
#define REMISSION                                                                       \
  "6: 3 1; 7: 1 0; 9: 0 1; 10: 1 1; 11: 0 1; 13: 1 0; 16: 1 0; 17: 0 1; 19: 0 1; 20: 0 1; " \
  "22: 1 0; 23: 1 0; 25: 0 1; 32: 0 2; 34: 0 1; 35: 0 1"

static void
test_remission (void)
{
  static const struct {
    double time, survival;
  } answers[] = { { 0, 1 },      { 5.99, 1 },   { 6, .8571 },  { 7, .8067 },
                  { 10, .7529 }, { 13, .6902 }, { 16, .6275 }, { 22, .5378 },
                  { 23, .4482 }, { 35, .4482 }, { INFINITY, .4482 } };
  g_autoptr (PrnSteps) steps = make_steps (REMISSION);
  g_autoptr (PrnSurvival) survival = prn_survival_new (steps);
  PrnInterval interval;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_cmpfloat_with_epsilon (prn_survival_at (survival, answers[i].time, NULL),
                                    answers[i].survival, .00005);

  /* The standard error at 10 weeks is .0963 there. */
  prn_survival_at (survival, 10, &interval);
  g_assert_cmpfloat_with_epsilon (survival->survival[2] * sqrt (survival->greenwood[2]), .0963,
                                  .00005);
  g_assert_cmpfloat (interval.low, >, 0);
  g_assert_cmpfloat (interval.low, <, .7529);
  g_assert_cmpfloat (interval.high, >, .7529);
  g_assert_cmpfloat (interval.high, <, 1);
  g_assert_cmpfloat (prn_survival_quantile (survival, .5), ==, 23);
  g_assert_cmpfloat (prn_survival_quantile (survival, .25), ==, 13);
  g_assert_true (isnan (prn_survival_quantile (survival, .75)));
}

/* Without anything open S is the plain share, and a median is reached by exactly one half. */
static void
test_plain (void)
{
  g_autoptr (PrnSteps) steps = make_steps ("1: 1 0; 2: 1 0; 3: 1 0; 5: 1 0; 8: 1 0; 13: 1 0");
  g_autoptr (PrnSurvival) survival = prn_survival_new (steps);
  PrnInterval interval;

  for (guint i = 0; i < survival->n; i++)
    g_assert_cmpfloat_with_epsilon (survival->survival[i], 1 - (i + 1) / 6., 1e-15);
  g_assert_cmpfloat (prn_survival_quantile (survival, .5), ==, 3);
  g_assert_cmpfloat (prn_survival_quantile (survival, 1), ==, 13);
  g_assert_cmpfloat (prn_survival_at (survival, 13, &interval), ==, 0);
  g_assert_true (isnan (interval.low) && isnan (interval.high));
  g_assert_cmpfloat (prn_survival_at (survival, 0.5, &interval), ==, 1);
  g_assert_true (isnan (interval.low) && isnan (interval.high));
}

static void
test_nothing (void)
{
  const PrnHistogram none = { 0 };
  g_autoptr (PrnSurvival) survival = prn_survival_new_from_histograms (&none, &none);
  g_autofree PrnReportPoint *points = NULL;
  guint n;

  g_assert_cmpfloat (prn_survival_at (survival, 1, NULL), ==, 1);
  g_assert_true (isnan (prn_survival_quantile (survival, .5)));
  points = prn_survival_points (survival, 200, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* What has not ended by the very length at which others end was still at risk of it. */
static void
test_ties (void)
{
  g_autoptr (PrnSteps) steps = make_steps ("4: 1 3; 6: 1 0");
  g_autoptr (PrnSurvival) survival = prn_survival_new (steps);

  g_assert_cmpfloat_with_epsilon (prn_survival_at (survival, 4, NULL), .8, 1e-15);
  g_assert_cmpfloat (prn_survival_at (survival, 6, NULL), ==, 0);
}

static void
test_histograms (void)
{
  PrnHistogram ended = { 0 }, open = { 0 };
  g_autoptr (PrnSurvival) survival = NULL;

  for (guint i = 1; i <= 10; i++)
    prn_histogram_add (&ended, i * PRN_DAY);
  for (guint i = 0; i < 10; i++)
    prn_histogram_add (&open, 30 * PRN_DAY);
  survival = prn_survival_new_from_histograms (&ended, &open);

  /* A reading takes in the whole bucket, whichever side of its middle it is on. */
  for (guint i = 1; i <= 10; i++) {
    g_assert_cmpfloat_with_epsilon (
        prn_survival_ended_by (survival, prn_steps_reading (i * PRN_DAY), NULL), i / 20., 1e-15);
    g_assert_cmpfloat_with_epsilon (prn_survival_quantile (survival, i / 20.) / PRN_DAY, i,
                                    .004 * i);
  }
  prn_histogram_clear (&ended);
  prn_histogram_clear (&open);
}

static void
test_points (void)
{
  g_autoptr (PrnSteps) steps = prn_steps_new (5000);
  g_autoptr (PrnSurvival) survival = NULL;
  g_autofree PrnReportPoint *points = NULL;
  guint n;

  for (guint i = 0; i < steps->n; i++) {
    steps->times[i] = exp (i * .004) * PRN_SECOND;
    steps->ends[i] = 1 + (i * 7919) % 5;
    steps->open[i] = (i * 104729) % 3;
  }
  survival = prn_survival_new (steps);
  points = prn_survival_points (survival, 200, &n);

  g_assert_cmpuint (n, <=, 200);
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpfloat (points[0].seconds, ==, 1);
  g_assert_cmpfloat (points[n - 1].seconds, ==, survival->times[survival->n - 1] / PRN_SECOND);
  for (guint i = 0; i < n; i++) {
    double share = prn_survival_ended_by (survival, points[i].seconds * PRN_SECOND + .5, NULL);

    g_assert_cmpfloat (points[i].share, ==, share);
    if (i > 0) {
      g_assert_cmpfloat (points[i].seconds, >, points[i - 1].seconds);
      g_assert_cmpfloat (points[i].share - points[i - 1].share, <, 1. / 99 + .001);
    }
    if (share > 0 && share < 1) {
      g_assert_cmpfloat (points[i].interval.low, <, share);
      g_assert_cmpfloat (points[i].interval.high, >, share);
    }
  }
}

static char *
read_telco (void)
{
  const char *folder = g_getenv ("PERENNIAL_SHARED_DATA");
  const char *root = g_getenv ("PERENNIAL_SOURCE_ROOT");
  const char *name = "telco-churn.csv";
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL)
                                         : g_build_filename (root != NULL ? root : ".", "..",
                                                             "shared", "data", name, NULL);
  char *contents = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    g_test_skip ("the shared logs are not here");
  return contents;
}

static void
test_telco (void)
{
  static const struct {
    double month, survival;
  } answers[] = {
    { 12, .843199554 }, { 24, .78873640 }, { 36, .74854541 }, { 60, .66440391 }, { 72, .59279015 },
  };
  g_autofree char *contents = read_telco ();
  g_auto (GStrv) lines = contents != NULL ? g_strsplit (contents, "\n", -1) : NULL;
  g_autoptr (PrnSteps) steps = prn_steps_new (73);
  g_autoptr (PrnSurvival) survival = NULL;
  PrnInterval interval;

  if (lines == NULL)
    return;
  for (guint i = 0; i < steps->n; i++)
    steps->times[i] = i;
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
    guint64 tenure = g_ascii_strtoull (cells[5], NULL, 10);
    const char *churn = cells[g_strv_length (cells) - 1];

    (g_str_equal (churn, "Yes") ? steps->ends : steps->open)[tenure]++;
  }
  g_assert_cmpuint (prn_steps_total (steps), ==, 7043);

  survival = prn_survival_new (steps);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_cmpfloat_with_epsilon (prn_survival_at (survival, answers[i].month, NULL),
                                    answers[i].survival, 5e-9);
  prn_survival_at (survival, 12, &interval);
  g_assert_cmpfloat_with_epsilon (interval.low, .834168686, 5e-10);
  g_assert_cmpfloat_with_epsilon (interval.high, .851783321, 5e-10);
  g_assert_true (isnan (prn_survival_quantile (survival, .5)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/survival/remission", test_remission);
  g_test_add_func ("/engine/survival/plain", test_plain);
  g_test_add_func ("/engine/survival/nothing", test_nothing);
  g_test_add_func ("/engine/survival/ties", test_ties);
  g_test_add_func ("/engine/survival/histograms", test_histograms);
  g_test_add_func ("/engine/survival/points", test_points);
  g_test_add_func ("/engine/survival/telco", test_telco);
  return g_test_run ();
}
