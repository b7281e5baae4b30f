/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Replaying again after a change gives what replaying from the beginning gives, to the byte.
 * PRN_TEST_SEED=N runs one case again, PRN_TEST_CASES=N more or fewer of them. */

#include "fixture.h"
#include "prn-replay-again.h"
#include "random-case.h"

#define N_CASES   1000
#define N_CHANGES 6

/* Changes one leaf of a condition. */
static void
change_condition (GRand *rand, PrnCondition *condition, const RandomUnit *unit)
{
  gint64 time = random_below (rand, 12) * unit->length;

  while (condition->kind == PRN_CONDITION_ALL || condition->kind == PRN_CONDITION_ANY)
    condition = &condition->members.items[random_below (rand, (int) condition->members.n)];

  if (condition->kind == PRN_CONDITION_EVENT && random_chance (rand, .5))
    condition->count = 1 + random_below (rand, 3);
  else if (condition->kind == PRN_CONDITION_EVENT)
    condition->within = random_chance (rand, .5) ? PRN_DURATION (time) : PRN_DURATION_NONE;
  else if (condition->kind == PRN_CONDITION_SCORE)
    *(condition->below == condition->below ? &condition->below : &condition->at_least) =
        random_below (rand, 9) * 5;
  else
    condition->duration = PRN_DURATION (time);
}

/* The map with another condition in one trigger: a leaf changed, or that of another one. */
static PrnMap *
change_map (GRand *rand, PrnMap *map, const RandomUnit *unit)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);
  const PrnTrigger *other;
  g_autoptr (PrnTrigger) changed = NULL;

  if (n == 0)
    return prn_map_ref (map);
  changed = prn_element_copy (triggers[random_below (rand, (int) n)]);
  other = triggers[random_below (rand, (int) n)];
  if (changed->when != NULL && random_chance (rand, .8)) {
    change_condition (rand, changed->when, unit);
  } else {
    g_autoptr (PrnTrigger) copy = prn_element_copy (other);
    PrnCondition *when = changed->when;

    changed->when = copy->when;
    copy->when = when;
  }
  return prn_map_with (map, changed);
}

static char *
json_of (PrnReport *report)
{
  g_autoptr (GBytes) bytes = prn_report_to_json (report);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static gboolean
is_the_same (PrnReplayMemory *memory, PrnMap *map, PrnLog *log, const PrnReplayOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  g_autoptr (PrnReport) again = NULL, whole = NULL;
  g_autofree char *ours = NULL, *theirs = NULL;

  g_assert_no_error (error);
  again = prn_replay_again (memory, plan, log, options, NULL, &error);
  g_assert_no_error (error);
  whole = prn_replay (plan, log, options, NULL, &error);
  g_assert_no_error (error);
  ours = json_of (again);
  theirs = json_of (whole);
  return g_str_equal (ours, theirs);
}

static gboolean
run_case (guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  gboolean is_stage_log = random_chance (rand, .05);
  const RandomUnit *unit = random_chance (rand, .5) ? &random_weeks : &random_seconds;
  g_autofree char *members = random_map (rand, FALSE, unit);
  g_autofree char *rows = random_rows (rand, is_stage_log, 12, unit);
  g_autoptr (PrnMap) map = fixture_map (members);
  g_autoptr (PrnLog) log =
      fixture_log (rows, is_stage_log ? random_stage_log_columns : random_columns,
                   1 << random_below (rand, 3), is_stage_log);
  g_autoptr (PrnReplayMemory) memory = prn_replay_memory_new ();
  PrnReplayOptions options = { .threads = 1 + (guint) random_below (rand, 2),
                               .segment_by = random_chance (rand, .2) ? "plan" : NULL,
                               .counts_only = random_chance (rand, .2) };
  gboolean same = is_the_same (memory, map, log, &options);

  for (guint i = 0; same && i < N_CHANGES; i++) {
    PrnMap *changed = change_map (rand, map, unit);

    prn_map_unref (map);
    map = changed;
    same = is_the_same (memory, map, log, &options);
  }
  if (!same)
    g_test_message ("seed %u\nmap %s\nrows %s", seed, members, rows);
  g_rand_free (rand);
  return same;
}

static void
test_same_report (void)
{
  const char *first = g_getenv ("PRN_TEST_SEED");
  guint32 seed = first != NULL ? (guint32) g_ascii_strtoull (first, NULL, 10) : 1;
  const char *cases = g_getenv ("PRN_TEST_CASES");
  guint32 n_cases = cases != NULL ? (guint32) g_ascii_strtoull (cases, NULL, 10) : N_CASES;
  guint32 end = first != NULL && cases == NULL ? seed + 1 : seed + n_cases;

  for (; seed < end; seed++)
    g_assert_true (run_case (seed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/replay-again/same-report", test_same_report);
  return g_test_run ();
}
