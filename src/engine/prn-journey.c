/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-journey.h"

#define FIRST_ROOM 64

static guint32
more_room (guint32 allocated)
{
  return allocated == 0 ? FIRST_ROOM : allocated * 2;
}

void
prn_journey_clear (PrnJourney *journey)
{
  g_clear_pointer (&journey->moves, g_free);
  g_clear_pointer (&journey->unmatched, g_free);
  g_clear_pointer (&journey->away, g_free);
  journey->moves_allocated = journey->unmatched_allocated = journey->away_allocated = 0;
}

void
prn_journey_grow_moves (PrnJourney *journey)
{
  journey->moves_allocated = more_room (journey->moves_allocated);
  journey->moves = g_renew (PrnJourneyMove, journey->moves, journey->moves_allocated);
}

void
prn_journey_grow_unmatched (PrnJourney *journey)
{
  journey->unmatched_allocated = more_room (journey->unmatched_allocated);
  journey->unmatched = g_renew (guint32, journey->unmatched, journey->unmatched_allocated);
}

void
prn_journey_grow_away (PrnJourney *journey)
{
  journey->away_allocated = more_room (journey->away_allocated);
  journey->away = g_renew (PrnJourneyAway, journey->away, journey->away_allocated);
}
