/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-table.h"

#include <string.h>

#include "prn-error.h"
#include "prn-log-encoding.h"
#include "prn-log-hash.h"
#include "prn-log-sample.h"

/* A table is kept as texts; one beyond this is no table of customers. */
#define MAX_SIZE (1024 * 1024 * 1024)

typedef struct {
  const char *text;
  gsize length;
  guint row;
} PrnTableKey;

struct _PrnTable {
  gatomicrefcount references;
  PrnLogSample *sample; /* owns the cells */
  char **columns;
  guint n_columns;
  GPtrArray *rows;  /* of the sample, the first one of each customer */
  GHashTable *keys; /* a set of PrnTableKey */
};

static guint
hash_key (gconstpointer data)
{
  const PrnTableKey *key = data;

  return (guint) prn_hash_bytes (key->text, key->length);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const PrnTableKey *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static GByteArray *
read_bytes (PrnLogSource *source, const char *encoding, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint size = 0;
  gssize n;

  if (!prn_log_source_rewind (source, encoding, error))
    return NULL;
  do {
    g_byte_array_set_size (bytes, size + 65536);
    n = prn_log_source_read (source, (char *) bytes->data + size, 65536, error);
    if (n < 0)
      return NULL;
    size += (guint) n;
    if (size > MAX_SIZE) {
      prn_set_error_at (error, PRN_ERROR_LIMIT, prn_log_source_path (source),
                        "is over 1 GiB; a table with a row for each customer was expected");
      return NULL;
    }
  } while (n > 0);
  g_byte_array_set_size (bytes, size);
  return g_steal_pointer (&bytes);
}

/* The whole file as UTF-8 without a byte order mark. */
static GByteArray *
read_text (PrnLogSource *source, const char *encoding, GError **error)
{
  g_autoptr (GByteArray) bytes = read_bytes (source, NULL, error);
  PrnEncodingGuess guess;

  if (bytes == NULL)
    return NULL;
  guess = prn_encoding_guess ((const char *) bytes->data, bytes->len, TRUE);
  if (encoding == NULL)
    encoding = guess.encoding;
  if (encoding == NULL) {
    prn_set_error_at (error, PRN_ERROR_SYNTAX, prn_log_source_path (source),
                      "is %s; a CSV table was expected", guess.why_not);
    return NULL;
  }

  if (!prn_encoding_is_utf8 (encoding)) {
    g_byte_array_unref (g_steal_pointer (&bytes));
    bytes = read_bytes (source, encoding, error);
  }
  if (bytes != NULL && bytes->len >= 3 && memcmp (bytes->data, "\xef\xbb\xbf", 3) == 0)
    g_byte_array_remove_range (bytes, 0, 3);
  return g_steal_pointer (&bytes);
}

static void
name_columns (PrnTable *table, gboolean no_header)
{
  char **first = g_ptr_array_index (table->sample->rows, 0);

  table->n_columns = g_strv_length (first);
  table->columns = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    table->columns[i] = no_header ? g_strdup_printf ("#%u", i + 1) : g_strdup (first[i]);
}

/* Adds a row to the one its customer has already: what is not empty is news. */
static void
merge_row (PrnTable *table, char **into, char **row)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (*row[i] != '\0') {
      g_free (into[i]);
      into[i] = g_strdup (row[i]);
    }
}

static gboolean
take_rows (PrnTable *table, guint first, guint key_column, const char *path, GError **error)
{
  GPtrArray *rows = table->sample->rows;

  for (guint i = first; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    guint n = g_strv_length (row);
    PrnTableKey key = { .row = table->rows->len };
    const PrnTableKey *known;

    if (n != table->n_columns) {
      prn_set_error_at (error, PRN_ERROR_SYNTAX, path, "row %u has %u fields, expected %u", i + 1,
                        n, table->n_columns);
      return FALSE;
    }
    key.text = row[key_column];
    key.length = strlen (row[key_column]);
    if (key.length == 0)
      continue;

    known = g_hash_table_lookup (table->keys, &key);
    if (known != NULL) {
      /* The key itself stays: the set looks at its text. */
      row[key_column][0] = '\0';
      merge_row (table, g_ptr_array_index (table->rows, known->row), row);
      continue;
    }
    g_hash_table_add (table->keys, g_memdup2 (&key, sizeof key));
    g_ptr_array_add (table->rows, row);
  }
  return TRUE;
}

static PrnTable *
table_new (PrnLogSample *sample, gboolean no_header)
{
  PrnTable *table = g_new0 (PrnTable, 1);

  g_atomic_ref_count_init (&table->references);
  table->sample = sample;
  table->rows = g_ptr_array_new ();
  table->keys = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  if (sample->rows->len > 0)
    name_columns (table, no_header);
  return table;
}

PrnTable *
prn_table_read (const char *path, const char *key, const PrnLogOptions *options, GError **error)
{
  static const PrnLogOptions no_options = { 0 };
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, error);
  g_autoptr (GByteArray) text = NULL;
  g_autoptr (PrnTable) table = NULL;
  char delimiter;
  int key_column = 0;

  if (source == NULL)
    return NULL;
  if (options == NULL)
    options = &no_options;
  text = read_text (source, options->encoding, error);
  if (text == NULL)
    return NULL;

  delimiter = options->delimiter;
  if (delimiter == 0)
    delimiter = prn_log_guess_delimiter ((const char *) text->data, text->len, TRUE);
  table = table_new (
      prn_log_sample_new ((const char *) text->data, text->len, TRUE, delimiter, G_MAXUINT),
      options->no_header);
  if (table->n_columns == 0) {
    prn_set_error_at (error, PRN_ERROR_SYNTAX, path, "has no row; a CSV table was expected");
    return NULL;
  }
  if (key != NULL)
    key_column = prn_table_column (table, key);
  if (key_column < 0) {
    prn_set_error_at (error, PRN_ERROR_USAGE, path, "has no column “%s”", key);
    return NULL;
  }
  if (!take_rows (table, options->no_header ? 0 : 1, (guint) key_column, path, error))
    return NULL;
  return g_steal_pointer (&table);
}

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

  g_hash_table_unref (table->keys);
  g_ptr_array_unref (table->rows);
  g_strfreev (table->columns);
  prn_log_sample_free (table->sample);
  g_free (table);
}

guint
prn_table_n_columns (PrnTable *table)
{
  return table->n_columns;
}

const char *
prn_table_column_name (PrnTable *table, guint column)
{
  return table->columns[column];
}

int
prn_table_column (PrnTable *table, const char *name)
{
  guint64 number = name[0] == '#' ? g_ascii_strtoull (name + 1, NULL, 10) : 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i], name))
      return (int) i;
  return number > 0 && number <= table->n_columns ? (int) number - 1 : -1;
}

guint
prn_table_n_rows (PrnTable *table)
{
  return table->rows->len;
}

gboolean
prn_table_find (PrnTable *table, const char *id, gsize length, guint *row)
{
  PrnTableKey wanted = { id, length, 0 };
  const PrnTableKey *key = g_hash_table_lookup (table->keys, &wanted);

  if (key != NULL)
    *row = key->row;
  return key != NULL;
}

const char *
prn_table_cell (PrnTable *table, guint row, guint column)
{
  char **cells = g_ptr_array_index (table->rows, row);

  return cells[column];
}
