/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-duration.h"
#include "prn-expected.h"
#include "prn-scenario.h"
#include "prn-simulate.h"
#include "prn-templates.h"

#define NO_LIMIT (5000 * PRN_YEAR)

static PrnPlan *
plan_of (PrnMap *map)
{
  g_autoptr (GError) error = NULL;
  PrnPlan *plan = prn_plan_new (map, &error);

  g_assert_no_error (error);
  return plan;
}

static PrnReport *
simulate (PrnMap *map, const char *scenario, guint64 customers, gint64 horizon, guint threads)
{
  g_autoptr (PrnPlan) plan = plan_of (map);
  const char *const scenarios[] = { scenario, NULL };
  PrnSimulationOptions options = { .customers = customers, .horizon = horizon,
                                   .threads = threads, .scenarios = scenarios };
  g_autoptr (GError) error = NULL;
  PrnReport *report = prn_simulate (plan, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_scenarios, ==, 1);
  g_assert_cmpstr (report->scenarios[0].id, ==, scenario);
  return report;
}

static const PrnReportDifference *
difference (const PrnReport *report, const char *of, const char *metric)
{
  const PrnReportScenario *scenario = &report->scenarios[0];

  for (guint i = 0; i < scenario->n_differences; i++)
    if (g_str_equal (scenario->differences[i].of, of) &&
        g_str_equal (scenario->differences[i].metric, metric))
      return &scenario->differences[i];
  g_error ("no difference in %s of %s", metric, of);
}

#define MAP \
  "'stages': [{'id': 'a'}, {'id': 'b', 'role': 'goal'}, {'id': 'c', 'role': 'exit'}], " \
  "'segments': [{'id': 'g', 'where': []}], " \
  "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'share': 0.3, " \
  "'by_segment': [{'segment': 'g', 'share': 0.8}], 'delay': {'exponential': '1mo'}}, " \
  "{'id': 'u', 'from': 'a', 'to': 'c', 'share': 0.2, 'delay': {'exponential': '1mo'}}], " \
  "'population': {'customers': 20000}, "

/* Nothing changes: exactly nothing. */
static void
test_no_overrides (void)
{
  g_autoptr (PrnMap) map = fixture_map (MAP "'scenarios': [{'id': 'x', 'set': []}]");
  g_autoptr (PrnReport) report = simulate (map, "x", 0, -1, 0);
  const PrnReportScenario *scenario = &report->scenarios[0];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) other_bytes = prn_report_to_json (scenario->report);

  g_assert_cmpuint (scenario->n_differences, ==, 3 * 3 + 3);
  for (guint i = 0; i < scenario->n_differences; i++) {
    g_assert_cmpfloat (scenario->differences[i].difference, ==, 0);
    g_assert_cmpfloat (scenario->differences[i].interval.low, ==, 0);
    g_assert_cmpfloat (scenario->differences[i].interval.high, ==, 0);
    g_assert_cmpfloat (scenario->differences[i].base, ==, scenario->differences[i].scenario);
  }

  report->n_scenarios = 0;
  bytes = prn_report_to_json (report);
  report->n_scenarios = 1;
  g_assert_true (g_bytes_equal (bytes, other_bytes));
}

/* A hundredth more of a share: the difference is right, and its interval much narrower than one
 * of two simulations that have nothing to do with each other. */
static void
test_paired_interval (void)
{
  g_autoptr (PrnMap) map =
      fixture_map (MAP "'scenarios': [{'id': 'x', 'set': [{'of': 't', 'share': 0.31}]}]");
  g_autoptr (PrnReport) report = simulate (map, "x", 100000, NO_LIMIT, 0);
  const PrnReportDifference *reach = difference (report, "b", "reach");
  double unpaired = 1.96 * sqrt ((0.3 * 0.7 + 0.31 * 0.69) / 100000);
  double paired = (reach->interval.high - reach->interval.low) / 2;

  g_assert_cmpfloat_with_epsilon (reach->difference, reach->scenario - reach->base, 1e-12);
  g_assert_cmpfloat_with_epsilon (reach->difference, 0.01, paired * 2);
  g_assert_cmpfloat (paired, <, unpaired / 4);
  g_assert_cmpfloat (paired, >, unpaired / 20);
}

/* The expected visits and shares of a template's scenarios, less those of the template, are near
 * the differences found: at most four standard errors away. */
static void
check_template (const char *id)
{
  g_autoptr (PrnMap) map = prn_template_load (id, NULL);
  g_autoptr (PrnPlan) plan = plan_of (map);
  g_autoptr (PrnExpected) expected = prn_expected_new (plan, NULL);

  for (guint k = 0; k < prn_map_n (map, PRN_KIND_SCENARIO); k++) {
    const char *scenario = prn_element_id (prn_map_nth (map, PRN_KIND_SCENARIO, k));
    g_autoptr (PrnMap) changed = prn_map_with_scenario (map, scenario, NULL);
    g_autoptr (PrnPlan) changed_plan = plan_of (changed);
    g_autoptr (PrnExpected) other = prn_expected_new (changed_plan, NULL);
    g_autoptr (PrnReport) report = simulate (map, scenario, 20000, NO_LIMIT, 0);

    for (guint i = 0; i < expected->n_stages; i++) {
      const char *stage = expected->stages[i].id;
      const PrnReportDifference *visits = difference (report, stage, "visits");
      const PrnReportDifference *now = difference (report, stage, "now");
      double more = other->stages[i].visits - expected->stages[i].visits;
      double stay = other->stages[i].stay - expected->stages[i].stay;
      double rare = 4 * sqrt (1.0 / 20000 * 1e-3);

      g_test_message ("%s %s %s: visits %g expected %g, now %g expected %g", id, scenario, stage,
                      visits->difference, more, now->difference, stay);
      g_assert_cmpfloat (fabs (visits->difference - more), <=,
                         (visits->interval.high - visits->interval.low) / 1.96 * 2 + rare);
      g_assert_cmpfloat (fabs (now->difference - stay), <=,
                         (now->interval.high - now->interval.low) / 1.96 * 2 + rare);
    }
  }
}

static void
test_templates (void)
{
  const char *const *ids = prn_templates_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    check_template (ids[i]);
}

/* More customers, arriving otherwise: those compared are the ones who come into both. */
static void
test_population (void)
{
  g_autoptr (PrnMap) map = fixture_map (
      MAP "'scenarios': [{'id': 'more', 'set': [{'of': 'population', 'customers': 30000}]}, "
          "{'id': 'fewer', 'set': [{'of': 'population', 'customers': 10000}]}, "
          "{'id': 'elsewhere', 'set': [{'of': 'population', "
          "'entries': [{'stage': 'a', 'weight': 3}, {'stage': 'b', 'weight': 1}]}]}, "
          "{'id': 'better', 'set': [{'of': 'population', "
          "'segments': [{'segment': 'g', 'weight': 1}]}]}, "
          "{'id': 'short', 'set': [{'of': 'population', 'horizon': '0s'}]}, "
          "{'id': 'late', 'set': [{'of': 'population', 'arrivals': '48mo'}]}]");
  g_autoptr (PrnReport) more = simulate (map, "more", 0, NO_LIMIT, 0);
  g_autoptr (PrnReport) fewer = simulate (map, "fewer", 0, NO_LIMIT, 0);
  g_autoptr (PrnReport) elsewhere = simulate (map, "elsewhere", 0, NO_LIMIT, 0);
  g_autoptr (PrnReport) better = simulate (map, "better", 0, NO_LIMIT, 0);
  g_autoptr (PrnReport) brief = simulate (map, "short", 0, -1, 0);
  g_autoptr (PrnReport) late = simulate (map, "late", 0, -1, 0);

  /* The same people, so no difference between them. */
  g_assert_cmpuint (more->scenarios[0].report->entered, ==, 30000);
  g_assert_cmpfloat (difference (more, "b", "reach")->difference, ==, 0);
  g_assert_cmpuint (fewer->scenarios[0].report->entered, ==, 10000);
  g_assert_cmpfloat (difference (fewer, "c", "visits")->difference, ==, 0);

  g_assert_cmpfloat_with_epsilon (difference (elsewhere, "a", "visits")->difference, -0.25, 0.015);
  g_assert_cmpfloat_with_epsilon (difference (better, "map", "goal_share")->difference, 0.5, 0.015);
  g_assert_cmpfloat (difference (brief, "a", "now")->scenario, ==, 1);
  g_assert_cmpint (brief->scenarios[0].report->as_of, ==, 0);

  /* Half of them come before the horizon, and then have less time. */
  g_assert_cmpuint (late->scenarios[0].report->entered, ==, 10001);
  g_assert_cmpfloat (difference (late, "b", "reach")->difference, <, 0);
}

static void
test_threads (void)
{
  g_autoptr (PrnMap) map = prn_template_load ("saas-trial-to-upgrade", NULL);
  static const guint threads[] = { 1, 2, 8 };
  g_autoptr (GBytes) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (PrnReport) report = simulate (map, "yearly-discount", 20000, -1, threads[i]);
    g_autoptr (GBytes) bytes = prn_report_to_json (report);

    if (first == NULL)
      first = g_bytes_ref (bytes);
    g_assert_true (g_bytes_equal (bytes, first));
  }
}

static void
test_errors (void)
{
  g_autoptr (PrnMap) map =
      fixture_map (MAP "'scenarios': [{'id': 'x', 'set': [{'of': 't', 'share': 0.9}]}]");
  g_autoptr (PrnPlan) plan = plan_of (map);
  static const struct {
    const char *scenario, *message;
  } rows[] = {
    { "x", "in the scenario “x”: stages[0]: the shares of the triggers that leave “a” add up to 110 %" },
    { "y", "there is no scenario “y”; there are: x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *const scenarios[] = { rows[i].scenario, NULL };
    PrnSimulationOptions options = { .horizon = -1, .scenarios = scenarios };
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_simulate (plan, &options, NULL, &error));
    g_assert_nonnull (strstr (error->message, rows[i].message));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/scenarios/no-overrides", test_no_overrides);
  g_test_add_func ("/engine/scenarios/paired-interval", test_paired_interval);
  g_test_add_func ("/engine/scenarios/templates", test_templates);
  g_test_add_func ("/engine/scenarios/population", test_population);
  g_test_add_func ("/engine/scenarios/threads", test_threads);
  g_test_add_func ("/engine/scenarios/errors", test_errors);

  return g_test_run ();
}
