/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows leave nothing behind. In most stages few events are looked at, and all other rows are
 * only counted: knowing them beforehand, by stage and activity, makes a replay several times as
 * fast. */

#include "prn-binding.h"

/* A larger table than this costs more than it saves. */
#define MAX_KINDS (1 << 24)

/* Scores change with every row. */
static gboolean
has_scores (const PrnPlan *plan)
{
  for (guint i = 0; i < plan->n_scores; i++)
    if (plan->scores[i].tracked)
      return TRUE;
  return FALSE;
}

/* The events of which some condition counts all rows, whatever stage they came in. */
static gboolean *
find_ever (const PrnPlan *plan)
{
  gboolean *ever = g_new0 (gboolean, plan->n_events);

  for (guint i = 0; i < plan->leaves->len; i++) {
    const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, i);

    if (leaf->kind == PRN_LEAF_EVENT && leaf->flag)
      ever[leaf->first] = TRUE;
  }
  return ever;
}

static guint8
kind_of (const PrnBinding *binding, const gboolean *ever, guint32 stage, guint activity)
{
  const PrnPlan *plan = binding->plan;
  const guint32 *first = binding->first_candidate + activity;
  const PrnCandidate *candidates = (const PrnCandidate *) binding->candidates->data;
  guint kind = PRN_ROW_QUIET;

  if (plan->stages[stage].is_exit)
    kind |= PRN_ROW_AWAY;
  for (guint32 i = first[0]; i < first[1]; i++) {
    const PrnCandidate *candidate = &candidates[i];

    if (candidate->n_filters > 0 || ever[candidate->event] ||
        prn_plan_takes (plan, stage, candidate->event))
      return 0;
    kind |= PRN_ROW_MATCHED;
    if (candidate->stage != PRN_NONE)
      kind |= candidate->stage == stage ? PRN_ROW_DRAWN | PRN_ROW_SEEN : PRN_ROW_DRAWN;
  }
  return (guint8) kind;
}

void
prn_binding_add_row_kinds (PrnBinding *binding)
{
  const PrnPlan *plan = binding->plan;
  guint64 n = (guint64) plan->n_stages * binding->n_activities;
  g_autofree gboolean *ever = NULL;

  if (n > MAX_KINDS || has_scores (plan))
    return;
  ever = find_ever (plan);
  binding->row_kinds = g_malloc0 (MAX (n, 1));
  for (guint32 i = 0; i < plan->n_stages; i++)
    for (guint k = 0; k < binding->n_activities && !plan->stages[i].always_awake; k++)
      binding->row_kinds[(gsize) i * binding->n_activities + k] = kind_of (binding, ever, i, k);
}
