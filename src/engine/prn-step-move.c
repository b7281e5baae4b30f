/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-step-private.h"

static void
tell (PrnStepper *stepper,
      guint32 to,
      guint32 edge,
      gint64 time,
      gboolean by_timer,
      gboolean chained)
{
  PrnMove move = { time, by_timer, chained, stepper->walk.stage, to, edge };

  stepper->func (stepper, &move, stepper->user_data);
}

void
prn_step_let_in (PrnStepper *stepper, guint32 stage, gint64 time)
{
  if (stepper->func != NULL)
    tell (stepper, stage, PRN_NONE, time, FALSE, FALSE);
  prn_walk_let_in (&stepper->walk, stage, time);
  stepper->quiet_until = G_MININT64;
}

void
prn_step_fire (PrnStepper *stepper, guint32 index, gint64 time, gboolean by_timer, gboolean chained)
{
  const PrnEdge *edge = &stepper->edges[index];

  if (stepper->func != NULL)
    tell (stepper, edge->to, index, time, by_timer, chained);
  prn_walk_fire (&stepper->walk, index, time);
  stepper->quiet_until = G_MININT64;
  stepper->history++;
}

void
prn_step_move_off_map (PrnStepper *stepper, guint32 to, gint64 time)
{
  if (stepper->func != NULL)
    tell (stepper, to, PRN_NONE, time, FALSE, FALSE);
  prn_walk_move_off_map (&stepper->walk, to, time);
  stepper->quiet_until = G_MININT64;
}

/* Whether a trigger is one that the row names, and how well: a lower number is better. */
static guint32
told_rank (const PrnBinding *binding, guint32 value, guint32 trigger)
{
  for (guint32 i = binding->first_named[value]; i < binding->first_named[value + 1]; i++)
    if (g_array_index (binding->named, guint32, i) == trigger)
      return i - binding->first_named[value];
  return PRN_NONE;
}

guint32
prn_step_find_told_edge (const PrnStepper *stepper, guint32 row, guint32 target)
{
  const PrnBinding *binding = stepper->binding;
  const PrnPlanStage *stage = &stepper->plan->stages[stepper->walk.stage];
  guint32 value = binding->first_named != NULL
                      ? stepper->part->cells[binding->trigger_column][row]
                      : 0;
  guint32 best = PRN_NONE, best_rank = PRN_NONE;

  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++) {
    guint32 rank;

    if (stepper->edges[i].to != target)
      continue;
    if (value == 0)
      return i;
    rank = told_rank (binding, value, stepper->edges[i].trigger);
    if (best == PRN_NONE || rank < best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

/* Why triggers are judged: only some of them can have come to hold then. */
typedef enum {
  PRN_JUDGE_ALL,
  PRN_JUDGE_TIMERS, /* time has passed since they were last judged, and nothing else happened */
  PRN_JUDGE_WAKER,  /* a row of one event */
  PRN_JUDGE_CHAIN,  /* the customer came to the stage just now */
} PrnJudge;

static inline gboolean
may_hold (const PrnStepper *stepper, guint32 index, PrnJudge judge)
{
  switch (judge) {
  case PRN_JUDGE_TIMERS:
    return stepper->edges[index].has_timer;
  case PRN_JUDGE_WAKER:
    return prn_plan_wakes_edge (stepper->plan, index, stepper->waker);
  case PRN_JUDGE_CHAIN:
    return stepper->edges[index].at_once;
  case PRN_JUDGE_ALL:
    break;
  }
  return TRUE;
}

/* The first trigger of the stage that holds; in a chain those back into a stage of this moment
 * do not count. */
static inline guint32
find_edge (PrnStepper *stepper, gint64 time, PrnJudge judge)
{
  const PrnPlanStage *stage = &stepper->plan->stages[stepper->walk.stage];

  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++) {
    const PrnEdge *edge = &stepper->edges[i];

    if (!may_hold (stepper, i, judge))
      continue;
    if (judge == PRN_JUDGE_CHAIN && stepper->stage_moment[edge->to] == stepper->moment) {
      stepper->is_held = stepper->was_held = TRUE;
      continue;
    }
    if (prn_step_code_holds (stepper, edge->code, time))
      return i;
  }
  return PRN_NONE;
}

/* Judges the triggers at a moment, and those of each stage entered in it. */
guint32
prn_step_judge (PrnStepper *stepper, gint64 time, gboolean by_timer)
{
  PrnJudge judge = stepper->is_held                ? PRN_JUDGE_ALL
                   : by_timer                      ? PRN_JUDGE_TIMERS
                   : stepper->waker != PRN_NONE    ? PRN_JUDGE_WAKER
                                                   : PRN_JUDGE_ALL;
  guint32 moves = 0;
  guint32 edge;

  stepper->is_held = FALSE;
  while ((edge = find_edge (stepper, time, judge)) != PRN_NONE) {
    if (moves == 0) {
      stepper->moment++;
      stepper->stage_moment[stepper->walk.stage] = stepper->moment;
    }
    prn_step_fire (stepper, edge, time, by_timer, moves > 0);
    stepper->stage_moment[stepper->walk.stage] = stepper->moment;
    moves++;
    judge = PRN_JUDGE_CHAIN;
  }
  return moves;
}
