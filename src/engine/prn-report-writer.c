/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-duration.h"

void
prn_report_writer_add (const PrnReportWriter *self, PrnTextTable *table, char *text)
{
  static const char *const signs[][2] = {
    { "–", "-" }, { "−", "-" }, { "≥", ">=" }, { "≤", "<=" },
    { "✓", "+" }, { "≈", "~" }, { "✗", "x" },  { "·", "|" },
  };
  GString *spelled;

  if (!self->ascii) {
    prn_text_table_add (table, text);
    return;
  }

  spelled = g_string_new (text);
  g_free (text);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (spelled, signs[i][0], signs[i][1], 0);
  prn_text_table_add (table, g_string_free (spelled, FALSE));
}

void
prn_report_writer_blanks (PrnTextTable *table, guint n)
{
  for (guint i = 0; i < n; i++)
    prn_text_table_add (table, g_strdup (""));
}

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
prn_report_writer_percent (PrnTextTable *table, double share)
{
  prn_text_table_add (table, isfinite (share) ? g_strdup_printf ("%.1f %%", 100 * share)
                                              : g_strdup ("-"));
}

void
prn_report_writer_interval (const PrnReportWriter *self, PrnTextTable *table, PrnInterval interval)
{
  gboolean is_known = isfinite (interval.low) && isfinite (interval.high);

  prn_report_writer_add (
      self, table,
      is_known ? g_strdup_printf ("%.1f–%.1f", 100 * interval.low, 100 * interval.high)
               : g_strdup (""));
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
                       double part,
                       double whole)
{
  double cells = whole > 0 && part > 0 ? MIN (part / whole, 1) * self->bar : 0;
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

char *
prn_report_writer_source (const PrnReportWriter *self, const char *from)
{
  int index = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_PHASE, from) : -1;

  if (g_str_equal (from, "*"))
    return g_strdup (_ ("any stage"));
  if (index >= 0)
    return g_strdup_printf (
        _ ("any stage of %s"),
        prn_element_label (prn_map_nth (self->map, PRN_KIND_PHASE, (guint) index)));
  return g_strdup (prn_report_writer_stage (self, from));
}

char *
prn_report_writer_stages (const PrnReportWriter *self, char **ids)
{
  GString *names = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++) {
    if (id > ids)
      g_string_append (names, id[1] != NULL ? ", " : _ (" or "));
    g_string_append (names, prn_report_writer_stage (self, *id));
  }
  return g_string_free (names, FALSE);
}

void
prn_report_writer_section (PrnReportWriter *self, const char *title)
{
  g_string_append_printf (self->text, "\n%s\n", title);
}

void
prn_report_writer_line (PrnReportWriter *self, const char *words)
{
  prn_text_table_fold (self->text, words, 2, self->width);
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
