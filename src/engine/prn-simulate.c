/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-simulate.h"

#include <glib/gi18n-lib.h>

#include "prn-compare.h"
#include "prn-crowd-count.h"
#include "prn-error.h"
#include "prn-instant.h"
#include "prn-move-log.h"
#include "prn-scenario.h"
#include "prn-tally-set.h"
#include "prn-threads.h"
#include "prn-worth.h"

/* Customers a thread takes at a time. */
#define CUSTOMERS_AT_A_TIME 4096

/**
 * Simulation:
 * @runs: (array length=n_runs): the map as it is, then its scenarios
 * @log: (nullable): takes the moves in the map as it is
 * @customers: the most that any of them has
 * @next: atomic: the first customer nobody has taken
 * @stopped: atomic
 * @round: atomic: 1 + a stage of a round that takes no time
 *
 * What the threads share.
 */
typedef struct {
  PrnRun *runs;
  guint n_runs;
  PrnMoveLog *log;
  PrnProgress *progress;
  guint64 customers;
  guint64 next;
  int stopped;
  int round;
} Simulation;

/* What is counted of one run: in the first one nothing is compared. @tallies are by class, each
 * looked up when it is first needed. */
typedef struct {
  PrnCrowd *crowd;
  PrnCrowdCount *count;
  PrnJourney *journeys;
  PrnTallySet *set;
  PrnTally **tallies;
  PrnCompare *compare;
} Count;

typedef struct {
  Simulation *simulation;
  Count *counts;
  GString *rows;
} Worker;

static void
stop (Simulation *simulation)
{
  g_atomic_int_set (&simulation->stopped, TRUE);
  if (simulation->log != NULL)
    prn_move_log_stop (simulation->log);
}

static guint32
segment_of (const PrnRun *run, guint class_index)
{
  guint n;

  return prn_odds_classes (run->odds, &n)[class_index].index;
}

/* A customer is in one class: he is counted to its segment alone, or else to the total, which gets
 * the segments in the end. */
static inline void
make_tally (Count *to, const PrnRun *run, guint class_index)
{
  guint32 segment;

  if (G_LIKELY (to->tallies[class_index] != NULL))
    return;
  segment = segment_of (run, class_index);
  to->tallies[class_index] =
      segment != PRN_NONE ? prn_tally_set_segment (to->set, segment) : to->set->total;
}

static void
add_segments_to_total (PrnTallySet *set)
{
  for (guint i = 0; i < set->n_segments; i++)
    if (set->segments[i] != NULL)
      prn_tally_merge (set->total, set->segments[i], NULL);
}

/* Sends some customers through one of the maps. */
static gboolean
walk (Worker *worker, guint which, guint64 first, guint n)
{
  Simulation *simulation = worker->simulation;
  guint32 round = prn_crowd_walk (worker->counts[which].crowd, first, n);

  if (round == PRN_NONE)
    return TRUE;
  g_atomic_int_set (&simulation->round, (int) round + 1);
  stop (simulation);
  return FALSE;
}

static void
count (Worker *worker, guint which)
{
  Count *to = &worker->counts[which];
  const PrnCrowd *crowd = to->crowd;

  for (guint i = 0; i < crowd->n; i++)
    make_tally (to, crowd->run, crowd->classes[i]);
  prn_crowd_count_add (to->count, crowd, to->tallies);
}

static void
print_moves (Worker *worker, guint64 first)
{
  const Count *from = &worker->counts[0];
  const PrnCrowd *crowd = from->crowd;

  for (guint i = 0; i < crowd->n; i++)
    prn_move_log_print (worker->simulation->log, &from->journeys[i], first + i,
                        segment_of (crowd->run, crowd->classes[i]), worker->rows);
}

static gint64
money_of (const PrnRun *run, const PrnJourney *journey)
{
  gint64 discounted;

  return prn_worth_of_journey (run->measures, journey, &discounted);
}

static void
compare (Worker *worker, guint which, guint n)
{
  const PrnRun *runs = worker->simulation->runs;
  Count *to = &worker->counts[which];
  const PrnJourney *base = worker->counts[0].journeys;
  const PrnJourney *other = to->journeys;

  for (guint i = 0; i < n; i++)
    prn_compare_add (to->compare, &base[i], &other[i], money_of (&runs[0], &base[i]),
                     money_of (&runs[which], &other[i]));
}

/* To be counted, customers need not be told apart as neatly. */
static gboolean
needs_journeys (const Simulation *simulation)
{
  return simulation->log != NULL || simulation->n_runs > 1;
}

/* Some customers from @first on; returns the one after the last of them. */
static guint64
simulate_crowd (Worker *worker, guint64 first, guint64 end)
{
  guint n = (guint) MIN (end - first, PRN_CROWD_MOST);

  for (guint i = 0; i < worker->simulation->n_runs; i++)
    n = MIN (n, prn_crowd_fits (worker->counts[i].crowd));
  for (guint i = 0; i < worker->simulation->n_runs; i++)
    n = prn_crowd_count_alike (worker->counts[i].count, first, n);
  for (guint i = 0; i < worker->simulation->n_runs; i++) {
    if (!walk (worker, i, first, n))
      return end;
    count (worker, i);
    if (needs_journeys (worker->simulation))
      prn_crowd_journeys (worker->counts[i].crowd, worker->counts[i].journeys, n);
    if (i == 0 && worker->simulation->log != NULL)
      print_moves (worker, first);
    if (i > 0)
      compare (worker, i, n);
  }
  return first + n;
}

/* Done by the thread itself, so that no other one writes near to what it writes. */
static void
worker_init (Worker *worker)
{
  const Simulation *simulation = worker->simulation;

  worker->rows = g_string_new (NULL);
  worker->counts = g_new0 (Count, simulation->n_runs);
  for (guint i = 0; i < simulation->n_runs; i++) {
    const PrnRun *run = &simulation->runs[i];
    Count *to = &worker->counts[i];
    guint n_classes;

    to->crowd = prn_crowd_new (run);
    to->count = prn_crowd_count_new (run);
    to->journeys = g_new0 (PrnJourney, PRN_CROWD_MOST);
    to->set = prn_tally_set_new (run->plan, run->measures, TRUE, run->horizon, 0);
    prn_tally_set_segment_by_map (to->set);
    prn_odds_classes (run->odds, &n_classes);
    to->tallies = g_new0 (PrnTally *, n_classes);
    if (i > 0)
      to->compare = prn_compare_new (simulation->runs[0].plan);
  }
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  Simulation *simulation = worker->simulation;

  worker_init (worker);
  while (!g_atomic_int_get (&simulation->stopped)) {
    guint64 first =
        __atomic_fetch_add (&simulation->next, CUSTOMERS_AT_A_TIME, __ATOMIC_RELAXED);
    guint64 end = MIN (first + CUSTOMERS_AT_A_TIME, simulation->customers);

    if (first >= simulation->customers)
      break;
    g_string_truncate (worker->rows, 0);
    for (guint64 i = first; i < end && !g_atomic_int_get (&simulation->stopped);)
      i = simulate_crowd (worker, i, end);
    prn_progress_set (simulation->progress, end, simulation->customers);
    if (prn_progress_is_cancelled (simulation->progress))
      stop (simulation);
    if (simulation->log != NULL && !prn_move_log_put (simulation->log, first, end, worker->rows))
      stop (simulation);
  }
  for (guint i = 0; i < simulation->n_runs; i++)
    prn_tally_set_settle (worker->counts[i].set);
  return NULL;
}

static void
worker_clear (Worker *worker)
{
  for (guint i = 0; i < worker->simulation->n_runs; i++) {
    Count *of = &worker->counts[i];

    for (guint k = 0; k < PRN_CROWD_MOST; k++)
      prn_journey_clear (&of->journeys[k]);
    g_free (of->journeys);
    g_free (of->tallies);
    g_clear_pointer (&of->crowd, prn_crowd_free);
    g_clear_pointer (&of->count, prn_crowd_count_free);
    g_clear_pointer (&of->set, prn_tally_set_free);
    g_clear_pointer (&of->compare, prn_compare_free);
  }
  g_free (worker->counts);
  g_string_free (worker->rows, TRUE);
}

static void
worker_merge (Worker *worker, const Worker *other)
{
  for (guint i = 0; i < worker->simulation->n_runs; i++) {
    prn_tally_set_merge (worker->counts[i].set, other->counts[i].set);
    if (i > 0)
      prn_compare_merge (worker->counts[i].compare, other->counts[i].compare);
  }
}

/* @all gets the sum. */
static void
run_workers (Simulation *simulation, guint n_threads, Worker *all)
{
  g_autofree Worker *workers = g_new0 (Worker, n_threads);

  for (guint i = 0; i < n_threads; i++)
    workers[i].simulation = simulation;
  prn_threads_run ("simulate", work, workers, sizeof *workers, n_threads);
  for (guint i = 1; i < n_threads; i++) {
    worker_merge (&workers[0], &workers[i]);
    worker_clear (&workers[i]);
  }
  *all = workers[0];
  for (guint i = 0; i < simulation->n_runs; i++)
    add_segments_to_total (all->counts[i].set);
}

/* Why it was stopped, if it was. */
static gboolean
set_error_if_stopped (Simulation *simulation, GError **error)
{
  int round = g_atomic_int_get (&simulation->round);

  if (round > 0) {
    g_autofree char *place = g_strdup_printf ("stages[%d]", round - 1);

    prn_set_error_at (
        error, PRN_ERROR_LIMIT, place,
        _ ("customers go round from “%s” back to it without any time passing; give a trigger on "
           "the "
           "way a delay"),
        prn_element_label (prn_map_nth (simulation->runs[0].plan->map, PRN_KIND_STAGE, round - 1)));
    return TRUE;
  }
  if (prn_progress_is_cancelled (simulation->progress) &&
      g_cancellable_set_error_if_cancelled (simulation->progress->cancellable, error))
    return TRUE;
  return simulation->log != NULL && !prn_move_log_finish (simulation->log, error);
}

static PrnReport *
make_report (const Simulation *simulation, const Worker *all, const char *const *scenarios)
{
  PrnReport *report = prn_tally_set_report (all->counts[0].set);

  report->n_scenarios = simulation->n_runs - 1;
  report->scenarios = g_new0 (PrnReportScenario, report->n_scenarios);
  for (guint i = 0; i < report->n_scenarios; i++) {
    const PrnRun *run = &simulation->runs[i + 1];
    const PrnScenario *scenario = prn_map_lookup (run->plan->map, scenarios[i]);
    PrnReportScenario *to = &report->scenarios[i];

    to->id = g_strdup (scenario->element.id);
    to->name = g_strdup (scenario->name);
    to->report = prn_tally_set_report (all->counts[i + 1].set);
    prn_compare_fill (all->counts[i + 1].compare, to);
  }
  return report;
}

/* A scenario's map as a run; errors say which scenario it is about. */
static gboolean
init_scenario (PrnRun *run, PrnMap *map, const char *id, const PrnSimulationOptions *options,
               GError **error)
{
  g_autoptr (PrnMap) changed = prn_map_with_scenario (map, id, error);
  g_autoptr (PrnPlan) plan = NULL;

  if (changed == NULL)
    return FALSE;
  plan = prn_plan_new (changed, error);
  if (plan != NULL && prn_run_init (run, plan, options, error))
    return TRUE;
  g_prefix_error (error, _ ("in the scenario “%s”: "), id);
  return FALSE;
}

static gboolean
init_runs (Simulation *simulation, PrnPlan *plan, const PrnSimulationOptions *options,
           GError **error)
{
  if (!prn_run_init (&simulation->runs[0], plan, options, error))
    return FALSE;
  for (guint i = 1; i < simulation->n_runs; i++)
    if (!init_scenario (&simulation->runs[i], plan->map, options->scenarios[i - 1], options, error))
      return FALSE;
  for (guint i = 0; i < simulation->n_runs; i++)
    simulation->customers = MAX (simulation->customers, simulation->runs[i].customers);
  return TRUE;
}

static gboolean
open_log (Simulation *simulation, const char *path, GError **error)
{
  if (simulation->runs[0].horizon > PRN_INSTANT_MAX) {
    prn_set_error_at (error, PRN_ERROR_RANGE, path,
                      _ ("times after the year 9999 cannot be written; choose a shorter horizon"));
    return FALSE;
  }
  simulation->log = prn_move_log_open (path, simulation->runs[0].plan, error);
  return simulation->log != NULL;
}

PrnReport *
prn_simulate (PrnPlan *plan,
              const PrnSimulationOptions *options,
              PrnProgress *progress,
              GError **error)
{
  const PrnSimulationOptions plain = { .horizon = -1 };
  const PrnSimulationOptions *how = options != NULL ? options : &plain;
  guint n_runs = 1 + (how->scenarios != NULL ? g_strv_length ((char **) how->scenarios) : 0);
  g_autofree PrnRun *runs = g_new0 (PrnRun, n_runs);
  Simulation simulation = { .runs = runs, .n_runs = n_runs, .progress = progress };
  PrnReport *report = NULL;

  if (init_runs (&simulation, plan, how, error) &&
      (how->log_path == NULL || open_log (&simulation, how->log_path, error))) {
    Worker all = { 0 };

    run_workers (&simulation, prn_threads_number (how->threads), &all);
    if (!set_error_if_stopped (&simulation, error))
      report = make_report (&simulation, &all, how->scenarios);
    worker_clear (&all);
  }

  g_clear_pointer (&simulation.log, prn_move_log_free);
  for (guint i = 0; i < n_runs; i++)
    prn_run_clear (&runs[i]);
  return report;
}
