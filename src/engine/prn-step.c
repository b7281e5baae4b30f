/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-step-private.h"

#include <string.h>

static void
choose_scores (PrnStepper *stepper, gboolean all)
{
  stepper->n_scores = 0;
  for (guint i = 0; i < stepper->plan->n_scores; i++)
    if (all || stepper->plan->scores[i].tracked)
      stepper->scores[stepper->n_scores++].score = i;
}

PrnStepper *
prn_stepper_new (const PrnBinding *binding, gint64 as_of, PrnProgress *progress)
{
  PrnStepper *stepper = g_new0 (PrnStepper, 1);
  const PrnPlan *plan = binding->plan;

  stepper->binding = binding;
  stepper->plan = plan;
  stepper->leaves = (const PrnLeaf *) plan->leaves->data;
  stepper->edges = (const PrnEdge *) plan->edges->data;
  stepper->candidates = (const PrnCandidate *) binding->candidates->data;
  stepper->first_candidate = binding->first_candidate;
  stepper->progress = progress;
  stepper->as_of = as_of;
  stepper->is_stage_log = binding->activity_stage != NULL;
  stepper->running_round = PRN_NONE;
  prn_walk_init (&stepper->walk, plan, as_of);
  stepper->events = g_new0 (PrnEventState, plan->n_events);
  stepper->scores = g_new0 (PrnScoreState, plan->n_scores);
  stepper->score_values = g_new0 (double, plan->n_scores);
  stepper->attributes = g_new0 (guint32, binding->n_attributes);
  stepper->stage_moment = g_new0 (guint64, plan->n_stages);
  choose_scores (stepper, FALSE);
  return stepper;
}

void
prn_stepper_free (PrnStepper *stepper)
{
  for (guint i = 0; i < stepper->plan->n_events; i++)
    g_free (stepper->events[i].ring);
  g_free (stepper->events);
  g_free (stepper->scores);
  g_free (stepper->score_values);
  g_free (stepper->attributes);
  g_free (stepper->stage_moment);
  g_free (stepper->money_row);
  prn_walk_clear (&stepper->walk);
  g_free (stepper);
}

void
prn_stepper_measure (PrnStepper *stepper, const PrnMeasures *measures)
{
  stepper->measures = measures;
  g_free (stepper->money_row);
  stepper->money_row = g_new0 (guint64, stepper->binding->n_money);
}

void
prn_stepper_watch (PrnStepper *stepper, PrnMoveFunc func, gpointer user_data)
{
  stepper->func = func;
  stepper->user_data = user_data;
  choose_scores (stepper, TRUE);
}

guint32
prn_stepper_stage (const PrnStepper *stepper)
{
  return stepper->walk.stage;
}

PrnJourney *
prn_stepper_journey (PrnStepper *stepper)
{
  return &stepper->walk.journey;
}

gboolean
prn_stepper_is_running_round (const PrnStepper *stepper, guint32 *stage)
{
  *stage = stepper->running_round;
  return stepper->running_round != PRN_NONE;
}

gboolean
prn_stepper_was_held (const PrnStepper *stepper)
{
  return stepper->was_held;
}

double
prn_stepper_score (const PrnStepper *stepper, guint32 score, gint64 time)
{
  return prn_step_score (stepper, score, time);
}

gboolean
prn_stepper_leaf (const PrnStepper *stepper, guint32 leaf, gint64 time)
{
  return prn_step_leaf_holds (stepper, &stepper->leaves[leaf], time);
}

guint32
prn_stepper_event_count (const PrnStepper *stepper, guint32 leaf)
{
  const PrnLeaf *event = &stepper->leaves[leaf];
  const PrnEventState *state = &stepper->events[event->first];

  if (state->history < (event->flag ? stepper->customer_history : stepper->history))
    return 0;
  return event->flag ? state->total : state->in_stage;
}

void
prn_step_keep_time (PrnEventState *state, gint64 wanted, gint64 time)
{
  if (state->total >= state->ring_size && state->ring_size < wanted) {
    state->ring_size = state->ring_size == 0 ? 4 : state->ring_size * 2;
    state->ring = g_renew (gint64, state->ring, state->ring_size);
  }
  state->ring[state->total & (state->ring_size - 1)] = time;
}

static inline void
take_in_event (PrnStepper *stepper, const PrnCandidate *candidate, gint64 time)
{
  prn_step_take_in_event (stepper, candidate, time);
  if (stepper->walk.stage != PRN_NONE &&
      prn_plan_wakes (stepper->plan, stepper->walk.stage, candidate->event)) {
    stepper->waker = stepper->is_awake ? PRN_NONE : candidate->event;
    stepper->is_awake = TRUE;
  }
}

/* Whether the row matches any event. */
static inline gboolean
take_in_events (PrnStepper *stepper, guint32 row, gint64 time)
{
  const guint32 *first = stepper->first_candidate + stepper->part->activity[row];
  gboolean matched = FALSE;

  for (guint32 i = first[0]; i < first[1]; i++) {
    const PrnCandidate *candidate = &stepper->candidates[i];

    if (candidate->n_filters > 0 &&
        !prn_binding_matches (stepper->binding, candidate, stepper->part, row))
      continue;
    matched = TRUE;
    if (candidate->stage != PRN_NONE) {
      stepper->is_drawn = TRUE;
      stepper->is_seen |= candidate->stage == stepper->walk.stage;
    }
    if (candidate->tracked)
      take_in_event (stepper, candidate, time);
  }
  return matched;
}

static void
take_in_scores (PrnStepper *stepper, gint64 time, gboolean first, gboolean matched)
{
  for (guint i = 0; i < stepper->n_scores; i++) {
    guint32 score = stepper->scores[i].score;
    const PrnPlanScore *plan = &stepper->plan->scores[score];
    double value = first ? plan->start : prn_step_score (stepper, score, time);

    for (guint32 k = 0; matched && k < plan->n_points; k++) {
      const PrnPlanPoints *points =
          &g_array_index (stepper->plan->points, PrnPlanPoints, plan->first_points + k);

      if (stepper->events[points->event].row == stepper->row)
        value += points->points;
    }
    stepper->score_values[score] = CLAMP (value, plan->min, plan->max);
  }
}

static inline gboolean
take_in (PrnStepper *stepper, guint32 row, gint64 time)
{
  gboolean matched;

  stepper->row++;
  matched = take_in_events (stepper, row, time);
  if (stepper->n_scores > 0)
    take_in_scores (stepper, time, !stepper->any_row, matched);
  for (guint i = 0; i < stepper->binding->n_attributes; i++) {
    int column = stepper->binding->attributes[i].log_column;

    if (column >= 0 && stepper->part->cells[column][row] != 0)
      stepper->attributes[i] = stepper->part->cells[column][row];
  }
  stepper->last_row = time;
  return matched;
}

static gboolean
enters_by (const PrnStepper *stepper, const PrnPlanEntry *entry, gint64 time)
{
  const PrnLeaf *leaf;

  if (entry->leaf == PRN_NONE)
    return TRUE;
  leaf = &stepper->leaves[entry->leaf];
  return leaf->kind == PRN_LEAF_EVENT && stepper->events[leaf->first].row == stepper->row &&
         prn_step_event_holds (stepper, leaf, time);
}

static gboolean
find_entry (PrnStepper *stepper, gint64 time)
{
  for (guint i = 0; i < stepper->plan->entries->len; i++) {
    const PrnPlanEntry *entry = PRN_PLAN_ENTRY (stepper->plan, i);

    if (!enters_by (stepper, entry, time))
      continue;
    prn_step_let_in (stepper, entry->stage, time);
    if (entry->leaf != PRN_NONE)
      stepper->history++;
    return TRUE;
  }
  return FALSE;
}

/* A row of a log that says which stage a customer is in now. Being told where he is already is
 * news only if a trigger leads from the stage to itself. */
static void
row_of_stage (PrnStepper *stepper, guint32 row, guint32 target, gint64 time)
{
  guint32 from = stepper->walk.stage;
  guint32 edge;

  if (from == PRN_NONE) {
    prn_step_let_in (stepper, target, time);
    stepper->let_in_row = row;
    stepper->walk.journey.used++;
    return;
  }

  edge = prn_step_find_told_edge (stepper, row, target);
  if (edge != PRN_NONE)
    prn_step_fire (stepper, edge, time, FALSE, FALSE);
  else if (from != target)
    prn_step_move_off_map (stepper, target, time);
  else
    return;
  stepper->walk.journey.used++;
}

static void
count_row (PrnStepper *stepper, guint32 row, gboolean matched)
{
  if (matched)
    stepper->walk.journey.matched++;
  else
    prn_journey_add_unmatched (&stepper->walk.journey, stepper->part->activity[row]);
}

static void
row_of_stage_log (PrnStepper *stepper, guint32 row)
{
  guint32 target = stepper->binding->activity_stage[stepper->part->activity[row]];
  guint32 from = stepper->walk.stage;

  if (from != PRN_NONE && stepper->plan->stages[from].is_exit)
    prn_journey_add_away (&stepper->walk.journey, from, stepper->part->activity[row]);
  count_row (stepper, row, target != PRN_NONE);
  if (target != PRN_NONE)
    row_of_stage (stepper, row, target, stepper->part->time[row]);
  else if (stepper->walk.stage == PRN_NONE)
    stepper->walk.journey.before_entry++;
  stepper->any_row = TRUE;
  stepper->final_row = row;
}

/* Where the customer was seen at a row: just before it, and after its moves. */
static inline void
note_place (PrnStepper *stepper, guint32 row, guint32 before)
{
  PrnJourney *journey = &stepper->walk.journey;

  if (before != PRN_NONE && stepper->plan->stages[before].is_exit)
    prn_journey_add_away (journey, before, stepper->part->activity[row]);
  if (!stepper->is_drawn)
    return;
  journey->drawn++;
  journey->seen += stepper->is_seen || (stepper->walk.stage != before &&
                                        prn_step_is_seen_in (stepper, row, stepper->walk.stage));
}

void
prn_stepper_row (PrnStepper *stepper, guint32 row)
{
  gint64 time = stepper->part->time[row];
  gboolean is_used = FALSE;
  guint32 before;

  if (G_UNLIKELY (stepper->is_stage_log)) {
    row_of_stage_log (stepper, row);
    return;
  }

  stepper->is_awake = TRUE;
  stepper->waker = PRN_NONE;
  if (stepper->walk.stage != PRN_NONE) {
    gboolean due = time >= stepper->quiet_until && prn_step_run_timers (stepper, time - 1) == time;

    stepper->is_awake =
        due | stepper->is_held | stepper->plan->stages[stepper->walk.stage].always_awake;
  }
  before = stepper->walk.stage;
  stepper->is_drawn = stepper->is_seen = FALSE;
  count_row (stepper, row, take_in (stepper, row, time));
  stepper->any_row = TRUE;
  stepper->floor = time;
  stepper->final_row = row;

  if (before == PRN_NONE) {
    is_used = find_entry (stepper, time);
    if (!is_used) {
      stepper->walk.journey.drawn += stepper->is_drawn;
      stepper->walk.journey.before_entry++;
      return;
    }
    stepper->let_in_row = row;
  }
  if (stepper->is_awake)
    is_used |= prn_step_judge (stepper, time, FALSE) > 0;
  stepper->walk.journey.used += is_used;
  note_place (stepper, row, before);
}

/* What the table of customers says comes before all rows. */
static void
begin_attributes (PrnStepper *stepper, guint32 customer)
{
  const PrnBinding *binding = stepper->binding;
  const guint32 *offset = stepper->part->id_offset + customer;
  guint row;

  memset (stepper->attributes, 0, binding->n_attributes * sizeof (guint32));
  if (binding->customers == NULL ||
      !prn_table_find (binding->customers, stepper->part->ids + offset[0], offset[1] - offset[0],
                       &row))
    return;

  for (guint i = 0; i < binding->n_attributes; i++) {
    const PrnBoundAttribute *attribute = &binding->attributes[i];

    if (attribute->table_column >= 0 &&
        *prn_table_cell (binding->customers, row, (guint) attribute->table_column) != '\0')
      stepper->attributes[i] = attribute->first_row_value + row;
  }
}

void
prn_stepper_begin (PrnStepper *stepper, const PrnLogPart *part, guint32 customer)
{
  stepper->part = part;
  stepper->any_row = FALSE;
  stepper->is_held = stepper->was_held = FALSE;
  stepper->floor = G_MININT64;
  prn_walk_begin (&stepper->walk);
  stepper->history++;
  stepper->customer_history = stepper->history;
  if (stepper->binding->n_attributes > 0)
    begin_attributes (stepper, customer);
}

void
prn_stepper_end (PrnStepper *stepper)
{
  stepper->walk.journey.has_rows = stepper->any_row;
  if (stepper->measures != NULL && stepper->walk.stage != PRN_NONE)
    prn_step_measure_rows (stepper);
  if (stepper->walk.stage != PRN_NONE && !stepper->is_stage_log &&
      stepper->as_of >= stepper->quiet_until)
    prn_step_run_last_timers (stepper);
}
