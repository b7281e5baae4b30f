/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-plan.h"

G_BEGIN_DECLS

/* What a plan is made of, for the files of the engine. Everything is an index into an array of
 * the plan; PRN_NONE is no index. */

#define PRN_NONE G_MAXUINT32

/* Where a condition's code ends. */
#define PRN_CODE_TRUE  (-1)
#define PRN_CODE_FALSE (-2)

typedef enum {
  PRN_LEAF_CONSTANT, /* @flag says which: a reference to nothing, an empty group */
  PRN_LEAF_EVENT,
  PRN_LEAF_INACTIVE,
  PRN_LEAF_DWELL,
  PRN_LEAF_SCORE,
  PRN_LEAF_FILTERS, /* an attribute, a segment */
} PrnLeafKind;

/**
 * PrnLeaf:
 * @flag: event: since ever; inactive: with a list of events; score: below
 * @on_true: the leaf to judge next when this one holds, or one of the ends
 * @on_false: the same when it does not
 * @first: event, score: which one; inactive: first in @leaf_events; filters: first in @filters
 * @n: inactive: events; filters: filters
 * @count: event: at least so many
 * @span: event: the window, or -1; inactive, dwell: how long
 * @bound: score
 *
 * One leaf of a condition. Groups have no code of their own: they are in the
 * order of the leaves and in where each goes on (short-circuit code as in Aho, Sethi, Ullman,
 * "Compilers", 8.4), so that judging is one loop without a stack.
 */
typedef struct {
  guint8 kind;
  guint8 flag;
  gint32 on_true;
  gint32 on_false;
  guint32 first;
  guint32 n;
  gint64 count;
  gint64 span;
  double bound;
} PrnLeaf;

/**
 * PrnEdge:
 * @code: first leaf, or an end
 * @at_once: whether its condition can hold at the very moment a customer moves to its source
 * @has_timer: whether time alone can make its condition hold
 *
 * A trigger as it leaves one of its sources.
 */
typedef struct {
  guint32 trigger;
  guint32 from;
  guint32 to;
  gint32 code;
  gboolean at_once;
  gboolean has_timer;
} PrnEdge;

/* Longer than any time in a log, and short enough to be added to one. */
#define PRN_NEVER (G_MAXINT64 / 4)

/**
 * PrnPlanStage:
 * @first_edge: its edges, in map order of the triggers
 * @n_edges: how many
 * @first_timer: leaves of its edges that time alone can change
 * @n_timers: how many
 * @always_awake: any row can make a trigger true
 * @at_once: some trigger can hold at the very moment a customer comes
 * @is_exit: for those who left
 * @has_plain_timers: the first timer due fires its trigger, which asks for nothing else, and there is
 *   no other timer but @dwell and @inactivity; where it leads, no trigger holds at once
 * @dwell: the shortest time in the stage that does, or %PRN_NEVER
 * @inactivity: the shortest time without rows that does, or %PRN_NEVER
 * @dwell_edge: what the one fires
 * @inactivity_edge: what the other fires
 */
typedef struct {
  guint32 first_edge, n_edges;
  guint32 first_timer, n_timers;
  gboolean always_awake;
  gboolean at_once;
  gboolean is_exit;
  gboolean has_plain_timers;
  gint64 dwell, inactivity;
  guint32 dwell_edge, inactivity_edge;
} PrnPlanStage;

typedef struct {
  guint32 stage;
  guint32 leaf; /* the event that lets a customer in; PRN_NONE: any row */
} PrnPlanEntry;

/**
 * PrnPlanEvent:
 * @first_filter: the filters that a row's own cells must pass
 * @n_filters: how many
 * @ring: how many of the latest times must be known at most, for windows; 0 when the last one is
 *   enough
 * @stage: where it is drawn, or %PRN_NONE
 * @tracked: whether any condition or score looks at the event
 */
typedef struct {
  guint32 first_filter, n_filters;
  guint32 stage;
  gint64 ring;
  gboolean tracked;
} PrnPlanEvent;

typedef struct {
  guint32 column; /* index into the plan's columns */
  const PrnFilter *filter;
} PrnPlanFilter;

typedef struct {
  guint32 event;
  double points;
} PrnPlanPoints;

/* A segment of the map: the filters that a customer's attributes must pass. */
typedef struct {
  guint32 first_filter, n_filters;
} PrnPlanSegment;

typedef struct {
  double start, min, max, rest;
  double half_life; /* microseconds; negative: no decay */
  guint32 first_points, n_points;
  gboolean tracked;
} PrnPlanScore;

struct _PrnPlan {
  gatomicrefcount ref_count;
  PrnMap *map;
  guint n_stages, n_events, n_triggers, n_scores, n_segments;
  PrnPlanStage *stages;     /* and one more: outside of the map, before a customer is let in */
  PrnPlanEvent *events;
  PrnPlanScore *scores;
  PrnPlanSegment *segments;
  gint32 *trigger_code;     /* for each trigger its first leaf, or an end */
  gint32 *trigger_end;      /* the leaf after its last one */
  GArray *edges;            /* PrnEdge, by source */
  GArray *timers;           /* guint32: leaves, by stage */
  guint8 *wakes;            /* a bit for each stage and event: its rows can make a trigger true */
  guint8 *edge_wakes;       /* a bit for each edge and event: its rows can make the edge true; NULL:
                             * any can */
  guint8 *takes;            /* the same: what its rows leave behind is looked at in the stage */
  GArray *entries;          /* PrnPlanEntry, in map order */
  GArray *leaves;           /* PrnLeaf */
  GArray *leaf_events;      /* guint32 */
  GArray *filters;          /* PrnPlanFilter */
  GArray *points;           /* PrnPlanPoints */
  GPtrArray *columns;       /* names, NULL-terminated */
  GHashTable *column_names; /* name -> column + 1 */
  GHashTable *event_names;  /* folded name -> GArray of guint32 events */
  GHashTable *stage_names;  /* folded name or id -> stage + 1 */
};

#define PRN_PLAN_LEAF(plan, i)  (&g_array_index ((plan)->leaves, PrnLeaf, (i)))
#define PRN_PLAN_EDGE(plan, i)  (&g_array_index ((plan)->edges, PrnEdge, (i)))
#define PRN_PLAN_ENTRY(plan, i) (&g_array_index ((plan)->entries, PrnPlanEntry, (i)))

/**
 * prn_plan_add_filters:
 * @plan: a plan being made
 * @filters: filters of the map
 * @n: how many
 *
 * Returns: where they begin in the plan's filters
 */
guint32 prn_plan_add_filters (PrnPlan *plan, const PrnFilter *filters, guint n);

/**
 * prn_plan_add_condition:
 * @plan: a plan being made, whose events and scores are there
 * @condition: (nullable): a condition; %NULL is never true
 *
 * Returns: the condition's first leaf, or an end
 */
gint32 prn_plan_add_condition (PrnPlan *plan, const PrnCondition *condition);

/**
 * prn_plan_add_wakes:
 * @plan: a plan being made, whose edges are there
 *
 * Finds out which rows can make a trigger true.
 */
void prn_plan_add_wakes (PrnPlan *plan);

/**
 * prn_plan_add_timers:
 * @plan: a plan being made, of which all but this is known
 * @error: return location: too many of them
 *
 * Finds the timers of the stages.
 *
 * Returns: whether there was room for them
 */
gboolean prn_plan_add_timers (PrnPlan *plan, GError **error);

/* Whether rows of an event must be taken in while a customer is in a stage that is not always
 * awake. */
static inline gboolean
prn_plan_takes (const PrnPlan *plan, guint32 stage, guint32 event)
{
  guint64 bit = (guint64) stage * plan->n_events + event;

  return (plan->takes[bit >> 3] >> (bit & 7)) & 1;
}

/* Whether rows of an event can make an edge true that does not hold. */
static inline gboolean
prn_plan_wakes_edge (const PrnPlan *plan, guint32 edge, guint32 event)
{
  guint64 bit = (guint64) edge * plan->n_events + event;

  return plan->edge_wakes == NULL || ((plan->edge_wakes[bit >> 3] >> (bit & 7)) & 1);
}

/* Whether rows of an event can make a trigger of a stage true. */
static inline gboolean
prn_plan_wakes (const PrnPlan *plan, guint32 stage, guint32 event)
{
  guint64 bit = (guint64) stage * plan->n_events + event;

  return (plan->wakes[bit >> 3] >> (bit & 7)) & 1;
}

G_END_DECLS
