/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-csv.h"

#include <math.h>
#include <string.h>

#include "prn-instant.h"
#include "prn-json-write.h"

#define MAX_COLUMNS 12

/* One table: how to fill its cells, row by row. The first @keys columns say what a row is about. */
typedef struct {
  const char *name;
  const char *columns[MAX_COLUMNS];
  guint keys;
  void (*fill) (const PrnReport *report, GPtrArray *cells);
} Table;

static void
add_text (GPtrArray *cells, const char *text)
{
  g_ptr_array_add (cells, g_strdup (text != NULL ? text : ""));
}

static void
add_count (GPtrArray *cells, guint64 count)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GUINT64_FORMAT, count));
}

static void
add_number (GPtrArray *cells, double number)
{
  GString *text = g_string_new (NULL);

  if (isfinite (number))
    prn_json_append_number (text, number);

  g_ptr_array_add (cells, g_string_free (text, FALSE));
}

static void
fill_summary (const PrnReport *report, GPtrArray *cells)
{
  add_text (cells, report->kind);
  g_ptr_array_add (cells, prn_instant_format (report->as_of));
  add_count (cells, report->customers);
  add_count (cells, report->entered);
  add_count (cells, report->path_count);
}

static void
fill_rows (const PrnReport *report, GPtrArray *cells)
{
  add_count (cells, report->rows.read);
  add_count (cells, report->rows.accepted);
  add_count (cells, report->rows.rejected);
  add_count (cells, report->rows.after_as_of);
  add_count (cells, report->rows.matched);
  add_count (cells, report->rows.unmatched);
  add_count (cells, report->rows.before_entry);
  add_count (cells, report->rows.used);
}

static void
fill_rejects (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_rejects; i++) {
    add_count (cells, report->rejects[i].line);
    add_text (cells, report->rejects[i].reason);
  }
}

static void
fill_unmatched (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_unmatched; i++) {
    add_text (cells, report->unmatched[i].activity);
    add_count (cells, report->unmatched[i].rows);
  }
}

static void
fill_stages (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    add_text (cells, stage->id);
    add_count (cells, stage->customers);
    add_count (cells, stage->visits);
    add_count (cells, stage->now);
    add_count (cells, stage->left);
    add_number (cells, stage->p25);
    add_number (cells, stage->median);
    add_number (cells, stage->p75);
    add_number (cells, stage->mean);
  }
}

static void
fill_triggers (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_triggers; i++) {
    add_text (cells, report->triggers[i].id);
    add_count (cells, report->triggers[i].fired);
    add_count (cells, report->triggers[i].customers);
  }
}

static void
add_flows (GPtrArray *cells, const PrnReportFlow *flows, guint n_flows)
{
  for (guint i = 0; i < n_flows; i++) {
    add_text (cells, flows[i].from);
    add_text (cells, flows[i].to);
    add_count (cells, flows[i].moves);
  }
}

static void
fill_flows (const PrnReport *report, GPtrArray *cells)
{
  add_flows (cells, report->flows, report->n_flows);
}

static void
fill_off_map (const PrnReport *report, GPtrArray *cells)
{
  add_flows (cells, report->off_map, report->n_off_map);
}

static void
fill_paths (const PrnReport *report, GPtrArray *cells)
{
  for (guint i = 0; i < report->n_paths; i++) {
    g_ptr_array_add (cells, g_strjoinv (" > ", report->paths[i].stages));
    add_count (cells, report->paths[i].customers);
  }
}

static const Table tables[] = {
  { "summary", { "kind", "as_of", "customers", "entered", "path_count" }, 0, fill_summary },
  { "rows",
    { "read", "accepted", "rejected", "after_as_of", "matched", "unmatched", "before_entry",
      "used" },
    0,
    fill_rows },
  { "rejects", { "line", "reason" }, 1, fill_rejects },
  { "unmatched", { "activity", "rows" }, 1, fill_unmatched },
  { "stages",
    { "id", "customers", "visits", "now", "left", "dwell_p25", "dwell_median", "dwell_p75",
      "dwell_mean" },
    1,
    fill_stages },
  { "triggers", { "id", "fired", "customers" }, 1, fill_triggers },
  { "flows", { "from", "to", "moves" }, 2, fill_flows },
  { "off_map", { "from", "to", "moves" }, 2, fill_off_map },
  { "paths", { "stages", "customers" }, 1, fill_paths },
};

static guint
count_columns (const Table *table)
{
  guint n = 0;

  while (table->columns[n] != NULL)
    n++;

  return n;
}

static void
append_cell (GString *text, const char *cell, char end)
{
  if (strpbrk (cell, ",\"\r\n") == NULL) {
    g_string_append (text, cell);
  } else {
    g_string_append_c (text, '"');
    for (const char *p = cell; *p != '\0'; p++) {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
    g_string_append_c (text, '"');
  }

  g_string_append_c (text, end);
}

guint
prn_report_n_tables (void)
{
  return G_N_ELEMENTS (tables);
}

const char *
prn_report_table_name (guint table)
{
  return tables[table].name;
}

GBytes *
prn_report_table_to_csv (const PrnReport *report, guint table)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = count_columns (&tables[table]);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_cell (text, tables[table].columns[i], i + 1 < n ? ',' : '\n');

  tables[table].fill (report, cells);
  for (guint i = 0; i < cells->len; i++)
    append_cell (text, g_ptr_array_index (cells, i), (i + 1) % n != 0 ? ',' : '\n');

  return g_string_free_to_bytes (text);
}

/* What a row is about, from its key cells: `trial > paid`. */
static char *
row_item (const Table *table, char **row)
{
  GString *item = g_string_new (NULL);

  for (guint i = 0; i < table->keys; i++) {
    if (i > 0)
      g_string_append (item, " > ");
    g_string_append (item, row[i]);
  }

  return g_string_free (item, FALSE);
}

static void
append_long (GString *text, const PrnReport *report, const Table *table)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = count_columns (table);

  table->fill (report, cells);
  for (guint row = 0; row + n <= cells->len; row += n) {
    char **values = (char **) &cells->pdata[row];
    g_autofree char *item = row_item (table, values);

    for (guint i = table->keys; i < n; i++) {
      append_cell (text, table->name, ',');
      append_cell (text, item, ',');
      append_cell (text, table->columns[i], ',');
      append_cell (text, values[i], '\n');
    }
  }
}

GBytes *
prn_report_to_csv (const PrnReport *report)
{
  GString *text = g_string_new ("table,item,measure,value\n");

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    append_long (text, report, &tables[i]);

  return g_string_free_to_bytes (text);
}
