/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-step-private.h"

/* Short timers over a long time are many, between two rows too. */
#define TIMERS_BETWEEN_LOOKS 4096

/* The first microsecond after @from, and not after @to, at which a score's leaf is no longer what
 * it was at @from. Between two rows a score only nears its rest, so it changes at most once. */
static gint64
find_crossing (const PrnStepper *stepper, const PrnLeaf *leaf, gint64 from, gint64 to)
{
  gboolean before = prn_step_leaf_holds (stepper, leaf, from);

  while (to - from > 1) {
    gint64 middle = from + (to - from) / 2;

    if (prn_step_leaf_holds (stepper, leaf, middle) == before)
      from = middle;
    else
      to = middle;
  }
  return to;
}

/* When the next timer of the stage is due, at the latest at @limit; one later if none is.
 * @quiet_until: (out): before this instant none will be, whatever rows come */
static gint64
next_due (const PrnStepper *stepper, gint64 limit, gint64 *quiet_until)
{
  const PrnPlanStage *stage = &stepper->plan->stages[stepper->walk.stage];
  const guint32 *timers = &g_array_index (stepper->plan->timers, guint32, stage->first_timer);
  gint64 from = MAX (stepper->floor - 1, stepper->last_row);
  gint64 due = limit + 1;

  *quiet_until = G_MAXINT64;
  for (guint32 i = 0; i < stage->n_timers; i++) {
    const PrnLeaf *leaf = &stepper->leaves[timers[i]];
    gint64 instant;

    if (leaf->kind == PRN_LEAF_SCORE) {
      /* A row's points can bring the crossing nearer. */
      *quiet_until = G_MININT64;
      if (due - 1 <= from || stepper->plan->scores[leaf->first].half_life < 0 ||
          prn_step_leaf_holds (stepper, leaf, from) == prn_step_leaf_holds (stepper, leaf, due - 1))
        continue;
      instant = find_crossing (stepper, leaf, from, due - 1);
    } else if (leaf->kind == PRN_LEAF_DWELL) {
      instant = stepper->walk.entered + leaf->span;
    } else {
      instant = prn_step_inactive_due (stepper, leaf);
      /* It is over, but the next row starts it again. */
      if (instant < stepper->floor)
        *quiet_until = MIN (*quiet_until, stepper->floor + leaf->span);
    }
    if (instant < stepper->floor)
      continue;
    due = MIN (due, instant);
    *quiet_until = MIN (*quiet_until, instant);
  }
  return due;
}

gint64
prn_step_run_timers (PrnStepper *stepper, gint64 limit)
{
  guint32 moves = 0;

  for (guint n = 1; !stepper->is_stopped; n++) {
    gint64 quiet_until;
    gint64 due = next_due (stepper, limit + 1, &quiet_until);

    if (due > limit) {
      stepper->quiet_until = quiet_until;
      return due;
    }
    moves += prn_step_judge (stepper, due, TRUE);
    stepper->floor = due + 1;
    if (moves > PRN_STEPPER_MAX_TIMER_MOVES) {
      stepper->running_round = stepper->walk.stage;
      stepper->is_stopped = TRUE;
    }
    if (n % TIMERS_BETWEEN_LOOKS == 0 && prn_progress_is_cancelled (stepper->progress))
      stepper->is_stopped = TRUE;
  }
  return G_MAXINT64;
}
