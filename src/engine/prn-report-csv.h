/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"

G_BEGIN_DECLS

/* A report as CSV (RFC 4180, LF, UTF-8): one tidy table for each part of it. A number that is not
 * known is an empty cell. The reports of segments and of scenarios are one table each, with a row
 * for each number: `small,stages,paid,visits,1400`. */

/**
 * prn_report_n_tables:
 *
 * Returns: how many tables there are
 */
guint prn_report_n_tables (void);

/**
 * prn_report_table_name:
 * @table: below prn_report_n_tables()
 *
 * Returns: (transfer none): `summary`, `rows`, `stages` ...
 */
const char *prn_report_table_name (guint table);

/**
 * prn_report_table_to_csv:
 * @report: a report
 * @table: below prn_report_n_tables()
 *
 * Returns: (transfer full): the table with its header
 */
GBytes *prn_report_table_to_csv (const PrnReport *report, guint table);

/**
 * prn_report_to_csv:
 * @report: a report
 *
 * Returns: (transfer full): all of it in one table, a row for each number:
 * `table,item,measure,value`; of a report inside `segments.stages,small > paid,visits,1400`
 */
GBytes *prn_report_to_csv (const PrnReport *report);

G_END_DECLS
