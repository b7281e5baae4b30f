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

/* The first trigger of the stage that holds; in a chain those back into a stage of this moment
 * do not count. */
static inline guint32
find_edge (PrnStepper *stepper, gint64 time, gboolean chained)
{
  guint32 waker = stepper->waker;
  const PrnPlanStage *stage = &stepper->plan->stages[stepper->walk.stage];

  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++) {
    const PrnEdge *edge = &stepper->edges[i];

    if (chained && stepper->stage_moment[edge->to] == stepper->moment) {
      stepper->is_held = TRUE;
      continue;
    }
    if (waker != PRN_NONE && !prn_plan_wakes_edge (stepper->plan, i, waker))
      continue;
    if (prn_step_code_holds (stepper, edge->code, time))
      return i;
  }
  return PRN_NONE;
}

/* Judges the triggers at a moment, and those of each stage entered in it. */
guint32
prn_step_judge (PrnStepper *stepper, gint64 time, gboolean by_timer)
{
  guint32 moves = 0;
  guint32 edge;

  stepper->is_held = FALSE;
  if (by_timer)
    stepper->waker = PRN_NONE;
  while ((edge = find_edge (stepper, time, moves > 0)) != PRN_NONE) {
    if (moves == 0) {
      stepper->moment++;
      stepper->stage_moment[stepper->walk.stage] = stepper->moment;
    }
    prn_step_fire (stepper, edge, time, by_timer, moves > 0);
    stepper->waker = PRN_NONE;
    stepper->stage_moment[stepper->walk.stage] = stepper->moment;
    moves++;
  }
  return moves;
}
