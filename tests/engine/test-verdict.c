/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-verdict.h"

#include <math.h>

#include "whole-report.h"

static const PrnTarget *
target (PrnMap *map, const char *id)
{
  return prn_map_lookup (map, id);
}

static void
test_verdicts (void)
{
  static const struct {
    const char *id;
    PrnVerdict verdict;
    const char *sign;
  } rows[] = {
    { "enough", PRN_VERDICT_MET, "✓" },
    { "fast", PRN_VERDICT_MISSED, "✗" },
    { "near", PRN_VERDICT_NEAR, "≈" },
    { "later", PRN_VERDICT_UNKNOWN, "–" },
  };
  g_autoptr (PrnMap) map = whole_report_map ();
  g_autoptr (PrnReport) report = whole_report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnVerdict verdict =
        prn_verdict (target (map, rows[i].id), prn_report_target (report, rows[i].id));

    g_assert_cmpint (verdict, ==, rows[i].verdict);
    g_assert_cmpstr (prn_verdict_sign (verdict), ==, rows[i].sign);
  }
  g_assert_cmpint (prn_verdict (target (map, "near"), NULL), ==, PRN_VERDICT_UNKNOWN);
}

/* A bound at the very end of the interval is within it; without an interval nothing is near. */
static void
test_near (void)
{
  static const struct {
    double low, high;
    PrnVerdict verdict;
  } rows[] = {
    { .06, .09, PRN_VERDICT_NEAR },
    { .061, .09, PRN_VERDICT_MISSED },
    { NAN, NAN, PRN_VERDICT_MISSED },
  };
  g_autoptr (PrnMap) map = whole_report_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const PrnReportTarget found = { .actual = .07, .interval = { rows[i].low, rows[i].high } };

    g_assert_cmpint (prn_verdict (target (map, "near"), &found), ==, rows[i].verdict);
  }
}

static void
test_words (void)
{
  static const struct {
    const char *id;
    const char *subject, *bound;
    double value;
    const char *words;
    PrnInterval interval;
    const char *range;
  } rows[] = {
    { "enough", "reach of 顧客", "≥ 65 %", .68, "68.0 %", { .659, .7 }, "65.9–70.0 %" },
    { "fast", "median stay in Trial", "≤ 5 d", 604800, "7 d", { 518400, 691200 }, "6 d–8 d" },
    { "near", "quits in 90 d", "≤ 6 %", NAN, "–", { NAN, NAN }, "" },
    { "later", "lifetime value, Small firms", "≥ 40 EUR", 39.5, "39.50 EUR", { 38, 41.25 },
      "38–41.25 EUR" },
  };
  g_autoptr (PrnMap) map = whole_report_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const PrnTarget *of = target (map, rows[i].id);
    g_autofree char *subject = prn_verdict_subject (map, of);
    g_autofree char *bound = prn_verdict_bound (map, of);
    g_autofree char *value = prn_verdict_value (map, of, rows[i].value);
    g_autofree char *range = prn_verdict_interval (map, of, rows[i].interval);

    g_assert_cmpstr (subject, ==, rows[i].subject);
    g_assert_cmpstr (bound, ==, rows[i].bound);
    g_assert_cmpstr (value, ==, rows[i].words);
    g_assert_cmpstr (range, ==, rows[i].range);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/verdict/verdicts", test_verdicts);
  g_test_add_func ("/engine/verdict/near", test_near);
  g_test_add_func ("/engine/verdict/words", test_words);
  return g_test_run ();
}
