/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report-writer.h"

G_BEGIN_DECLS

/* The sections of a report as text. A section that has nothing to say is left out. */

/* Longer lists are cut to the most frequent, or to the latest. */
#define PRN_REPORT_LINES 30

/* prn-report-text-targets.c */
void prn_report_write_targets (PrnReportWriter *self);

/* prn-report-text-rows.c */
void prn_report_write_rows (PrnReportWriter *self);
void prn_report_write_rejects (PrnReportWriter *self);
void prn_report_write_unmatched (PrnReportWriter *self);

/* prn-report-text-stages.c */
void prn_report_write_stages (PrnReportWriter *self);
void prn_report_write_stays (PrnReportWriter *self);
void prn_report_write_triggers (PrnReportWriter *self);

/* prn-report-text-flows.c */
void prn_report_write_flows (PrnReportWriter *self);
void prn_report_write_off_map (PrnReportWriter *self);
void prn_report_write_paths (PrnReportWriter *self);
void prn_report_write_losses (PrnReportWriter *self);

/* prn-report-text-time.c */
void prn_report_write_conversions (PrnReportWriter *self);
void prn_report_write_cohorts (PrnReportWriter *self);
void prn_report_write_months (PrnReportWriter *self);

/* prn-report-text-compare.c */
void prn_report_write_money (PrnReportWriter *self);
void prn_report_write_segments (PrnReportWriter *self);
void prn_report_write_scenarios (PrnReportWriter *self);

G_END_DECLS
