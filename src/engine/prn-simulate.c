/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-simulate.h"

#include "prn-error.h"
#include "prn-odds.h"
#include "prn-philox.h"
#include "prn-sampler.h"
#include "prn-tally-report.h"
#include "prn-walk.h"

/* Customers a thread takes at a time. */
#define CUSTOMERS_AT_A_TIME 4096

/* Moves of a customer in one instant that only a round without an end makes. */
#define MAX_MOVES_AT_ONCE 100000

/* What the threads share. */
typedef struct {
  PrnPlan *plan;
  const PrnOdds *odds;
  PrnProgress *progress;
  guint64 seed, customers;
  gint64 horizon, arrivals;
  guint64 next;  /* atomic: the first customer nobody has taken */
  int stopped;   /* atomic */
  int round;     /* atomic: 1 + a stage of a round that takes no time */
} Simulation;

typedef struct {
  Simulation *simulation;
  PrnTally *tally;
  PrnWalk walk;
} Worker;

static gint64
arrival_of (const Simulation *simulation, guint64 customer)
{
  return (gint64) ((unsigned __int128) customer * (guint64) simulation->arrivals /
                   simulation->customers);
}

/* Draws two numbers for each visit, used or not, so that a changed share moves no other draw. */
static void
walk_on (Worker *worker, PrnStream *stream, guint class_index)
{
  Simulation *simulation = worker->simulation;
  PrnWalk *walk = &worker->walk;
  guint at_once = 0;

  for (;;) {
    PrnBranches ways = prn_odds_branches (simulation->odds, class_index, walk->stage);
    double which = prn_stream_next (stream);
    double how_long = prn_stream_next (stream);
    gint64 delay;
    guint i = 0;

    while (i < ways.n && which >= ways.branches[i].until)
      i++;
    if (i == ways.n)
      return;

    delay = prn_sampler_delay (ways.branches[i].delay, how_long);
    if (delay > simulation->horizon - walk->entered)
      return;

    at_once = delay > 0 ? 0 : at_once + 1;
    if (at_once > MAX_MOVES_AT_ONCE) {
      g_atomic_int_set (&simulation->round, (int) walk->stage + 1);
      g_atomic_int_set (&simulation->stopped, TRUE);
      return;
    }
    prn_walk_fire (walk, ways.branches[i].edge, walk->entered + delay);
  }
}

static void
simulate_customer (Worker *worker, guint64 customer)
{
  Simulation *simulation = worker->simulation;
  gint64 arrival = arrival_of (simulation, customer);
  const PrnChoice *entries, *classes;
  guint n_entries, n_classes, entry, class_index;
  PrnStream stream;

  if (arrival > simulation->horizon)
    return;

  entries = prn_odds_entries (simulation->odds, &n_entries);
  classes = prn_odds_classes (simulation->odds, &n_classes);
  prn_stream_init (&stream, simulation->seed, customer);
  entry = prn_choice_draw (entries, n_entries, prn_stream_next (&stream));
  class_index = prn_choice_draw (classes, n_classes, prn_stream_next (&stream));

  prn_walk_begin (&worker->walk);
  prn_walk_let_in (&worker->walk, entries[entry].index, arrival);
  walk_on (worker, &stream, class_index);
  prn_tally_add_journey (worker->tally, &worker->walk.journey);
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  Simulation *simulation = worker->simulation;

  while (!g_atomic_int_get (&simulation->stopped)) {
    guint64 first =
        __atomic_fetch_add (&simulation->next, CUSTOMERS_AT_A_TIME, __ATOMIC_RELAXED);
    guint64 end = MIN (first + CUSTOMERS_AT_A_TIME, simulation->customers);

    if (first >= simulation->customers)
      break;
    for (guint64 i = first; i < end && !g_atomic_int_get (&simulation->stopped); i++)
      simulate_customer (worker, i);
    prn_progress_set (simulation->progress, end, simulation->customers);
    if (prn_progress_is_cancelled (simulation->progress))
      g_atomic_int_set (&simulation->stopped, TRUE);
  }
  return NULL;
}

/* The calling thread works as well. */
static PrnTally *
run (Simulation *simulation, guint n_threads)
{
  g_autofree Worker *workers = g_new0 (Worker, n_threads);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  for (guint i = 0; i < n_threads; i++) {
    workers[i].simulation = simulation;
    workers[i].tally = prn_tally_new (simulation->plan, 0);
    prn_walk_init (&workers[i].walk, simulation->plan, simulation->horizon);
  }
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("simulate", work, &workers[i]);
  work (&workers[0]);

  for (guint i = 0; i < n_threads; i++) {
    if (i > 0) {
      g_thread_join (threads[i]);
      prn_tally_merge (workers[0].tally, workers[i].tally);
      prn_tally_free (workers[i].tally);
    }
    prn_walk_clear (&workers[i].walk);
  }
  return workers[0].tally;
}

static gboolean
set_error_if_stopped (Simulation *simulation, GError **error)
{
  int round = g_atomic_int_get (&simulation->round);

  if (round > 0) {
    g_autofree char *place = g_strdup_printf ("stages[%d]", round - 1);

    prn_set_error_at (error, PRN_ERROR_LIMIT, place,
                      "customers go round from “%s” back to it without any time passing; give a "
                      "trigger on the way a delay",
                      prn_element_label (
                          prn_map_nth (simulation->plan->map, PRN_KIND_STAGE, round - 1)));
    return TRUE;
  }
  return prn_progress_is_cancelled (simulation->progress) &&
         g_cancellable_set_error_if_cancelled (simulation->progress->cancellable, error);
}

PrnReport *
prn_simulate (PrnPlan *plan,
              const PrnSimulationOptions *options,
              PrnProgress *progress,
              GError **error)
{
  const PrnPopulation *population = prn_map_get_population (plan->map);
  g_autoptr (PrnOdds) odds = prn_odds_new (plan, error);
  g_autoptr (PrnTally) tally = NULL;
  guint n_threads = options != NULL ? options->threads : 0;
  Simulation simulation = {
    .plan = plan,
    .odds = odds,
    .progress = progress,
    .seed = (guint64) population->seed,
    .customers = (guint64) population->customers,
    .horizon = population->horizon.us,
    .arrivals = population->arrivals.us,
  };

  if (odds == NULL)
    return NULL;
  if (options != NULL && options->customers > 0)
    simulation.customers = options->customers;
  if (options != NULL && options->horizon >= 0)
    simulation.horizon = options->horizon;
  if (options != NULL && options->has_seed)
    simulation.seed = options->seed;

  tally = run (&simulation, n_threads > 0 ? n_threads : g_get_num_processors ());
  if (set_error_if_stopped (&simulation, error))
    return NULL;
  return prn_tally_report (tally, plan, NULL, simulation.horizon);
}
