/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-plan.h"

G_BEGIN_DECLS

/**
 * PrnExpectedStage:
 * @id: the stage
 * @visits: how often a customer enters it on average
 * @stay: the part of the customers who stay in it for good
 * @seconds: time in it on average, over the visits that are left
 */
typedef struct {
  char *id;
  double visits;
  double stay;
  double seconds;
} PrnExpectedStage;

/**
 * PrnExpected:
 * @n_stages: how many
 * @stages: (array length=n_stages): in map order
 *
 * What a simulation without a horizon gives on average.
 */
typedef struct {
  guint n_stages;
  PrnExpectedStage *stages;
} PrnExpected;

void prn_expected_free (PrnExpected *expected);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnExpected, prn_expected_free)

/**
 * prn_expected_new:
 * @plan: the map
 * @error: return location: what prn_simulate() refuses, and a stage that customers reach and
 *   from which no stage can be reached that anyone stays in: their visits have no finite number
 *
 * Computes the expected visits in closed form, for each class of customers the row of the
 * fundamental matrix (I − P)⁻¹ at its entries, and sums them by the classes' weights; the time
 * is the visits times the mean delay of each way out.
 *
 * Returns: (transfer full): the expected values, or %NULL with @error set
 */
PrnExpected *prn_expected_new (PrnPlan *plan, GError **error);

G_END_DECLS
