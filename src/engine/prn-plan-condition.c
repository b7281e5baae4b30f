/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conditions made flat. A group's members stand one after the other; where each leaf goes on
 * when it holds or not is known beforehand, because the number of leaves of every member is. */

#include "prn-plan-private.h"

static gint32
count_leaves (const PrnCondition *condition)
{
  gint32 n = 0;

  if (condition->kind != PRN_CONDITION_ALL && condition->kind != PRN_CONDITION_ANY)
    return 1;
  for (guint i = 0; i < condition->members.n; i++)
    n += count_leaves (&condition->members.items[i]);
  return MAX (n, 1);
}

static guint32
find_event (PrnPlan *plan, const char *id)
{
  int index = prn_map_index_of (plan->map, PRN_KIND_EVENT, id);

  if (index < 0)
    return PRN_NONE;
  plan->events[index].tracked = TRUE;
  return (guint32) index;
}

static void
fill_event (PrnPlan *plan, PrnLeaf *leaf, const PrnCondition *condition)
{
  guint32 event = find_event (plan, condition->ref);

  if (event == PRN_NONE)
    return;
  leaf->kind = PRN_LEAF_EVENT;
  leaf->first = event;
  leaf->flag = condition->since == PRN_SINCE_EVER;
  leaf->count = condition->count;
  leaf->span = condition->within.us;
  if (leaf->span >= 0 && leaf->count > 1)
    plan->events[event].ring = MAX (plan->events[event].ring, leaf->count);
}

static void
fill_inactive (PrnPlan *plan, PrnLeaf *leaf, const PrnCondition *condition)
{
  leaf->kind = PRN_LEAF_INACTIVE;
  leaf->span = condition->duration.us;
  leaf->flag = condition->events.n > 0;
  leaf->first = plan->leaf_events->len;

  for (guint i = 0; i < condition->events.n; i++) {
    guint32 event = find_event (plan, condition->events.items[i]);

    if (event != PRN_NONE)
      g_array_append_val (plan->leaf_events, event);
  }
  leaf->n = plan->leaf_events->len - leaf->first;
}

static void
fill_score (PrnPlan *plan, PrnLeaf *leaf, const PrnCondition *condition)
{
  int score = prn_map_index_of (plan->map, PRN_KIND_SCORE, condition->ref);

  if (score < 0)
    return;
  leaf->kind = PRN_LEAF_SCORE;
  leaf->first = (guint32) score;
  leaf->flag = condition->at_least != condition->at_least;
  leaf->bound = leaf->flag ? condition->below : condition->at_least;
  plan->scores[score].tracked = TRUE;
}

static void
fill_segment (PrnPlan *plan, PrnLeaf *leaf, const PrnCondition *condition)
{
  int index = prn_map_index_of (plan->map, PRN_KIND_SEGMENT, condition->ref);
  const PrnSegment *segment;

  if (index < 0)
    return;
  segment = prn_map_nth (plan->map, PRN_KIND_SEGMENT, (guint) index);
  leaf->kind = PRN_LEAF_FILTERS;
  leaf->first = prn_plan_add_filters (plan, segment->where.items, segment->where.n);
  leaf->n = segment->where.n;
}

static void
add_leaf (PrnPlan *plan, const PrnCondition *condition, gint32 on_true, gint32 on_false)
{
  /* A reference to an element that was taken out of the map is never true. */
  PrnLeaf leaf = {
    .kind = PRN_LEAF_CONSTANT, .on_true = on_true, .on_false = on_false, .span = -1
  };

  switch (condition->kind) {
  case PRN_CONDITION_EVENT:
    fill_event (plan, &leaf, condition);
    break;
  case PRN_CONDITION_INACTIVE:
    fill_inactive (plan, &leaf, condition);
    break;
  case PRN_CONDITION_DWELL:
    leaf.kind = PRN_LEAF_DWELL;
    leaf.span = condition->duration.us;
    break;
  case PRN_CONDITION_SCORE:
    fill_score (plan, &leaf, condition);
    break;
  case PRN_CONDITION_ATTRIBUTE:
    leaf.kind = PRN_LEAF_FILTERS;
    leaf.first = prn_plan_add_filters (plan, &condition->filter, 1);
    leaf.n = 1;
    break;
  case PRN_CONDITION_SEGMENT:
    fill_segment (plan, &leaf, condition);
    break;
  case PRN_CONDITION_ALL:
    leaf.flag = TRUE;
    break;
  case PRN_CONDITION_ANY:
    break;
  }
  g_array_append_val (plan->leaves, leaf);
}

static void
add_code (PrnPlan *plan, const PrnCondition *condition, gint32 on_true, gint32 on_false)
{
  gboolean all = condition->kind == PRN_CONDITION_ALL;
  gint32 next = (gint32) plan->leaves->len;

  if ((!all && condition->kind != PRN_CONDITION_ANY) || condition->members.n == 0) {
    add_leaf (plan, condition, on_true, on_false);
    return;
  }

  for (guint i = 0; i < condition->members.n; i++) {
    const PrnCondition *member = &condition->members.items[i];
    gboolean last = i + 1 == condition->members.n;

    next += count_leaves (member);
    add_code (plan, member, all && !last ? next : on_true, all || last ? on_false : next);
  }
}

gint32
prn_plan_add_condition (PrnPlan *plan, const PrnCondition *condition)
{
  gint32 first = (gint32) plan->leaves->len;

  if (condition == NULL)
    return PRN_CODE_FALSE;
  add_code (plan, condition, PRN_CODE_TRUE, PRN_CODE_FALSE);
  return first;
}
