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

/**
 * PrnWorthOfStay:
 * @per_microsecond: what being in a stage is worth, in currency units
 * @for_ever: what being there for ever is worth, discounted; 0 without a rate
 */
typedef struct {
  double per_microsecond, for_ever;
} PrnWorthOfStay;

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
 * prn_worth_of_staying:
 * @measures: measures
 * @stage: a stage
 *
 * Returns: what staying in it is worth
 */
static inline PrnWorthOfStay
prn_worth_of_staying (const PrnMeasures *measures, guint32 stage)
{
  double per_microsecond = measures->stages[stage].per_microsecond;

  return (PrnWorthOfStay){ per_microsecond, per_microsecond * measures->discounted_stay };
}

/**
 * prn_worth_add_once:
 * @worth: of a customer
 * @once: what a move and the visit that it begins are worth by themselves, see
 *   prn_worth_of_entering()
 *
 * Adds what the beginning of a visit is worth. Amounts are added in the order of the visits, on
 * which the sums' last digits depend.
 */
static inline void
prn_worth_add_once (PrnWorth *worth, double once)
{
  worth->money += once;
  worth->discounted += once * worth->now;
}

/**
 * prn_worth_add_stay:
 * @worth: of a customer
 * @stay: what staying there is worth
 * @length: of the visit
 * @later: what a unit of money is worth at the end of the visit
 *
 * Adds what staying is worth; at the first entry that is the integral of a unit's decay.
 */
static inline void
prn_worth_add_stay (PrnWorth *worth, PrnWorthOfStay stay, gint64 length, double later)
{
  worth->money += stay.per_microsecond * (double) length;
  worth->discounted += stay.for_ever * (worth->now - later);
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
  double parts = money * PRN_MONEY_PARTS, rest;
  gint64 whole;

  parts = parts < most ? parts : most;
  parts = parts > -most ? parts : -most;
  whole = (gint64) parts;
  rest = parts - (double) whole;

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
