/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A crowd is counted to the same report as its customers one by one. */

#include "prn-crowd-count.h"
#include "prn-map-file.h"
#include "prn-tally-set.h"
#include "prn-templates.h"

/* Counts the customers of a run to both sets: crowd by crowd, and journey by journey. */
static void
count_both_ways (const PrnRun *run, PrnTallySet *together, PrnTallySet *one_by_one)
{
  g_autoptr (PrnCrowd) crowd = prn_crowd_new (run);
  g_autoptr (PrnCrowdCount) count = prn_crowd_count_new (run);
  PrnJourney journeys[PRN_CROWD_MOST] = { 0 };
  PrnTally *tallies[2][16];
  guint n_classes;
  const PrnChoice *classes = prn_odds_classes (run->odds, &n_classes);

  g_assert_cmpuint (n_classes, <=, G_N_ELEMENTS (tallies[0]));
  for (guint i = 0; i < n_classes; i++) {
    gboolean is_segment = classes[i].index != PRN_NONE;

    tallies[0][i] =
        is_segment ? prn_tally_set_segment (together, classes[i].index) : together->total;
    tallies[1][i] =
        is_segment ? prn_tally_set_segment (one_by_one, classes[i].index) : one_by_one->total;
  }

  for (guint64 first = 0; first < run->customers;) {
    guint n = prn_crowd_count_alike (count, first, prn_crowd_fits (crowd));

    g_assert_cmpuint (prn_crowd_walk (crowd, first, n), ==, PRN_NONE);
    prn_crowd_count_add (count, crowd, tallies[0]);
    prn_crowd_journeys (crowd, journeys, n);
    for (guint i = 0; i < crowd->n; i++)
      prn_tally_add_journey (tallies[1][crowd->classes[i]], &journeys[i]);
    for (guint i = crowd->n; i < n; i++)
      g_assert_cmpuint (journeys[i].n_moves, ==, 0);
    first += n;
  }
  for (guint i = 0; i < PRN_CROWD_MOST; i++)
    prn_journey_clear (&journeys[i]);
}

static PrnTallySet *
new_set (const PrnRun *run)
{
  PrnTallySet *set = prn_tally_set_new (run->plan, run->measures, TRUE, run->horizon, 0);

  prn_tally_set_segment_by_map (set);
  return set;
}

static GBytes *
report_of (PrnTallySet *set)
{
  g_autoptr (PrnReport) report = NULL;

  prn_tally_set_settle (set);
  report = prn_tally_set_report (set);
  return prn_report_to_json (report);
}

static void
check_map (PrnMap *map, guint64 customers, gint64 horizon)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnSimulationOptions options = { .customers = customers, .horizon = horizon };
  g_autoptr (PrnTallySet) together = NULL;
  g_autoptr (PrnTallySet) one_by_one = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) others = NULL;
  PrnRun run;

  g_assert_no_error (error);
  prn_run_init (&run, plan, &options, &error);
  g_assert_no_error (error);
  together = new_set (&run);
  one_by_one = new_set (&run);
  count_both_ways (&run, together, one_by_one);
  bytes = report_of (together);
  others = report_of (one_by_one);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (others, NULL), g_bytes_get_size (others));
  prn_run_clear (&run);
}

/* Few customers, who come in different months, and many, of whom a crowd comes in one. */
static void
test_templates (void)
{
  static const char *const names[] = { "customer-lifecycle", "customer-success",
                                       "five-stages",        "growth-loop",
                                       "retail-card",        "saas-trial-to-upgrade",
                                       "saas-two-phases" };
  static const guint64 customers[] = { 1, 3, 400, 30000 };
  static const gint64 horizons[] = { 0, 40 * PRN_DAY, PRN_YEAR, 10 * PRN_YEAR };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (PrnMap) map = prn_template_load (names[i], NULL);

    for (gsize k = 0; k < G_N_ELEMENTS (customers); k++)
      for (gsize l = 0; l < G_N_ELEMENTS (horizons); l++)
        check_map (map, customers[k], horizons[l]);
  }
}

static void
check_text (const char *text, guint64 customers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  check_map (map, customers, 3 * PRN_YEAR);
}

#define HEAD                                                                                       \
  "{\"format\": \"perennial-map\", \"version\": 1, \"population\": {\"arrivals\": \"1y\"}, "

/* Going round for long: paths that fit into no word, triggers that fire again and again. */
static void
test_long_journeys (void)
{
  check_text (HEAD
              "\"stages\": [{\"id\": \"a\", \"cost\": 1.5}, {\"id\": \"b\", \"role\": \"goal\", "
              "\"revenue_per_month\": 3}], "
              "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 0.99, "
              "\"delay\": {\"exponential\": \"5d\"}}, {\"id\": \"u\", \"from\": \"b\", "
              "\"to\": \"a\", \"share\": 0.99, \"delay\": {\"exponential\": \"5d\"}}]}",
              3000);
}

/* The stage they come in at is an exit, which they leave and come back to. */
static void
test_entry_is_exit (void)
{
  check_text (
      HEAD
      "\"stages\": [{\"id\": \"a\", \"role\": \"exit\"}, {\"id\": \"b\", \"role\": \"goal\"}], "
      "\"triggers\": [{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"share\": 0.7, "
      "\"delay\": {\"uniform\": [\"0d\", \"60d\"]}}, {\"id\": \"u\", \"from\": \"b\", "
      "\"to\": \"a\", \"share\": 0.6, \"delay\": {\"fixed\": \"30d\"}}]}",
      3000);
}

/* More triggers than a word has bits, from every stage to every other and to itself. */
static void
test_many_triggers (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"stages\": [");

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "%s{\"id\": \"s%u\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"triggers\": [");
  for (guint i = 0; i < 144; i++)
    g_string_append_printf (
        text,
        "%s{\"id\": \"t%u\", \"from\": \"s%u\", \"to\": \"s%u\", \"share\": 0.07, "
        "\"value\": %u, \"delay\": {\"exponential\": \"%ud\"}}",
        i > 0 ? ", " : "", i, i / 12, i % 12, i % 5, 3 + i % 40);
  g_string_append (text, "]}");
  check_text (text->str, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/crowd/templates", test_templates);
  g_test_add_func ("/engine/crowd/long-journeys", test_long_journeys);
  g_test_add_func ("/engine/crowd/entry-is-exit", test_entry_is_exit);
  g_test_add_func ("/engine/crowd/many-triggers", test_many_triggers);
  return g_test_run ();
}
