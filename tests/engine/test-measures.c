/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a report measures beyond counts: given this map and these rows, these numbers. */

#include <math.h>

#include "fixture.h"
#include "prn-duration.h"
#include "prn-error.h"
#include "prn-replay.h"

/* --- Numbers of a report by name --- */

static double
cohort_value (const PrnReport *report, const char *month, int age)
{
  for (guint i = 0; i < report->n_cohorts; i++)
    if (g_str_equal (report->cohorts[i].month, month))
      return age < 0 ? report->cohorts[i].n_active
             : (guint) age < report->cohorts[i].n_active ? report->cohorts[i].active[age]
                                                         : NAN;
  return NAN;
}

static double
month_value (const PrnReport *report, const char *what, const char *month)
{
  for (guint i = 0; i < report->n_months; i++) {
    const PrnReportMonth *of = &report->months[i];

    if (!g_str_equal (of->month, month))
      continue;
    return g_str_equal (what, "new")           ? of->newcomers
           : g_str_equal (what, "returning")   ? of->returning
           : g_str_equal (what, "resurrected") ? of->resurrected
                                               : of->dormant;
  }
  return 0;
}

static double
matured_value (const PrnReportConversion *conversion, const char *within, const char *what)
{
  gint64 length;

  g_assert_true (prn_duration_parse (within, &length, NULL));
  for (guint i = 0; i < conversion->n_matured; i++) {
    const PrnReportMatured *matured = &conversion->matured[i];

    if (matured->within * PRN_SECOND == (double) length)
      return g_str_equal (what, "of")     ? (double) matured->share.of
             : g_str_equal (what, "with") ? (double) matured->share.with
                                          : matured->estimated;
  }
  return NAN;
}

static double
conversion_value (const PrnReport *report, char **words)
{
  const PrnReportConversion *conversion =
      &report->conversions[g_ascii_strtoull (words[1], NULL, 10)];

  if (words[2] == NULL)
    return (double) conversion->plain.with;
  if (g_str_equal (words[2], "of"))
    return words[3] != NULL ? matured_value (conversion, words[3], "of")
                            : (double) conversion->plain.of;
  if (g_str_equal (words[2], "estimate"))
    return words[3] != NULL ? matured_value (conversion, words[3], "estimate")
                            : conversion->curve[conversion->n_curve - 1].share;
  return matured_value (conversion, words[2], "with");
}

static double
loss_value (const PrnReport *report, char **words)
{
  for (guint i = 0; i < report->n_losses; i++) {
    const PrnReportLoss *loss = &report->losses[i];

    if (!g_str_equal (loss->stage, words[1]))
      continue;
    if (g_str_equal (words[2], "visits"))
      return (double) loss->visits;
    if (g_str_equal (words[2], "stayed"))
      return (double) loss->stayed;
    for (guint k = 0; k < loss->n_next; k++)
      if (g_str_equal (loss->next[k].to, words[2]))
        return (double) loss->next[k].moves;
    for (guint k = 0; k < loss->n_activities; k++)
      if (g_str_equal (loss->activities[k].activity, words[2]))
        return (double) loss->activities[k].rows;
  }
  return 0;
}

static const PrnReport *
segment_of (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_segments; i++)
    if (g_strcmp0 (report->segments[i].id, g_str_equal (id, "-") ? NULL : id) == 0)
      return report->segments[i].report;
  g_error ("no segment %s", id);
}

static double
target_value (const PrnReport *report, char **words)
{
  const PrnReportTarget *target = prn_report_target (report, words[1]);

  g_assert_nonnull (target);
  return g_str_equal (words[0], "met") ? target->met : target->actual;
}

static double
value_of (const PrnReport *report, const char *fact)
{
  g_auto (GStrv) words = g_strsplit (fact, " ", -1);
  const char *what = words[0];

  if (g_str_equal (what, "segment")) {
    g_autofree char *rest = g_strjoinv (" ", words + 2);

    return value_of (segment_of (report, words[1]), rest);
  }
  if (g_str_equal (what, "segments"))
    return report->n_segments;
  if (g_str_equal (what, "cohort"))
    return cohort_value (report, words[1],
                         words[2] != NULL ? (int) g_ascii_strtoll (words[2], NULL, 10) : -1);
  if (g_str_equal (what, "converted"))
    return conversion_value (report, words);
  if (g_str_equal (what, "lost"))
    return loss_value (report, words);
  if (g_str_equal (what, "target") || g_str_equal (what, "met"))
    return target_value (report, words);
  if (g_str_equal (what, "reach"))
    return prn_report_stage (report, words[1])->reach.share;
  if (g_str_equal (what, "each"))
    return prn_report_stage (report, words[1])->each.mean;
  if (g_str_equal (what, "revenue"))
    return report->money.revenue;
  if (g_str_equal (what, "cost"))
    return report->money.cost;
  if (g_str_equal (what, "worth"))
    return report->money.lifetime_value;
  if (g_str_equal (what, "discounted"))
    return report->money.discounted;
  if (g_str_equal (what, "expected"))
    return report->expected;
  if (g_str_equal (what, "customers"))
    return (double) report->customers;
  if (g_str_equal (what, "read"))
    return (double) report->rows.read;
  return month_value (report, what, words[1]);
}

/* --- The cases --- */

#define STAGES                                                                                     \
  "'stages': [{'id': 'a', 'cost': 2}, {'id': 'b', 'role': 'goal', 'revenue_per_month': 10,"        \
  " 'cost_per_month': 1}, {'id': 'x', 'role': 'exit'}],"                                           \
  "'events': [{'id': 'go', 'stage': 'b', 'value_column': 'amount'},"                               \
  " {'id': 'buy', 'stage': 'a', 'value_column': 'amount', 'match': {'names': ['go', 'buy']}},"     \
  " {'id': 'quit', 'stage': 'x'}, {'id': 'look'}],"                                                \
  "'triggers': [{'id': 'ab', 'from': 'a', 'to': 'b', 'when': {'event': 'go'}, 'value': 5,"         \
  " 'cost': 1}, {'id': 'ax', 'from': '*', 'to': 'x', 'when': {'event': 'quit'}},"                  \
  " {'id': 'xb', 'from': 'x', 'to': 'b', 'when': {'event': 'go'}}],"                               \
  "'segments': [{'id': 'gold', 'where': [{'column': 'plan', 'op': 'is', 'value': 'gold'}]},"       \
  " {'id': 'none', 'where': [{'column': 'plan', 'op': 'is', 'value': 'tin'}]}]"

typedef struct {
  const char *sentence;
  const char *map;
  const char *rows;
  const char *as_of;
  const char *segment_by;
  const char *facts;
} Case;

static const Case cases[] = {
  { "months: new, returning, resurrected, dormant, by rows from being let in on", STAGES,
    "c look 1d; c look 40d; c look 100d; d look 35d", "130d", NULL,
    "new 1970-01 = 1; new 1970-02 = 1; returning 1970-02 = 1; dormant 1970-03 = 2; "
    "resurrected 1970-04 = 1; returning 1970-03 = 0; resurrected 1970-02 = 0" },
  { "a month that is not over has no dormant customers yet", STAGES, "c look 1d; d look 40d", "50d",
    NULL, "dormant 1970-02 = nan; new 1970-02 = 1" },
  { "rows before being let in are no activity",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'go'}}], 'events': [{'id': 'go'}]",
    "c look 1d; c go 40d; c look 41d", "70d", NULL,
    "new 1970-01 = 0; new 1970-02 = 1; resurrected 1970-02 = 0; dormant 1970-02 = 0" },
  { "a cohort's share is active k months of 30.4375 d after each one's own entry", STAGES,
    "c look 1d; c quit 20d; d look 2d; d quit 40d; e look 3d; e look 200d", NULL, NULL,
    "cohort 1970-01 0 = 1; cohort 1970-01 1 = 0.6666666666666666; "
    "cohort 1970-01 2 = 0.3333333333333333; cohort 1970-01 = 7" },
  { "who comes back is active again", STAGES, "c look 1d; c quit 20d; c go 45d", "95d", NULL,
    "cohort 1970-01 0 = 1; cohort 1970-01 1 = 0; cohort 1970-01 2 = 1; cohort 1970-01 = 4" },
  { "the state at the instant is after the moves at that instant", STAGES,
    "c look 1d; c quit 31.4375d", "32d", NULL, "cohort 1970-01 1 = 0; cohort 1970-01 = 2" },
  { "an age that one of the cohort was not observed for is left out", STAGES,
    "c look 1d; d look 30d; e look 60d", "61d", NULL,
    "cohort 1970-01 = 2; cohort 1970-01 1 = 1; cohort 1970-03 = 1" },
  { "conversion: plain, and of those observed long enough", STAGES,
    "c look 1d; c go 5d; d look 1d; d go 30d; e look 60d", "65d", NULL,
    "converted 0 = 2; converted 0 of = 3; converted 0 1d = 0; converted 0 of 1d = 3; "
    "converted 0 7d = 1; converted 0 of 7d = 2; converted 0 30d = 2; converted 0 of 30d = 2; "
    "converted 0 of 90d = nan" },
  { "at the very end of a window is within it", STAGES, "c look 1d; c go 8d", "8d", NULL,
    "converted 0 7d = 1; converted 0 of 7d = 1; converted 0 1d = 0" },
  { "so it is in the estimate", STAGES, "c look 1d; c go 91d", "91d", NULL,
    "converted 0 90d = 1; converted 0 estimate 90d = 1" },
  { "estimated from all, those not observed longer are censored", STAGES,
    "c look 1d; c go 11d; d look 1d; e look 50d; f look 55d; f go 60d", "60d", NULL,
    "converted 0 estimate = 0.5" },
  { "who is let into a goal has converted at once",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}, {'id': 'b', 'role': "
    "'goal'}], 'events': [{'id': 'x'}, {'id': 'y'}], 'triggers': [{'id': 't', 'from': 'a', 'to': "
    "'b', 'when': {'event': 'x', 'since': 'ever'}}]",
    "c x 1d", "3d", NULL, "converted 0 = 1; converted 0 1d = 1" },
  { "a stage's cost is for each visit, what it brings a month for the time in it", STAGES,
    "c look 0d; c go 30.4375d", "91.3125d", NULL, "revenue = 25; cost = 5; worth = 20" },
  { "an event's column counts once for a row, though two of its events name it", STAGES,
    "c go 0d amount=7.25; c look 1d amount=100; c buy 2d amount=-1; c buy 3d amount=much", "3d",
    NULL, "revenue = 12.2356; cost = 3.0986" },
  { "money before being let in is not counted",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'go'}}], 'events': [{'id': 'go', "
    "'value_column': 'amount'}, {'id': 'pay', 'value_column': 'amount'}]",
    "c pay 1d amount=3; c go 2d amount=4; c pay 3d amount=5", NULL, NULL, "revenue = 9; worth = 9" },
  { "an amount beyond 1,000,000,000,000 is none, and its row counts all the same",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'pay', 'value_column': 'amount'}], "
    "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'pay', 'count': 4}}]",
    "c pay 0d amount=1e12; c pay 1d amount=1.1e12; c pay 2d amount=-2e12; c pay 3d amount=7", "4d",
    NULL, "revenue = 1000000000007; reach b = 1" },
  { "a discount counts an amount at t as (1 + r)^-t, a stay by its integral",
    "'stages': [{'id': 'a'}], 'events': [{'id': 'pay', 'value_column': 'amount'}], 'population': "
    "{'discount_per_year': 1}",
    "c look 0d; c pay 365.25d amount=10; c pay 730.5d amount=8", NULL, NULL,
    "worth = 18; discounted = 7" },
  { "without a rate nothing is discounted", STAGES, "c look 0d", NULL, NULL, "discounted = nan" },
  { "what those who left did next", STAGES,
    "c look 0d; c quit 1d; c look 2d; c look 3d; c go 4d; d quit 5d; d what 6d", NULL, NULL,
    "lost x visits = 2; lost x stayed = 1; lost x b = 1; lost x look = 2; lost x go = 1; "
    "lost x what = 1; lost x quit = 0" },
  { "a row is seen in its stage if the customer is there just before or just after it", STAGES,
    "c go 0d; c go 1d; c buy 2d; d buy 3d; d quit 4d; d quit 5d; d buy 6d; d look 7d", NULL, NULL,
    "expected = 0.7142857142857143" },
  { "reach and visits of a customer", STAGES, "c go 0d; c quit 1d; c go 2d; d look 3d", NULL, NULL,
    "reach b = 0.5; each b = 1; each x = 0.5" },
  { "a segment is the report of its customers, as last known at the end", STAGES,
    "c go 0d plan=gold; c look 9d plan=tin; d look 1d; d go 2d plan=GOLD; e look 3d plan=gold; e "
    "look 20d plan=tin",
    "10d", NULL,
    "segments = 2; segment gold customers = 2; segment gold reach b = 0.5; segment none customers "
    "= 1; segment gold read = 4; segment none converted 0 of = 1" },
  { "by a column: a segment for each value whatever its case, and for none", STAGES,
    "c go 0d plan=gold; d look 1d plan=Gold; e look 1d; f look 2d plan=tin; f look 3d plan=gold",
    NULL, "plan",
    "segments = 2; segment Gold customers = 3; segment - customers = 1; segment Gold converted 0 = "
    "1" },
};

#define TARGETS(target) STAGES ", 'targets': [{'id': 't', " target "}]"

static const Case targets[] = {
  { "reach", TARGETS ("'of': 'b', 'metric': 'reach', 'at_least': 0.5"), "c go 0d; d look 1d", NULL,
    NULL, "target t = 0.5; met t = 1" },
  { "now", TARGETS ("'of': 'b', 'metric': 'now', 'at_most': 0"), "c go 0d; d look 1d", NULL, NULL,
    "target t = 1; met t = 0" },
  { "a trigger's share of the visits, those still open being censored",
    TARGETS ("'of': 'ab', 'metric': 'share', 'at_least': 0.6"),
    "c look 0d; c go 10d; d look 35d; e look 0d; e quit 20d; f look 0d", "40d", NULL,
    "target t = 0.3333333333333333; met t = 0" },
  { "within a time after entering",
    TARGETS ("'of': 'ab', 'metric': 'share', 'within': '10d', 'at_least': 0.5"),
    "c look 0d; c go 10d; d look 0d; d go 20d", NULL, NULL, "target t = 0.5; met t = 1" },
  { "exit_share without a time is a plain share",
    TARGETS ("'of': 'map', 'metric': 'exit_share', 'at_most': 0.3"),
    "c look 0d; c quit 10d; d look 0d; e look 20d; e quit 30d", NULL, NULL,
    "target t = 0.6666666666666666; met t = 0" },
  { "goal_share within a time is estimated from all",
    TARGETS ("'of': 'map', 'metric': 'goal_share', 'within': '10d', 'at_least': 0.5"),
    "c look 0d; c go 5d; d look 0d; e look 38d", "40d", NULL, "target t = 0.5; met t = 1" },
  { "a map without a goal has a goal share of nothing",
    "'stages': [{'id': 'a'}], 'targets': [{'id': 't', 'of': 'map', 'metric': 'goal_share', "
    "'at_least': 0.1}]",
    "c look 0d", NULL, NULL, "target t = 0; met t = 0" },
  { "lifetime value", TARGETS ("'of': 'map', 'metric': 'lifetime_value', 'at_least': 1"),
    "c look 0d; c go 1d", "1d", NULL, "target t = 2; met t = 1" },
  { "a median of exactly the bound is at least it",
    TARGETS ("'of': 'a', 'metric': 'median_dwell', 'at_least': '1d'"), "c look 0d; c go 1d", NULL,
    NULL, "met t = 1" },
  { "and at most it", TARGETS ("'of': 'a', 'metric': 'median_dwell', 'at_most': '14d'"),
    "c look 0d; c go 14d", NULL, NULL, "met t = 1" },
  { "a median a hundredth beyond the bound is beyond it",
    TARGETS ("'of': 'a', 'metric': 'median_dwell', 'at_most': '100d'"), "c look 0d; c go 101d",
    NULL, NULL, "met t = 0" },
  { "and one a hundredth short of it is short of it",
    TARGETS ("'of': 'a', 'metric': 'median_dwell', 'at_least': '100d'"), "c look 0d; c go 99d",
    NULL, NULL, "met t = 0" },
  { "a median that is never reached is longer than anything",
    TARGETS ("'of': 'a', 'metric': 'median_dwell', 'at_least': '5d'"),
    "c look 0d; c go 1d; d look 0d; e look 0d", "9d", NULL, "target t = nan; met t = 1" },
  { "and too long for an upper bound",
    TARGETS ("'of': 'a', 'metric': 'median_dwell', 'at_most': '5d'"),
    "c look 0d; c go 1d; d look 0d; e look 0d", "9d", NULL, "target t = nan; met t = 0" },
  { "nothing to measure is neither met nor unmet",
    TARGETS ("'of': 'x', 'metric': 'median_dwell', 'at_most': '5d'"), "c look 0d", NULL, NULL,
    "target t = nan; met t = -1" },
  { "of a segment's customers alone",
    TARGETS ("'of': 'b', 'metric': 'reach', 'at_least': 1, 'segment': 'gold'"),
    "c go 0d plan=gold; d look 1d", NULL, NULL,
    "target t = 1; met t = 1; segment gold target t = 1" },
  { "also when the report's segments are others",
    TARGETS ("'of': 'b', 'metric': 'reach', 'at_least': 1, 'segment': 'gold'"),
    "c go 0d plan=gold; d look 1d", NULL, "plan", "target t = 1; met t = 1; segments = 2" },
};

static PrnReport *
replay_case (const Case *c)
{
  static const char *const columns[] = { "plan", "amount", NULL };
  g_autoptr (PrnMap) map = fixture_map (c->map);
  g_autoptr (PrnLog) log = fixture_log (c->rows, columns, 2, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnReplayOptions options = { .threads = 1, .segment_by = c->segment_by };
  PrnReport *report;

  g_assert_no_error (error);
  options.has_as_of = c->as_of != NULL && prn_duration_parse (c->as_of, &options.as_of, NULL);
  report = prn_replay (plan, log, &options, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
run_cases (const Case *list, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (PrnReport) report = replay_case (&list[i]);
    g_auto (GStrv) facts = g_strsplit (list[i].facts, "; ", -1);

    g_test_message ("%s", list[i].sentence);
    for (guint k = 0; facts[k] != NULL; k++) {
      g_auto (GStrv) sides = g_strsplit (facts[k], " = ", 2);
      double wanted = g_ascii_strtod (sides[1], NULL), value = value_of (report, sides[0]);

      if (isnan (wanted) != isnan (value) || fabs (wanted - value) > 1e-9)
        g_error ("%s: it is %.17g", facts[k], value);
    }
  }
}

static void
test_measures (void)
{
  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_targets (void)
{
  run_cases (targets, G_N_ELEMENTS (targets));
}

/* Other conversions than those of the map. */
static void
test_conversions (void)
{
  const char *to_b[] = { "b", NULL }, *to_nothing[] = { "nothing", NULL };
  PrnConversionPair pairs[] = { { (char *) "x", (char **) to_b } };
  PrnReplayOptions options = { .threads = 1, .measures = { pairs, 1 } };
  g_autoptr (PrnMap) map = fixture_map (STAGES);
  g_autoptr (PrnLog) log = fixture_log ("c go 0d; c quit 1d; c go 9d; d quit 2d", NULL, 1, FALSE);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_replay (plan, log, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_conversions, ==, 3);
  g_assert_cmpstr (report->conversions[2].from, ==, "x");
  g_assert_cmpfloat (value_of (report, "converted 2"), ==, 1);
  g_assert_cmpfloat (value_of (report, "converted 2 of"), ==, 2);
  g_assert_cmpfloat_with_epsilon (report->conversions[2].median / 86400, 8, 8 * .005);

  pairs[0].to = (char **) to_nothing;
  g_assert_null (prn_replay (plan, log, &options, NULL, &error));
  g_assert_error (error, PRN_ERROR, PRN_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, "nothing"));
}

/* Plain counts are the same counts. */
static void
test_counts_only (void)
{
  PrnReplayOptions options = { .threads = 1, .counts_only = TRUE };
  g_autoptr (PrnMap) map = fixture_map (STAGES);
  g_autoptr (PrnLog) log = fixture_log ("c go 0d; c quit 1d; c go 9d; d quit 2d", NULL, 1, FALSE);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnReport) report = prn_replay (plan, log, &options, NULL, NULL);

  fixture_check (report, "visits b = 2; now x = 1; fired ax = 2; entered = 2; path_count = 2");
  g_assert_true (isnan (prn_report_stage (report, "b")->median));
  g_assert_true (isnan (report->money.revenue));
  g_assert_cmpuint (report->n_cohorts + report->n_conversions + report->n_segments, ==, 0);
}

/* A column that cannot make segments. */
static void
test_segment_errors (void)
{
  static const char *const columns[] = { "plan", NULL };
  g_autoptr (GString) rows = g_string_new ("c look 0d");
  g_autoptr (PrnMap) map = fixture_map (STAGES);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) many = NULL;
  PrnReplayOptions options = { .segment_by = "nowhere" };

  for (guint i = 0; i < 201; i++)
    g_string_append_printf (rows, "; c look 0d plan=p%u", i);
  log = fixture_log (rows->str, columns, 1, FALSE);
  g_assert_null (prn_replay (plan, log, &options, NULL, &missing));
  g_assert_nonnull (strstr (missing->message, "nowhere"));
  options.segment_by = "plan";
  g_assert_null (prn_replay (plan, log, &options, NULL, &many));
  g_assert_nonnull (strstr (many->message, "plan"));
  g_assert_nonnull (strstr (many->message, "201"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/measures/numbers", test_measures);
  g_test_add_func ("/engine/measures/targets", test_targets);
  g_test_add_func ("/engine/measures/conversions", test_conversions);
  g_test_add_func ("/engine/measures/counts-only", test_counts_only);
  g_test_add_func ("/engine/measures/segment-errors", test_segment_errors);
  return g_test_run ();
}
