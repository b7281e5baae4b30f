/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report.h"

#include <math.h>

#include "prn-instant.h"
#include "prn-json-write.h"

/**
 * PrnWriter:
 * @text: what is written so far
 * @depth: how many objects and lists are open
 * @is_first: nothing is in the innermost of them yet
 */
typedef struct {
  GString *text;
  guint depth;
  gboolean is_first;
} PrnWriter;

/* Begins a line, with a key if the value at hand is a member. */
static void
begin_value (PrnWriter *writer, const char *key)
{
  if (!writer->is_first)
    g_string_append_c (writer->text, ',');
  if (writer->depth > 0)
    g_string_append_printf (writer->text, "\n%*s", (int) writer->depth * 2, "");
  if (key != NULL)
    g_string_append_printf (writer->text, "\"%s\": ", key);
  writer->is_first = FALSE;
}

static void
open_value (PrnWriter *writer, const char *key, char bracket)
{
  begin_value (writer, key);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->is_first = TRUE;
}

static void
close_value (PrnWriter *writer, char bracket)
{
  writer->depth--;
  if (!writer->is_first)
    g_string_append_printf (writer->text, "\n%*s", (int) writer->depth * 2, "");
  g_string_append_c (writer->text, bracket);
  writer->is_first = FALSE;
}

static void
write_count (PrnWriter *writer, const char *key, guint64 count)
{
  begin_value (writer, key);
  g_string_append_printf (writer->text, "%" G_GUINT64_FORMAT, count);
}

static void
write_number (PrnWriter *writer, const char *key, double number)
{
  begin_value (writer, key);
  if (isfinite (number))
    prn_json_append_number (writer->text, number);
  else
    g_string_append (writer->text, "null");
}

static void
write_text (PrnWriter *writer, const char *key, const char *value)
{
  begin_value (writer, key);
  if (value != NULL)
    prn_json_append_string (writer->text, value);
  else
    g_string_append (writer->text, "null");
}

static void
write_rows (PrnWriter *writer, const PrnReport *report)
{
  const PrnReportRows *rows = &report->rows;

  open_value (writer, "rows", '{');
  write_count (writer, "read", rows->read);
  write_count (writer, "accepted", rows->accepted);
  write_count (writer, "rejected", rows->rejected);
  write_count (writer, "after_as_of", rows->after_as_of);
  write_count (writer, "matched", rows->matched);
  write_count (writer, "unmatched", rows->unmatched);
  write_count (writer, "before_entry", rows->before_entry);
  write_count (writer, "used", rows->used);
  close_value (writer, '}');

  open_value (writer, "rejects", '[');
  for (guint i = 0; i < report->n_rejects; i++) {
    open_value (writer, NULL, '{');
    write_count (writer, "line", report->rejects[i].line);
    write_text (writer, "reason", report->rejects[i].reason);
    close_value (writer, '}');
  }
  close_value (writer, ']');

  open_value (writer, "unmatched", '[');
  for (guint i = 0; i < report->n_unmatched; i++) {
    open_value (writer, NULL, '{');
    write_text (writer, "activity", report->unmatched[i].activity);
    write_count (writer, "rows", report->unmatched[i].rows);
    close_value (writer, '}');
  }
  close_value (writer, ']');
}

static void
write_stages (PrnWriter *writer, const PrnReport *report)
{
  open_value (writer, "stages", '[');
  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    open_value (writer, NULL, '{');
    write_text (writer, "id", stage->id);
    write_count (writer, "customers", stage->customers);
    write_count (writer, "visits", stage->visits);
    write_count (writer, "now", stage->now);
    write_count (writer, "left", stage->left);
    open_value (writer, "dwell", '{');
    write_number (writer, "p25", stage->p25);
    write_number (writer, "median", stage->median);
    write_number (writer, "p75", stage->p75);
    write_number (writer, "mean", stage->mean);
    close_value (writer, '}');
    close_value (writer, '}');
  }
  close_value (writer, ']');
}

static void
write_triggers (PrnWriter *writer, const PrnReport *report)
{
  open_value (writer, "triggers", '[');
  for (guint i = 0; i < report->n_triggers; i++) {
    open_value (writer, NULL, '{');
    write_text (writer, "id", report->triggers[i].id);
    write_count (writer, "fired", report->triggers[i].fired);
    write_count (writer, "customers", report->triggers[i].customers);
    close_value (writer, '}');
  }
  close_value (writer, ']');
}

static void
write_flows (PrnWriter *writer, const char *key, const PrnReportFlow *flows, guint n)
{
  open_value (writer, key, '[');
  for (guint i = 0; i < n; i++) {
    open_value (writer, NULL, '{');
    write_text (writer, "from", flows[i].from);
    write_text (writer, "to", flows[i].to);
    write_count (writer, "moves", flows[i].moves);
    close_value (writer, '}');
  }
  close_value (writer, ']');
}

static void
write_paths (PrnWriter *writer, const PrnReport *report)
{
  open_value (writer, "paths", '[');
  for (guint i = 0; i < report->n_paths; i++) {
    open_value (writer, NULL, '{');
    open_value (writer, "stages", '[');
    for (char **stage = report->paths[i].stages; *stage != NULL; stage++)
      write_text (writer, NULL, *stage);
    close_value (writer, ']');
    write_count (writer, "customers", report->paths[i].customers);
    close_value (writer, '}');
  }
  close_value (writer, ']');
  write_count (writer, "path_count", report->path_count);
}

GBytes *
prn_report_to_json (const PrnReport *report)
{
  PrnWriter writer = { g_string_new (NULL), 0, TRUE };
  g_autofree char *as_of = prn_instant_format (report->as_of);

  open_value (&writer, NULL, '{');
  write_text (&writer, "kind", report->kind);
  write_text (&writer, "as_of", as_of);
  write_count (&writer, "customers", report->customers);
  write_count (&writer, "entered", report->entered);
  write_rows (&writer, report);
  write_stages (&writer, report);
  write_triggers (&writer, report);
  write_flows (&writer, "flows", report->flows, report->n_flows);
  write_flows (&writer, "off_map", report->off_map, report->n_off_map);
  write_paths (&writer, report);
  close_value (&writer, '}');
  g_string_append_c (writer.text, '\n');
  return g_string_free_to_bytes (writer.text);
}
