/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-measures.h"
#include "prn-simulate.h"
#include "prn-ways.h"

G_BEGIN_DECLS

/**
 * PrnRun:
 * @plan: the map
 * @odds: its numbers
 * @ways: the same to walk by
 * @measures: what is counted beyond moves
 * @seed: key of the random numbers
 * @customers: how many
 * @horizon: end of observation
 * @arrivals: over which time they arrive
 *
 * A map with its population, ready to be simulated. Immutable and shared by threads.
 */
typedef struct {
  PrnPlan *plan;
  PrnOdds *odds;
  PrnWays *ways;
  PrnMeasures *measures;
  guint64 seed, customers;
  gint64 horizon, arrivals;
} PrnRun;

/**
 * prn_run_init:
 * @run: (out): a run; to be cleared even if this fails
 * @plan: the map
 * @options: (nullable): what to take in the place of the population's numbers
 * @error: return location: shares over 1, no entry with a weight
 *
 * Returns: whether there is something to simulate
 */
gboolean
prn_run_init (PrnRun *run, PrnPlan *plan, const PrnSimulationOptions *options, GError **error);

/**
 * prn_run_arrival:
 * @run: a run
 * @customer: a customer of it, by number
 *
 * Returns: when the customer arrives: customer·arrivals/customers
 */
static inline gint64
prn_run_arrival (const PrnRun *run, guint64 customer)
{
  return (gint64) ((unsigned __int128) customer * (guint64) run->arrivals / run->customers);
}

/**
 * prn_run_clear:
 * @run: a run
 */
void prn_run_clear (PrnRun *run);

G_END_DECLS
