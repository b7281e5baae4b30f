/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-sections.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-reject.h"

void
prn_report_write_rows (PrnReportWriter *self)
{
  static const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME },
                                           { "", PRN_TEXT_NUMBER },
                                           { "", PRN_TEXT_NUMBER } };
  const PrnReportRows *rows = &self->report->rows;
  const struct {
    const char *name;
    guint64 count;
    guint64 whole;
  } lines[] = {
    { _ ("read"), rows->read, 0 },
    { _ ("rejected"), rows->rejected, rows->read },
    { _ ("accepted"), rows->accepted, rows->read },
    { _ ("after the end of observation"), rows->after_as_of, rows->accepted },
    { _ ("matched an event"), rows->matched, rows->accepted },
    { _ ("matched no event"), rows->unmatched, rows->accepted },
    { _ ("before the customer entered"), rows->before_entry, rows->accepted },
    { _ ("let in or moved a customer"), rows->used, rows->accepted },
  };
  double expected = self->report->expected;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  if (prn_report_is_simulation (self->report))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    prn_text_table_add (table, g_strdup (lines[i].name));
    prn_report_writer_count (table, lines[i].count);
    prn_report_writer_share (table, lines[i].count, lines[i].whole);
  }

  if (isfinite (expected)) {
    prn_text_table_add (table, g_strdup (_ ("seen in the stage they are drawn in")));
    prn_report_writer_blanks (table, 1);
    prn_report_writer_percent (table, expected);
  }

  prn_report_writer_section (self, _ ("Rows"));
  prn_report_writer_table (self, table, 0);
}

void
prn_report_write_rejects (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { _ ("line"), PRN_TEXT_NUMBER },
                                    { _ ("reason"), PRN_TEXT_WORDS } };
  const PrnReport *report = self->report;
  guint n = MIN (report->n_rejects, 5);
  g_autoptr (PrnTextTable) table = NULL;

  if (n == 0)
    return;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++) {
    prn_text_table_add (table, g_strdup_printf ("%" G_GUINT64_FORMAT, report->rejects[i].line));
    prn_text_table_add (table, prn_reject_words (report->rejects[i].reason));
  }

  prn_report_writer_section (self, _ ("Rejected rows"));
  prn_text_table_print (table, self->text, 2, self->width, self->ellipsis);

  if (report->rows.rejected > n) {
    g_autofree char *number = prn_text_table_number (report->rows.rejected - n);

    g_string_append (self->text, "  ");
    g_string_append_printf (self->text, _ ("and %s more; --rejects FILE writes them all"), number);
    g_string_append_c (self->text, '\n');
  }
}

void
prn_report_write_unmatched (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME },
                                    { _ ("rows"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_FIXED } };
  const PrnReport *report = self->report;
  guint n = MIN (report->n_unmatched, PRN_REPORT_LINES);
  g_autoptr (PrnTextTable) table = NULL;

  if (n == 0)
    return;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++) {
    prn_text_table_add (table, g_strdup (report->unmatched[i].activity));
    prn_report_writer_count (table, report->unmatched[i].rows);
    prn_report_writer_bar (self, table, (double) report->unmatched[i].rows,
                           (double) report->unmatched[0].rows);
  }

  prn_report_writer_section (self, _ ("Activities that match no event"));
  prn_report_writer_table (self, table, report->n_unmatched - n);
}
