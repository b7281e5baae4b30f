/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Most rows need not be judged: what happens at them is looked up by stage and activity, and between
 * them only plain timers fire. This file does these; at whatever else it stops, and the row goes the
 * general way. */

#include "prn-step-private.h"

/* Where a customer is: what of a stepper changes from row to row. */
typedef struct {
  const PrnPlanStage *stage;
  const guint32 *words;
  gint64 inactivity;
  gint64 dwell_due;      /* of the stage's plain timers; of others, when the first may be due */
  gint64 inactivity_due; /* if no row comes before */
} Place;

static inline gint64
next_due (const Place *place)
{
  return MIN (place->dwell_due, place->inactivity_due);
}

/* The customer comes to a stage, or is there since @entered. */
static inline void
place_init (Place *place, const PrnStepper *stepper, gint64 entered, gint64 last)
{
  guint32 stage = stepper->walk.stage;
  guint32 index = stage != PRN_NONE ? stage : stepper->plan->n_stages;

  place->stage = &stepper->plan->stages[index];
  place->words = stepper->binding->row_words + (gsize) index * stepper->binding->n_activities;
  if (G_LIKELY (place->stage->has_plain_timers)) {
    place->inactivity = place->stage->inactivity;
    place->dwell_due = entered + place->stage->dwell;
  } else {
    place->inactivity = PRN_NEVER;
    place->dwell_due = stepper->quiet_until;
  }
  place->inactivity_due = last + place->inactivity;
}

/* Whether anything may be looked up; of a customer without a stage, times are of no account. */
static inline gboolean
place_take (Place *place, const PrnStepper *stepper)
{
  gboolean is_inside = stepper->walk.stage != PRN_NONE;
  gint64 entered = is_inside ? stepper->walk.entered : 0;
  gint64 last = is_inside ? MAX (entered, stepper->last_row) : 0;

  if (stepper->binding->row_words == NULL || stepper->is_held || stepper->is_stopped ||
      stepper->func != NULL)
    return FALSE;
  place_init (place, stepper, entered, last);
  return TRUE;
}

static inline void
fire (PrnStepper *stepper, Place *place, guint32 edge, gint64 time)
{
  prn_walk_fire (&stepper->walk, edge, time);
  stepper->quiet_until = G_MININT64;
  stepper->history++;
  place_init (place, stepper, time, time);
}

/* Fires the timer that is due before @end, if it is a plain one; whether none is due until then any
 * more. */
static inline gboolean
fire_timer (PrnStepper *stepper, Place *place, gint64 end)
{
  const PrnPlanStage *stage = place->stage;
  gint64 due = next_due (place);
  guint32 edge = place->dwell_due < place->inactivity_due   ? stage->dwell_edge
                 : place->dwell_due > place->inactivity_due ? stage->inactivity_edge
                                                            : MIN (stage->dwell_edge, stage->inactivity_edge);

  if (!stage->has_plain_timers || due >= end)
    return FALSE;
  fire (stepper, place, edge, due);
  stepper->floor = due + 1;
  return end < next_due (place);
}

static void
take_attributes (PrnStepper *stepper, guint32 row)
{
  for (guint i = 0; i < stepper->binding->n_attributes; i++) {
    int column = stepper->binding->attributes[i].log_column;

    if (column >= 0 && stepper->part->cells[column][row] != 0)
      stepper->attributes[i] = stepper->part->cells[column][row];
  }
}

/* A row that is more than counted. */
static inline void
do_row (PrnStepper *stepper, Place *place, guint32 word, guint32 row)
{
  PrnJourney *journey = &stepper->walk.journey;
  guint32 activity = stepper->part->activity[row];
  gint64 time = stepper->part->time[row];

  if ((word & PRN_ROW_MATCHED) == 0)
    prn_journey_add_unmatched (journey, activity);
  if (word & PRN_ROW_AWAY)
    prn_journey_add_away (journey, stepper->walk.stage, activity);
  journey->before_entry += (word & PRN_ROW_OUTSIDE) != 0;
  if ((word & (PRN_ROW_LETS_IN | PRN_ROW_FIRES)) == 0)
    return;

  journey->used++;
  if (word & PRN_ROW_LETS_IN) {
    prn_walk_let_in (&stepper->walk, word >> PRN_ROW_NUMBER_SHIFT, time);
    stepper->let_in_row = row;
    stepper->quiet_until = G_MININT64;
    stepper->history++;
    place_init (place, stepper, time, time);
  }
  if (word & PRN_ROW_FIRES)
    fire (stepper, place, place->words[activity] >> PRN_ROW_NUMBER_SHIFT, time);
}

/* Does rows from @row on; where it has to stop. */
static guint32
do_known_rows (PrnStepper *stepper, guint32 row, guint32 end)
{
  const guint32 unusual = PRN_ROW_KNOWN | PRN_ROW_MATCHED | PRN_ROW_AWAY | PRN_ROW_OUTSIDE |
                          PRN_ROW_LETS_IN | PRN_ROW_FIRES;
  const gint64 *times = stepper->part->time;
  const guint32 *activities = stepper->part->activity;
  const gboolean has_attributes = stepper->binding->n_attributes > 0;
  guint32 first = row, matched = 0, drawn = 0, seen = 0;
  Place place;

  if (!place_take (&place, stepper))
    return row;
  for (; row < end; row++) {
    gint64 time = times[row];
    guint32 word;

    if (time >= next_due (&place) && !fire_timer (stepper, &place, time))
      break;
    word = place.words[activities[row]];
    if ((word & unusual) != (PRN_ROW_KNOWN | PRN_ROW_MATCHED)) {
      if ((word & PRN_ROW_KNOWN) == 0)
        break;
      do_row (stepper, &place, word, row);
    }
    if (G_UNLIKELY (has_attributes))
      take_attributes (stepper, row);
    place.inactivity_due = time + place.inactivity;
    matched += (word & PRN_ROW_MATCHED) != 0;
    drawn += (word & PRN_ROW_DRAWN) != 0;
    seen += (word & PRN_ROW_SEEN) != 0;
  }

  stepper->quiet_until = next_due (&place);
  if (row > first) {
    stepper->walk.journey.matched += matched;
    stepper->walk.journey.drawn += drawn;
    stepper->walk.journey.seen += seen;
    stepper->last_row = times[row - 1];
    stepper->floor = MAX (stepper->floor, stepper->last_row);
    stepper->final_row = row - 1;
    stepper->any_row = TRUE;
  }
  return row;
}

void
prn_stepper_rows (PrnStepper *stepper, guint32 row, guint32 end)
{
  while ((row = do_known_rows (stepper, row, end)) < end)
    prn_stepper_row (stepper, row++);
}

void
prn_step_run_last_timers (PrnStepper *stepper)
{
  Place place;

  if (place_take (&place, stepper)) {
    if (next_due (&place) <= stepper->as_of)
      fire_timer (stepper, &place, stepper->as_of + 1);
    stepper->quiet_until = next_due (&place);
  }
  if (stepper->as_of >= stepper->quiet_until)
    prn_step_run_timers (stepper, stepper->as_of);
}
