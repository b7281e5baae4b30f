/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Most rows need not be judged: what happens at them is looked up by stage and activity, and between
 * them only plain timers fire. This file does these; at whatever else it stops, and the row goes the
 * general way. */

#include "prn-step-private.h"

/* Where a customer is: what of a stepper changes from row to row. */
typedef struct {
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

/* Whether anything may be looked up. */
static inline gboolean
may_look_up (const PrnStepper *stepper)
{
  return stepper->binding->stage_rows != NULL && !stepper->is_held && !stepper->is_stopped &&
         stepper->func == NULL;
}

/* The customer comes to a stage. */
static inline void
place_enter (Place *place, const PrnStepper *stepper, guint32 stage, gint64 time)
{
  const PrnStageRows *rows = &stepper->binding->stage_rows[stage];

  place->words = rows->words;
  place->inactivity = rows->inactivity;
  place->dwell_due = time + rows->dwell;
  place->inactivity_due = time + rows->inactivity;
}

/* The customer is in a stage. */
static inline void
place_take (Place *place, const PrnStepper *stepper)
{
  place_enter (place, stepper, stepper->walk.stage, stepper->walk.entered);
  if (stepper->last_row > stepper->walk.entered)
    place->inactivity_due = stepper->last_row + place->inactivity;
  if (!stepper->plan->stages[stepper->walk.stage].has_plain_timers)
    place->dwell_due = stepper->quiet_until;
}

static inline void
fire (PrnStepper *stepper, Place *place, guint32 edge, gint64 time)
{
  prn_walk_fire (&stepper->walk, edge, time);
  stepper->history++;
  place_enter (place, stepper, stepper->walk.stage, time);
}

/* Fires the timer that is due before @end, if it is a plain one; whether none is due until then any
 * more. */
static inline gboolean
fire_timer (PrnStepper *stepper, Place *place, gint64 end)
{
  const PrnPlanStage *stage = &stepper->plan->stages[stepper->walk.stage];
  gint64 due = next_due (place);
  guint32 edge = stage->dwell_edge;

  if (!stage->has_plain_timers || due >= end)
    return FALSE;
  if (place->inactivity_due < place->dwell_due)
    edge = stage->inactivity_edge;
  else if (place->inactivity_due == place->dwell_due)
    edge = MIN (edge, stage->inactivity_edge);
  fire (stepper, place, edge, due);
  stepper->floor = due + 1;
  return end < next_due (place);
}

/* The attributes as last known after the rows from @first to @last. */
static void
take_attributes (PrnStepper *stepper, guint32 first, guint32 last)
{
  for (guint i = 0; i < stepper->binding->n_attributes; i++) {
    int column = stepper->binding->attributes[i].log_column;
    const guint32 *cells = column >= 0 ? stepper->part->cells[column] : NULL;
    guint32 row = last;

    while (cells != NULL && row > first && cells[row] == 0)
      row--;
    if (cells != NULL && cells[row] != 0)
      stepper->attributes[i] = cells[row];
  }
}

/* Keeps what later rows and timers ask of the rows from @first to @last. */
static inline void
keep_rows (PrnStepper *stepper, guint32 first, guint32 last)
{
  if (stepper->binding->n_attributes > 0)
    take_attributes (stepper, first, last);
  stepper->last_row = stepper->part->time[last];
  stepper->floor = MAX (stepper->floor, stepper->last_row);
  stepper->final_row = last;
  stepper->any_row = TRUE;
}

/* A row that lets a customer in, and may fire a trigger at once. */
static void
let_in (PrnStepper *stepper, guint32 word, guint32 row)
{
  guint32 stage = word >> PRN_ROW_NUMBER_SHIFT;
  gint64 time = stepper->part->time[row];
  Place place;

  prn_walk_let_in (&stepper->walk, stage, time);
  stepper->let_in_row = row;
  stepper->history++;
  stepper->quiet_until = G_MININT64;
  stepper->walk.journey.used++;
  if (word & PRN_ROW_FIRES) {
    word = stepper->binding->stage_rows[stage].words[stepper->part->activity[row]];
    fire (stepper, &place, word >> PRN_ROW_NUMBER_SHIFT, time);
  }
}

/* A row that is looked at, and fires its edge if that is all that was missing. */
static guint32
take_in (PrnStepper *stepper, guint32 word, guint32 row)
{
  const PrnCandidate *candidate =
      &stepper->candidates[stepper->first_candidate[stepper->part->activity[row]]];
  guint32 number = word >> PRN_ROW_NUMBER_SHIFT;
  gint64 time = stepper->part->time[row];
  const PrnEdge *edge;

  prn_step_take_in_event (stepper, candidate, time);
  if (number == PRN_ROW_NO_NUMBER)
    return word;
  edge = &stepper->edges[number];
  if (!prn_step_event_holds (stepper, &stepper->leaves[edge->code], time))
    return word;
  return word | PRN_ROW_FIRES | (candidate->stage == edge->to ? PRN_ROW_SEEN : 0);
}

/* Does rows from @row on until the customer is let in; where it has to stop. */
static guint32
do_rows_outside (PrnStepper *stepper, guint32 row, guint32 end)
{
  const guint32 *words = stepper->binding->stage_rows[stepper->plan->n_stages].words;
  PrnJourney *journey = &stepper->walk.journey;

  for (; row < end && stepper->walk.stage == PRN_NONE; row++) {
    guint32 activity = stepper->part->activity[row];
    guint32 word = words[activity];

    if (word & PRN_ROW_JUDGED)
      break;
    if (word & PRN_ROW_UNMATCHED)
      prn_journey_add_unmatched (journey, activity);
    else
      journey->matched++;
    journey->drawn += (word & PRN_ROW_DRAWN) != 0;
    journey->seen += (word & PRN_ROW_SEEN) != 0;
    if (word & PRN_ROW_LETS_IN)
      let_in (stepper, word, row);
    else
      journey->before_entry++;
    keep_rows (stepper, row, row);
  }
  return row;
}

/* Does rows from @row on of a customer who is in a stage; where it has to stop. */
static guint32
do_rows_inside (PrnStepper *stepper, guint32 row, guint32 end)
{
  const gint64 *times = stepper->part->time;
  const guint32 *activities = stepper->part->activity;
  PrnJourney *journey = &stepper->walk.journey;
  guint64 drawn = 0, seen = 0; /* the sums of their bits */
  guint32 first = row, n_unmatched;
  guint32 *unmatched;
  Place place;

  prn_journey_reserve_unmatched (journey, end - row);
  unmatched = journey->unmatched + journey->n_unmatched;
  place_take (&place, stepper);
  for (; row < end; row++) {
    gint64 time = times[row];
    guint32 activity = activities[row];
    guint32 word;

    if (time >= next_due (&place) && !fire_timer (stepper, &place, time))
      break;
    word = place.words[activity];
    if (word & (PRN_ROW_FIRES | PRN_ROW_AWAY | PRN_ROW_TAKEN_IN | PRN_ROW_JUDGED)) {
      if (word & PRN_ROW_JUDGED)
        break;
      if (word & PRN_ROW_TAKEN_IN)
        word = take_in (stepper, word, row);
      if (word & PRN_ROW_AWAY)
        prn_journey_add_away (journey, stepper->walk.stage, activity);
      if (word & PRN_ROW_FIRES) {
        fire (stepper, &place, word >> PRN_ROW_NUMBER_SHIFT, time);
        journey->used++;
      }
    }
    place.inactivity_due = time + place.inactivity;
    *unmatched = activity;
    unmatched += (word & PRN_ROW_UNMATCHED) != 0;
    drawn += word & PRN_ROW_DRAWN;
    seen += word & PRN_ROW_SEEN;
  }

  stepper->quiet_until = next_due (&place);
  if (row == first)
    return row;
  n_unmatched = (guint32) (unmatched - journey->unmatched) - journey->n_unmatched;
  journey->n_unmatched += n_unmatched;
  journey->matched += row - first - n_unmatched;
  journey->drawn += drawn / PRN_ROW_DRAWN;
  journey->seen += seen / PRN_ROW_SEEN;
  keep_rows (stepper, first, row - 1);
  return row;
}

void
prn_stepper_rows (PrnStepper *stepper, guint32 row, guint32 end)
{
  while (row < end) {
    if (may_look_up (stepper)) {
      if (stepper->walk.stage == PRN_NONE)
        row = do_rows_outside (stepper, row, end);
      if (stepper->walk.stage != PRN_NONE && row < end)
        row = do_rows_inside (stepper, row, end);
      if (row == end)
        return;
    }
    prn_stepper_row (stepper, row++);
  }
}

void
prn_step_run_last_timers (PrnStepper *stepper)
{
  Place place;

  if (may_look_up (stepper)) {
    place_take (&place, stepper);
    if (next_due (&place) <= stepper->as_of)
      fire_timer (stepper, &place, stepper->as_of + 1);
    stepper->quiet_until = next_due (&place);
  }
  if (stepper->as_of >= stepper->quiet_until)
    prn_step_run_timers (stepper, stepper->as_of);
}
