/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-replay MAP LOG ROUNDS
 *
 * Measures, in turn and in one process on one thread, what reading a log costs, replaying it with
 * plain counts, replaying it with the whole report, and replaying it again in memory after the
 * condition of a trigger was changed: the mean over all triggers, each changed and changed back.
 * Prints a row of JSON for each round: microseconds of processor time for `read`, `counts`,
 * `report`, `again`. */

#include <stdlib.h>
#include <time.h>

#include "prn-duration.h"
#include "prn-log-read.h"
#include "prn-map-file.h"
#include "prn-replay-again.h"

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* The map with a longer wait in a trigger's condition, or more rows of its event. */
static PrnMap *
change_condition (PrnMap *map, const PrnTrigger *trigger, int round)
{
  g_autoptr (PrnTrigger) changed = prn_element_copy (trigger);
  PrnCondition *when = changed->when;

  if (when->duration.us >= 0)
    when->duration = PRN_DURATION (when->duration.us + (round + 1) * PRN_DAY);
  else
    when->count++;
  return prn_map_with (map, changed);
}

static double
replay (PrnMap *map, PrnLog *log, gboolean counts_only, GError **error)
{
  double start = now ();
  PrnReplayOptions options = { .threads = 1, .counts_only = counts_only };
  g_autoptr (PrnPlan) plan = prn_plan_new (map, error);
  g_autoptr (PrnReport) report =
      plan != NULL ? prn_replay (plan, log, &options, NULL, error) : NULL;

  return now () - start;
}

static double
replay_again (PrnReplayMemory *memory, PrnMap *map, PrnLog *log, GError **error)
{
  double start = now ();
  PrnReplayOptions options = { .threads = 1 };
  g_autoptr (PrnPlan) plan = prn_plan_new (map, error);
  g_autoptr (PrnReport) report =
      plan != NULL ? prn_replay_again (memory, plan, log, &options, NULL, error) : NULL;

  return now () - start;
}

/* The mean over the triggers, each changed and changed back. */
static double
replay_after_changes (PrnMap *map, PrnLog *log, int round, GError **error)
{
  g_autoptr (PrnReplayMemory) memory = prn_replay_memory_new ();
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);
  double sum = 0;

  replay_again (memory, map, log, error);
  for (guint i = 0; i < n && *error == NULL; i++) {
    g_autoptr (PrnMap) changed = change_condition (map, triggers[i], round);

    sum += replay_again (memory, changed, log, error);
    if (*error == NULL)
      sum += replay_again (memory, map, log, error);
  }
  return sum / (2 * n);
}

static void
run_round (PrnMap *map, const char *path, int round, GError **error)
{
  g_autoptr (PrnPlan) plan = prn_plan_new (map, error);
  PrnLogOptions options = { .threads = 1 };
  g_autoptr (PrnLog) log = NULL;
  double start, read, counts, report, again;

  if (plan == NULL)
    return;
  options.columns = prn_plan_columns (plan);
  start = now ();
  log = prn_log_read (path, &options, NULL, NULL, error);
  read = now () - start;
  if (log == NULL)
    return;

  counts = replay (map, log, TRUE, error);
  if (*error == NULL)
    report = replay (map, log, FALSE, error);
  if (*error == NULL)
    again = replay_after_changes (map, log, round, error);
  if (*error == NULL)
    g_print ("{\"read\": %.0f, \"counts\": %.0f, \"report\": %.0f, \"again\": %.0f}\n", read,
             counts, report, again);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;

  if (argc != 4) {
    g_printerr ("usage: bench-replay MAP LOG ROUNDS\n");
    return 2;
  }
  map = prn_map_load (argv[1], NULL, &error);
  for (int i = 0; map != NULL && error == NULL && i < atoi (argv[3]); i++)
    run_round (map, argv[2], i, &error);
  if (error != NULL) {
    g_printerr ("bench-replay: %s\n", error->message);
    return 3;
  }
  return 0;
}
