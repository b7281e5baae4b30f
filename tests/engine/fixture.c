/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

#include "prn-duration.h"
#include "prn-log-builder.h"
#include "prn-map-file.h"

PrnMap *
fixture_map (const char *members)
{
  g_autofree char *text =
      g_strdup_printf ("{'format': 'perennial-map', 'version': 1, %s}", members);
  g_autoptr (GBytes) bytes =
      g_bytes_new_take (g_strdelimit (g_strdup (text), "'", '"'), strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  if (map == NULL)
    g_error ("%s in %s", error->message, text);
  return map;
}

static char *
plain_text (const char *word)
{
  return g_str_equal (word, "-") ? g_strdup ("") : g_strdelimit (g_strdup (word), "_", ' ');
}

static void
add_row (PrnLogBuilder *builder, const char *text, const char *const *columns)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  guint n_columns = columns != NULL ? g_strv_length ((char **) columns) : 0;
  g_auto (GStrv) cells = g_new0 (char *, n_columns + 1);
  g_autofree char *activity = NULL;
  gint64 time;

  g_assert_cmpuint (n, >=, 3);
  activity = plain_text (words[1]);
  g_assert_true (prn_duration_parse (words[2], &time, NULL));
  for (guint i = 0; i < n_columns; i++) {
    cells[i] = g_strdup ("");
    for (guint k = 3; k < n; k++)
      if (g_str_has_prefix (words[k], columns[i]) && words[k][strlen (columns[i])] == '=') {
        g_free (cells[i]);
        cells[i] = plain_text (words[k] + strlen (columns[i]) + 1);
      }
  }
  prn_log_builder_add (builder, words[0], activity, time, (const char *const *) cells);
}

PrnLog *
fixture_log (const char *rows, const char *const *columns, guint n_parts, gboolean is_stage_log)
{
  PrnLogBuilder *builder = prn_log_builder_new (columns, n_parts);
  g_auto (GStrv) lines = g_strsplit (rows, "; ", -1);

  prn_log_builder_set_stage_column (builder, is_stage_log);
  for (guint i = 0; is_stage_log && columns != NULL && columns[i] != NULL; i++)
    if (g_str_equal (columns[i], "trigger"))
      prn_log_builder_set_trigger_column (builder, i);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_row (builder, lines[i], columns);
  return prn_log_builder_end (builder);
}

static guint64
flow_value (const PrnReportFlow *flows, guint n, const char *from_to)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *key =
        g_strdup_printf ("%s>%s", flows[i].from != NULL ? flows[i].from : "", flows[i].to);

    if (g_str_equal (key, from_to))
      return flows[i].moves;
  }
  return 0;
}

static guint64
path_value (const PrnReport *report, const char *path)
{
  for (guint i = 0; i < report->n_paths; i++) {
    g_autofree char *key = g_strjoinv (">", report->paths[i].stages);

    if (g_str_equal (key, path))
      return report->paths[i].customers;
  }
  return 0;
}

static guint64
unmatched_value (const PrnReport *report, const char *activity)
{
  for (guint i = 0; i < report->n_unmatched; i++)
    if (g_str_equal (report->unmatched[i].activity, activity))
      return report->unmatched[i].rows;
  return 0;
}

static guint64
number_value (const PrnReport *report, const char *name)
{
  const struct {
    const char *name;
    guint64 value;
  } numbers[] = {
    { "customers", report->customers },
    { "entered", report->entered },
    { "read", report->rows.read },
    { "accepted", report->rows.accepted },
    { "rejected", report->rows.rejected },
    { "after_as_of", report->rows.after_as_of },
    { "matched", report->rows.matched },
    { "unmatched", report->rows.unmatched },
    { "before_entry", report->rows.before_entry },
    { "used", report->rows.used },
    { "path_count", report->path_count },
    { "flows", report->n_flows },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].name, name))
      return numbers[i].value;
  g_error ("no number of a report is called %s", name);
}

static const PrnReportStage *
stage_of (const PrnReport *report, const char *id)
{
  const PrnReportStage *stage = prn_report_stage (report, id);

  if (stage == NULL)
    g_error ("no stage %s", id);
  return stage;
}

guint64
fixture_value (const PrnReport *report, const char *fact)
{
  g_auto (GStrv) words = g_strsplit (fact, " ", 2);
  const char *of = words[1];

  if (of == NULL)
    return number_value (report, fact);
  if (g_str_equal (words[0], "now"))
    return stage_of (report, of)->now;
  if (g_str_equal (words[0], "visits"))
    return stage_of (report, of)->visits;
  if (g_str_equal (words[0], "left"))
    return stage_of (report, of)->left;
  if (g_str_equal (words[0], "reached"))
    return stage_of (report, of)->customers;
  if (g_str_equal (words[0], "fired"))
    return prn_report_trigger (report, of)->fired;
  if (g_str_equal (words[0], "by"))
    return prn_report_trigger (report, of)->customers;
  if (g_str_equal (words[0], "flow"))
    return flow_value (report->flows, report->n_flows, of);
  if (g_str_equal (words[0], "off"))
    return flow_value (report->off_map, report->n_off_map, of);
  if (g_str_equal (words[0], "path"))
    return path_value (report, of);
  if (g_str_equal (words[0], "unmatched"))
    return unmatched_value (report, of);
  g_error ("a report says nothing of %s", fact);
}

void
fixture_check (const PrnReport *report, const char *facts)
{
  g_auto (GStrv) list = g_strsplit (facts, "; ", -1);

  for (guint i = 0; list[i] != NULL; i++) {
    g_auto (GStrv) sides = g_strsplit (list[i], " = ", 2);
    guint64 value;

    g_assert_nonnull (sides[1]);
    value = fixture_value (report, sides[0]);
    if (value != g_ascii_strtoull (sides[1], NULL, 10))
      g_error ("%s: it is %" G_GUINT64_FORMAT, list[i], value);
  }
}
