/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"

G_BEGIN_DECLS

#define PRN_REPORT_MAX_COLUMNS 20

/**
 * PrnReportTable:
 * @name: of the table
 * @columns: their names
 * @keys: the first so many of them say what a row is about
 * @fill: appends its cells as texts, row by row
 *
 * A part of a report as a tidy table.
 */
typedef struct {
  const char *name;
  const char *columns[PRN_REPORT_MAX_COLUMNS];
  guint keys;
  void (*fill) (const PrnReport *report, GPtrArray *cells);
} PrnReportTable;

/* The tables of a report itself; those of the reports inside it are not among them. */
extern const PrnReportTable prn_report_tables[];
extern const guint prn_report_n_own_tables;

G_END_DECLS
