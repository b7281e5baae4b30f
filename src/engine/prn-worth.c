/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-worth.h"

gint64
prn_worth_of_journey (const PrnMeasures *measures, const PrnJourney *journey, gint64 *discounted)
{
  const PrnJourneyMove *moves = journey->moves;
  guint32 n = measures->has_rates ? journey->n_moves : 0;
  PrnWorth worth = PRN_WORTH_INIT;
  gint64 parts;

  worth.discounted = journey->earned_discounted;
  for (guint32 i = 0; i < n; i++) {
    gint64 end = i + 1 < n ? moves[i + 1].time : journey->as_of;

    prn_worth_add_once (&worth, prn_worth_of_entering (measures, moves[i].edge, moves[i].to));
    prn_worth_add_stay (&worth, prn_worth_of_staying (measures, moves[i].to), end - moves[i].time,
                        prn_decay_left (&measures->decay, end - moves[0].time));
  }

  *discounted = prn_worth_in_parts (worth.discounted);
  if (__builtin_add_overflow (prn_worth_in_parts (worth.money), journey->earned, &parts))
    parts = journey->earned > 0 ? G_MAXINT64 : G_MININT64;
  return parts;
}
