/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-measures.h"

G_BEGIN_DECLS

/**
 * PrnWorth:
 * @money: in currency units
 * @discounted: the same, each amount discounted to the first entry
 * @now: what a unit of money is worth at the end of the latest visit
 *
 * What a customer has brought less what he has cost, visit by visit.
 */
typedef struct {
  double money, discounted, now;
} PrnWorth;

/* A customer who comes. */
#define PRN_WORTH_INIT ((PrnWorth){ 0, 0, 1 })

/**
 * prn_worth_of_entering:
 * @measures: measures
 * @edge: of the plan, or %PRN_NONE
 * @stage: entered by it
 *
 * Returns: what the move and the visit are worth, however long it lasts
 */
static inline double
prn_worth_of_entering (const PrnMeasures *measures, guint32 edge, guint32 stage)
{
  double once = measures->stages[stage].visit;

  return edge != PRN_NONE ? once + measures->edges[edge] : once;
}

/**
 * prn_worth_add_visit:
 * @worth: of a customer
 * @once: what a visit is worth by itself, see prn_worth_of_entering()
 * @per_microsecond: what being in the stage is worth
 * @length: of the visit
 *
 * Adds a visit. Amounts are added in the order of the visits, on which the sum's last digit
 * depends.
 */
static inline void
prn_worth_add_visit (PrnWorth *worth, double once, double per_microsecond, gint64 length)
{
  worth->money += once + per_microsecond * (double) length;
}

/**
 * prn_worth_add_discounted:
 * @worth: of a customer
 * @once: as above
 * @per_microsecond: as above
 * @later: what a unit of money is worth at the end of the visit
 * @stay: what a unit of money in each microsecond is worth for ever
 *
 * Adds what a visit is worth at the first entry; that of a stay is the integral of a unit's decay.
 */
static inline void
prn_worth_add_discounted (PrnWorth *worth,
                          double once,
                          double per_microsecond,
                          double later,
                          double stay)
{
  worth->discounted += once * worth->now + per_microsecond * ((worth->now - later) * stay);
  worth->now = later;
}

/**
 * prn_worth_in_parts:
 * @money: in currency units
 *
 * Returns: the same in 1/10,000 of the unit, halves rounded away from zero
 */
static inline gint64
prn_worth_in_parts (double money)
{
  const double most = 9e18;
  double parts = CLAMP (money * PRN_MONEY_PARTS, -most, most);
  gint64 whole = (gint64) parts;
  double rest = parts - (double) whole;

  return whole + (rest >= .5) - (rest <= -.5);
}

/**
 * prn_worth_of_journey:
 * @measures: measures
 * @journey: a customer who had a stage
 * @discounted: (out): the same, each amount discounted to the first entry; 0 without a rate
 *
 * Returns: revenue less cost of the customer, in 1/10,000 of the currency unit
 */
gint64
prn_worth_of_journey (const PrnMeasures *measures, const PrnJourney *journey, gint64 *discounted);

G_END_DECLS
