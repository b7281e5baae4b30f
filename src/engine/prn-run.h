/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-measures.h"
#include "prn-odds.h"
#include "prn-simulate.h"
#include "prn-walk.h"

G_BEGIN_DECLS

/**
 * PrnRun:
 * @plan: the map
 * @odds: its numbers
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
gboolean prn_run_init (PrnRun *run, PrnPlan *plan, const PrnSimulationOptions *options,
                       GError **error);

/**
 * prn_run_clear:
 * @run: a run
 */
void prn_run_clear (PrnRun *run);

/**
 * prn_run_customer:
 * @run: a run
 * @customer: which one, below the number of customers
 * @walk: of the same plan; its journey is then the customer's, without a move if he arrives after
 *   the horizon
 * @class_index: (out): the class he was drawn into
 *
 * Walks one customer. What he does depends on the seed and @customer alone, but for the time of
 * his arrival, which is @customer·arrivals/customers.
 *
 * Returns: %PRN_NONE, or a stage from which he goes round without any time passing
 */
guint32 prn_run_customer (const PrnRun *run, guint64 customer, PrnWalk *walk, guint *class_index);

G_END_DECLS
