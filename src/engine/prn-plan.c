/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-error.h"
#include "prn-log.h"

/* A trigger from `*` is one edge for each stage; a hostile map must not fill the memory. */
#define MAX_EDGES 8000000

static guint32
find_column (PrnPlan *plan, const char *name)
{
  gpointer column = g_hash_table_lookup (plan->column_names, name);

  if (column == NULL) {
    g_ptr_array_add (plan->columns, g_strdup (name));
    column = GUINT_TO_POINTER (plan->columns->len);
    g_hash_table_insert (plan->column_names, plan->columns->pdata[plan->columns->len - 1], column);
  }
  return GPOINTER_TO_UINT (column) - 1;
}

guint32
prn_plan_add_filters (PrnPlan *plan, const PrnFilter *filters, guint n)
{
  guint32 first = plan->filters->len;

  for (guint i = 0; i < n; i++) {
    PrnPlanFilter filter = { find_column (plan, filters[i].column), &filters[i] };

    g_array_append_val (plan->filters, filter);
  }
  return first;
}

static void
add_event_name (PrnPlan *plan, const char *name, guint32 event)
{
  g_autofree char *folded = prn_log_fold (name, -1);
  GArray *events = g_hash_table_lookup (plan->event_names, folded);

  if (events == NULL) {
    events = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (plan->event_names, g_steal_pointer (&folded), events);
  }
  if (events->len == 0 || g_array_index (events, guint32, events->len - 1) != event)
    g_array_append_val (events, event);
}

static void
add_events (PrnPlan *plan)
{
  const PrnEvent *const *events = prn_map_events (plan->map, &plan->n_events);

  plan->events = g_new0 (PrnPlanEvent, plan->n_events);
  for (guint i = 0; i < plan->n_events; i++) {
    const PrnMatch *match = &events[i]->match;
    int stage = prn_map_index_of (plan->map, PRN_KIND_STAGE, events[i]->stage);

    plan->events[i].stage = stage >= 0 ? (guint32) stage : PRN_NONE;
    plan->events[i].first_filter = prn_plan_add_filters (plan, match->where.items, match->where.n);
    plan->events[i].n_filters = match->where.n;
    for (guint k = 0; match->has_names && k < match->names.n; k++)
      add_event_name (plan, match->names.items[k], i);
    if (!match->has_names) {
      add_event_name (plan, events[i]->name, i);
      add_event_name (plan, events[i]->element.id, i);
    }
    if (*events[i]->value_column != '\0')
      find_column (plan, events[i]->value_column);
  }
}

static void
add_scores (PrnPlan *plan)
{
  const PrnScore *const *scores = prn_map_scores (plan->map, &plan->n_scores);

  plan->scores = g_new0 (PrnPlanScore, plan->n_scores);
  for (guint i = 0; i < plan->n_scores; i++) {
    const PrnScore *from = scores[i];
    PrnPlanScore *to = &plan->scores[i];

    to->start = from->start;
    to->min = from->min;
    to->max = from->max;
    to->rest = from->rest == from->rest ? from->rest : from->start;
    to->half_life = (double) from->half_life.us;
    to->first_points = plan->points->len;
    for (guint k = 0; k < from->points.n; k++) {
      int event = prn_map_index_of (plan->map, PRN_KIND_EVENT, from->points.items[k].event);
      PrnPlanPoints points = { (guint32) event, from->points.items[k].points };

      if (event < 0)
        continue;
      plan->events[event].tracked = TRUE;
      g_array_append_val (plan->points, points);
    }
    to->n_points = plan->points->len - to->first_points;
  }
}

static void
add_stage_name (PrnPlan *plan, const char *name, guint stage)
{
  char *folded = prn_log_fold (name, -1);

  if (*folded == '\0' || g_hash_table_contains (plan->stage_names, folded))
    g_free (folded);
  else
    g_hash_table_insert (plan->stage_names, folded, GUINT_TO_POINTER (stage + 1));
}

/* An id is one stage's alone, so it goes before a name that another has. */
static void
add_segments (PrnPlan *plan)
{
  const PrnSegment *const *segments = prn_map_segments (plan->map, &plan->n_segments);

  plan->segments = g_new (PrnPlanSegment, plan->n_segments);
  for (guint i = 0; i < plan->n_segments; i++) {
    const PrnFilters *where = &segments[i]->where;

    plan->segments[i].first_filter = prn_plan_add_filters (plan, where->items, where->n);
    plan->segments[i].n_filters = where->n;
  }
}

static void
add_stage_names (PrnPlan *plan, const PrnStage *const *stages)
{
  for (guint i = 0; i < plan->n_stages; i++)
    add_stage_name (plan, stages[i]->element.id, i);
  for (guint i = 0; i < plan->n_stages; i++)
    add_stage_name (plan, stages[i]->name, i);
}

static void
add_entries (PrnPlan *plan, const PrnStage *const *stages)
{
  PrnPlanEntry first = { 0, PRN_NONE };

  for (guint i = 0; i < plan->n_stages; i++) {
    PrnPlanEntry entry = { i, PRN_NONE };

    if (stages[i]->role != PRN_ROLE_ENTRY)
      continue;
    if (stages[i]->enter != NULL) {
      gint32 code = prn_plan_add_condition (plan, stages[i]->enter);
      PrnLeaf *leaf = PRN_PLAN_LEAF (plan, code);

      /* Who has no stage has no history of a stage: the rows so far are what counts. */
      if (leaf->kind == PRN_LEAF_EVENT)
        leaf->flag = TRUE;
      entry.leaf = (guint32) code;
    }
    g_array_append_val (plan->entries, entry);
  }

  if (plan->entries->len == 0)
    g_array_append_val (plan->entries, first);
}

static gboolean
leaves_from (const PrnTrigger *trigger, const PrnStage *stage)
{
  if (g_str_equal (trigger->from, stage->element.id))
    return TRUE;
  if (g_str_equal (trigger->to, stage->element.id))
    return FALSE;
  if (g_str_equal (trigger->from, "*"))
    return stage->role != PRN_ROLE_EXIT;
  return stage->phase != NULL && g_str_equal (trigger->from, stage->phase);
}

/* Calls for each source of a trigger; first to count, then to fill. */
static guint64
expand_trigger (PrnPlan *plan,
                const PrnStage *const *stages,
                const PrnTrigger *trigger,
                guint32 index,
                guint32 *next)
{
  int to = prn_map_index_of (plan->map, PRN_KIND_STAGE, trigger->to);
  int from = prn_map_index_of (plan->map, PRN_KIND_STAGE, trigger->from);
  guint first = from >= 0 ? (guint) from : 0;
  guint end = from >= 0 ? (guint) from + 1 : plan->n_stages;
  guint64 n = 0;

  if (to < 0)
    return 0;

  for (guint i = first; i < end; i++) {
    if (!leaves_from (trigger, stages[i]))
      continue;
    n++;
    if (next != NULL)
      *PRN_PLAN_EDGE (plan, next[i]++) =
          (PrnEdge){ .trigger = index, .from = i, .to = (guint32) to, .code = plan->trigger_code[index] };
    else
      plan->stages[i].n_edges++;
  }
  return n;
}

static gboolean
add_edges (PrnPlan *plan, const PrnStage *const *stages, GError **error)
{
  const PrnTrigger *const *triggers = prn_map_triggers (plan->map, &plan->n_triggers);
  g_autofree guint32 *next = g_new (guint32, plan->n_stages);
  guint64 n = 0;

  plan->trigger_code = g_new (gint32, plan->n_triggers);
  for (guint i = 0; i < plan->n_triggers; i++) {
    plan->trigger_code[i] = prn_plan_add_condition (plan, triggers[i]->when);
    n += expand_trigger (plan, stages, triggers[i], i, NULL);
    if (n > MAX_EDGES) {
      g_autofree char *place = g_strdup_printf ("triggers[%u]", i);

      prn_set_error_at (error, PRN_ERROR_LIMIT, place,
                        _ ("the triggers lead from over %d stages in sum; name fewer sources"),
                        MAX_EDGES);
      return FALSE;
    }
  }

  g_array_set_size (plan->edges, (guint) n);
  n = 0;
  for (guint i = 0; i < plan->n_stages; i++) {
    plan->stages[i].first_edge = next[i] = (guint32) n;
    n += plan->stages[i].n_edges;
  }
  for (guint i = 0; i < plan->n_triggers; i++)
    expand_trigger (plan, stages, triggers[i], i, next);
  return TRUE;
}

/* The leaves of a condition follow each other, so the next condition's begin where its end. */
static void
find_code_ends (PrnPlan *plan)
{
  gint32 next = (gint32) plan->leaves->len;

  plan->trigger_end = g_new (gint32, plan->n_triggers);
  for (guint i = plan->n_triggers; i-- > 0;) {
    plan->trigger_end[i] = next;
    if (plan->trigger_code[i] >= 0)
      next = plan->trigger_code[i];
  }
}

static PrnPlan *
plan_alloc (PrnMap *map)
{
  PrnPlan *plan = g_new0 (PrnPlan, 1);

  g_atomic_ref_count_init (&plan->ref_count);
  plan->map = prn_map_ref (map);
  plan->edges = g_array_new (FALSE, FALSE, sizeof (PrnEdge));
  plan->timers = g_array_new (FALSE, FALSE, sizeof (guint32));
  plan->entries = g_array_new (FALSE, FALSE, sizeof (PrnPlanEntry));
  plan->leaves = g_array_new (FALSE, FALSE, sizeof (PrnLeaf));
  plan->leaf_events = g_array_new (FALSE, FALSE, sizeof (guint32));
  plan->filters = g_array_new (FALSE, FALSE, sizeof (PrnPlanFilter));
  plan->points = g_array_new (FALSE, FALSE, sizeof (PrnPlanPoints));
  plan->columns = g_ptr_array_new_with_free_func (g_free);
  plan->column_names = g_hash_table_new (g_str_hash, g_str_equal);
  plan->event_names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  plan->stage_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return plan;
}

PrnPlan *
prn_plan_new (PrnMap *map, GError **error)
{
  g_autoptr (PrnPlan) plan = plan_alloc (map);
  const PrnStage *const *stages = prn_map_stages (map, &plan->n_stages);

  if (plan->n_stages == 0) {
    prn_set_error_at (error, PRN_ERROR_LIMIT, "stages",
                      _ ("the map has no stage; a replay needs at least one"));
    return NULL;
  }

  plan->stages = g_new0 (PrnPlanStage, plan->n_stages + 1);
  for (guint i = 0; i < plan->n_stages; i++)
    plan->stages[i].is_exit = stages[i]->role == PRN_ROLE_EXIT;
  add_events (plan);
  add_scores (plan);
  add_stage_names (plan, stages);
  if (!add_edges (plan, stages, error))
    return NULL;
  find_code_ends (plan);
  prn_plan_add_wakes (plan);
  if (!prn_plan_add_timers (plan, error))
    return NULL;
  add_entries (plan, stages);
  add_segments (plan);
  g_ptr_array_add (plan->columns, NULL);
  return g_steal_pointer (&plan);
}

PrnPlan *
prn_plan_ref (PrnPlan *plan)
{
  g_atomic_ref_count_inc (&plan->ref_count);
  return plan;
}

void
prn_plan_unref (PrnPlan *plan)
{
  if (!g_atomic_ref_count_dec (&plan->ref_count))
    return;

  g_array_unref (plan->edges);
  g_array_unref (plan->timers);
  g_array_unref (plan->entries);
  g_array_unref (plan->leaves);
  g_array_unref (plan->leaf_events);
  g_array_unref (plan->filters);
  g_array_unref (plan->points);
  g_hash_table_unref (plan->column_names);
  g_ptr_array_unref (plan->columns);
  g_hash_table_unref (plan->event_names);
  g_hash_table_unref (plan->stage_names);
  g_free (plan->stages);
  g_free (plan->events);
  g_free (plan->scores);
  g_free (plan->segments);
  g_free (plan->trigger_code);
  g_free (plan->trigger_end);
  g_free (plan->wakes);
  g_free (plan->takes);
  g_free (plan->edge_wakes);
  prn_map_unref (plan->map);
  g_free (plan);
}

PrnMap *
prn_plan_get_map (PrnPlan *plan)
{
  return plan->map;
}

const char *const *
prn_plan_columns (PrnPlan *plan)
{
  return (const char *const *) plan->columns->pdata;
}
