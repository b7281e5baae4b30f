/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"
#include "prn-log.h"
#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

typedef enum {
  PRN_CLI_REPORT_TEXT,
  PRN_CLI_REPORT_JSON,
  PRN_CLI_REPORT_CSV,
} PrnCliReportFormat;

/**
 * prn_cli_report_format_parse:
 * @text: (nullable): `text`, `json` or `csv`; %NULL is text
 * @format: (out): the format
 *
 * Returns: whether @text is one of them
 */
gboolean prn_cli_report_format_parse (const char *text, PrnCliReportFormat *format);

/**
 * prn_cli_write_report:
 * @path: (nullable): where to; for CSV a folder that gets a file for each table, or a name ending
 *   in `.csv` that gets all of it in one table; `-` or %NULL is the standard output
 * @format: as what
 * @report: the report
 * @map: the map, for its names
 *
 * Returns: %PRN_CLI_DONE or %PRN_CLI_UNREADABLE, which has been said
 */
PrnCliStatus prn_cli_write_report (const char *path,
                                   PrnCliReportFormat format,
                                   const PrnReport *report,
                                   PrnMap *map);

/**
 * prn_cli_meets_report:
 * @path: (nullable): where something else is to be written
 * @report: (nullable): where the report is
 *
 * Returns: whether both would go to the standard output, one behind the other
 */
gboolean prn_cli_meets_report (const char *path, const char *report);

/**
 * prn_cli_judge:
 * @report: a report
 * @map: its map
 *
 * Says which targets are not met. One that has nothing to measure yet is not among them.
 *
 * Returns: %PRN_CLI_DONE, or %PRN_CLI_PROBLEMS when there are such targets
 */
PrnCliStatus prn_cli_judge (const PrnReport *report, PrnMap *map);

/**
 * prn_cli_rejects_to_csv:
 * @log: a log
 *
 * Returns: (transfer full): line and reason of every reject that @log keeps
 */
GBytes *prn_cli_rejects_to_csv (PrnLog *log);

G_END_DECLS
