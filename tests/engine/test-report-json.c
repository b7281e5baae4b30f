/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "prn-error.h"
#include "prn-report-text.h"
#include "whole-report.h"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
test_whole_comes_back (void)
{
  g_autoptr (GBytes) json = whole_report_json ();
  g_autoptr (PrnReport) report = whole_report_new ();
  g_autoptr (GBytes) again = prn_report_to_json (report);

  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                   g_bytes_get_data (json, NULL), g_bytes_get_size (json));
}

static void
check_interval (PrnInterval interval, double low, double high)
{
  g_assert_cmpfloat (interval.low, ==, low);
  g_assert_cmpfloat (interval.high, ==, high);
}

static void
test_counts_and_times (void)
{
  g_autoptr (PrnReport) report = whole_report_new ();
  const PrnReportStage *paid = prn_report_stage (report, "paid");
  const PrnReportTrigger *buys = prn_report_trigger (report, "buys");

  g_assert_cmpuint (paid->reach.of, ==, 2000);
  g_assert_cmpuint (paid->reach.with, ==, 1360);
  g_assert_cmpfloat (paid->reach.share, ==, .68);
  check_interval (paid->reach.interval, .659, .7);
  g_assert_cmpfloat (paid->each.mean, ==, .7);
  g_assert_cmpfloat (buys->share, ==, .731);
  check_interval (buys->interval, .71, .752);
  g_assert_cmpfloat (buys->p25, ==, 86400);
  g_assert_cmpfloat (buys->median, ==, 518400);
  g_assert_true (isnan (prn_report_trigger (report, "returns")->median));
  g_assert_cmpuint (report->cohorts[1].n_active, ==, 3);
  g_assert_cmpfloat (report->cohorts[1].active[2], ==, .97);
  g_assert_cmpuint (report->months[1].newcomers, ==, 700);
  g_assert_cmpfloat (report->months[1].dormant, ==, 50);
  g_assert_true (isnan (report->months[3].dormant));
  g_assert_cmpfloat (report->expected, ==, .9375);
}

static void
test_money_and_targets (void)
{
  static const struct {
    const char *id;
    int met;
  } rows[] = { { "enough", 1 }, { "fast", 0 }, { "near", 0 }, { "later", -1 } };
  g_autoptr (PrnReport) report = whole_report_new ();

  g_assert_cmpfloat (report->money.revenue, ==, 125000.5);
  g_assert_cmpfloat (report->money.lifetime_value, ==, 50.000125);
  check_interval (report->money.interval, 47.5, 52.5);
  g_assert_true (isnan (report->money.discounted));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (prn_report_target (report, rows[i].id)->met, ==, rows[i].met);
  g_assert_true (isnan (prn_report_target (report, "later")->actual));
}

static void
test_conversions (void)
{
  g_autoptr (PrnReport) report = whole_report_new ();
  const PrnReportConversion *conversion = &report->conversions[0];

  g_assert_null (conversion->from);
  g_assert_cmpstr (conversion->to[0], ==, "paid");
  g_assert_cmpuint (conversion->n_matured, ==, 2);
  g_assert_cmpfloat (conversion->matured[1].within, ==, 30 * 86400);
  g_assert_cmpuint (conversion->matured[1].share.with, ==, 1050);
  g_assert_cmpfloat (conversion->matured[1].estimated, ==, .7);
  check_interval (conversion->matured[1].estimated_interval, .677, .722);
  g_assert_cmpuint (conversion->n_curve, ==, 4);
  check_interval (conversion->curve[3].interval, .725, .774);
  g_assert_cmpfloat (conversion->median, ==, 10 * 86400);
  g_assert_cmpstr (report->losses[0].next[0].to, ==, "trial");
  g_assert_cmpstr (report->losses[0].activities[1].activity, ==, "login");
}

/* A segment has no segments of its own, a scenario no scenarios. */
static void
test_reports_inside (void)
{
  g_autoptr (PrnReport) report = whole_report_new ();
  const PrnReportScenario *scenario = &report->scenarios[0];

  g_assert_cmpuint (report->n_segments, ==, 2);
  g_assert_cmpstr (report->segments[0].name, ==, "Small firms");
  g_assert_cmpuint (report->segments[0].report->entered, ==, 1500);
  g_assert_cmpint (report->segments[0].report->as_of, ==, report->as_of);
  g_assert_null (report->segments[1].id);
  g_assert_cmpuint (scenario->report->n_segments, ==, 1);
  g_assert_cmpstr (scenario->differences[1].metric, ==, "lifetime_value");
  g_assert_cmpfloat (scenario->differences[0].difference, ==, .04);
}

/* What a program of before wrote has no shares, no money, no targets: they are not known. */
static void
test_older (void)
{
  g_autoptr (GBytes) json =
      bytes_of ("{\"kind\": \"replay\", \"as_of\": \"2026-01-01\", \"stages\": [{\"id\": \"a\"}],"
                " \"triggers\": [{\"id\": \"t\", \"fired\": 3}], \"targets\": [{}],"
                " \"segments\": [{}], \"conversions\": [{}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_report_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (isnan (report->triggers[0].share));
  g_assert_true (isnan (report->triggers[0].interval.low));
  g_assert_true (isnan (report->triggers[0].median));
  g_assert_true (isnan (report->stages[0].reach.share));
  g_assert_true (isnan (report->money.lifetime_value));
  g_assert_true (isnan (report->expected));
  g_assert_cmpint (report->targets[0].met, ==, -1);
  g_assert_cmpstr (report->targets[0].id, ==, "");
  g_assert_null (report->conversions[0].to[0]);
  g_assert_cmpstr (report->segments[0].report->kind, ==, "replay");
  g_assert_cmpuint (report->n_cohorts + report->n_months + report->n_scenarios, ==, 0);
}

/* A number where a text is expected, a text where a list is: not known. */
static void
test_odd (void)
{
  g_autoptr (GBytes) json = bytes_of (
      "{\"kind\": \"simulation\", \"as_of\": \"2026-01-01\", \"cohorts\": [{\"active\": [1, \"x\","
      " null, {}]}, {\"active\": 5}], \"months\": {}, \"money\": [], \"targets\": [{\"met\": 1},"
      " {\"met\": \"true\"}], \"conversions\": [{\"to\": \"a\", \"plain\": {\"of\": 1},"
      " \"curve\": [[], 1],"
      " \"matured\": [{}, {\"within\": -1e300}, {\"within\": 1e300}]}],"
      " \"segments\": [{\"id\": 4, \"segments\": [{}], \"scenarios\": [{}]}],"
      " \"scenarios\": [{\"differences\": [{\"metric\": \"\\u0007other\"}], \"segments\": [{}],"
      " \"scenarios\": [{}]}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_report_from_json (json, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = prn_report_to_text (report, NULL, &(PrnReportTextOptions){ .columns = 80 });
  g_assert_nonnull (strstr (text, "within 10000 y"));
  g_assert_cmpuint (report->cohorts[0].n_active, ==, 4);
  g_assert_cmpfloat (report->cohorts[0].active[0], ==, 1);
  g_assert_true (isnan (report->cohorts[0].active[1]) && isnan (report->cohorts[0].active[3]));
  g_assert_cmpuint (report->cohorts[1].n_active, ==, 0);
  g_assert_cmpint (report->targets[0].met, ==, -1);
  g_assert_cmpint (report->targets[1].met, ==, -1);
  g_assert_cmpuint (report->conversions[0].n_curve, ==, 0);
  g_assert_null (report->segments[0].id);
  g_assert_cmpuint (report->segments[0].report->n_segments, ==, 0);
  g_assert_cmpuint (report->segments[0].report->n_scenarios, ==, 0);
  g_assert_cmpuint (report->scenarios[0].report->n_segments, ==, 1);
  g_assert_cmpuint (report->scenarios[0].report->n_scenarios, ==, 0);
  g_assert_cmpstr (report->scenarios[0].differences[0].metric, ==, "");
}

/* A simulation begins at 1970, and its length is what comes after that. */
static void
test_before_1970 (void)
{
  g_autoptr (GBytes) json =
      bytes_of ("{\"kind\": \"simulation\", \"as_of\": \"1969-12-31\"}");
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_report_from_json (json, &error));
  g_assert_error (error, PRN_ERROR, PRN_ERROR_RANGE);
}

static void
damage (GRand *random, GString *text)
{
  static const char *const pieces[] = {
    "{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e999", "99999999999999999999",
    "\"segments\": [{}]", "\\u0000", "\xff", "true", "{}", "[[[[[[[[", "\"\"",
  };
  guint n = (guint) g_rand_int_range (random, 1, 6);

  for (guint i = 0; i < n && text->len > 0; i++) {
    gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len);
    const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];

    switch (g_rand_int_range (random, 0, 5)) {
    case 0:
      text->str[at] = (char) g_rand_int (random);
      break;
    case 1:
      g_string_truncate (text, at);
      break;
    case 2:
      g_string_erase (text, (gssize) at, MIN (20, (gssize) (text->len - at)));
      break;
    default:
      g_string_insert (text, (gssize) at, piece);
      break;
    }
  }
}

/* A damaged report is a report, or an error of one line; and what is read can be written. */
static void
test_fuzz (void)
{
  g_autoptr (GBytes) json = whole_report_json ();
  GRand *random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 1500; i++) {
    GString *text = g_string_new_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnReport) report = NULL;

    damage (random, text);
    bytes = g_string_free_to_bytes (text);
    report = prn_report_from_json (bytes, &error);
    g_assert_true ((report == NULL) == (error != NULL));
    if (report != NULL) {
      g_autoptr (GBytes) once = prn_report_to_json (report);
      g_autoptr (PrnReport) second = prn_report_from_json (once, &error);
      g_autoptr (GBytes) twice = NULL;

      g_assert_no_error (error);
      twice = prn_report_to_json (second);
      g_assert_true (g_bytes_equal (once, twice));
    } else {
      g_assert_null (strchr (error->message, '\n'));
    }
  }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/report-json/whole-comes-back", test_whole_comes_back);
  g_test_add_func ("/engine/report-json/counts-and-times", test_counts_and_times);
  g_test_add_func ("/engine/report-json/money-and-targets", test_money_and_targets);
  g_test_add_func ("/engine/report-json/conversions", test_conversions);
  g_test_add_func ("/engine/report-json/reports-inside", test_reports_inside);
  g_test_add_func ("/engine/report-json/older", test_older);
  g_test_add_func ("/engine/report-json/odd", test_odd);
  g_test_add_func ("/engine/report-json/before-1970", test_before_1970);
  g_test_add_func ("/engine/report-json/fuzz", test_fuzz);
  return g_test_run ();
}
