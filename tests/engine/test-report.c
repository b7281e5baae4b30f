/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report.h"

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-log-builder.h"
#include "prn-replay.h"

static const char map_text[] =
    "'stages': [{'id': 'a'}, {'id': 'b', 'name': '\\u00fc'}, {'id': 'c', 'role': 'exit'}],"
    "'events': [{'id': 'x'}, {'id': 'y'}],"
    "'scores': [{'id': 's', 'start': 10, 'half_life': '3h', 'points': [{'event': 'x', 'points': 7},"
    "           {'event': 'y', 'points': -5}]}],"
    "'triggers': [{'id': 'ab', 'from': '*', 'to': 'b', 'when': {'event': 'x', 'count': 2}},"
    "             {'id': 'ac', 'from': 'a', 'to': 'c', 'when': {'inactive': '5h'}},"
    "             {'id': 'ba', 'from': 'b', 'to': 'a', 'when': {'any': [{'score': 's', 'below': 4},"
    "              {'event': 'y', 'count': 3, 'within': '2h'}]}},"
    "             {'id': 'bb', 'from': 'b', 'to': 'b', 'when': {'event': 'y'}}]";

/* Some thousand customers with rows here and there. */
static PrnLog *
random_log (guint n_parts)
{
  PrnLogBuilder *builder = prn_log_builder_new (NULL, n_parts);
  GRand *rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++) {
    g_autofree char *customer = g_strdup_printf ("c%d", g_rand_int_range (rand, 0, 2000));
    static const char *const activities[] = { "x", "y", "z\"\n\t", "\xc3\xa9" };

    prn_log_builder_add (builder, customer, activities[g_rand_int_range (rand, 0, 4)],
                         g_rand_int_range (rand, 0, 48 * 3600) * PRN_SECOND, NULL);
  }
  prn_log_builder_reject (builder, "time: \"soon\" is no time");
  g_rand_free (rand);
  return prn_log_builder_end (builder);
}

static PrnReport *
replay (PrnLog *log, guint threads)
{
  g_autoptr (PrnMap) map = fixture_map (map_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnReplayOptions options = { .threads = threads };
  PrnReport *report;

  g_assert_no_error (error);
  report = prn_replay (plan, log, &options, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static GBytes *
json_of (PrnLog *log, guint threads)
{
  g_autoptr (PrnReport) report = replay (log, threads);

  return prn_report_to_json (report);
}

static void
test_threads (void)
{
  g_autoptr (PrnLog) log = random_log (16);
  g_autoptr (PrnLog) one_part = random_log (1);
  g_autoptr (GBytes) one = json_of (log, 1);
  g_autoptr (GBytes) other = json_of (one_part, 1);

  g_assert_true (g_bytes_equal (one, other));
  for (guint threads = 2; threads <= 7; threads += 5) {
    g_autoptr (GBytes) many = json_of (log, threads);

    g_assert_true (g_bytes_equal (one, many));
  }
}

static void
test_json_comes_back (void)
{
  g_autoptr (PrnLog) log = random_log (4);
  g_autoptr (GBytes) json = json_of (log, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_report_from_json (json, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = prn_report_to_json (report);
  g_assert_true (g_bytes_equal (json, again));
  g_assert_cmpuint (report->n_rejects, ==, 1);
  g_assert_cmpuint (report->rows.matched + report->rows.unmatched + report->rows.after_as_of, ==,
                    report->rows.accepted);
}

static void
test_json_small (void)
{
  g_autoptr (PrnLog) log = fixture_log ("c x 1h; c x 2h; d q 2h", NULL, 1, FALSE);
  g_autoptr (GBytes) json = json_of (log, 1);
  gsize size;
  const char *text = g_bytes_get_data (json, &size);
  static const char beginning[] = "{\n"
                                  "  \"kind\": \"replay\",\n"
                                  "  \"as_of\": \"1970-01-01T02:00:00Z\",\n"
                                  "  \"customers\": 2,\n"
                                  "  \"entered\": 2,\n"
                                  "  \"rows\": {\n"
                                  "    \"read\": 3,\n"
                                  "    \"accepted\": 3,\n"
                                  "    \"rejected\": 0,\n"
                                  "    \"after_as_of\": 0,\n"
                                  "    \"matched\": 2,\n"
                                  "    \"unmatched\": 1,\n"
                                  "    \"before_entry\": 0,\n"
                                  "    \"used\": 3\n"
                                  "  },\n"
                                  "  \"rejects\": [],\n"
                                  "  \"unmatched\": [\n"
                                  "    {\n"
                                  "      \"activity\": \"q\",\n"
                                  "      \"rows\": 1\n"
                                  "    }\n"
                                  "  ],\n";

  g_assert_cmpmem (text, sizeof beginning - 1, beginning, sizeof beginning - 1);
  g_assert_cmpint (text[size - 1], ==, '\n');
}

static void
test_json_damaged (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{",
    "{}",
    "{\"kind\": \"other\", \"as_of\": \"2026-01-01\"}",
    "{\"kind\": \"replay\"}",
    "{\"kind\": \"replay\", \"as_of\": \"soon\"}",
    "{\"kind\": \"replay\", \"as_of\": 5}",
    "\xff\xfe",
    "\"text\"",
  };
  g_autofree char *deep = g_strnfill (1000000, '[');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++) {
    const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : deep;
    g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_report_from_json (bytes, &error));
    g_assert_nonnull (error);
    g_assert_null (strchr (error->message, '\n'));
  }
}

/* Of another version, or odd: what is not understood is not known. */
static void
test_json_odd (void)
{
  static const char text[] =
      "{\"kind\": \"replay\", \"as_of\": \"2026-01-01\", \"new\": [1], \"customers\": \"many\","
      " \"rows\": 3, \"stages\": [{\"id\": \"a\", \"visits\": 5, \"dwell\": {\"median\": 1.5}}, 7,"
      " null], \"triggers\": {}, \"flows\": [{\"from\": null, \"to\": \"a\", \"moves\": -5}],"
      " \"paths\": [{\"stages\": [\"a\", 5, []], \"customers\": 2}], \"entered\": 1e300}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_report_from_json (bytes, &error);

  g_assert_no_error (error);
  fixture_check (report, "customers = 0; read = 0; visits a = 5; flow >a = 0; path a = 2");
  g_assert_cmpfloat (report->stages[0].median, ==, 1.5);
  g_assert_true (isnan (report->stages[0].p25));
  g_assert_cmpuint (report->n_stages, ==, 1);
}

/* Four visits ended after 1, 2, 3 and 4 hours, one is open after 2: at the tie the end comes
 * before the open one, so S is 4/5, 3/5, then 3/5·1/2 and 0. */
static void
test_dwell (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x'}, {'id': 'go'}], 'triggers': "
      "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'go'}}]");
  g_autoptr (PrnLog) log =
      fixture_log ("c x 1h; c go 2h; d x 1h; d go 3h; e x 1h; e go 4h; f x 1h; f go 5h; g x 3h; "
                   "f x 5h",
                   NULL, 2, FALSE);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnReport) report = prn_replay (plan, log, NULL, NULL, NULL);
  const PrnReportStage *a = prn_report_stage (report, "a");
  const PrnReportStage *b = prn_report_stage (report, "b");

  g_assert_cmpfloat_with_epsilon (a->p25, 2 * 3600, 2 * 3600 * .005);
  g_assert_cmpfloat_with_epsilon (a->median, 3 * 3600, 3 * 3600 * .005);
  g_assert_cmpfloat_with_epsilon (a->p75, 4 * 3600, 4 * 3600 * .005);
  g_assert_cmpfloat (a->mean, ==, 2.5 * 3600);
  g_assert_true (isnan (b->median) && isnan (b->mean));
}

static void
test_round_and_round (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x'}], 'triggers': [{'id': 't', "
      "'from': 'a', 'to': 'b', 'when': {'dwell': '1s'}}, {'id': 'u', 'from': 'b', 'to': 'a', "
      "'when': {'dwell': '1s'}}]");
  g_autoptr (PrnLog) log = fixture_log ("c x 1s; d x 20y", NULL, 1, FALSE);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_replay (plan, log, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "stages["));
}

static void
test_cancelled (void)
{
  g_autoptr (PrnLog) log = random_log (4);
  g_autoptr (PrnMap) map = fixture_map (map_text);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PrnProgress progress = { 0, cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_replay (plan, log, NULL, &progress, &error);

  g_assert_no_error (error);
  g_assert_cmpint (progress.fraction, ==, 1000000);
  g_cancellable_cancel (cancellable);
  g_assert_null (prn_replay (plan, log, NULL, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_stage (void)
{
  g_autoptr (PrnMap) map = fixture_map ("'title': 'empty'");
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_plan_new (map, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/report/threads", test_threads);
  g_test_add_func ("/engine/report/json-comes-back", test_json_comes_back);
  g_test_add_func ("/engine/report/json-small", test_json_small);
  g_test_add_func ("/engine/report/json-damaged", test_json_damaged);
  g_test_add_func ("/engine/report/json-odd", test_json_odd);
  g_test_add_func ("/engine/report/dwell", test_dwell);
  g_test_add_func ("/engine/report/round-and-round", test_round_and_round);
  g_test_add_func ("/engine/report/cancelled", test_cancelled);
  g_test_add_func ("/engine/report/no-stage", test_no_stage);
  return g_test_run ();
}
