/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timers of the stages, and which of them are plain: being due is all their triggers ask for. */

#include "prn-error.h"

#include <glib/gi18n-lib.h>

#include "prn-plan-private.h"

/* A hostile map must not fill the memory. */
#define MAX_TIMERS 32000000

static gboolean
is_timer (const PrnLeaf *leaf)
{
  return leaf->kind == PRN_LEAF_DWELL || leaf->kind == PRN_LEAF_INACTIVE ||
         leaf->kind == PRN_LEAF_SCORE;
}

static gboolean
find_timers (PrnPlan *plan, PrnPlanStage *stage, GError **error)
{
  stage->first_timer = plan->timers->len;
  for (guint k = 0; k < stage->n_edges; k++) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, stage->first_edge + k);

    for (gint32 leaf = edge->code; leaf >= 0 && leaf < plan->trigger_end[edge->trigger]; leaf++)
      if (is_timer (PRN_PLAN_LEAF (plan, leaf)))
        g_array_append_val (plan->timers, leaf);
  }
  stage->n_timers = plan->timers->len - stage->first_timer;
  if (plan->timers->len <= MAX_TIMERS)
    return TRUE;
  prn_set_error_at (error, PRN_ERROR_LIMIT, "triggers",
                    _ ("the stages have over %d timers in sum; name fewer sources"), MAX_TIMERS);
  return FALSE;
}

/* Takes an edge with a timer into the plain ones of its stage; whether it is one. */
static gboolean
add_plain_timer (const PrnPlan *plan, PrnPlanStage *stage, guint32 index)
{
  const PrnEdge *edge = PRN_PLAN_EDGE (plan, index);
  const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, edge->code);

  if (plan->trigger_end[edge->trigger] != edge->code + 1 || leaf->span <= 0 ||
      plan->stages[edge->to].at_once)
    return FALSE;

  if (leaf->kind == PRN_LEAF_DWELL && leaf->span < stage->dwell) {
    stage->dwell = leaf->span;
    stage->dwell_edge = index;
  } else if (leaf->kind == PRN_LEAF_INACTIVE && !leaf->flag && leaf->span < stage->inactivity) {
    stage->inactivity = leaf->span;
    stage->inactivity_edge = index;
  }
  return leaf->kind == PRN_LEAF_DWELL || (leaf->kind == PRN_LEAF_INACTIVE && !leaf->flag);
}

static void
find_plain_timers (const PrnPlan *plan, PrnPlanStage *stage)
{
  stage->dwell = stage->inactivity = PRN_NEVER;
  stage->dwell_edge = stage->inactivity_edge = PRN_NONE;
  stage->has_plain_timers = TRUE;
  for (guint32 i = stage->first_edge; i < stage->first_edge + stage->n_edges; i++)
    if (PRN_PLAN_EDGE (plan, i)->has_timer && !add_plain_timer (plan, stage, i))
      stage->has_plain_timers = FALSE;
}

gboolean
prn_plan_add_timers (PrnPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->n_stages; i++)
    if (!find_timers (plan, &plan->stages[i], error))
      return FALSE;
  for (guint i = 0; i <= plan->n_stages; i++)
    find_plain_timers (plan, &plan->stages[i]);
  return TRUE;
}
