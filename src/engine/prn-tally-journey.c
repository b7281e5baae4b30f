/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one customer is counted. Nothing is cleared between customers: what a trigger remembers of one
 * carries the number of his journey. */

#include "prn-tally.h"

static void
add_rows (PrnTally *tally, const PrnJourney *journey)
{
  tally->rows += journey->rows;
  tally->after_as_of += journey->after_as_of;
  tally->matched += journey->matched;
  tally->before_entry += journey->before_entry;
  tally->used += journey->used;
  tally->drawn += journey->drawn;
  tally->seen += journey->seen;
  for (guint32 i = 0; i < journey->n_unmatched; i++)
    tally->unmatched[journey->unmatched[i]]++;
  for (guint32 i = 0; i < journey->n_away; i++)
    prn_tally_stage_away (tally, journey->away[i].stage)[journey->away[i].activity]++;
}

static inline void
leave (PrnTally *tally, guint32 from, const PrnJourneyMove *move, gint64 length)
{
  PrnTallyStage *stage = &tally->stages[from];

  stage->dwell += (guint64) length;
  if (G_LIKELY (move->edge != PRN_NONE)) {
    PrnTallyEdge *edge = &tally->edges[move->edge];
    PrnTallyTrigger *trigger = &tally->triggers[edge->trigger];

    prn_histogram_add (prn_tally_edge_lengths (edge), length);
    trigger->customers += trigger->last != tally->journeys;
    trigger->last = tally->journeys;
  } else {
    prn_tally_add_off_map (tally, from, move->to, 1);
    prn_histogram_add (&stage->off_map, length);
  }
}

void
prn_tally_add_journey (PrnTally *tally, const PrnJourney *journey)
{
  const PrnJourneyMove *moves = journey->moves;
  const PrnJourneyMove *last;

  tally->journeys++;
  if (journey->rows > 0)
    add_rows (tally, journey);
  if (journey->n_moves == 0) {
    tally->customers += journey->has_rows;
    return;
  }

  tally->customers++;
  tally->entered++;
  tally->first_entry = MIN (tally->first_entry, moves[0].time);
  tally->last_entry = MAX (tally->last_entry, moves[0].time);
  for (guint32 i = 1; i < journey->n_moves; i++)
    leave (tally, moves[i - 1].to, &moves[i], moves[i].time - moves[i - 1].time);

  last = &moves[journey->n_moves - 1];
  tally->stages[last->to].stay += (guint64) (journey->as_of - last->time);
  prn_histogram_add (&tally->stages[last->to].open, journey->as_of - last->time);
  prn_paths_add (tally->paths, &moves[0].to, sizeof *moves, journey->n_moves, 1);
  if (tally->measures != NULL)
    prn_tally_add_measures (tally, journey);
}
