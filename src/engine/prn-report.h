/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a replay found, as plain arrays. Ids are those of the map. A number that
 * is not known is NaN in here and null in JSON. */

typedef struct {
  guint64 read, accepted, rejected;
  guint64 after_as_of, matched, unmatched, before_entry, used;
} PrnReportRows;

typedef struct {
  guint64 line;
  char *reason;
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
 */
typedef struct {
  char *id;
  guint64 customers, visits, now, left;
  double p25, median, p75, mean;
} PrnReportStage;

/**
 * PrnReportTrigger:
 * @id: the trigger
 * @fired: how many moves belong to it
 * @customers: of how many different customers
 */
typedef struct {
  char *id;
  guint64 fired, customers;
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

typedef struct {
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
} PrnReport;

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
