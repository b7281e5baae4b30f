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
 * @bar: how many cells a full bar takes
 * @ascii: bars and signs are made of ASCII
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
  guint bar;
  gboolean ascii;
  const char *ellipsis;
  const char *arrow;
} PrnReportWriter;

/* A cell with a text of this program's own: in ASCII its signs are spelled out. @text is taken. */
void prn_report_writer_add (const PrnReportWriter *self, PrnTextTable *table, char *text);

/* Empty cells. */
void prn_report_writer_blanks (PrnTextTable *table, guint n);

/* A cell with a number: `1,234`. */
void prn_report_writer_count (PrnTextTable *table, guint64 count);

/* A cell with a share: `12.3 %`; empty when there is no whole. */
void prn_report_writer_share (PrnTextTable *table, guint64 part, guint64 whole);

/* The same of a share; `-` when it is not known. */
void prn_report_writer_percent (PrnTextTable *table, double share);

/* A cell with an interval of shares: `11.2–13.4`; empty when it is not known. */
void prn_report_writer_interval (const PrnReportWriter *self,
                                 PrnTextTable *table,
                                 PrnInterval interval);

/* A cell with a length of time, given in seconds: `12 d`; `-` when it is not known. */
void prn_report_writer_duration (PrnTextTable *table, double seconds);

/* A cell with a bar; what is there at all is at least a sliver. */
void prn_report_writer_bar (const PrnReportWriter *self,
                            PrnTextTable *table,
                            double part,
                            double whole);

/* A stage's name, its id when there is no map; valid as long as both. */
const char *prn_report_writer_stage (const PrnReportWriter *self, const char *id);

/* A trigger's name; one without is called after where it leads. Transfer full. */
char *prn_report_writer_trigger (const PrnReportWriter *self, const char *id);

/* Where a trigger leads from: a stage's name, `any stage of Sales`, `any stage`. Transfer full. */
char *prn_report_writer_source (const PrnReportWriter *self, const char *from);

/* Stages one of which is meant: `Loyal or Churned`. Transfer full. */
char *prn_report_writer_stages (const PrnReportWriter *self, char **ids);

/* Begins a section with its title. */
void prn_report_writer_section (PrnReportWriter *self, const char *title);

/* A line of words below a section's title or table; folded where it is too long. */
void prn_report_writer_line (PrnReportWriter *self, const char *words);

/* Writes a table, and how many lines of it were left out. */
void prn_report_writer_table (PrnReportWriter *self, PrnTextTable *table, guint left_out);

G_END_DECLS
