/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows can make a trigger true. Once no trigger of a stage holds, only a few things can
 * change that: a row of an event that one of its conditions counts, a timer, or a row that changes
 * what is looked at in other ways (attributes, scores). Other rows need not be judged. */

#include "prn-plan-private.h"

/* Above this many bits it is cheaper to judge at every row. */
#define MAX_BITS (G_GUINT64_CONSTANT (1) << 28)

/* @of: a stage, or an edge */
static void
set_bit (guint8 *bits, const PrnPlan *plan, guint32 of, guint32 event)
{
  guint64 bit = (guint64) of * plan->n_events + event;

  bits[bit >> 3] |= (guint8) (1 << (bit & 7));
}

static void
note_leaf (PrnPlan *plan, guint32 stage, const PrnLeaf *leaf)
{
  switch ((PrnLeafKind) leaf->kind) {
  case PRN_LEAF_EVENT:
    set_bit (plan->wakes, plan, stage, leaf->first);
    set_bit (plan->takes, plan, stage, leaf->first);
    break;
  case PRN_LEAF_INACTIVE:
    for (guint32 i = leaf->first; leaf->flag && i < leaf->first + leaf->n; i++)
      set_bit (plan->takes, plan, stage, g_array_index (plan->leaf_events, guint32, i));
    /* Being inactive for no time at all holds at every row. */
    if (leaf->span == 0)
      plan->stages[stage].always_awake = TRUE;
    break;
  case PRN_LEAF_DWELL:
    break;
  case PRN_LEAF_SCORE:
  case PRN_LEAF_FILTERS:
  case PRN_LEAF_CONSTANT:
    plan->stages[stage].always_awake = TRUE;
    break;
  }
}

/* Whether a leaf can hold when the stage was entered just now: it has no history, and no time has
 * passed. */
static gboolean
may_hold_at_once (const PrnLeaf *leaf)
{
  switch ((PrnLeafKind) leaf->kind) {
  case PRN_LEAF_EVENT:
    return leaf->flag || leaf->count <= 0;
  case PRN_LEAF_DWELL:
  case PRN_LEAF_INACTIVE:
    return leaf->span <= 0;
  case PRN_LEAF_SCORE:
  case PRN_LEAF_FILTERS:
    return TRUE;
  case PRN_LEAF_CONSTANT:
    break;
  }
  return leaf->flag;
}

/* Conditions have no negation: if all leaves that may hold do and it does not, it never does. */
static void
find_causes (PrnPlan *plan, PrnEdge *edge, gint32 end)
{
  gint32 code = edge->code;

  while (code >= 0) {
    const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, code);

    code = may_hold_at_once (leaf) ? leaf->on_true : leaf->on_false;
  }
  edge->at_once = code == PRN_CODE_TRUE;
  for (code = edge->code; code >= 0 && code < end; code++) {
    guint8 kind = PRN_PLAN_LEAF (plan, code)->kind;

    edge->has_timer |= kind == PRN_LEAF_DWELL || kind == PRN_LEAF_INACTIVE || kind == PRN_LEAF_SCORE;
  }
}

static void
add_edge_wakes (PrnPlan *plan)
{
  guint64 n_bits = (guint64) plan->edges->len * plan->n_events;

  if (n_bits > MAX_BITS)
    return;
  plan->edge_wakes = g_malloc0 (n_bits / 8 + 1);
  for (guint32 i = 0; i < plan->edges->len; i++) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, i);

    for (gint32 k = edge->code; k >= 0 && k < plan->trigger_end[edge->trigger]; k++)
      if (PRN_PLAN_LEAF (plan, k)->kind == PRN_LEAF_EVENT)
        set_bit (plan->edge_wakes, plan, i, PRN_PLAN_LEAF (plan, k)->first);
  }
}

void
prn_plan_add_wakes (PrnPlan *plan)
{
  guint64 n_bits = (guint64) plan->n_stages * plan->n_events;
  gboolean too_many = n_bits > MAX_BITS;

  plan->wakes = g_malloc0 (too_many ? 1 : n_bits / 8 + 1);
  plan->takes = g_malloc0 (too_many ? 1 : n_bits / 8 + 1);
  for (guint i = 0; i < plan->n_stages; i++) {
    PrnPlanStage *stage = &plan->stages[i];

    stage->always_awake = too_many;
    for (guint32 k = 0; k < stage->n_edges && !stage->always_awake; k++) {
      const PrnEdge *edge = PRN_PLAN_EDGE (plan, stage->first_edge + k);

      for (gint32 leaf = edge->code; leaf >= 0 && leaf < plan->trigger_end[edge->trigger]; leaf++)
        note_leaf (plan, i, PRN_PLAN_LEAF (plan, leaf));
    }
  }
  for (guint32 i = 0; i < plan->edges->len; i++) {
    PrnEdge *edge = PRN_PLAN_EDGE (plan, i);

    find_causes (plan, edge, plan->trigger_end[edge->trigger]);
    plan->stages[edge->from].at_once |= edge->at_once;
  }
  add_edge_wakes (plan);
}
