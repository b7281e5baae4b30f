/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-record.h"

G_BEGIN_DECLS

/* The elements of a map: immutable, reference-counted, shared between maps.
 *
 * A new element (prn_element_new(), prn_element_copy()) may be written to by
 * its maker until it is put into a map; from then on nobody changes it. Texts and
 * lists are owned by the element and allocated with g_malloc(). */

typedef enum {
  PRN_KIND_PHASE,
  PRN_KIND_STAGE,
  PRN_KIND_EVENT,
  PRN_KIND_TRIGGER,
  PRN_KIND_SCORE,
  PRN_KIND_SEGMENT,
  PRN_KIND_TARGET,
  PRN_KIND_NOTE,
  PRN_KIND_FRAME,
  PRN_KIND_SCENARIO,
} PrnKind;

#define PRN_N_KINDS (PRN_KIND_SCENARIO + 1)

/* What every element begins with. */
typedef struct {
  gatomicrefcount ref_count;
  PrnKind kind;
  PrnExtra *extra;
  char *id;
} PrnElement;

typedef struct {
  PrnElement element;
  char *name, *description;
  char *color; /* "#rrggbb" or a palette name; "" for none */
  char *owner;
} PrnPhase;

typedef enum {
  PRN_ROLE_NONE,
  PRN_ROLE_ENTRY,
  PRN_ROLE_GOAL,
  PRN_ROLE_EXIT,
} PrnRole;

typedef struct {
  PrnElement element;
  char *name, *description;
  char *phase; /* nullable */
  PrnRole role;
  PrnCondition *enter; /* nullable; an event leaf */
  PrnPoint position;   /* top left; NaN: not placed yet */
  PrnSize size;
  char *color;
  char *owner, *goal;
  PrnTexts channels, actions;
  gint64 emotion; /* -2 to 2 */
  double cost, cost_per_month, revenue_per_month;
} PrnStage;

typedef enum {
  PRN_OUTCOME_NEUTRAL,
  PRN_OUTCOME_POSITIVE,
  PRN_OUTCOME_NEGATIVE,
} PrnOutcome;

typedef struct {
  PrnElement element;
  char *name, *description;
  char *stage; /* nullable */
  PrnOutcome outcome;
  char *channel;
  PrnMatch match;
  char *value_column;
} PrnEvent;

typedef struct {
  PrnElement element;
  char *name, *description;
  char *from; /* stage id, phase id or "*" */
  char *to;   /* stage id */
  PrnCondition *when; /* nullable: never fires in a replay */
  double share;       /* NaN: not given */
  PrnDistribution *delay; /* nullable: fixed 0 */
  PRN_LIST (PrnBySegment) by_segment;
  double value, cost;
  PRN_LIST (PrnPoint) route;
} PrnTrigger;

typedef struct {
  PrnElement element;
  char *name;
  double start, min, max;
  PrnDuration half_life; /* none: no decay */
  double rest;           /* NaN: as start */
  PRN_LIST (PrnPoints) points;
} PrnScore;

typedef struct {
  PrnElement element;
  char *name, *description;
  char *color;
  PrnFilters where;
  gboolean ideal;
} PrnSegment;

typedef enum {
  PRN_METRIC_REACH,
  PRN_METRIC_NOW,
  PRN_METRIC_MEDIAN_DWELL,
  PRN_METRIC_SHARE,
  PRN_METRIC_EXIT_SHARE,
  PRN_METRIC_GOAL_SHARE,
  PRN_METRIC_LIFETIME_VALUE,
} PrnMetric;

typedef struct {
  PrnElement element;
  char *name;
  char *of; /* a stage id, a trigger id or "map" */
  PrnMetric metric;
  PrnDuration within; /* none: ever */
  gboolean at_most;   /* which of the two bounds the file gives */
  double bound;       /* NaN for median_dwell */
  PrnDuration bound_duration; /* median_dwell only */
  char *segment;      /* nullable */
} PrnTarget;

typedef struct {
  PrnElement element;
  char *text;
  PrnPoint position;
  PrnSize size;
  char *color;
  char *author;
  gint64 votes;
  char *about; /* nullable: an element's id */
} PrnNote;

typedef struct {
  PrnElement element;
  char *name;
  PrnPoint position;
  PrnSize size;
} PrnFrame;

typedef struct {
  PrnElement element;
  char *name, *description;
  PRN_LIST (PrnOverride) set;
} PrnScenario;

/**
 * prn_element_new:
 * @kind: what to make
 * @id: its id, see prn_id_from_name()
 *
 * Returns: (transfer full): an element with every member at its default
 */
gpointer prn_element_new (PrnKind kind, const char *id);

/**
 * prn_element_copy:
 * @element: a #PrnStage, #PrnTrigger ...
 *
 * Returns: (transfer full): a deep copy that the caller may change until it is in a map
 */
gpointer prn_element_copy (gconstpointer element);

/**
 * prn_element_ref:
 * @element: a #PrnStage, #PrnTrigger ...
 *
 * Returns: (transfer full): @element
 */
gpointer prn_element_ref (gconstpointer element);

/**
 * prn_element_unref:
 * @element: (transfer full): a #PrnStage, #PrnTrigger ...
 */
void prn_element_unref (gpointer element);

/**
 * prn_element_kind:
 * @element: a #PrnStage, #PrnTrigger ...
 *
 * Returns: what it is
 */
static inline PrnKind
prn_element_kind (gconstpointer element)
{
  return ((const PrnElement *) element)->kind;
}

/**
 * prn_element_id:
 * @element: a #PrnStage, #PrnTrigger ...
 *
 * Returns: (transfer none): its id
 */
static inline const char *
prn_element_id (gconstpointer element)
{
  return ((const PrnElement *) element)->id;
}

/**
 * prn_element_label:
 * @element: a #PrnStage, #PrnTrigger ...
 *
 * Returns: (transfer none): its name, or its id when it has none; for a note its text
 */
const char *prn_element_label (gconstpointer element);

/**
 * prn_element_set_text:
 * @text: (inout): a text member of an element not yet in a map
 * @value: (nullable): the new text, copied; NULL only where the member may be NULL
 */
void prn_element_set_text (char **text, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnStage, prn_element_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTrigger, prn_element_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnEvent, prn_element_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnElement, prn_element_unref)

G_END_DECLS
