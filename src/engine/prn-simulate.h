/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-plan.h"
#include "prn-progress.h"
#include "prn-report.h"

G_BEGIN_DECLS

/**
 * PrnSimulationOptions:
 * @customers: how many; 0: as the map's population says
 * @horizon: end of observation in microseconds after the first arrival; negative: as the
 *   population says
 * @has_seed: whether @seed is given; else it is the population's
 * @seed: key of the random numbers
 * @threads: 0: as many as there are processors; the report is the same to the byte
 * @scenarios: (nullable) (array zero-terminated=1): ids of scenarios to compare with the map as it
 *   is; what is given above goes before what they say of the population
 * @log_path: (nullable): where to write what the customers do in the map as it is, as a log that
 *   can be replayed; `-` is the standard output
 *
 * How to simulate. Zero-initialise it and set @horizon to -1.
 */
typedef struct {
  guint64 customers;
  gint64 horizon;
  gboolean has_seed;
  guint64 seed;
  guint threads;
  const char *const *scenarios;
  const char *log_path;
} PrnSimulationOptions;

/**
 * prn_simulate:
 * @plan: the map
 * @options: (nullable): how
 * @progress: (nullable): to watch and stop it
 * @error: return location: shares over 1, no entry with a weight, a round that takes no time, no
 *   such scenario, a log that cannot be written
 *
 * Sends customers through the map by its shares and delays. Time begins at 1970-01-01; customer i
 * of N arrives at i·arrivals/N. What a customer does depends on the seed and on i alone, so it is
 * the same in a run of any size. A move after the horizon does not happen.
 *
 * With scenarios, each customer goes through the map as it is and through each of them with the
 * same random numbers, and the differences are those of each customer with himself.
 *
 * Returns: (transfer full): a report of kind `simulation`, or %NULL with @error set
 */
PrnReport *prn_simulate (PrnPlan *plan, const PrnSimulationOptions *options, PrnProgress *progress,
                         GError **error);

G_END_DECLS
