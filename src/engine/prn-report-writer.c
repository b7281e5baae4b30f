/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-duration.h"

#define BAR_WIDTH 16

void
prn_report_writer_count (PrnTextTable *table, guint64 count)
{
  prn_text_table_add (table, prn_text_table_number (count));
}

void
prn_report_writer_share (PrnTextTable *table, guint64 part, guint64 whole)
{
  prn_text_table_add (
      table, whole == 0 ? g_strdup ("")
                        : g_strdup_printf ("%.1f %%", 100.0 * (double) part / (double) whole));
}

void
prn_report_writer_duration (PrnTextTable *table, double seconds)
{
  if (isfinite (seconds) && seconds >= 0 && seconds < 1e12)
    prn_text_table_add (table, prn_duration_format_short ((gint64) (seconds * PRN_SECOND)));
  else
    prn_text_table_add (table, g_strdup ("-"));
}

/* A bar of eighths of a cell: the block elements U+258F (one eighth) down to U+2588 (full). */
void
prn_report_writer_bar (const PrnReportWriter *self,
                       PrnTextTable *table,
                       guint64 part,
                       guint64 whole)
{
  double cells = whole > 0 ? (double) part / (double) whole * BAR_WIDTH : 0;
  guint eighths = (guint) (cells * 8 + 0.5);
  GString *bar = g_string_new (NULL);

  if (part > 0 && eighths == 0)
    eighths = 1;

  if (self->ascii) {
    for (guint i = 0; i < (eighths + 7) / 8; i++)
      g_string_append_c (bar, '#');
  } else {
    for (guint i = 0; i < eighths / 8; i++)
      g_string_append_unichar (bar, 0x2588);
    if (eighths % 8 != 0)
      g_string_append_unichar (bar, 0x2590 - eighths % 8);
  }

  prn_text_table_add (table, g_string_free (bar, FALSE));
}

const char *
prn_report_writer_stage (const PrnReportWriter *self, const char *id)
{
  int index = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_STAGE, id) : -1;
  const PrnStage *stage;

  if (index < 0)
    return id;

  stage = prn_map_nth (self->map, PRN_KIND_STAGE, (guint) index);

  return stage->name[0] != '\0' ? stage->name : id;
}

/* A trigger without a name is called after where it leads. */
char *
prn_report_writer_trigger (const PrnReportWriter *self, const char *id)
{
  int index = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_TRIGGER, id) : -1;
  const PrnTrigger *trigger;

  if (index < 0)
    return g_strdup (id);

  trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, (guint) index);
  if (trigger->name[0] != '\0')
    return g_strdup (trigger->name);

  return g_strdup_printf ("%s %s %s", prn_report_writer_stage (self, trigger->from), self->arrow,
                          prn_report_writer_stage (self, trigger->to));
}

void
prn_report_writer_section (PrnReportWriter *self, const char *title)
{
  g_string_append_printf (self->text, "\n%s\n", title);
}

void
prn_report_writer_table (PrnReportWriter *self, PrnTextTable *table, guint left_out)
{
  g_autofree char *number = prn_text_table_number (left_out);

  prn_text_table_print (table, self->text, 2, self->width, self->ellipsis);

  if (left_out > 0) {
    g_string_append (self->text, "  ");
    g_string_append_printf (self->text, _ ("and %s more; --format json lists them all"), number);
    g_string_append_c (self->text, '\n');
  }
}
