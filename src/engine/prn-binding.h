/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-plan-private.h"
#include "prn-table.h"

G_BEGIN_DECLS

/* A plan tied to a log: which events each activity can match, which values of each column pass
 * each filter. All texts are looked at here, once for each different one; stepping
 * compares integers. Immutable and shared by threads. */

/* An event that rows of some activity match when their cells pass its filters. */
typedef struct {
  guint32 event;
  guint32 stage; /* where the event is drawn, or PRN_NONE */
  guint32 first_filter, n_filters;
  guint16 tracked;  /* a condition or a score looks at it */
  guint16 has_ring; /* several of its times must be known */
} PrnCandidate;

/**
 * PrnBoundAttribute:
 * @log_column: column of the log, or -1
 * @table_column: column of the table of customers, or -1
 * @first_row_value: the value that stands for the cell in the table's first row; those of the
 *   other rows follow
 *
 * An attribute that some condition looks at.
 */
typedef struct {
  int log_column;
  int table_column;
  guint32 first_row_value;
} PrnBoundAttribute;

/**
 * PrnBoundMoney:
 * @log_column: column of the log
 * @parts: for each value of the column the amount, as prn_amount_read() gives it
 *
 * A column that events take an amount of money from.
 */
typedef struct {
  int log_column;
  gint64 *parts;
} PrnBoundMoney;

/* What is known beforehand of a row, by stage of the customer and activity. Number above the bits:
 * the stage let in to, else the edge that fires. */
enum {
  PRN_ROW_SEEN = 1 << 0,      /* it matches an event drawn in the stage just before or after it */
  PRN_ROW_DRAWN = 1 << 1,     /* it matches one that is drawn in a stage */
  PRN_ROW_UNMATCHED = 1 << 2, /* it matches none */
  PRN_ROW_AWAY = 1 << 3,      /* the stage is an exit */
  PRN_ROW_LETS_IN = 1 << 4,   /* the customer has no stage, and is let in */
  PRN_ROW_FIRES = 1 << 5,     /* a trigger fires; after being let in, that of a row of the stage */
  PRN_ROW_TAKEN_IN = 1 << 6,  /* its one event is looked at; if the edge's leaf holds then, it fires */
  PRN_ROW_JUDGED = 1 << 7,    /* nothing is known: there is more to it than that and plain timers */
};
#define PRN_ROW_NUMBER_SHIFT 8
#define PRN_ROW_NO_NUMBER    (G_MAXUINT32 >> PRN_ROW_NUMBER_SHIFT)

/**
 * PrnStageRows:
 * @words: by activity, what is known of its rows
 * @dwell: as of #PrnPlanStage; where timers are not plain, one may be due at once
 * @inactivity: the same
 *
 * What rows and timers do in a stage, as far as that is known.
 */
typedef struct {
  const guint32 *words;
  gint64 dwell, inactivity;
} PrnStageRows;

/**
 * PrnBinding:
 * @plan: the map
 * @log: the log
 * @n_activities: activities of the log
 * @first_candidate: (array length=n_activities+1): where each activity's candidates begin
 * @candidates: candidates, by activity, in map order of the events
 * @activity_stage: (array length=n_activities) (nullable): for a stage log, which stage the
 *   activity names, or %PRN_NONE
 * @first_named: (array) (nullable): for a stage log with a column of triggers, for each value of
 *   that column where the triggers it names begin in @named, and where the last one's end
 * @named: (nullable): triggers of the plan; the one with that id first, then those of that name
 * @trigger_column: the log's column that @first_named is about
 * @customers: (nullable): the table of customers
 * @filter_column: for each filter of the plan the log's column, or -1
 * @filter_bits: for each filter a bit for each value of the log's column, whether it passes, and,
 *   where it is about attributes, after these for each row of the table
 * @attributes: (array length=n_attributes): what must be remembered of a customer
 * @filter_attribute: for each filter which attribute it looks at, or %PRN_NONE
 * @row_words: (nullable): at stage·n_activities + activity, what is known of such a row; after the
 *   last stage, of those of customers who have none; %NULL when nothing is
 * @stage_rows: (nullable): for each stage, and after the last for customers who have none; %NULL
 *   when nothing is known
 * @money: (array length=n_money): the columns with amounts
 * @event_money: (array) (nullable): for each event which of @money it has, or %PRN_NONE; %NULL when
 *   there is none
 */
typedef struct {
  PrnPlan *plan;
  PrnLog *log;
  guint n_activities;
  guint32 *first_candidate;
  GArray *candidates;
  guint32 *activity_stage;
  guint32 *first_named;
  GArray *named;
  guint trigger_column;
  PrnTable *customers;
  int *filter_column;
  guint8 **filter_bits;
  guint n_attributes;
  PrnBoundAttribute *attributes;
  guint32 *filter_attribute;
  guint32 *row_words;
  PrnStageRows *stage_rows;
  guint n_money;
  PrnBoundMoney *money;
  guint32 *event_money;
} PrnBinding;

/**
 * prn_binding_new:
 * @plan: a plan
 * @log: a log
 * @customers: (nullable): a table of customers
 *
 * Returns: (transfer full): all tied together
 */
PrnBinding *prn_binding_new (PrnPlan *plan, PrnLog *log, PrnTable *customers);

/**
 * prn_binding_free:
 * @binding: (transfer full): a binding
 */
void prn_binding_free (PrnBinding *binding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnBinding, prn_binding_free)

/**
 * prn_binding_attribute:
 * @binding: a binding
 * @column: name of a column
 * @attribute: (out): where its values are
 *
 * Returns: whether the log or the table of customers has such a column
 */
gboolean prn_binding_attribute (const PrnBinding *binding, const char *column,
                                PrnBoundAttribute *attribute);

/* Finds out what is known of rows, once everything else is tied together. */
void prn_binding_add_row_words (PrnBinding *binding);

/* Whether a value passes a filter. */
static inline gboolean
prn_binding_passes (const PrnBinding *binding, guint32 filter, guint32 value)
{
  return (binding->filter_bits[filter][value >> 3] >> (value & 7)) & 1;
}

/* Whether a row matches an event that is a candidate of its activity. */
static inline gboolean
prn_binding_matches (const PrnBinding *binding, const PrnCandidate *candidate,
                     const PrnLogPart *part, guint32 row)
{
  for (guint32 i = 0; i < candidate->n_filters; i++) {
    guint32 filter = candidate->first_filter + i;
    int column = binding->filter_column[filter];

    if (!prn_binding_passes (binding, filter, column < 0 ? 0 : part->cells[column][row]))
      return FALSE;
  }
  return TRUE;
}

G_END_DECLS
