/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of rows beforehand, by stage and activity. In most stages few events are looked at,
 * and all other rows are only counted; and most triggers fire at the first row of an event. Stepping
 * looks such rows up, and only the others are judged. */

#include "prn-binding.h"

/* A larger table than this costs more than it saves; so does one for a few rows. */
#define MAX_WORDS     (1 << 24)
#define ALWAYS_WORTH  (1 << 16)
#define WORDS_PER_ROW 4

typedef struct {
  const PrnBinding *binding;
  const PrnPlan *plan;
  gboolean *ever;      /* for each event: some condition counts all its rows, whatever stage they came in */
  guint32 *first_edge; /* for each event the first edge of the stage at hand that looks at it */
  guint32 *last_edge;  /* the last one */
} RowWords;

/* Scores change with every row. */
static gboolean
has_scores (const PrnPlan *plan)
{
  for (guint i = 0; i < plan->n_scores; i++)
    if (plan->scores[i].tracked)
      return TRUE;
  return FALSE;
}

/* Whether one row at hand is all that an event's leaf asks for. */
static gboolean
takes_one_row (const PrnLeaf *leaf)
{
  return leaf->kind == PRN_LEAF_EVENT && leaf->count <= 1 && leaf->span != 0;
}

static void
find_ever (RowWords *words)
{
  const PrnPlan *plan = words->plan;

  for (guint i = 0; i < plan->n_triggers; i++)
    for (gint32 k = plan->trigger_code[i]; k >= 0 && k < plan->trigger_end[i]; k++) {
      const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, k);

      if (leaf->kind == PRN_LEAF_EVENT && leaf->flag)
        words->ever[leaf->first] = TRUE;
    }
  for (guint i = 0; i < plan->entries->len; i++) {
    const PrnPlanEntry *entry = PRN_PLAN_ENTRY (plan, i);
    const PrnLeaf *leaf = entry->leaf != PRN_NONE ? PRN_PLAN_LEAF (plan, entry->leaf) : NULL;

    if (leaf != NULL && leaf->kind == PRN_LEAF_EVENT && !takes_one_row (leaf))
      words->ever[leaf->first] = TRUE;
  }
}

static void
find_edges (RowWords *words, const PrnPlanStage *stage)
{
  const PrnPlan *plan = words->plan;

  for (guint i = 0; i < plan->n_events; i++)
    words->first_edge[i] = words->last_edge[i] = PRN_NONE;
  for (guint32 i = stage->first_edge + stage->n_edges; i-- > stage->first_edge;) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, i);

    for (gint32 k = edge->code; k >= 0 && k < plan->trigger_end[edge->trigger]; k++) {
      const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, k);

      if (leaf->kind != PRN_LEAF_EVENT)
        continue;
      words->first_edge[leaf->first] = i;
      if (words->last_edge[leaf->first] == PRN_NONE)
        words->last_edge[leaf->first] = i;
    }
  }
}

/* The candidates of an activity. */
static const PrnCandidate *
candidates_of (const PrnBinding *binding, guint activity, guint32 *n)
{
  const guint32 *first = binding->first_candidate + activity;

  *n = first[1] - first[0];
  return (const PrnCandidate *) binding->candidates->data + first[0];
}

/* What a row is counted as, of a customer who is in one stage before and maybe in another after. */
static guint32
counted_as (const PrnCandidate *candidates, guint32 n, guint32 before, guint32 after)
{
  guint32 word = n == 0 ? PRN_ROW_UNMATCHED : 0;

  for (guint32 i = 0; i < n; i++) {
    if (candidates[i].stage == PRN_NONE)
      continue;
    word |= PRN_ROW_DRAWN;
    if (candidates[i].stage == before || candidates[i].stage == after)
      word |= PRN_ROW_SEEN;
  }
  return word;
}

/* Whether what the activity's rows match does not depend on their cells, and they are not
 * remembered for ever. */
static gboolean
is_plain (const RowWords *words, const PrnCandidate *candidates, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (candidates[i].n_filters > 0 || words->ever[candidates[i].event])
      return FALSE;
  return TRUE;
}

/* The event leaf that is all of an edge's condition, if the moment is over with its move. */
static const PrnLeaf *
only_leaf (const PrnPlan *plan, guint32 index)
{
  const PrnEdge *edge = PRN_PLAN_EDGE (plan, index);
  const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, edge->code);
  gboolean is_all = plan->trigger_end[edge->trigger] == edge->code + 1;

  return is_all && leaf->kind == PRN_LEAF_EVENT && !plan->stages[edge->to].at_once ? leaf : NULL;
}

/* Whether a row of the activity is all that an edge's condition asks for. */
static gboolean
fires_at_once (const PrnPlan *plan, guint32 index, const PrnCandidate *candidates, guint32 n)
{
  const PrnLeaf *leaf = only_leaf (plan, index);

  if (leaf == NULL || !takes_one_row (leaf))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (candidates[i].event == leaf->first)
      return TRUE;
  return FALSE;
}

/* A row that is looked at in the stage: by one edge alone, or only as activity. */
static guint32
word_taken_in (const RowWords *words, guint32 stage, const PrnCandidate *candidates, guint32 n)
{
  guint32 edge = words->first_edge[candidates[0].event];

  if (n > 1 || edge != words->last_edge[candidates[0].event] ||
      (edge != PRN_NONE && only_leaf (words->plan, edge) == NULL))
    return PRN_ROW_JUDGED;
  return counted_as (candidates, n, stage, stage) | PRN_ROW_TAKEN_IN |
         (edge != PRN_NONE ? edge : PRN_ROW_NO_NUMBER) << PRN_ROW_NUMBER_SHIFT;
}

/* A row of a customer who is in a stage, whose edges are at hand. */
static guint32
word_inside (const RowWords *words, guint32 stage, guint activity)
{
  const PrnPlan *plan = words->plan;
  guint32 n, first = PRN_NONE;
  const PrnCandidate *candidates = candidates_of (words->binding, activity, &n);
  guint32 away = plan->stages[stage].is_exit ? PRN_ROW_AWAY : 0;
  gboolean is_taken = FALSE;

  if (plan->stages[stage].always_awake || !is_plain (words, candidates, n))
    return PRN_ROW_JUDGED;
  for (guint32 i = 0; i < n; i++) {
    first = MIN (first, words->first_edge[candidates[i].event]);
    is_taken |= prn_plan_takes (plan, stage, candidates[i].event);
  }
  if (first != PRN_NONE && fires_at_once (plan, first, candidates, n))
    return counted_as (candidates, n, stage, PRN_PLAN_EDGE (plan, first)->to) | away |
           PRN_ROW_FIRES | first << PRN_ROW_NUMBER_SHIFT;
  return (is_taken ? word_taken_in (words, stage, candidates, n)
                   : counted_as (candidates, n, stage, stage)) | away;
}

/* A row that lets a customer in to a stage: by its `enter`, or as the first row there. */
static guint32
word_of_entry (const RowWords *words, const PrnPlanEntry *entry, guint activity)
{
  const PrnPlan *plan = words->plan;
  guint32 n, after = entry->stage;
  const PrnCandidate *candidates = candidates_of (words->binding, activity, &n);
  guint32 fires = 0;

  if (plan->stages[entry->stage].at_once)
    return PRN_ROW_JUDGED;
  if (entry->leaf == PRN_NONE) {
    guint32 inside = words->binding->row_words[(gsize) entry->stage * words->binding->n_activities +
                                               activity];

    if (inside & (PRN_ROW_JUDGED | PRN_ROW_TAKEN_IN))
      return PRN_ROW_JUDGED;
    fires = inside & PRN_ROW_FIRES;
    if (fires != 0)
      after = PRN_PLAN_EDGE (plan, inside >> PRN_ROW_NUMBER_SHIFT)->to;
  }
  return counted_as (candidates, n, after, after) | fires | PRN_ROW_LETS_IN |
         entry->stage << PRN_ROW_NUMBER_SHIFT;
}

/* A row of a customer who has no stage: the first entry that takes it counts. */
static guint32
word_outside (const RowWords *words, guint activity)
{
  const PrnPlan *plan = words->plan;
  guint32 n;
  const PrnCandidate *candidates = candidates_of (words->binding, activity, &n);

  if (!is_plain (words, candidates, n))
    return PRN_ROW_JUDGED;
  for (guint i = 0; i < plan->entries->len; i++) {
    const PrnPlanEntry *entry = PRN_PLAN_ENTRY (plan, i);

    if (entry->leaf == PRN_NONE)
      return word_of_entry (words, entry, activity);
    for (guint32 k = 0; k < n; k++) {
      const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, entry->leaf);

      if (takes_one_row (leaf) && leaf->first == candidates[k].event)
        return word_of_entry (words, entry, activity);
    }
  }
  return counted_as (candidates, n, PRN_NONE, PRN_NONE);
}

static void
add_stage_rows (PrnBinding *binding)
{
  const PrnPlan *plan = binding->plan;

  binding->stage_rows = g_new (PrnStageRows, plan->n_stages + 1);
  for (guint i = 0; i <= plan->n_stages; i++) {
    const PrnPlanStage *stage = &plan->stages[i];

    binding->stage_rows[i] = (PrnStageRows){
      .words = binding->row_words + (gsize) i * binding->n_activities,
      .dwell = stage->has_plain_timers ? stage->dwell : -PRN_NEVER,
      .inactivity = stage->has_plain_timers ? stage->inactivity : PRN_NEVER,
    };
  }
}

void
prn_binding_add_row_words (PrnBinding *binding)
{
  const PrnPlan *plan = binding->plan;
  guint n_activities = binding->n_activities;
  guint64 n = ((guint64) plan->n_stages + 1) * n_activities;
  g_autofree gboolean *ever = g_new0 (gboolean, plan->n_events);
  g_autofree guint32 *first_edge = g_new (guint32, plan->n_events);
  g_autofree guint32 *last_edge = g_new (guint32, plan->n_events);
  RowWords words = { binding, plan, ever, first_edge, last_edge };

  if (has_scores (plan) || n > MAX_WORDS ||
      n > MAX (ALWAYS_WORTH, prn_log_n_accepted (binding->log) * WORDS_PER_ROW))
    return;
  find_ever (&words);
  binding->row_words = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < plan->n_stages; i++) {
    find_edges (&words, &plan->stages[i]);
    for (guint k = 0; k < n_activities; k++)
      binding->row_words[(gsize) i * n_activities + k] = word_inside (&words, i, k);
  }
  for (guint k = 0; k < n_activities; k++)
    binding->row_words[(gsize) plan->n_stages * n_activities + k] = word_outside (&words, k);
  add_stage_rows (binding);
}
