/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-text.h"

#include <glib/gi18n-lib.h>

#include "prn-duration.h"
#include "prn-instant.h"
#include "prn-report-writer.h"
#include "prn-text-table.h"

/* Longer lists are cut to the most frequent. */
#define MAX_LINES 30

static void
write_head (PrnReportWriter *self)
{
  const PrnReport *report = self->report;
  g_autofree char *title = NULL;
  g_autofree char *as_of = prn_instant_format (report->as_of);
  g_autofree char *customers = prn_text_table_number (report->customers);
  g_autofree char *entered = prn_text_table_number (report->entered);

  if (self->map != NULL && prn_map_get_title (self->map)[0] != '\0') {
    title = prn_text_table_clean (g_strdup (prn_map_get_title (self->map)));
    g_string_append_printf (self->text, "%s\n", title);
  }

  if (prn_report_is_simulation (report)) {
    g_autofree char *horizon = prn_duration_format (report->as_of);

    g_string_append_printf (self->text, _ ("%s customers simulated over %s"), entered, horizon);
  } else {
    g_string_append_printf (self->text, _ ("%s customers, %s of them entered, observed until %s"),
                            customers, entered, as_of);
  }
  g_string_append_c (self->text, '\n');
}

static void
write_rows (PrnReportWriter *self)
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
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    prn_text_table_add (table, g_strdup (lines[i].name));
    prn_report_writer_count (table, lines[i].count);
    prn_report_writer_share (table, lines[i].count, lines[i].whole);
  }

  prn_report_writer_section (self, _ ("Rows"));
  prn_report_writer_table (self, table, 0);
}

static void
write_rejects (PrnReportWriter *self)
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
    prn_text_table_add (table, g_strdup (report->rejects[i].reason));
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

static void
write_stages (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_NAME },
    { _ ("customers"), PRN_TEXT_NUMBER },
    { _ ("visits"), PRN_TEXT_NUMBER },
    { _ ("left"), PRN_TEXT_NUMBER },
    { _ ("now"), PRN_TEXT_NUMBER },
    { _ ("median stay"), PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  const PrnReport *report = self->report;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    prn_text_table_add (table, g_strdup (prn_report_writer_stage (self, stage->id)));
    prn_report_writer_count (table, stage->customers);
    prn_report_writer_count (table, stage->visits);
    prn_report_writer_count (table, stage->left);
    prn_report_writer_count (table, stage->now);
    prn_report_writer_duration (table, stage->median);
    prn_report_writer_bar (self, table, stage->customers, report->entered);
  }

  prn_report_writer_section (self, _ ("Stages (bar: customers ever in it)"));
  prn_report_writer_table (self, table, 0);
}

static int
compare_triggers (gconstpointer a, gconstpointer b)
{
  const PrnReportTrigger *const *x = a;
  const PrnReportTrigger *const *y = b;

  if ((*x)->fired != (*y)->fired)
    return (*x)->fired > (*y)->fired ? -1 : 1;

  return *x < *y ? -1 : *x > *y;
}

static void
write_triggers (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME },
                                    { _ ("fired"), PRN_TEXT_NUMBER },
                                    { _ ("customers"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_FIXED } };
  const PrnReport *report = self->report;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (PrnTextTable) table = NULL;
  guint64 most = 0;

  if (report->n_triggers == 0)
    return;

  for (guint i = 0; i < report->n_triggers; i++) {
    g_ptr_array_add (order, &report->triggers[i]);
    most = MAX (most, report->triggers[i].fired);
  }
  if (report->n_triggers > MAX_LINES)
    g_ptr_array_sort (order, compare_triggers);

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (order->len, MAX_LINES); i++) {
    const PrnReportTrigger *trigger = g_ptr_array_index (order, i);

    prn_text_table_add (table, prn_report_writer_trigger (self, trigger->id));
    prn_report_writer_count (table, trigger->fired);
    prn_report_writer_count (table, trigger->customers);
    prn_report_writer_bar (self, table, trigger->fired, most);
  }

  prn_report_writer_section (self, _ ("Triggers"));
  prn_report_writer_table (self, table, order->len - MIN (order->len, MAX_LINES));
}

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
  for (guint i = 0; i < MIN (n_flows, MAX_LINES); i++) {
    const PrnReportFlow *flow = g_ptr_array_index (order, i);
    const PrnReportFlow *most = g_ptr_array_index (order, 0);

    prn_text_table_add (
        table,
        g_strdup (flow->from != NULL ? prn_report_writer_stage (self, flow->from) : _ ("(entry)")));
    prn_text_table_add (table, g_strdup (self->arrow));
    prn_text_table_add (table, g_strdup (prn_report_writer_stage (self, flow->to)));
    prn_report_writer_count (table, flow->moves);
    prn_report_writer_bar (self, table, flow->moves, most->moves);
  }

  prn_report_writer_section (self, title);
  prn_report_writer_table (self, table, n_flows - MIN (n_flows, MAX_LINES));
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

static void
write_paths (PrnReportWriter *self)
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
write_unmatched (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME },
                                    { _ ("rows"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_FIXED } };
  const PrnReport *report = self->report;
  guint n = MIN (report->n_unmatched, MAX_LINES);
  g_autoptr (PrnTextTable) table = NULL;

  if (n == 0)
    return;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++) {
    prn_text_table_add (table, g_strdup (report->unmatched[i].activity));
    prn_report_writer_count (table, report->unmatched[i].rows);
    prn_report_writer_bar (self, table, report->unmatched[i].rows, report->unmatched[0].rows);
  }

  prn_report_writer_section (self, _ ("Activities that match no event"));
  prn_report_writer_table (self, table, report->n_unmatched - n);
}

char *
prn_report_to_text (const PrnReport *report, PrnMap *map, const PrnReportTextOptions *options)
{
  gboolean ascii = options != NULL && options->ascii;
  PrnReportWriter self = {
    .text = g_string_new (NULL),
    .report = report,
    .map = map,
    .width = options != NULL && options->columns > 0 ? options->columns : 100,
    .ascii = ascii,
    .ellipsis = ascii ? "..." : "…",
    .arrow = ascii ? "->" : "→",
  };

  write_head (&self);
  if (!prn_report_is_simulation (report)) {
    write_rows (&self);
    write_rejects (&self);
  }
  write_stages (&self);
  write_triggers (&self);
  write_flows (&self, _ ("Moves"), report->flows, report->n_flows);
  write_flows (&self, _ ("Moves that no trigger allows"), report->off_map, report->n_off_map);
  write_paths (&self);
  write_unmatched (&self);

  return g_string_free (self.text, FALSE);
}
