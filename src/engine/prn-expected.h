/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-plan.h"

G_BEGIN_DECLS

/**
 * PrnExpectedStage:
 * @id: the stage
 * @visits: how often a customer enters it on average
 * @stay: the part of the customers who stay in it for good: the probability of absorption
 * @seconds: time in it on average, over the visits that are left; infinite where a delay's mean is
 */
typedef struct {
  char *id;
  double visits;
  double stay;
  double seconds;
} PrnExpectedStage;

/**
 * PrnExpectedTrigger:
 * @id: the trigger
 * @fired: how often it moves a customer on average
 */
typedef struct {
  char *id;
  double fired;
} PrnExpectedTrigger;

/**
 * PrnExpectedMoney:
 * @revenue: of a customer on average
 * @cost: the same
 * @lifetime_value: what comes in less what goes out
 * @discounted: the lifetime value with each amount discounted to the customer's first entry, or NaN
 *   without a rate
 *
 * In the map's currency. Infinite where it has no finite number; a lifetime value to which
 * infinitely much comes in and goes out is NaN.
 */
typedef struct {
  double revenue, cost;
  double lifetime_value;
  double discounted;
} PrnExpectedMoney;

/**
 * PrnExpectedClass:
 * @segment: (nullable): the segment, or %NULL: the customers in none
 * @weight: the part of the customers who are in it
 * @money: of one of them
 */
typedef struct {
  char *segment;
  double weight;
  PrnExpectedMoney money;
} PrnExpectedClass;

/**
 * PrnExpected:
 * @n_stages: how many
 * @stages: (array length=n_stages): in map order
 * @n_triggers: how many
 * @triggers: (array length=n_triggers): in map order
 * @money: of a customer
 * @discount_per_year: of the population
 * @n_classes: how many classes of customers the population has
 * @classes: (array length=n_classes): in the population's order, those in no segment last
 * @notes: (array zero-terminated=1): sentences on what has no finite number, and why
 *
 * What a simulation without a horizon gives on average.
 */
typedef struct {
  guint n_stages;
  PrnExpectedStage *stages;
  guint n_triggers;
  PrnExpectedTrigger *triggers;
  PrnExpectedMoney money;
  double discount_per_year;
  guint n_classes;
  PrnExpectedClass *classes;
  char **notes;
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
 * fundamental matrix (I − P)⁻¹ at its entries, and sums them by the classes' weights. The time is
 * the visits times the mean delay of each way out. The money is a stage's cost for each visit, a
 * trigger's value and cost for each time it fires, and a stage's amounts per month for the time in
 * it, staying for good included. Discounted, a visit counts what is left of it when it begins: the
 * same row with P(i, j) = Σ share·E[exp(−ρ·delay)], a semi-Markov reward process (Howard, "Dynamic
 * Probabilistic Systems", 1971, volume 2, 13).
 *
 * Returns: (transfer full): the expected values, or %NULL with @error set
 */
PrnExpected *prn_expected_new (PrnPlan *plan, GError **error);

G_END_DECLS
