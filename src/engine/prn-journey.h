/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-plan-private.h"

G_BEGIN_DECLS

/* What one customer did: the moves, and what is counted of the rows. A walk records it, and a
 * tally counts it once the customer is done; a journey is then used again for the next one. */

/**
 * PrnJourneyMove:
 * @time: when
 * @edge: the edge of the plan, or %PRN_NONE for the entry and off the map
 * @to: stage entered; the one left is that of the move before
 */
typedef struct {
  gint64 time;
  guint32 edge;
  guint32 to;
} PrnJourneyMove;

/* A row of a customer who was in an exit stage just before it. */
typedef struct {
  guint32 stage;
  guint32 activity;
} PrnJourneyAway;

/**
 * PrnJourney:
 * @as_of: end of observation
 * @moves: (array length=n_moves): in the order they happened; the first is the entry; none for a
 *   customer who never had a stage
 * @has_rows: whether any row was taken in
 * @rows: of the customer, those after the end of observation as well
 * @after_as_of: rows after the end of observation
 * @matched: rows that match an event
 * @before_entry: rows before the customer had a stage
 * @used: rows at which the customer was let in or moved
 * @drawn: rows that match an event with a stage
 * @seen: of these, rows of a customer who was in that stage just before or after the row's moves
 * @row_times: (array length=n_row_times): the times of the rows from the one that let the customer
 *   in, ascending; not owned
 * @earned: money of events, in 1/10,000 of the currency unit
 * @earned_discounted: the same discounted to the entry, in currency units
 * @unmatched: (array length=n_unmatched): the activities of rows that match no event
 * @away: (array length=n_away): rows of the customer while he was in an exit stage
 */
typedef struct {
  gint64 as_of;
  PrnJourneyMove *moves;
  guint32 n_moves, moves_allocated;
  gboolean has_rows;
  guint64 rows, after_as_of, matched, before_entry, used;
  guint64 drawn, seen;
  const gint64 *row_times;
  guint32 n_row_times;
  gint64 earned;
  double earned_discounted;
  guint32 *unmatched;
  guint32 n_unmatched, unmatched_allocated;
  PrnJourneyAway *away;
  guint32 n_away, away_allocated;
} PrnJourney;

/* Frees what a journey holds; zero-initialised, it holds nothing. */
void prn_journey_clear (PrnJourney *journey);

/* Makes room for more. */
void prn_journey_grow_moves (PrnJourney *journey);
void prn_journey_grow_unmatched (PrnJourney *journey);
void prn_journey_grow_away (PrnJourney *journey);

/**
 * prn_journey_begin:
 * @journey: a journey; it is the next customer's now
 */
static inline void
prn_journey_begin (PrnJourney *journey)
{
  journey->n_moves = 0;
  journey->has_rows = FALSE;
  journey->rows = journey->after_as_of = 0;
  journey->matched = journey->before_entry = journey->used = 0;
  journey->drawn = journey->seen = 0;
  journey->n_row_times = 0;
  journey->earned = 0;
  journey->earned_discounted = 0;
  journey->n_unmatched = journey->n_away = 0;
}

/* Adds a move. */
static inline void
prn_journey_add_move (PrnJourney *journey, gint64 time, guint32 edge, guint32 to)
{
  if (G_UNLIKELY (journey->n_moves == journey->moves_allocated))
    prn_journey_grow_moves (journey);
  journey->moves[journey->n_moves++] = (PrnJourneyMove){ time, edge, to };
}

/* Adds a row that matches no event. */
static inline void
prn_journey_add_unmatched (PrnJourney *journey, guint32 activity)
{
  if (G_UNLIKELY (journey->n_unmatched == journey->unmatched_allocated))
    prn_journey_grow_unmatched (journey);
  journey->unmatched[journey->n_unmatched++] = activity;
}

/* Makes room for more rows that match no event. */
static inline void
prn_journey_reserve_unmatched (PrnJourney *journey, guint32 n)
{
  while (G_UNLIKELY (journey->unmatched_allocated - journey->n_unmatched < n))
    prn_journey_grow_unmatched (journey);
}

/* Adds a row of a customer who is in an exit stage. */
static inline void
prn_journey_add_away (PrnJourney *journey, guint32 stage, guint32 activity)
{
  if (G_UNLIKELY (journey->n_away == journey->away_allocated))
    prn_journey_grow_away (journey);
  journey->away[journey->n_away++] = (PrnJourneyAway){ stage, activity };
}

G_END_DECLS
