/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-run.h"

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
  run->horizon = MIN (run->horizon, PRN_WAYS_FOR_EVER - 1);
  if (run->odds == NULL)
    return FALSE;
  run->ways = prn_ways_new (plan, run->odds);
  run->measures = prn_measures_new (plan, TRUE, 0, run->horizon, NULL, error);
  return run->measures != NULL;
}

void
prn_run_clear (PrnRun *run)
{
  g_clear_pointer (&run->ways, prn_ways_free);
  g_clear_pointer (&run->odds, prn_odds_free);
  g_clear_pointer (&run->measures, prn_measures_unref);
  g_clear_pointer (&run->plan, prn_plan_unref);
}
