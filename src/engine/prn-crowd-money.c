/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the customers of a crowd bring and cost. */

#include "prn-crowd-count-private.h"

static void
begin (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const PrnMeasuredStage *const stages = count->run->measures->stages;
  const guint n = crowd->n;

  for (guint i = 0; i < n; i++) {
    count->worths[i] = PRN_WORTH_INIT;
    prn_worth_add_once (&count->worths[i], stages[crowd->entries[i]].visit);
  }
}

/* A customer stays until @until, after which what is worth @once begins. */
static G_ALWAYS_INLINE inline void
stay (PrnWorth *worths,
      const PrnCrowd *crowd,
      const PrnDecay *decay,
      const PrnCrowdVisit *visit,
      gint64 until,
      PrnWorthOfStay value,
      double once)
{
  const guint32 customer = visit->customer;
  const double later = prn_decay_left (decay, until - crowd->arrivals[customer]);
  PrnWorth worth = worths[customer];

  prn_worth_add_stay (&worth, value, until - visit->since, later);
  prn_worth_add_once (&worth, once);
  worths[customer] = worth;
}

static void
end (const PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const gboolean has_discount = count->run->measures->has_discount;
  const guint n = crowd->n;

  for (guint i = 0; i < n; i++) {
    const PrnWorth *worth = &count->worths[i];

    prn_tally_count_money (count->customers[i].tally, prn_worth_in_parts (worth->money),
                           has_discount ? prn_worth_in_parts (worth->discounted) : 0);
  }
}

/* A move that nobody pays for is left out. What money was worth then is asked for only where being
 * in a stage is worth something, and moves there are among the paid ones. */
void
prn_crowd_count_money (PrnCrowdCount *count, const PrnCrowd *crowd)
{
  const PrnDecay decay = count->run->measures->decay;
  const gint64 horizon = count->run->horizon;
  const PrnPassage *const passages = count->passages;
  const PrnCrowdVisit *const *move = count->paid, *const *const moves_end = move + count->n_paid;
  const PrnCrowdVisit *visit = crowd->open, *const open_end = visit + crowd->n;

  begin (count, crowd);
  for (; move < moves_end; move++) {
    const PrnPassage *passage = &passages[(*move)->edge];

    stay (count->worths, crowd, &decay, *move, (*move)->until, passage->stay, passage->once);
  }
  for (; visit < open_end; visit++) {
    const PrnWorthOfStay value = passages[visit->edge].stay;

    if (value.per_microsecond != 0)
      stay (count->worths, crowd, &decay, visit, horizon, value, 0);
  }
  end (count, crowd);
}
