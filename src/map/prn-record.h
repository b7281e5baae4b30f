/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "prn-duration.h"

G_BEGIN_DECLS

/* The small values that elements are made of. They are plain structs owned by
 * the element they stand in and never change once it is in a map. What each
 * member is called in a file, its type, default and limits is stated once, in the
 * tables of prn-schema.c; reader, writer, checker and copier walk those.
 *
 * Conventions: a text is never NULL ("" is the default) unless said otherwise; a
 * reference (an id) is NULL when there is none; a number that may be absent is
 * NaN then; a duration that may be absent has negative microseconds. */

/**
 * PRN_LIST:
 * @T: type of an item
 *
 * A list in the user's order. @items may be NULL when @n is 0.
 */
#define PRN_LIST(T) \
  struct {          \
    guint n;        \
    T *items;       \
  }

/* Members of a file that this version does not know, kept to be written back
 * unchanged. NULL when there are none. */
typedef struct _PrnExtra PrnExtra;

typedef struct {
  PrnExtra *extra;
  double x, y; /* NaN: no point */
} PrnPoint;

typedef struct {
  PrnExtra *extra;
  double w, h;
} PrnSize;

typedef enum {
  PRN_OP_IS,
  PRN_OP_IS_NOT,
  PRN_OP_IN,
  PRN_OP_NOT_IN,
  PRN_OP_CONTAINS,
  PRN_OP_STARTS_WITH,
  PRN_OP_LESS,
  PRN_OP_AT_MOST,
  PRN_OP_AT_LEAST,
  PRN_OP_MORE,
  PRN_OP_EXISTS,
  PRN_OP_MISSING,
} PrnOp;

typedef struct {
  gboolean is_number;
  double number;
  char *text; /* as in the file; NULL for a number */
} PrnValue;

typedef struct {
  PrnExtra *extra;
  char *column;
  PrnOp op;
  PRN_LIST (PrnValue) values; /* one, several for in and not_in, none for exists and missing */
} PrnFilter;

typedef PRN_LIST (char *) PrnTexts;
typedef PRN_LIST (PrnFilter) PrnFilters;

typedef struct {
  PrnExtra *extra;
  gboolean has_names; /* FALSE: the default, the event's name and id */
  PrnTexts names;
  PrnFilters where;
} PrnMatch;

typedef enum {
  PRN_CONDITION_EVENT,
  PRN_CONDITION_INACTIVE,
  PRN_CONDITION_DWELL,
  PRN_CONDITION_SCORE,
  PRN_CONDITION_ATTRIBUTE,
  PRN_CONDITION_SEGMENT,
  PRN_CONDITION_ALL,
  PRN_CONDITION_ANY,
} PrnConditionKind;

typedef enum {
  PRN_SINCE_STAGE,
  PRN_SINCE_EVER,
} PrnSince;

typedef struct _PrnCondition PrnCondition;

/**
 * PrnCondition:
 * @kind: which of the members below count
 * @ref: event, score or segment id
 * @count: event: at least so many rows, at least 1
 * @within: event: the window, or none
 * @since: event: rows of the stage's history or of the customer's
 * @duration: inactive, dwell: how long
 * @events: inactive: ids of the events that count as activity; none: every row
 * @at_least: score: lower bound, or NaN
 * @below: score: upper bound, or NaN; exactly one of the two is given
 * @filter: attribute: what the attribute must pass
 * @members: all, any: at least one condition
 *
 * One object of a trigger's `when`, or of a stage's `enter` (event leaf).
 */
struct _PrnCondition {
  PrnExtra *extra;
  PrnConditionKind kind;
  PrnSince since;
  char *ref;
  gint64 count;
  PrnDuration within;
  PrnDuration duration;
  PrnTexts events;
  double at_least;
  double below;
  PrnFilter filter;
  PRN_LIST (PrnCondition) members;
};

typedef enum {
  PRN_DISTRIBUTION_FIXED,
  PRN_DISTRIBUTION_UNIFORM,
  PRN_DISTRIBUTION_TRIANGULAR,
  PRN_DISTRIBUTION_EXPONENTIAL,
  PRN_DISTRIBUTION_LOGNORMAL,
  PRN_DISTRIBUTION_WEIBULL,
  PRN_DISTRIBUTION_EMPIRICAL,
} PrnDistributionKind;

/**
 * PrnDistribution:
 * @durations: fixed: the delay; uniform: lo, hi; triangular: lo, mode, hi; exponential: mean;
 *   lognormal: median; weibull: scale; empirical: quantiles at 0, 1/n ... 1
 * @number: lognormal: sigma; weibull: shape; else NaN
 *
 * How long a visit lasts, in a simulation.
 */
typedef struct {
  PrnExtra *extra;
  PrnExtra *inner_extra; /* of the object in lognormal and weibull */
  PrnDistributionKind kind;
  double number;
  PRN_LIST (PrnDuration) durations;
} PrnDistribution;

typedef struct {
  PrnExtra *extra;
  char *segment;
  double share;           /* NaN: as the trigger */
  PrnDistribution *delay; /* NULL: as the trigger */
} PrnBySegment;

typedef struct {
  PrnExtra *extra;
  char *event;
  double points;
} PrnPoints;

typedef struct {
  PrnExtra *extra;
  char *ref; /* a stage id in entries, a segment id in segments */
  double weight;
} PrnWeight;

typedef PRN_LIST (PrnWeight) PrnWeights;

typedef struct {
  PrnExtra *extra;
  gint64 customers;
  PrnDuration horizon;
  gint64 seed;
  PrnDuration arrivals;
  PrnWeights entries;
  PrnWeights segments;
  double discount_per_year;
} PrnPopulation;

/**
 * PrnOverride:
 *
 * One line of a scenario: @of names a trigger, a stage or `population`; every
 * other member is NaN, NULL, negative or (for the lists) without its flag when it is not replaced.
 */
typedef struct {
  PrnExtra *extra;
  char *of;
  double share, value, cost, cost_per_month, revenue_per_month;
  PrnDistribution *delay;
  gint64 customers; /* -1: not replaced */
  gint64 seed;      /* -1: not replaced */
  PrnDuration horizon, arrivals;
  gboolean has_entries, has_segments;
  PrnWeights entries, segments;
  double discount_per_year;
} PrnOverride;

G_END_DECLS
