/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-calendar.h"
#include "prn-decay.h"
#include "prn-histogram.h"
#include "prn-journey.h"

G_BEGIN_DECLS

/* What is counted of a journey beyond moves: months, cohorts, conversions, money. Made once from a
 * map and a span of time; immutable, shared by threads. */

/* Conversions at most: each has a bit. */
#define PRN_MEASURES_MAX_CLOCKS 64

/* A cohort is followed for so many months at most. */
#define PRN_MEASURES_MAX_AGE 1200

/* Money is counted in parts of 1/10,000 of the currency unit. */
#define PRN_MONEY_PARTS 10000

/**
 * PrnConversionPair:
 * @from: (nullable): id of a stage; %NULL is the first entry
 * @to: (array zero-terminated=1): ids of stages
 */
typedef struct {
  char *from;
  char **to;
} PrnConversionPair;

/**
 * PrnMeasuresOptions:
 * @conversions: (array length=n_conversions): pairs to be followed beside those of the map
 * @n_conversions: how many
 */
typedef struct {
  const PrnConversionPair *conversions;
  guint n_conversions;
} PrnMeasuresOptions;

/**
 * PrnClock:
 * @from: the stage from whose first visit time is counted, or %PRN_NONE: from the first entry
 * @to: (array length=n_to): the stages of which one must be entered after that; at the first
 *   entry, it may be the one entered by it
 * @n_to: how many
 * @start: which of the measures' starts this is
 *
 * A conversion to be timed.
 */
typedef struct {
  guint32 from;
  guint32 *to;
  guint n_to;
  guint start;
} PrnClock;

/**
 * PrnMeasuredStage:
 * @stops: a bit for each clock that stops when the stage is entered
 * @start: the start of the clocks that begin with the first visit to it; 0 is none
 * @is_exit: whether it is an exit stage
 * @is_plain: whether it is none, and no clock begins or stops here
 * @visit: what a visit is worth, in currency units; a cost is negative
 * @per_microsecond: what a microsecond in the stage is worth
 *
 * What entering a stage means for what is counted.
 */
typedef struct {
  guint64 stops;
  guint32 start;
  gboolean is_exit;
  gboolean is_plain;
  double visit;
  double per_microsecond;
} PrnMeasuredStage;

/**
 * PrnMeasures:
 * @plan: the map
 * @is_simulation: customers are simulated: a move is what a row is in a replay
 * @as_of: end of observation
 * @calendar: the months of observation
 * @stages: what entering each stage means
 * @clocks: (array length=n_clocks): the conversions
 * @starts: (array length=n_starts): what clocks begin with: the first is the first entry, the others
 *   are first visits to a stage; for each a bit for each clock that begins so
 * @windows: (array length=n_windows): lengths in which conversions are counted for those who were
 *   observed for as long, ascending; a length longer than all ends the list
 * @windows_below: for each bucket of a histogram, how many windows are shorter than all in it
 * @has_rates: whether the map gives stages or triggers any value
 * @edges: by edge of the plan, what it is worth when its trigger fires
 * @has_discount: whether the population has a discount: money is counted with it as well
 * @decay: of what money is worth: by ln (1 + rate per year) per microsecond
 * @discounted_stay: what a unit of money in each microsecond for ever is worth: 1 / that rate
 */
typedef struct {
  gatomicrefcount ref_count;
  PrnPlan *plan;
  gboolean is_simulation;
  gint64 as_of;
  PrnCalendar calendar;
  PrnMeasuredStage *stages;
  guint n_clocks;
  PrnClock *clocks;
  guint n_starts;
  guint64 *starts;
  guint n_windows;
  gint64 *windows;
  guint8 windows_below[PRN_HISTOGRAM_BUCKETS];
  gboolean has_rates;
  double *edges;
  gboolean has_discount;
  PrnDecay decay;
  double discounted_stay;
} PrnMeasures;

/**
 * prn_measures_new:
 * @plan: the map
 * @is_simulation: whether customers are simulated
 * @first: the earliest instant of observation
 * @as_of: the last
 * @options: (nullable): what is asked for
 * @error: return location: a conversion from or to what is no stage, too many of them
 *
 * Returns: (transfer full): the measures, or %NULL with @error set
 */
PrnMeasures *prn_measures_new (PrnPlan *plan, gboolean is_simulation, gint64 first, gint64 as_of,
                               const PrnMeasuresOptions *options, GError **error);

PrnMeasures *prn_measures_ref (PrnMeasures *measures);
void prn_measures_unref (PrnMeasures *measures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnMeasures, prn_measures_unref)

G_END_DECLS
