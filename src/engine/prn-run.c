/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-run.h"

#include "prn-philox.h"

/* Moves of a customer in one instant that only a round without an end makes. */
#define MAX_MOVES_AT_ONCE 100000

gboolean
prn_run_init (PrnRun *run, PrnPlan *plan, const PrnSimulationOptions *options, GError **error)
{
  const PrnPopulation *population = prn_map_get_population (plan->map);

  *run = (PrnRun){
    .plan = prn_plan_ref (plan),
    .odds = prn_odds_new (plan, error),
    .seed = (guint64) population->seed,
    .customers = (guint64) population->customers,
    .horizon = population->horizon.us,
    .arrivals = population->arrivals.us,
  };
  if (options != NULL && options->customers > 0)
    run->customers = options->customers;
  if (options != NULL && options->horizon >= 0)
    run->horizon = options->horizon;
  if (options != NULL && options->has_seed)
    run->seed = options->seed;
  if (run->odds != NULL)
    run->measures = prn_measures_new (plan, TRUE, 0, run->horizon, NULL, error);
  return run->measures != NULL;
}

void
prn_run_clear (PrnRun *run)
{
  g_clear_pointer (&run->odds, prn_odds_free);
  g_clear_pointer (&run->measures, prn_measures_unref);
  g_clear_pointer (&run->plan, prn_plan_unref);
}

static gint64
arrival_of (const PrnRun *run, guint64 customer)
{
  guint64 arrivals = (guint64) run->arrivals;

  /* customer·arrivals/customers without a product of more than 64 bits, where that is possible. */
  if (run->customers > G_MAXUINT32)
    return (gint64) ((unsigned __int128) customer * arrivals / run->customers);
  return (gint64) (customer * (arrivals / run->customers) +
                   customer * (arrivals % run->customers) / run->customers);
}

/* Draws two numbers for each visit, used or not, so that a changed share moves no other draw. */
static guint32
walk_on (const PrnRun *run, PrnWalk *walk, PrnStream *stream, guint class_index)
{
  const PrnBranches *by_stage = prn_odds_of_class (run->odds, class_index);
  guint at_once = 0;

  for (;;) {
    PrnBranches ways = by_stage[walk->stage];
    double which = prn_stream_next (stream);
    double how_long = prn_stream_next (stream);
    gint64 delay;
    guint i = 0;

    while (i < ways.n && which >= ways.branches[i].until)
      i++;
    if (i == ways.n)
      return PRN_NONE;

    delay = prn_sampler_draw (ways.branches[i].sampler, how_long);
    if (delay > run->horizon - walk->entered)
      return PRN_NONE;

    at_once = delay > 0 ? 0 : at_once + 1;
    if (at_once > MAX_MOVES_AT_ONCE)
      return walk->stage;
    prn_walk_fire (walk, ways.branches[i].edge, walk->entered + delay);
  }
}

guint32
prn_run_customer (const PrnRun *run, guint64 customer, PrnWalk *walk, guint *class_index)
{
  gint64 arrival = arrival_of (run, customer);
  const PrnChoice *entries, *classes;
  guint n_entries, n_classes, entry;
  PrnStream stream;

  *class_index = 0;
  prn_walk_begin (walk);
  if (arrival > run->horizon)
    return PRN_NONE;

  entries = prn_odds_entries (run->odds, &n_entries);
  classes = prn_odds_classes (run->odds, &n_classes);
  prn_stream_init (&stream, run->seed, customer);
  entry = prn_choice_draw (entries, n_entries, prn_stream_next (&stream));
  *class_index = prn_choice_draw (classes, n_classes, prn_stream_next (&stream));
  prn_walk_let_in (walk, entries[entry].index, arrival);
  return walk_on (run, walk, &stream, *class_index);
}
