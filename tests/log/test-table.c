/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-table.h"

#include <glib/gstdio.h>
#include <string.h>

static PrnTable *
read_text (const char *text, gssize length, const char *key, PrnLogOptions options, GError **error)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("table-XXXXXX.csv", &path, NULL);
  PrnTable *table;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  table = prn_table_read (path, key, &options, error);
  g_unlink (path);
  return table;
}

static const char *
cell (PrnTable *table, const char *id, const char *column)
{
  guint row;

  if (!prn_table_find (table, id, strlen (id), &row))
    return NULL;
  return prn_table_cell (table, row, (guint) prn_table_column (table, column));
}

static void
test_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnTable) table =
      read_text ("name;customer;plan\r\n Ann ; c1 ;gold\r\nBob;NA;\"a;\"\"b\"\"\"\r\n;c3;\r\n"
                 "Nobody;;tin\r\nAnna;c1;\r\n",
                 -1, "customer", (PrnLogOptions){ 0 }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (prn_table_n_columns (table), ==, 3);
  g_assert_cmpuint (prn_table_n_rows (table), ==, 3);
  g_assert_cmpstr (prn_table_column_name (table, 2), ==, "plan");
  g_assert_cmpint (prn_table_column (table, "#2"), ==, 1);
  g_assert_cmpint (prn_table_column (table, "none"), ==, -1);
  g_assert_cmpint (prn_table_column (table, "#9"), ==, -1);
  g_assert_cmpstr (cell (table, "NA", "plan"), ==, "a;\"b\"");
  g_assert_cmpstr (cell (table, "c1", "plan"), ==, "gold");
  g_assert_cmpstr (cell (table, "c1", "name"), ==, "Anna");
  g_assert_cmpstr (cell (table, "c1", "customer"), ==, "c1");
  g_assert_cmpstr (cell (table, "c3", "plan"), ==, "");
  g_assert_null (cell (table, "c4", "plan"));
}

static void
test_forms (void)
{
  static const char utf16[] = "\xff\xfei\0d\0,\0\xfc\0\n\0a\0,\0\xe9\0\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnTable) wide = read_text (utf16, sizeof utf16, NULL, (PrnLogOptions){ 0 }, &error);
  g_autoptr (PrnTable) bare = read_text (
      "a|1\nb|2", -1, "#1", (PrnLogOptions){ .no_header = TRUE, .delimiter = '|' }, &error);
  g_autoptr (PrnTable) marked =
      read_text ("\xef\xbb\xbfid,x\na,1\n", -1, "id", (PrnLogOptions){ 0 }, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cell (wide, "a", "ü"), ==, "é");
  g_assert_cmpstr (cell (bare, "b", "#2"), ==, "2");
  g_assert_cmpstr (cell (marked, "a", "x"), ==, "1");
}

static void
test_errors (void)
{
  static const struct {
    const char *text;
    gssize length;
    const char *key;
    const char *message;
  } cases[] = {
    { "id,x\na,1\n", -1, "customer", "has no column “customer”" },
    { "id,x\na,1\nb\n", -1, "id", "row 3 has 1 fields, expected 2" },
    { "\n\n", -1, "id", "has no row" },
    { "\x89PNG\r\n\x1a\n\0\0\0", 11, "id", "a CSV table was expected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (
        read_text (cases[i].text, cases[i].length, cases[i].key, (PrnLogOptions){ 0 }, &error));
    g_assert_nonnull (error);
    g_assert_nonnull (strstr (error->message, cases[i].message));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/table/cells", test_cells);
  g_test_add_func ("/log/table/forms", test_forms);
  g_test_add_func ("/log/table/errors", test_errors);
  return g_test_run ();
}
