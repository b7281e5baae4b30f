/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "prn-step.h"
#include "prn-walk.h"

G_BEGIN_DECLS

/* Nothing is cleared between customers or stages: what is known of an event, a stage or a trigger
 * carries the number of the history it belongs to, and is void once that is over. */

/**
 * PrnEventState:
 * @history: number of the history of the last matching row
 * @row: number of the last matching row
 * @last: its time
 * @total: rows of the customer that matched
 * @in_stage: of these, rows of the history @history
 * @ring: times of the last matches, the k-th at k mod @ring_size, a power of two
 */
typedef struct {
  guint64 history;
  guint64 row;
  gint64 last;
  guint32 total;
  guint32 in_stage;
  guint32 ring_size;
  gint64 *ring;
} PrnEventState;

typedef struct {
  guint32 score;
  double value; /* at the last row */
} PrnScoreState;

struct _PrnStepper {
  const PrnBinding *binding;
  const PrnPlan *plan;
  const PrnLeaf *leaves;
  const PrnEdge *edges;
  const PrnCandidate *candidates;
  const guint32 *first_candidate;
  const PrnLogPart *part;
  const PrnMeasures *measures; /* nullable */
  PrnWalk walk;
  gint64 as_of;
  gboolean is_stage_log;
  gboolean is_stopped; /* no timer is run any more */
  PrnProgress *progress;
  PrnMoveFunc func;
  gpointer user_data;

  /* The customer, beside where he is. */
  guint32 running_round; /* stage of a circle of timers, or PRN_NONE */
  gboolean any_row;
  gboolean is_drawn; /* the row at hand matches an event with a stage */
  gboolean is_seen;  /* the customer was in one of these stages just before it */
  guint32 let_in_row, final_row;
  gboolean is_awake; /* the row at hand can make a trigger true */
  guint32 waker;     /* the one event that only can; PRN_NONE: there are several, or other causes */
  gboolean is_held;  /* a trigger that leads back into a stage of the moment was passed over */
  gboolean was_held; /* that happened to this customer */
  gint64 last_row;
  gint64 floor;       /* no timer before this instant is still to be run */
  gint64 quiet_until; /* no timer is due before this instant */

  /* Numbers that only go up. */
  guint64 history, customer_history; /* one for each begin of a history */
  guint64 row;
  guint64 moment;
  guint64 priced; /* rows whose money was looked for */

  PrnEventState *events;
  guint n_scores;
  PrnScoreState *scores;
  double *score_values; /* by score of the plan, those in @scores */
  guint32 *attributes;
  guint64 *stage_moment; /* for each stage the last moment it was part of */
  guint64 *money_row;    /* for each column with amounts the last row it counted for */
};

/* Keeps the time of a row among the latest ones of its event. The ring grows with what really comes:
 * a count in a map may be absurd. */
void prn_step_keep_time (PrnEventState *state, gint64 wanted, gint64 time);

/* A row matches an event. */
static inline void
prn_step_take_in_event (PrnStepper *stepper, const PrnCandidate *candidate, gint64 time)
{
  PrnEventState *state = &stepper->events[candidate->event];

  state->total = state->history < stepper->customer_history ? 0 : state->total;
  state->in_stage = state->history != stepper->history ? 1 : state->in_stage + 1;
  state->history = stepper->history;
  state->row = stepper->row;
  state->last = time;
  if (candidate->has_ring)
    prn_step_keep_time (state, stepper->plan->events[candidate->event].ring, time);
  state->total++;
}

/* A score at a moment: v(t) = rest + (v₀ − rest)·2^(−Δt/half-life) since the last row. */
static inline double
prn_step_score (const PrnStepper *stepper, guint32 score, gint64 time)
{
  const PrnPlanScore *plan = &stepper->plan->scores[score];
  double value = stepper->score_values[score];
  gint64 elapsed = time - stepper->last_row;

  if (plan->half_life < 0 || elapsed <= 0)
    return value;
  return plan->rest + (value - plan->rest) * exp2 (-(double) elapsed / plan->half_life);
}

/* Whether there are enough rows of an event, in its window and history. With `count` rows wanted,
 * the time of the count-th last one decides. */
static inline gboolean
prn_step_event_holds (const PrnStepper *stepper, const PrnLeaf *leaf, gint64 time)
{
  const PrnEventState *state = &stepper->events[leaf->first];
  guint64 since = leaf->flag ? stepper->customer_history : stepper->history;
  gint64 n;

  if (state->history < since)
    return FALSE;
  n = leaf->flag ? state->total : state->in_stage;
  if (n < leaf->count)
    return FALSE;
  if (leaf->span < 0)
    return TRUE;
  if (leaf->count <= 1)
    return state->last > time - leaf->span;
  return state->ring[(state->total - leaf->count) & (state->ring_size - 1)] > time - leaf->span;
}

/* From when on a customer counts as inactive. */
static inline gint64
prn_step_inactive_due (const PrnStepper *stepper, const PrnLeaf *leaf)
{
  const guint32 *events = &g_array_index (stepper->plan->leaf_events, guint32, leaf->first);
  gint64 last = stepper->walk.entered;

  if (!leaf->flag)
    return MAX (last, stepper->last_row) + leaf->span;

  for (guint32 i = 0; i < leaf->n; i++) {
    const PrnEventState *state = &stepper->events[events[i]];

    if (state->history >= stepper->customer_history && state->last > last)
      last = state->last;
  }
  return last + leaf->span;
}

/* Whether the attributes as last known pass. */
static inline gboolean
prn_step_filters_hold (const PrnStepper *stepper, const PrnLeaf *leaf)
{
  for (guint32 i = leaf->first; i < leaf->first + leaf->n; i++) {
    guint32 attribute = stepper->binding->filter_attribute[i];
    guint32 value = attribute == PRN_NONE ? 0 : stepper->attributes[attribute];

    if (!prn_binding_passes (stepper->binding, i, value))
      return FALSE;
  }
  return TRUE;
}

/* Whether one leaf holds. */
static inline gboolean
prn_step_leaf_holds (const PrnStepper *stepper, const PrnLeaf *leaf, gint64 time)
{
  switch ((PrnLeafKind) leaf->kind) {
  case PRN_LEAF_EVENT:
    return prn_step_event_holds (stepper, leaf, time);
  case PRN_LEAF_INACTIVE:
    return time >= prn_step_inactive_due (stepper, leaf);
  case PRN_LEAF_DWELL:
    return time >= stepper->walk.entered + leaf->span;
  case PRN_LEAF_SCORE:
    return leaf->flag ? prn_step_score (stepper, leaf->first, time) < leaf->bound
                      : prn_step_score (stepper, leaf->first, time) >= leaf->bound;
  case PRN_LEAF_FILTERS:
    return prn_step_filters_hold (stepper, leaf);
  case PRN_LEAF_CONSTANT:
    break;
  }
  return leaf->flag;
}

/* Whether the condition that begins at a leaf holds. */
static inline gboolean
prn_step_code_holds (const PrnStepper *stepper, gint32 code, gint64 time)
{
  while (code >= 0) {
    const PrnLeaf *leaf = &stepper->leaves[code];

    code = prn_step_leaf_holds (stepper, leaf, time) ? leaf->on_true : leaf->on_false;
  }
  return code == PRN_CODE_TRUE;
}

/* Judges the triggers of the stage at a moment, and those of each stage entered in it; how many
 * moves there were. */
guint32 prn_step_judge (PrnStepper *stepper, gint64 time, gboolean by_timer);

/* Runs the timers due until @limit, and notes a map that goes round in circles. Returns the instant
 * of the next timer if that is the microsecond after @limit, else a later one. */
gint64 prn_step_run_timers (PrnStepper *stepper, gint64 limit);

/* Runs the timers due until the end of observation. */
void prn_step_run_last_timers (PrnStepper *stepper);

/* Whether a row matches an event that is drawn in a stage. */
gboolean prn_step_is_seen_in (const PrnStepper *stepper, guint32 row, guint32 stage);

/* Takes the times and the money of the customer's rows into the journey, from the one that let him
 * in to the last. */
void prn_step_measure_rows (PrnStepper *stepper);

/* Lets a customer in. */
void prn_step_let_in (PrnStepper *stepper, guint32 stage, gint64 time);

/* Fires a trigger. */
void
prn_step_fire (PrnStepper *stepper, guint32 edge, gint64 time, gboolean by_timer, gboolean chained);

/* In a log of stages: the trigger by which a row moves a customer to a stage. The one the row names,
 * if it allows the move, else the first that does; %PRN_NONE when none does. */
guint32 prn_step_find_told_edge (const PrnStepper *stepper, guint32 row, guint32 target);

/* Moves a customer where no trigger leads. */
void prn_step_move_off_map (PrnStepper *stepper, guint32 to, gint64 time);

G_END_DECLS
