/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-duration.h"
#include "prn-instant.h"
#include "prn-text-table.h"

/* Longer lists are cut to the most frequent. */
#define MAX_LINES 30

#define BAR_WIDTH 16

typedef struct {
  GString *text;
  const PrnReport *report;
  PrnMap *map;
  guint width;
  gboolean ascii;
  const char *ellipsis;
  const char *arrow;
} Writer;

static void
add_count (PrnTextTable *table, guint64 count)
{
  prn_text_table_add (table, prn_text_table_number (count));
}

static void
add_share (PrnTextTable *table, guint64 part, guint64 whole)
{
  prn_text_table_add (
      table, whole == 0 ? g_strdup ("")
                        : g_strdup_printf ("%.1f %%", 100.0 * (double) part / (double) whole));
}

static void
add_duration (PrnTextTable *table, double seconds)
{
  if (isfinite (seconds) && seconds >= 0 && seconds < 1e12)
    prn_text_table_add (table, prn_duration_format_short ((gint64) (seconds * PRN_SECOND)));
  else
    prn_text_table_add (table, g_strdup ("-"));
}

/* A bar of eighths of a cell: the block elements U+258F (one eighth) down to U+2588 (full). */
static void
add_bar (const Writer *self, PrnTextTable *table, guint64 part, guint64 whole)
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

static const char *
stage_name (const Writer *self, const char *id)
{
  int index = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_STAGE, id) : -1;
  const PrnStage *stage;

  if (index < 0)
    return id;

  stage = prn_map_nth (self->map, PRN_KIND_STAGE, (guint) index);

  return stage->name[0] != '\0' ? stage->name : id;
}

/* A trigger without a name is called after where it leads. */
static char *
trigger_name (const Writer *self, const char *id)
{
  int index = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_TRIGGER, id) : -1;
  const PrnTrigger *trigger;

  if (index < 0)
    return g_strdup (id);

  trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, (guint) index);
  if (trigger->name[0] != '\0')
    return g_strdup (trigger->name);

  return g_strdup_printf ("%s %s %s", stage_name (self, trigger->from), self->arrow,
                          stage_name (self, trigger->to));
}

static void
begin_section (Writer *self, const char *title)
{
  g_string_append_printf (self->text, "\n%s\n", title);
}

static void
end_table (Writer *self, PrnTextTable *table, guint left_out)
{
  g_autofree char *number = prn_text_table_number (left_out);

  prn_text_table_print (table, self->text, 2, self->width, self->ellipsis);

  if (left_out > 0) {
    g_string_append (self->text, "  ");
    g_string_append_printf (self->text, _ ("and %s more; --format json lists them all"), number);
    g_string_append_c (self->text, '\n');
  }
}

static void
write_head (Writer *self)
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

  g_string_append_printf (self->text, _ ("%s customers, %s of them entered, observed until %s"),
                          customers, entered, as_of);
  g_string_append_c (self->text, '\n');
}

static void
write_rows (Writer *self)
{
  static const PrnTextColumn columns[] = { { "", PRN_TEXT_WORDS },
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
    add_count (table, lines[i].count);
    add_share (table, lines[i].count, lines[i].whole);
  }

  begin_section (self, _ ("Rows"));
  end_table (self, table, 0);
}

static void
write_rejects (Writer *self)
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

  begin_section (self, _ ("Rejected rows"));
  prn_text_table_print (table, self->text, 2, self->width, self->ellipsis);

  if (report->rows.rejected > n) {
    g_autofree char *number = prn_text_table_number (report->rows.rejected - n);

    g_string_append (self->text, "  ");
    g_string_append_printf (self->text, _ ("and %s more; --rejects FILE writes them all"), number);
    g_string_append_c (self->text, '\n');
  }
}

static void
write_stages (Writer *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_WORDS },
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

    prn_text_table_add (table, g_strdup (stage_name (self, stage->id)));
    add_count (table, stage->customers);
    add_count (table, stage->visits);
    add_count (table, stage->left);
    add_count (table, stage->now);
    add_duration (table, stage->median);
    add_bar (self, table, stage->customers, report->entered);
  }

  begin_section (self, _ ("Stages (bar: customers ever in it)"));
  end_table (self, table, 0);
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
write_triggers (Writer *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_WORDS },
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

    prn_text_table_add (table, trigger_name (self, trigger->id));
    add_count (table, trigger->fired);
    add_count (table, trigger->customers);
    add_bar (self, table, trigger->fired, most);
  }

  begin_section (self, _ ("Triggers"));
  end_table (self, table, order->len - MIN (order->len, MAX_LINES));
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
write_flows (Writer *self, const char *title, const PrnReportFlow *flows, guint n_flows)
{
  const PrnTextColumn columns[] = { { _ ("from"), PRN_TEXT_WORDS },
                                    { "", PRN_TEXT_FIXED },
                                    { _ ("to"), PRN_TEXT_WORDS },
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
        table, g_strdup (flow->from != NULL ? stage_name (self, flow->from) : _ ("(entry)")));
    prn_text_table_add (table, g_strdup (self->arrow));
    prn_text_table_add (table, g_strdup (stage_name (self, flow->to)));
    add_count (table, flow->moves);
    add_bar (self, table, flow->moves, most->moves);
  }

  begin_section (self, title);
  end_table (self, table, n_flows - MIN (n_flows, MAX_LINES));
}

/* A long path is cut in its middle: where it begins and how it ends say the most. */
static char *
path_text (Writer *self, const PrnReportPath *path)
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
    g_string_append (text, stage_name (self, path->stages[i]));
  }

  return g_string_free (text, FALSE);
}

static void
write_paths (Writer *self)
{
  const PrnTextColumn columns[] = { { _ ("customers"), PRN_TEXT_NUMBER },
                                    { "", PRN_TEXT_NUMBER },
                                    { _ ("stages"), PRN_TEXT_WORDS } };
  const PrnReport *report = self->report;
  g_autofree char *count = prn_text_table_number (report->path_count);
  g_autofree char *title = NULL;
  g_autoptr (PrnTextTable) table = NULL;

  if (report->n_paths == 0)
    return;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->n_paths; i++) {
    add_count (table, report->paths[i].customers);
    add_share (table, report->paths[i].customers, report->entered);
    prn_text_table_add (table, path_text (self, &report->paths[i]));
  }

  title = g_strdup_printf (_ ("Paths (the most common of %s)"), count);
  begin_section (self, title);
  end_table (self, table, 0);
}

static void
write_unmatched (Writer *self)
{
  const PrnTextColumn columns[] = { { "", PRN_TEXT_WORDS },
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
    add_count (table, report->unmatched[i].rows);
    add_bar (self, table, report->unmatched[i].rows, report->unmatched[0].rows);
  }

  begin_section (self, _ ("Activities that match no event"));
  end_table (self, table, report->n_unmatched - n);
}

char *
prn_report_to_text (const PrnReport *report, PrnMap *map, const PrnReportTextOptions *options)
{
  gboolean ascii = options != NULL && options->ascii;
  Writer self = {
    .text = g_string_new (NULL),
    .report = report,
    .map = map,
    .width = options != NULL && options->columns > 0 ? options->columns : 90,
    .ascii = ascii,
    .ellipsis = ascii ? "..." : "…",
    .arrow = ascii ? "->" : "→",
  };

  write_head (&self);
  write_rows (&self);
  write_rejects (&self);
  write_stages (&self);
  write_triggers (&self);
  write_flows (&self, _ ("Moves"), report->flows, report->n_flows);
  write_flows (&self, _ ("Moves that no trigger allows"), report->off_map, report->n_off_map);
  write_paths (&self);
  write_unmatched (&self);

  return g_string_free (self.text, FALSE);
}
