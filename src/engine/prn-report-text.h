/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

/**
 * PrnReportTextOptions:
 * @columns: how many cells a line may take; 0: 100
 * @ascii: bars, arrows and ellipses are made of ASCII
 *
 * How a report is written out. Zero-initialise it.
 */
typedef struct {
  guint columns;
  gboolean ascii;
} PrnReportTextOptions;

/**
 * prn_report_to_text:
 * @report: a report
 * @map: (nullable): the map, whose names are shown; else ids are
 * @options: (nullable): how
 *
 * Writes a report for reading in a terminal: one section for each part, aligned, with bars. Long
 * lists are cut to the most frequent, and say how much was left out.
 *
 * Returns: (transfer full): UTF-8
 */
char *
prn_report_to_text (const PrnReport *report, PrnMap *map, const PrnReportTextOptions *options);

G_END_DECLS
