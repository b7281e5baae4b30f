/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-step-private.h"

static void
leave_stage (PrnStepper *stepper, gint64 time)
{
  PrnTallyStage *stage = &stepper->tally->stages[stepper->stage];

  stage->left++;
  stage->dwell += (guint64) (time - stepper->entered);
  prn_histogram_add (&stage->ended, time - stepper->entered);
}

static void
enter_stage (PrnStepper *stepper, guint32 to, gint64 time)
{
  PrnTallyStage *stage = &stepper->tally->stages[to];

  stage->visits++;
  if (stepper->seen_stages[to].customer != stepper->customer) {
    stepper->seen_stages[to].customer = stepper->customer;
    stage->customers++;
  }
  prn_paths_append (stepper->tally->paths, to);
  stepper->stage = to;
  stepper->entered = time;
  stepper->quiet_until = G_MININT64;
}

static void
tell (PrnStepper *stepper,
      guint32 to,
      guint32 edge,
      gint64 time,
      gboolean by_timer,
      gboolean chained)
{
  PrnMove move = { time, by_timer, chained, stepper->stage, to, edge };

  stepper->func (stepper, &move, stepper->user_data);
}

void
prn_step_let_in (PrnStepper *stepper, guint32 stage, gint64 time)
{
  if (stepper->func != NULL)
    tell (stepper, stage, PRN_NONE, time, FALSE, FALSE);
  stepper->tally->entered++;
  stepper->tally->stages[stage].entries++;
  enter_stage (stepper, stage, time);
}

void
prn_step_fire (PrnStepper *stepper, guint32 index, gint64 time, gboolean by_timer, gboolean chained)
{
  const PrnEdge *edge = &stepper->edges[index];

  if (stepper->func != NULL)
    tell (stepper, edge->to, index, time, by_timer, chained);
  stepper->tally->edges[index]++;
  if (stepper->seen_triggers[edge->trigger] != stepper->customer) {
    stepper->seen_triggers[edge->trigger] = stepper->customer;
    stepper->tally->trigger_customers[edge->trigger]++;
  }
  leave_stage (stepper, time);
  enter_stage (stepper, edge->to, time);
  stepper->history++;
}

void
prn_step_move_off_map (PrnStepper *stepper, guint32 to, gint64 time)
{
  if (stepper->func != NULL)
    tell (stepper, to, PRN_NONE, time, FALSE, FALSE);
  prn_tally_add_off_map (stepper->tally, stepper->stage, to, 1);
  leave_stage (stepper, time);
  enter_stage (stepper, to, time);
}

/* The first trigger of the stage that holds; in a chain those back into a stage of this moment
 * do not count. */
static inline guint32
find_edge (PrnStepper *stepper, gint64 time, gboolean chained)
{
  const PrnPlanStage *stage = &stepper->plan->stages[stepper->stage];

  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++) {
    const PrnEdge *edge = &stepper->edges[i];

    if (chained && stepper->seen_stages[edge->to].moment == stepper->moment) {
      stepper->is_held = TRUE;
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
  guint32 moves = 0;
  guint32 edge;

  stepper->is_held = FALSE;
  while ((edge = find_edge (stepper, time, moves > 0)) != PRN_NONE) {
    if (moves == 0) {
      stepper->moment++;
      stepper->seen_stages[stepper->stage].moment = stepper->moment;
    }
    prn_step_fire (stepper, edge, time, by_timer, moves > 0);
    stepper->seen_stages[stepper->stage].moment = stepper->moment;
    moves++;
  }
  return moves;
}
