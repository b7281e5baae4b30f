/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-csv.h"
#include "prn-log-guess.h"
#include "prn-log-read.h"
#include "prn-log-text.h"
#include "prn-log-xes.h"
#include "prn-output.h"

/* A field of RFC 4180: in quotes where it needs them. */
static void
append_field (GString *csv, const char *text, gsize length)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && !quoted; i++)
    quoted = text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r';
  if (!quoted) {
    g_string_append_len (csv, text, (gssize) length);
    return;
  }
  g_string_append_c (csv, '"');
  for (gsize i = 0; i < length; i++) {
    if (text[i] == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, text[i]);
  }
  g_string_append_c (csv, '"');
}

static void
append_row_of_block (GString *csv, const PrnCsvBlock *block, gsize row, GString *scratch)
{
  guint32 first = row == 0 ? 0 : block->scan.rows[row - 1] + 1;

  for (guint32 field = first; field <= block->scan.rows[row]; field++) {
    guint32 begin = field == 0 ? 0 : block->scan.ends[field - 1] + 1;
    guint32 end = block->scan.ends[field];
    g_autofree char *valid = NULL;

    if (field > first)
      g_string_append_c (csv, ',');
    if (prn_scan_field (block->text, &begin, &end)) {
      prn_scan_unquote (block->text + begin, end - begin, scratch);
      valid = prn_text_valid (scratch->str, scratch->len);
    } else {
      valid = prn_text_valid (block->text + begin, end - begin);
    }
    append_field (csv, valid, strlen (valid));
  }
  g_string_append_c (csv, '\n');
}

static gboolean
convert_csv (PrnLogSource *source, const PrnLogPlan *plan, GString *csv, PrnProgress *progress,
             GError **error)
{
  g_auto (PrnCsvBlock) block = { 0 };
  g_autoptr (PrnCsv) reader = NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;

  if (!prn_log_source_rewind (source, plan->guess->encoding, error))
    return FALSE;
  reader = prn_csv_new (source, plan->guess->delimiter,
                        plan->n_headers - (plan->guess->has_header ? 1 : 0), PRN_CSV_BLOCK_SIZE);
  while (prn_csv_next (reader, &block, &cause)) {
    for (gsize row = block.first_row; row < block.scan.n_rows; row++)
      if (!prn_csv_row_is_blank (&block, row))
        append_row_of_block (csv, &block, row, scratch);
    prn_progress_set (progress, prn_log_source_done (source), prn_log_source_size (source));
    if (progress != NULL && progress->cancellable != NULL &&
        g_cancellable_set_error_if_cancelled (progress->cancellable, error))
      return FALSE;
  }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

typedef struct {
  GString *csv;
  GPtrArray *columns;
} Conversion;

static gboolean
append_event (gpointer data, guint64 line, PrnXesReader *reader)
{
  Conversion *conversion = data;

  for (guint i = 0; i < conversion->columns->len; i++) {
    gsize length;
    const char *cell = prn_xes_cell (reader, g_ptr_array_index (conversion->columns, i), &length);

    if (i > 0)
      g_string_append_c (conversion->csv, ',');
    append_field (conversion->csv, cell, length);
  }
  g_string_append_c (conversion->csv, '\n');
  return TRUE;
}

static gboolean
convert_xes (PrnLogSource *source, GString *csv, PrnProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  Conversion conversion = { .csv = csv };

  if (!prn_log_source_rewind (source, NULL, error))
    return FALSE;
  columns = prn_xes_columns (source, error);
  if (columns == NULL || !prn_log_source_rewind (source, NULL, error))
    return FALSE;
  for (guint i = 0; i < columns->len; i++) {
    const char *name = g_ptr_array_index (columns, i);

    if (i > 0)
      g_string_append_c (csv, ',');
    append_field (csv, name, strlen (name));
  }
  g_string_append_c (csv, '\n');
  conversion.columns = columns;
  return prn_xes_walk (source, append_event, &conversion, NULL, progress, error);
}

gboolean
prn_log_convert (const char *path, const PrnLogOptions *options, const char *output,
                 PrnProgress *progress, GError **error)
{
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, error);
  g_auto (PrnLogPlan) plan = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  gboolean done;

  if (source == NULL || !prn_log_plan_init (&plan, source, options, error))
    return FALSE;
  done = plan.is_xes ? convert_xes (source, csv, progress, error)
                     : convert_csv (source, &plan, csv, progress, error);
  if (!done)
    return FALSE;
  bytes = g_string_free_to_bytes (g_steal_pointer (&csv));
  return prn_output_write (output, bytes, error);
}
