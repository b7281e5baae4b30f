/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "log-test.h"
#include "prn-log-csv.h"
#include "prn-log-rows.h"

/* The reader of CSV against one that is slow and plain, on random texts full of what matters, cut
 * into blocks of every size. */

typedef struct {
  GPtrArray *rows; /* of GPtrArray of GString */
  GArray *lines;   /* guint64: where each row begins */
} Table;

static Table
table_new (void)
{
  return (Table){ g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint64)) };
}

static void
table_clear (Table *table)
{
  for (guint i = 0; i < table->rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (table->rows, i);

    for (guint j = 0; j < row->len; j++)
      g_string_free (g_ptr_array_index (row, j), TRUE);
    g_ptr_array_unref (row);
  }
  g_ptr_array_unref (table->rows);
  g_array_unref (table->lines);
}

static void
add_row (Table *table, GPtrArray *row, guint64 line)
{
  g_ptr_array_add (table->rows, row);
  g_array_append_val (table->lines, line);
}

static gboolean
is_line_end (const char *text, gsize size, gsize at)
{
  return at < size && (text[at] == '\n' || text[at] == '\r');
}

/* Reads a field at *@at: its content, and whether a quote in it never closes. */
static GString *
plain_field (const char *text, gsize size, char delimiter, gsize *at, gboolean *unclosed)
{
  GString *field = g_string_new (NULL);
  gsize i = *at;

  if (i < size && text[i] == '"') {
    for (i++;; i++) {
      if (i >= size) {
        *unclosed = TRUE;
        break;
      }
      if (text[i] == '"') {
        if (i + 1 < size && text[i + 1] == '"')
          i++;
        else
          break;
      }
      g_string_append_c (field, text[i]);
    }
    if (!*unclosed)
      i++;
  }
  for (; i < size && text[i] != delimiter && !is_line_end (text, size, i); i++)
    g_string_append_c (field, text[i]);
  *at = i;
  return field;
}

static guint64
plain_lines (const char *text, gsize from, gsize to)
{
  guint64 n = 0;

  for (gsize i = from; i < to; i++)
    n += text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'));
  return n;
}

/* The rows of a text in which every quote closes; FALSE if one does not. */
static gboolean
read_plainly (const char *text, gsize size, char delimiter, Table *table)
{
  gsize at = 0;
  guint64 line = 1;

  while (at < size) {
    GPtrArray *row = g_ptr_array_new ();
    gsize begin = at;
    gboolean unclosed = FALSE;

    for (;; at++) {
      g_ptr_array_add (row, plain_field (text, size, delimiter, &at, &unclosed));
      if (at >= size || text[at] != delimiter)
        break;
    }
    add_row (table, row, line);
    if (unclosed)
      return FALSE;
    at++;
    line += plain_lines (text, begin, MIN (at, size));
  }
  return TRUE;
}

/* The same through the scanner, in blocks of a size. */
static void
read_in_blocks (const char *path, char delimiter, gsize block_size, Table *table)
{
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, NULL);
  g_autoptr (PrnCsv) csv = prn_csv_new (source, delimiter, 0, block_size);
  g_auto (PrnCsvBlock) block = { 0 };
  guint64 number = 0;

  while (prn_csv_next (csv, &block, NULL)) {
    const PrnScan *scan = &block.scan;

    g_assert_cmpuint (block.number, ==, number++);
    for (gsize r = 0; r < scan->n_rows; r++) {
      guint32 begin = prn_scan_row_begin (scan, r);
      GPtrArray *row = g_ptr_array_new ();

      for (guint32 f = r == 0 ? 0 : scan->rows[r - 1] + 1; f <= scan->rows[r]; f++) {
        guint32 from = f == 0 ? 0 : scan->ends[f - 1] + 1;
        guint32 to = scan->ends[f];
        GString *field = g_string_new (NULL);

        if (prn_scan_field (block.text, &from, &to))
          prn_scan_unquote (block.text + from, to - from, field);
        else
          g_string_append_len (field, block.text + from, to - from);
        g_ptr_array_add (row, field);
      }
      add_row (table, row,
               block.line + prn_scan_count_lines (block.text, 0, begin, block.after_return));
    }
  }
}

static gboolean
is_blank (GPtrArray *row)
{
  return row->len == 1 && ((GString *) g_ptr_array_index (row, 0))->len == 0;
}

static void
assert_equal (const Table *expected, const Table *actual, guint seed, gsize block_size)
{
  guint a = 0, b = 0;

  for (;;) {
    GPtrArray *one, *other;

    while (a < expected->rows->len && is_blank (g_ptr_array_index (expected->rows, a)))
      a++;
    while (b < actual->rows->len && is_blank (g_ptr_array_index (actual->rows, b)))
      b++;
    if (a == expected->rows->len || b == actual->rows->len)
      break;
    one = g_ptr_array_index (expected->rows, a);
    other = g_ptr_array_index (actual->rows, b);
    if (one->len != other->len ||
        g_array_index (expected->lines, guint64, a) != g_array_index (actual->lines, guint64, b))
      g_error ("seed %u, block size %" G_GSIZE_FORMAT ", row %u: fields or line differ", seed,
               block_size, a);
    for (guint i = 0; i < one->len; i++)
      if (!g_string_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
        g_error ("seed %u, block size %" G_GSIZE_FORMAT ", row %u: field %u differs", seed,
                 block_size, a, i);
    a++;
    b++;
  }
  if (a != expected->rows->len || b != actual->rows->len)
    g_error ("seed %u, block size %" G_GSIZE_FORMAT ": numbers of rows differ", seed, block_size);
}

/* A random text; @kind says how often quotes come. */
static GString *
random_text (GRand *random, guint kind)
{
  static const char *const pieces[] = { ",",
                                        ",",
                                        "\n",
                                        "\r\n",
                                        "\r",
                                        "a",
                                        "bc",
                                        "long field of text",
                                        "\"",
                                        "\"\"",
                                        ",\"",
                                        "\",",
                                        "\"x, y\"",
                                        "\"a\nb\"",
                                        ",\"a \"\"quoted\"\" word\",",
                                        ",\"\",",
                                        ";",
                                        " ",
                                        "é" };
  static const guint n_pieces[] = { 8, G_N_ELEMENTS (pieces), 14 };
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, 200);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, (gint32) n_pieces[kind % 3])]);
  return text;
}

static void
test_random (void)
{
  static const gsize block_sizes[] = { 1, 2, 3, 7, 16, 63, 64, 65, 100, 128, 1000, 100000 };
  guint n_compared = 0;

  for (guint seed = 0; seed < 3000; seed++) {
    GRand *random = g_rand_new_with_seed (seed);
    GString *text = random_text (random, seed);
    char delimiter = seed % 5 == 0 ? ';' : ',';
    Table expected = table_new ();

    if (text->len > 0 && read_plainly (text->str, text->len, delimiter, &expected)) {
      g_autofree char *path = prn_test_file (text->str, (gssize) text->len);

      for (guint i = 0; i < G_N_ELEMENTS (block_sizes); i++) {
        Table actual = table_new ();

        read_in_blocks (path, delimiter, block_sizes[i], &actual);
        assert_equal (&expected, &actual, seed, block_sizes[i]);
        table_clear (&actual);
      }
      prn_test_remove (path);
      n_compared++;
    }
    table_clear (&expected);
    g_string_free (text, TRUE);
    g_rand_free (random);
  }
  g_assert_cmpuint (n_compared, >, 1500);
}

/* With and without the instructions that only some processors have. */
static void
test_narrow (void)
{
  for (guint seed = 0; seed < 2000; seed++) {
    GRand *random = g_rand_new_with_seed (seed);
    GString *text = random_text (random, seed);
    gsize size = text->len;
    PrnScanRules wide = { .delimiter = ',',
                          .one_line = seed % 4 == 0,
                          .after_return = seed % 7 == 0 };
    PrnScanRules narrow = wide;
    PrnScan a = { 0 }, b = { 0 };

    narrow.narrow = TRUE;
    g_string_set_size (text, size + PRN_SCAN_PADDING);
    prn_scan_text (&a, text->str, size, &wide);
    prn_scan_text (&b, text->str, size, &narrow);
    g_assert_cmpmem (a.ends, a.n_ends * 4, b.ends, b.n_ends * 4);
    g_assert_cmpmem (a.rows, a.n_rows * 4, b.rows, b.n_rows * 4);
    g_assert_cmpmem (a.unclosed, a.n_unclosed * 4, b.unclosed, b.n_unclosed * 4);
    g_assert_cmpuint (a.n_lines, ==, b.n_lines);
    g_assert_cmpint (a.in_quotes, ==, b.in_quotes);
    prn_scan_clear (&a);
    prn_scan_clear (&b);
    g_string_free (text, TRUE);
    g_rand_free (random);
  }
}

/* Every byte is in one block or another, and lines are counted, whatever the text. */
static void
test_lines (void)
{
  for (guint seed = 0; seed < 500; seed++) {
    GRand *random = g_rand_new_with_seed (seed);
    GString *text = random_text (random, seed);
    gsize block_size = (gsize) g_rand_int_range (random, 1, 80);

    if (text->len > 0) {
      g_autofree char *path = prn_test_file (text->str, (gssize) text->len);
      g_autoptr (PrnLogSource) source = prn_log_source_open (path, NULL);
      g_autoptr (PrnCsv) csv = prn_csv_new (source, ',', 0, block_size);
      g_auto (PrnCsvBlock) block = { 0 };
      guint n_blocks = 0;

      while (prn_csv_next (csv, &block, NULL)) {
        guint64 line = 1 + plain_lines (text->str, 0, block.position);

        g_assert_cmpuint (block.position, <=, text->len);
        g_assert_cmpuint (block.line, ==, line);
        g_assert_cmpuint (++n_blocks, <=, 2 * text->len + 2);
      }
      prn_test_remove (path);
    }
    g_string_free (text, TRUE);
    g_rand_free (random);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/scan/random", test_random);
  g_test_add_func ("/log/scan/narrow", test_narrow);
  g_test_add_func ("/log/scan/lines", test_lines);
  return g_test_run ();
}
