/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-sections.h"

#include <glib/gi18n-lib.h>

/* Of what somebody did next, that many. */
#define MAX_NEXT 5

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const PrnReportFlow *const *x = a;
  const PrnReportFlow *const *y = b;

  if ((*x)->moves != (*y)->moves)
    return (*x)->moves > (*y)->moves ? -1 : 1;

  return *x < *y ? -1 : *x > *y;
}

static void
write_flows (PrnReportWriter *self, const char *title, const PrnReportFlow *flows, guint n_flows)
{
  const PrnTextColumn columns[] = { { _ ("from"), PRN_TEXT_NAME },
                                    { "", PRN_TEXT_FIXED },
                                    { _ ("to"), PRN_TEXT_NAME },
                                    { _ ("moves"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_FIXED } };
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (PrnTextTable) table = NULL;

  if (n_flows == 0)
    return;

  for (guint i = 0; i < n_flows; i++)
    g_ptr_array_add (order, (gpointer) &flows[i]);
  g_ptr_array_sort (order, compare_flows);

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (n_flows, PRN_REPORT_LINES); i++) {
    const PrnReportFlow *flow = g_ptr_array_index (order, i);
    const PrnReportFlow *most = g_ptr_array_index (order, 0);

    prn_text_table_add (
        table,
        g_strdup (flow->from != NULL ? prn_report_writer_stage (self, flow->from) : _ ("(entry)")));
    prn_text_table_add (table, g_strdup (self->arrow));
    prn_text_table_add (table, g_strdup (prn_report_writer_stage (self, flow->to)));
    prn_report_writer_count (table, flow->moves);
    prn_report_writer_bar (self, table, (double) flow->moves, (double) most->moves);
  }

  prn_report_writer_section (self, title);
  prn_report_writer_table (self, table, n_flows - MIN (n_flows, PRN_REPORT_LINES));
}

void
prn_report_write_flows (PrnReportWriter *self)
{
  write_flows (self, _ ("Moves"), self->report->flows, self->report->n_flows);
}

void
prn_report_write_off_map (PrnReportWriter *self)
{
  write_flows (self, _ ("Moves that no trigger allows"), self->report->off_map,
               self->report->n_off_map);
}

/* A long path is cut in its middle: where it begins and how it ends say the most. */
static char *
path_text (PrnReportWriter *self, const PrnReportPath *path)
{
  guint n = g_strv_length (path->stages);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    if (n > 8 && i == 4) {
      g_string_append_printf (text, " %s (%u) %s", self->ellipsis, n - 7, self->ellipsis);
      i = n - 4;
      continue;
    }
    if (i > 0)
      g_string_append_printf (text, " %s ", self->arrow);
    g_string_append (text, prn_report_writer_stage (self, path->stages[i]));
  }

  return g_string_free (text, FALSE);
}

void
prn_report_write_paths (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { _ ("customers"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_NUMBER },
                                    { _ ("stages"), PRN_TEXT_NAME } };
  const PrnReport *report = self->report;
  g_autofree char *count = prn_text_table_number (report->path_count);
  g_autofree char *title = NULL;
  g_autoptr (PrnTextTable) table = NULL;

  if (report->n_paths == 0)
    return;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->n_paths; i++) {
    prn_report_writer_count (table, report->paths[i].customers);
    prn_report_writer_share (table, report->paths[i].customers, report->entered);
    prn_text_table_add (table, path_text (self, &report->paths[i]));
  }

  title = g_strdup_printf (_ ("Paths (the most common of %s)"), count);
  prn_report_writer_section (self, title);
  prn_report_writer_table (self, table, 0);
}

static void
add_loss_line (PrnReportWriter *self,
               PrnTextTable *table,
               char *what,
               guint64 visits,
               const PrnReportLoss *loss)
{
  prn_text_table_add (table, what);
  prn_report_writer_count (table, visits);
  prn_report_writer_share (table, visits, loss->visits);
  prn_report_writer_bar (self, table, (double) visits, (double) loss->visits);
}

static void
add_loss (PrnReportWriter *self, PrnTextTable *table, const PrnReportLoss *loss)
{
  prn_text_table_add (table, g_strdup (prn_report_writer_stage (self, loss->stage)));
  prn_report_writer_count (table, loss->visits);
  prn_report_writer_blanks (table, 2);

  add_loss_line (self, table, g_strdup (_ ("  stayed")), loss->stayed, loss);
  for (guint i = 0; i < MIN (loss->n_next, MAX_NEXT); i++)
    add_loss_line (self, table,
                   g_strdup_printf ("  %s %s", self->arrow,
                                    prn_report_writer_stage (self, loss->next[i].to)),
                   loss->next[i].moves, loss);
}

/* What customers did while they were lost: `Lost: opened a newsletter (1,161), …`. */
static void
write_activities (PrnReportWriter *self, const PrnReportLoss *loss)
{
  GString *line = g_string_new (NULL);

  if (loss->n_activities > 0) {
    g_string_append_printf (line, _ ("Rows of customers in %s:"),
                            prn_report_writer_stage (self, loss->stage));
    for (guint i = 0; i < MIN (loss->n_activities, MAX_NEXT); i++) {
      g_autofree char *rows = prn_text_table_number (loss->activities[i].rows);

      g_string_append_printf (line, "%s %s (%s)", i > 0 ? "," : "", loss->activities[i].activity,
                              rows);
    }
    prn_report_writer_line (self, line->str);
  }
  g_string_free (line, TRUE);
}

void
prn_report_write_losses (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME },
                                    { _ ("visits"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_FIXED } };
  const PrnReport *report = self->report;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint i = 0; i < report->n_losses; i++)
    if (report->losses[i].visits > 0 && n++ < PRN_REPORT_LINES)
      add_loss (self, table, &report->losses[i]);
  if (n == 0)
    return;

  prn_report_writer_section (self, _ ("What those who left did next"));
  prn_report_writer_table (self, table, n - MIN (n, PRN_REPORT_LINES));
  for (guint i = 0; i < MIN (report->n_losses, PRN_REPORT_LINES); i++)
    write_activities (self, &report->losses[i]);
}
