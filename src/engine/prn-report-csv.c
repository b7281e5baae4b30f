/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-csv.h"

#include <string.h>

#include "prn-report-tables.h"

/* What has reports inside: their tables are told in one table each, a row for each number. */
typedef struct {
  const char *name;
  const char *key;
  guint (*count) (const PrnReport *report);
  const PrnReport *(*nth) (const PrnReport *report, guint index, const char **id);
} Holder;

static guint
count_segments (const PrnReport *report)
{
  return report->n_segments;
}

static const PrnReport *
nth_segment (const PrnReport *report, guint index, const char **id)
{
  *id = report->segments[index].id;
  return report->segments[index].report;
}

static guint
count_scenarios (const PrnReport *report)
{
  return report->n_scenarios;
}

static const PrnReport *
nth_scenario (const PrnReport *report, guint index, const char **id)
{
  *id = report->scenarios[index].id;
  return report->scenarios[index].report;
}

static const Holder holders[] = {
  { "segments", "segment", count_segments, nth_segment },
  { "scenarios", "scenario", count_scenarios, nth_scenario },
};

static guint
count_columns (const PrnReportTable *table)
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

/* What a row is about, from its key cells: `trial > paid`. */
static char *
row_item (const PrnReportTable *table, char **row)
{
  GString *item = g_string_new (NULL);

  for (guint i = 0; i < table->keys; i++) {
    if (i > 0)
      g_string_append (item, " > ");
    g_string_append (item, row[i]);
  }

  return g_string_free (item, FALSE);
}

typedef void (*NumberFunc) (const PrnReportTable *table,
                            const char *item,
                            const char *measure,
                            const char *value,
                            gpointer data);

static void
foreach_number (const PrnReport *report, NumberFunc func, gpointer data)
{
  for (guint t = 0; t < prn_report_n_own_tables; t++) {
    const PrnReportTable *table = &prn_report_tables[t];
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
    guint n = count_columns (table);

    table->fill (report, cells);
    for (guint row = 0; row + n <= cells->len; row += n) {
      char **values = (char **) &cells->pdata[row];
      g_autofree char *item = row_item (table, values);

      for (guint i = table->keys; i < n; i++)
        func (table, item, table->columns[i], values[i], data);
    }
  }
}

/* Where numbers go: with @holder, to a table of its own. */
typedef struct {
  GString *text;
  const Holder *holder;
  const char *id;
} Target;

/* `stages,paid,visits,1400`; of a report inside `segments.stages,small > paid,visits,1400`. */
static void
append_in_one (const PrnReportTable *table,
               const char *item,
               const char *measure,
               const char *value,
               gpointer data)
{
  const Target *target = data;
  g_autofree char *name =
      target->holder != NULL ? g_strdup_printf ("%s.%s", target->holder->name, table->name)
                             : g_strdup (table->name);
  g_autofree char *whose =
      target->holder != NULL
          ? g_strdup_printf ("%s%s%s", target->id, item[0] != '\0' ? " > " : "", item)
          : g_strdup (item);

  append_cell (target->text, name, ',');
  append_cell (target->text, whose, ',');
  append_cell (target->text, measure, ',');
  append_cell (target->text, value, '\n');
}

/* `small,stages,paid,visits,1400` */
static void
append_of_holder (const PrnReportTable *table,
                  const char *item,
                  const char *measure,
                  const char *value,
                  gpointer data)
{
  const Target *target = data;

  append_cell (target->text, target->id, ',');
  append_cell (target->text, table->name, ',');
  append_cell (target->text, item, ',');
  append_cell (target->text, measure, ',');
  append_cell (target->text, value, '\n');
}

static void
foreach_inner (GString *text, const PrnReport *report, const Holder *holder, NumberFunc func)
{
  for (guint i = 0; i < holder->count (report); i++) {
    const char *id;
    const PrnReport *inner = holder->nth (report, i, &id);
    Target target = { text, holder, id != NULL ? id : "" };

    foreach_number (inner, func, &target);
  }
}

guint
prn_report_n_tables (void)
{
  return prn_report_n_own_tables + G_N_ELEMENTS (holders);
}

const char *
prn_report_table_name (guint table)
{
  return table < prn_report_n_own_tables ? prn_report_tables[table].name
                                         : holders[table - prn_report_n_own_tables].name;
}

static void
append_table (GString *text, const PrnReport *report, const PrnReportTable *table)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = count_columns (table);

  for (guint i = 0; i < n; i++)
    append_cell (text, table->columns[i], i + 1 < n ? ',' : '\n');

  table->fill (report, cells);
  for (guint i = 0; i < cells->len; i++)
    append_cell (text, g_ptr_array_index (cells, i), (i + 1) % n != 0 ? ',' : '\n');
}

GBytes *
prn_report_table_to_csv (const PrnReport *report, guint table)
{
  GString *text = g_string_new (NULL);

  if (table < prn_report_n_own_tables) {
    append_table (text, report, &prn_report_tables[table]);
  } else {
    const Holder *holder = &holders[table - prn_report_n_own_tables];

    g_string_append_printf (text, "%s,table,item,measure,value\n", holder->key);
    foreach_inner (text, report, holder, append_of_holder);
  }

  return g_string_free_to_bytes (text);
}

GBytes *
prn_report_to_csv (const PrnReport *report)
{
  GString *text = g_string_new ("table,item,measure,value\n");
  Target own = { text, NULL, NULL };

  foreach_number (report, append_in_one, &own);
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    foreach_inner (text, report, &holders[i], append_in_one);

  return g_string_free_to_bytes (text);
}
