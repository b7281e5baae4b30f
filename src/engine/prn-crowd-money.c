/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the customers of a crowd bring and cost. */

#include "prn-crowd-count-private.h"

/* What a unit of money is worth at each move, and then at the end of each visit that is open. */
static void
find_discounts (const PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const PrnDecay decay = count->run->measures->decay;
  const PrnCrowdCustomer *customers = count->customers;
  double *discount = count->discounts;

  for (gsize i = 0; i < crowd->n_moves; i++) {
    const PrnCrowdMove *move = &crowd->moves[i];

    *discount++ = prn_decay_left (&decay, move->time - customers[move->customer].start.time);
  }
  for (guint i = 0; i < crowd->n; i++)
    *discount++ = prn_decay_left (&decay, count->run->horizon -
                                              customers[crowd->ends[i].customer].start.time);
}

void
prn_crowd_count_money (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const PrnMeasures *measures = count->run->measures;
  const double stay = measures->discounted_stay;
  const gint64 horizon = count->run->horizon;
  const double *discount = count->discounts;
  const PrnPassage *passages = count->passages;
  PrnCrowdCustomer *customers = count->customers;

  find_discounts (count, crowd);
  for (gsize i = 0; i < crowd->n_moves; i++) {
    const PrnCrowdMove *move = &crowd->moves[i];
    const PrnPassage *passage = &passages[move->edge];
    PrnCrowdCustomer *customer = &customers[move->customer];

    prn_worth_add_visit (&customer->worth, customer->once, passage->per_microsecond,
                         move->time - move->since);
    prn_worth_add_discounted (&customer->worth, customer->once, passage->per_microsecond,
                              *discount++, stay);
    customer->once = passage->once;
  }
  for (guint i = 0; i < crowd->n; i++) {
    const PrnCrowdPlace *end = &crowd->ends[i];
    PrnCrowdCustomer *customer = &customers[end->customer];
    double per_microsecond = measures->stages[end->stage].per_microsecond;

    prn_worth_add_visit (&customer->worth, customer->once, per_microsecond, horizon - end->since);
    prn_worth_add_discounted (&customer->worth, customer->once, per_microsecond, *discount++, stay);
    prn_tally_count_money (customer->tally, prn_worth_in_parts (customer->worth.money),
                           measures->has_discount ? prn_worth_in_parts (customer->worth.discounted)
                                                  : 0);
  }
}
