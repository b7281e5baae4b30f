/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-table.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-log-csv.h"
#include "prn-log-dictionary.h"
#include "prn-log-guess.h"
#include "prn-log-text.h"

struct _PrnTable {
  gatomicrefcount references;
  PrnLogGuess *guess;
  PrnDictionary *customers; /* the number of one is its row */
  PrnDictionary *texts;     /* number 0 is the empty one */
  GArray *cells;            /* guint32: numbers of texts, row by row */
  guint64 n_rejected, n_repeated;
};

PrnTable *
prn_table_ref (PrnTable *table)
{
  g_atomic_ref_count_inc (&table->references);
  return table;
}

void
prn_table_unref (PrnTable *table)
{
  if (!g_atomic_ref_count_dec (&table->references))
    return;
  g_clear_pointer (&table->guess, prn_log_guess_free);
  prn_dictionary_free (table->customers);
  prn_dictionary_free (table->texts);
  g_array_unref (table->cells);
  g_free (table);
}

static PrnTable *
table_new (PrnLogGuess *guess)
{
  PrnTable *table = g_new0 (PrnTable, 1);

  g_atomic_ref_count_init (&table->references);
  table->guess = guess;
  table->customers = prn_dictionary_new ();
  table->texts = prn_dictionary_new ();
  table->cells = g_array_new (FALSE, TRUE, sizeof (guint32));
  prn_dictionary_add (table->texts, "", 0, 0);
  return table;
}

/* A field, trimmed and valid. */
static void
take_field (const PrnCsvBlock *block, guint32 field, GString *text)
{
  guint32 begin = field == 0 ? 0 : block->scan.ends[field - 1] + 1;
  guint32 end = block->scan.ends[field];
  g_autofree char *valid = NULL;
  const char *trimmed;
  gsize length;

  if (prn_scan_field (block->text, &begin, &end))
    prn_scan_unquote (block->text + begin, end - begin, text);
  else
    g_string_append_len (g_string_truncate (text, 0), block->text + begin, end - begin);
  trimmed = text->str;
  length = text->len;
  prn_text_trim (&trimmed, &length);
  valid = prn_text_valid (trimmed, length);
  g_string_assign (text, valid);
}

static void
take_row (PrnTable *table, const PrnCsvBlock *block, gsize row, GString *text)
{
  guint n_columns = table->guess->n_columns;
  guint32 first = row == 0 ? 0 : block->scan.rows[row - 1] + 1;
  guint32 customer, n_known;

  if (prn_csv_row_is_blank (block, row))
    return;
  if (block->scan.rows[row] - first + 1 != n_columns) {
    table->n_rejected++;
    return;
  }
  take_field (block, first + (guint32) table->guess->customer, text);
  if (text->len == 0) {
    table->n_rejected++;
    return;
  }
  n_known = prn_dictionary_n_entries (table->customers);
  customer = prn_dictionary_add (table->customers, text->str, text->len, 0);
  table->n_repeated += customer < n_known;
  if (((gsize) customer + 1) * n_columns > table->cells->len)
    g_array_set_size (table->cells, (customer + 1) * n_columns);
  for (guint32 i = 0; i < n_columns; i++) {
    take_field (block, first + i, text);
    if (text->len > 0)
      g_array_index (table->cells, guint32, (gsize) customer * n_columns + i) =
          prn_dictionary_add (table->texts, text->str, text->len, 0);
  }
}

static gboolean
read_rows (PrnTable *table, PrnLogSource *source, const PrnLogPlan *plan, GError **error)
{
  g_auto (PrnCsvBlock) block = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  g_autoptr (PrnCsv) csv = NULL;

  if (!prn_log_source_rewind (source, table->guess->encoding, error))
    return FALSE;
  csv = prn_csv_new (source, table->guess->delimiter, plan->n_headers, PRN_CSV_BLOCK_SIZE);
  while (prn_csv_next (csv, &block, &cause)) {
    for (gsize row = block.first_row; row < block.scan.n_rows; row++)
      take_row (table, &block, row, text);
    table->n_rejected += block.reject_line > 0;
    if (table->cells->len > G_MAXINT32) {
      prn_set_error_at (error, PRN_ERROR_LIMIT, prn_log_source_path (source),
                        _ ("has more than 2,147,483,647 cells"));
      return FALSE;
    }
  }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

PrnTable *
prn_table_read (const char *path, const char *key, const PrnLogOptions *options, GError **error)
{
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, error);
  PrnLogOptions own = { .customer = key };
  g_auto (PrnLogPlan) plan = { 0 };
  g_autoptr (PrnTable) table = NULL;

  if (options != NULL) {
    own.delimiter = options->delimiter;
    own.encoding = options->encoding;
    own.no_header = options->no_header;
  }
  if (source == NULL || !prn_log_plan_init (&plan, source, &own, error))
    return NULL;
  if (plan.is_xes) {
    prn_set_error_at (error, PRN_ERROR_SYNTAX, path,
                      _ ("is XML; a table of customers is a CSV file"));
    return NULL;
  }
  if (plan.guess->customer < 0) {
    g_autofree char *known = prn_log_plan_list_columns (plan.guess);

    prn_set_error_at (
        error, PRN_ERROR_REFERENCE, path,
        _ ("no column was found for the customer; name one of %s with --customers-key"), known);
    return NULL;
  }
  table = table_new (g_steal_pointer (&plan.guess));
  return read_rows (table, source, &plan, error) ? g_steal_pointer (&table) : NULL;
}

guint
prn_table_n_columns (PrnTable *table)
{
  return table->guess->n_columns;
}

const char *
prn_table_column_name (PrnTable *table, guint column)
{
  return table->guess->columns[column];
}

int
prn_table_column (PrnTable *table, const char *name)
{
  return prn_log_plan_column (table->guess, name);
}

guint
prn_table_n_rows (PrnTable *table)
{
  return prn_dictionary_n_entries (table->customers);
}

guint64
prn_table_n_rejected (PrnTable *table)
{
  return table->n_rejected;
}

guint64
prn_table_n_repeated (PrnTable *table)
{
  return table->n_repeated;
}

const char *
prn_table_key (PrnTable *table)
{
  return prn_table_column_name (table, (guint) table->guess->customer);
}

gboolean
prn_table_find (PrnTable *table, const char *id, gsize length, guint *row)
{
  return prn_dictionary_find (table->customers, id, length, row);
}

const char *
prn_table_cell (PrnTable *table, guint row, guint column)
{
  gsize at = (gsize) row * table->guess->n_columns + column;

  return prn_dictionary_entry (table->texts, g_array_index (table->cells, guint32, at))->text;
}
