/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine against the plain second implementation, on random small maps and logs.
 * PRN_TEST_SEED=N runs one case again, PRN_TEST_CASES=N more or fewer of them. */

#include <string.h>

#include "fixture.h"
#include "prn-calibrate.h"
#include "prn-duration.h"
#include "prn-log-builder.h"
#include "prn-map-file.h"
#include "prn-odds.h"
#include "prn-schema.h"
#include "prn-replay.h"
#include "random-case.h"
#include "reference.h"

#define N_CASES 20000

static char *
engine_lines (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_replay (plan, log, options, NULL, &error);

  g_assert_no_error (error);
  return reference_lines (report);
}

static void
print_difference (guint32 seed,
                  const char *map,
                  const char *rows,
                  const char *engine,
                  const char *reference)
{
  g_auto (GStrv) ours = g_strsplit (engine, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (reference, "\n", -1);

  g_test_message ("seed %u\nmap %s\nrows %s", seed, map, rows);
  for (guint i = 0; ours[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) theirs, ours[i]))
      g_test_message ("engine    %s", ours[i]);
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) ours, theirs[i]))
      g_test_message ("reference %s", theirs[i]);
}

/* How much happened in a case, so that a generator that makes nothing happen is noticed. */
typedef struct {
  guint64 moves, timer_moves, chains, off_map, before;
} Coverage;

static void
note_coverage (Coverage *coverage, const PrnReport *report)
{
  guint64 moves = 0;

  for (guint i = 0; i < report->n_triggers; i++)
    moves += report->triggers[i].fired;
  coverage->moves += moves;
  if (moves + report->entered > report->rows.used)
    coverage->timer_moves += moves + report->entered - report->rows.used;
  for (guint i = 0; i < report->n_off_map; i++)
    coverage->off_map += report->off_map[i].moves;
  coverage->before += report->rows.before_entry;
}

static gboolean
run_case (guint32 seed, Coverage *coverage)
{
  GRand *rand = g_rand_new_with_seed (seed);
  gboolean is_stage_log = random_chance (rand, .12);
  int n_customers = 1 + random_below (rand, 4);
  const RandomUnit *unit = random_chance (rand, .5) ? &random_weeks : &random_seconds;
  g_autofree char *members = random_map (rand, is_stage_log, unit);
  g_autofree char *rows = random_rows (rand, is_stage_log, n_customers, unit);
  PrnReplayOptions options = { .has_as_of = random_chance (rand, .6),
                               .as_of = random_below (rand, 60) * unit->length,
                               .threads = 1 };
  g_autoptr (PrnMap) map = fixture_map (members);
  g_autoptr (PrnLog) log = fixture_log (rows, is_stage_log ? random_stage_log_columns : random_columns, 1 << random_below (rand, 3),
                                        is_stage_log);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnReport) report = prn_replay (plan, log, &options, NULL, NULL);
  g_autofree char *engine = engine_lines (plan, log, &options);
  g_autofree char *reference =
      reference_replay (map, log, options.has_as_of ? options.as_of : prn_log_last_time (log));
  gboolean same = g_str_equal (engine, reference);

  if (!same)
    print_difference (seed, members, rows, engine, reference);
  note_coverage (coverage, report);
  g_rand_free (rand);
  return same;
}

static void
test_same_integers (void)
{
  const char *first = g_getenv ("PRN_TEST_SEED");
  guint32 seed = first != NULL ? (guint32) g_ascii_strtoull (first, NULL, 10) : 1;
  const char *cases = g_getenv ("PRN_TEST_CASES");
  guint32 n_cases = cases != NULL ? (guint32) g_ascii_strtoull (cases, NULL, 10) : N_CASES;
  guint32 end = first != NULL && cases == NULL ? seed + 1 : seed + n_cases;
  Coverage coverage = { 0 };
  guint n_different = 0;

  for (; seed < end && n_different < 3; seed++)
    n_different += !run_case (seed, &coverage);
  g_assert_cmpuint (n_different, ==, 0);

  g_test_message (
      "%lu moves, %lu without a row of their own, %lu off the map, %lu rows before entry",
      coverage.moves, coverage.timer_moves, coverage.off_map, coverage.before);
  if (first == NULL && cases == NULL) {
    g_assert_cmpuint (coverage.moves, >, N_CASES);
    g_assert_cmpuint (coverage.timer_moves, >, N_CASES / 4);
    g_assert_cmpuint (coverage.off_map, >, N_CASES / 20);
    g_assert_cmpuint (coverage.before, >, N_CASES / 4);
  }
}

/* The map with shares of their own for some segments, and some of these in the population. */
static PrnMap *
with_segments (GRand *rand, PrnMap *map)
{
  guint n_triggers, n_segments;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n_triggers);
  const PrnSegment *const *segments = prn_map_segments (map, &n_segments);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) with_triggers = NULL;
  PrnMap *result;
  PrnPopulation population;

  prn_record_copy (&prn_population_record, &population, prn_map_get_population (map));
  for (guint i = 0; i < n_segments; i++)
    if (random_chance (rand, .6)) {
      guint n = population.segments.n;

      prn_list_resize ((PrnList *) &population.segments, &prn_segment_weight_record, n + 1);
      prn_element_set_text (&population.segments.items[n].ref, prn_element_id (segments[i]));
      population.segments.items[n].weight = .1;
    }
  for (guint i = 0; i < n_triggers; i++) {
    PrnTrigger *trigger = prn_element_copy (triggers[i]);

    for (guint k = 0; k < n_segments; k++)
      if (random_chance (rand, .3)) {
        guint n = trigger->by_segment.n;

        prn_list_resize ((PrnList *) &trigger->by_segment, &prn_by_segment_record, n + 1);
        prn_element_set_text (&trigger->by_segment.items[n].segment,
                              prn_element_id (segments[k]));
        trigger->by_segment.items[n].share = .05;
      }
    g_ptr_array_add (changed, trigger);
  }
  with_triggers = prn_map_with_all (map, changed->pdata, changed->len);
  result = prn_map_with_population (with_triggers, &population);
  prn_record_clear (&prn_population_record, &population);
  return result;
}

/* Whatever the map and the log, a calibrated map can be written, read and simulated: its shares
 * fit. */
static void
calibrate_case (guint32 seed, gboolean complete)
{
  GRand *rand = g_rand_new_with_seed (seed);
  gboolean is_stage_log = random_chance (rand, .5);
  g_autofree char *members = random_map (rand, is_stage_log, &random_seconds);
  g_autofree char *rows = random_rows (rand, is_stage_log, 1 + random_below (rand, 12), &random_seconds);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) plain = fixture_map (members);
  g_autoptr (PrnMap) map = with_segments (rand, plain);
  g_autoptr (PrnLog) log =
      fixture_log (rows, is_stage_log ? random_stage_log_columns : random_columns, 1, is_stage_log);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnCalibration) calibration =
      prn_calibrate (plan, log, NULL, complete, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PrnMap) again = NULL;
  g_autoptr (PrnPlan) calibrated = NULL;
  g_autoptr (PrnOdds) odds = NULL;
  guint n_classes;

  g_assert_no_error (error);
  bytes = prn_map_print (calibration->map);
  again = prn_map_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  calibrated = prn_plan_new (again, &error);
  g_assert_no_error (error);
  odds = prn_odds_new (calibrated, &error);
  g_assert_no_error (error);

  prn_odds_classes (odds, &n_classes);
  for (guint c = 0; c < n_classes; c++)
    for (guint32 i = 0; i < calibrated->n_stages; i++) {
      PrnBranches ways = prn_odds_branches (odds, c, i);
      double sum = 0;

      for (guint k = 0; k < ways.n; k++)
        sum += ways.branches[k].share;
      g_assert_cmpfloat (sum, <=, 1 + 1e-9);
    }
  g_rand_free (rand);
}

static void
test_calibration_fits (void)
{
  for (guint32 seed = 1; seed <= 2000; seed++)
    calibrate_case (seed, seed % 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/property/same-integers", test_same_integers);
  g_test_add_func ("/engine/property/calibration-fits", test_calibration_fits);
  return g_test_run ();
}
