/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a replay or a simulation found, as plain arrays. Ids are those of the map. A number that
 * is not known is NaN in here and null in JSON. Intervals are of 95 %. */

typedef struct {
  double low, high;
} PrnInterval;

/**
 * PrnReportShare:
 * @of: how many there are
 * @with: how many of them do
 * @share: @with / @of
 * @interval: Wilson's
 */
typedef struct {
  guint64 of, with;
  double share;
  PrnInterval interval;
} PrnReportShare;

/**
 * PrnReportMean:
 * @mean: of a number that each customer has
 * @interval: the mean ± 1.96 standard errors
 */
typedef struct {
  double mean;
  PrnInterval interval;
} PrnReportMean;

typedef struct {
  guint64 read, accepted, rejected;
  guint64 after_as_of, matched, unmatched, before_entry, used;
} PrnReportRows;

typedef struct {
  guint64 line;
  char *reason; /* see prn-reject.h */
} PrnReportReject;

typedef struct {
  char *activity;
  guint64 rows;
} PrnReportUnmatched;

/**
 * PrnReportStage:
 * @id: the stage
 * @customers: how many different customers were ever in it
 * @visits: how often it was entered
 * @now: customers in it at `as_of`
 * @left: visits that ended
 * @p25: Kaplan-Meier quantile of the dwell in seconds, or NaN
 * @median: the same
 * @p75: the same
 * @mean: mean dwell of the finished visits in seconds, or NaN
 * @reach: the part of the customers with a stage who were ever in it
 * @here: the part of them who are in it at `as_of`
 * @each: visits of a customer with a stage
 */
typedef struct {
  char *id;
  guint64 customers, visits, now, left;
  double p25, median, p75, mean;
  PrnReportShare reach, here;
  PrnReportMean each;
} PrnReportStage;

/**
 * PrnReportTrigger:
 * @id: the trigger
 * @fired: how many moves belong to it
 * @customers: of how many different customers
 * @share: Aalen-Johansen cumulative incidence at the longest time seen, over the visits to its
 *   sources, all other ways out competing
 * @interval: of @share
 * @p25: quantile of the delay in seconds: of F(t)/F(∞), or NaN when it never fired
 * @median: the same
 * @p75: the same
 */
typedef struct {
  char *id;
  guint64 fired, customers;
  double share;
  PrnInterval interval;
  double p25, median, p75;
} PrnReportTrigger;

typedef struct {
  char *from; /* nullable: an entry */
  char *to;
  guint64 moves;
} PrnReportFlow;

typedef struct {
  char **stages; /* NULL-terminated */
  guint64 customers;
} PrnReportPath;

/**
 * PrnReportCohort:
 * @month: `2025-01`, UTC
 * @customers: who entered in it
 * @n_active: for how many whole months (of 30.4375 d) all of them were observed, plus one
 * @active: (array length=n_active): the share in no exit stage k months after entering
 */
typedef struct {
  char *month;
  guint64 customers;
  guint n_active;
  double *active;
} PrnReportCohort;

/**
 * PrnReportMonth:
 * @month: `2025-01`, UTC
 * @newcomers: customers who entered in it
 * @returning: customers with a row (in a simulation: a move) in it and in the month before
 * @resurrected: with one in it, none in the month before, but earlier ones
 * @dormant: with one in the month before and none in it; NaN while the month is not over
 */
typedef struct {
  char *month;
  guint64 newcomers, returning, resurrected;
  double dormant;
} PrnReportMonth;

/**
 * PrnReportMoney:
 * @revenue: in the map's currency
 * @cost: the same
 * @lifetime_value: (revenue − cost) / entered, or NaN when nobody entered
 * @interval: of @lifetime_value
 * @discounted: the lifetime value with each amount discounted to the customer's first entry, or
 *   NaN when no rate was given
 */
typedef struct {
  double revenue, cost;
  double lifetime_value;
  PrnInterval interval;
  double discounted;
} PrnReportMoney;

/**
 * PrnReportTarget:
 * @id: the target
 * @actual: what it measures; a dwell in seconds
 * @interval: of @actual, NaN where there is none
 * @met: 1 or 0, or -1 when there is nothing to measure yet
 */
typedef struct {
  char *id;
  double actual;
  PrnInterval interval;
  int met;
} PrnReportTarget;

/**
 * PrnReportPoint:
 * @seconds: time since the beginning
 * @share: who have done it by then
 * @interval: of @share
 */
typedef struct {
  double seconds;
  double share;
  PrnInterval interval;
} PrnReportPoint;

/**
 * PrnReportMatured:
 * @within: seconds
 * @share: who did it within them, of the customers who were observed for at least that long
 * @estimated: 1 − S(@within) of all customers, Kaplan-Meier
 * @estimated_interval: of @estimated
 */
typedef struct {
  double within;
  PrnReportShare share;
  double estimated;
  PrnInterval estimated_interval;
} PrnReportMatured;

/**
 * PrnReportConversion:
 * @from: (nullable): the stage from whose first visit the time counts; %NULL: the first entry
 * @to: the stages of which one must be entered after that, %NULL-terminated
 * @plain: of all who came to @from
 * @n_matured: how many windows
 * @matured: (array length=n_matured): of those observed for at least that long, who did within it
 * @n_curve: how many points
 * @curve: (array length=n_curve): 1 − S(t), Kaplan-Meier with those not yet observed longer
 *   censored, thinned to at most 200 points; the last one is the censoring-aware conversion
 * @p25: quantile of the time to convert in seconds, or NaN when never reached
 * @median: the same
 * @p75: the same
 *
 * How many get from one stage to another, and how fast: three ways beside each other.
 */
typedef struct {
  char *from;
  char **to;
  PrnReportShare plain;
  guint n_matured;
  PrnReportMatured *matured;
  guint n_curve;
  PrnReportPoint *curve;
  double p25, median, p75;
} PrnReportConversion;

/**
 * PrnReportLoss:
 * @stage: an exit stage
 * @visits: how often it was entered
 * @stayed: visits that had not ended at `as_of`
 * @n_next: how many stages follow
 * @next: (array length=n_next): where the others went, most moves first
 * @n_activities: how many
 * @activities: (array length=n_activities): the rows of customers while they were in it, most
 *   rows first, at most ten activities
 *
 * What those who left did next.
 */
typedef struct {
  char *stage;
  guint64 visits, stayed;
  guint n_next;
  PrnReportFlow *next;
  guint n_activities;
  PrnReportUnmatched *activities;
} PrnReportLoss;

typedef struct _PrnReport PrnReport;

/**
 * PrnReportSegment:
 * @id: id of the segment, or the value of the column given; %NULL: customers without a value
 * @name: what it is called
 * @report: of its customers alone, without segments of its own
 */
typedef struct {
  char *id;
  char *name;
  PrnReport *report;
} PrnReportSegment;

/**
 * PrnReportDifference:
 * @of: id of a stage, or `map`
 * @metric: `reach`, `now`, `visits` (per customer), `exit_share`, `goal_share`, `lifetime_value`
 * @base: in the map as it is
 * @scenario: in the scenario
 * @difference: @scenario − @base, mean over the customers, each against himself
 * @interval: of @difference
 */
typedef struct {
  char *of;
  const char *metric;
  double base, scenario, difference;
  PrnInterval interval;
} PrnReportDifference;

/**
 * PrnReportScenario:
 * @id: id of the scenario
 * @name: what it is called
 * @report: its report, without scenarios of its own
 * @n_differences: how many
 * @differences: (array length=n_differences): against the map as it is
 */
typedef struct {
  char *id;
  char *name;
  PrnReport *report;
  guint n_differences;
  PrnReportDifference *differences;
} PrnReportScenario;

struct _PrnReport {
  char *kind; /* "replay" or "simulation" */
  gint64 as_of;
  guint64 customers, entered;
  PrnReportRows rows;
  guint n_rejects;
  PrnReportReject *rejects;
  guint n_unmatched;
  PrnReportUnmatched *unmatched;
  guint n_stages;
  PrnReportStage *stages;
  guint n_triggers;
  PrnReportTrigger *triggers;
  guint n_flows;
  PrnReportFlow *flows;
  guint n_off_map;
  PrnReportFlow *off_map;
  guint n_paths;
  PrnReportPath *paths;
  guint64 path_count;
  guint n_cohorts;
  PrnReportCohort *cohorts; /* in order of time, as are the months */
  guint n_months;
  PrnReportMonth *months;
  PrnReportMoney money;
  guint n_targets;
  PrnReportTarget *targets;
  guint n_conversions;
  PrnReportConversion *conversions;
  guint n_losses;
  PrnReportLoss *losses;
  double expected; /* rows seen in the stage they are drawn in, over rows of events with a stage */
  guint n_segments;
  PrnReportSegment *segments;
  guint n_scenarios; /* of a simulation */
  PrnReportScenario *scenarios;
};

void prn_report_free (PrnReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnReport, prn_report_free)

/**
 * prn_report_is_simulation:
 * @report: a report
 *
 * Returns: whether its customers were simulated: then it has no rows, and time begins at 1970-01-01
 */
gboolean prn_report_is_simulation (const PrnReport *report);

/**
 * prn_report_stage:
 * @report: a report
 * @id: a stage's id
 *
 * Returns: (transfer none) (nullable): what the report says of the stage
 */
const PrnReportStage *prn_report_stage (const PrnReport *report, const char *id);

/* The same for a trigger. */
const PrnReportTrigger *prn_report_trigger (const PrnReport *report, const char *id);

/* The same for a target. */
const PrnReportTarget *prn_report_target (const PrnReport *report, const char *id);

/**
 * prn_report_to_json:
 * @report: a report
 *
 * Returns: (transfer full): the report as JSON, two-space pretty print, newline at the end
 */
GBytes *prn_report_to_json (const PrnReport *report);

/**
 * prn_report_from_json:
 * @bytes: what prn_report_to_json() wrote, perhaps by another version: unknown keys are passed over
 * @error: return location
 *
 * Returns: (transfer full): the report, or %NULL with @error set
 */
PrnReport *prn_report_from_json (GBytes *bytes, GError **error);

G_END_DECLS
