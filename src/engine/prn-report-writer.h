/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"
#include "prn-text-table.h"

G_BEGIN_DECLS

/* What the sections of a report as text are made of. */

/**
 * PrnReportWriter:
 * @text: what is written
 * @report: the report
 * @map: (nullable): for names
 * @width: how many cells a line may take
 * @ascii: bars are made of ASCII
 * @ellipsis: what stands for what was cut
 * @arrow: between a stage and the next
 *
 * A report that is being written as text.
 */
typedef struct {
  GString *text;
  const PrnReport *report;
  PrnMap *map;
  guint width;
  gboolean ascii;
  const char *ellipsis;
  const char *arrow;
} PrnReportWriter;

/* A cell with a number: `1,234`. */
void prn_report_writer_count (PrnTextTable *table, guint64 count);

/* A cell with a share: `12.3 %`; empty when there is no whole. */
void prn_report_writer_share (PrnTextTable *table, guint64 part, guint64 whole);

/* A cell with a length of time, given in seconds: `12 d`; `-` when it is not known. */
void prn_report_writer_duration (PrnTextTable *table, double seconds);

/* A cell with a bar; what is there at all is at least a sliver. */
void prn_report_writer_bar (const PrnReportWriter *self,
                            PrnTextTable *table,
                            guint64 part,
                            guint64 whole);

/* A stage's name, its id when there is no map; valid as long as both. */
const char *prn_report_writer_stage (const PrnReportWriter *self, const char *id);

/* A trigger's name; one without is called after where it leads. Transfer full. */
char *prn_report_writer_trigger (const PrnReportWriter *self, const char *id);

/* Begins a section with its title. */
void prn_report_writer_section (PrnReportWriter *self, const char *title);

/* Writes a table, and how many lines of it were left out. */
void prn_report_writer_table (PrnReportWriter *self, PrnTextTable *table, guint left_out);

G_END_DECLS
