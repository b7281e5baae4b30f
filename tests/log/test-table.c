/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-table.h"

#include <string.h>

#include "log-test.h"
#include "prn-error.h"

static PrnTable *
read_table (const char *text, const char *key, GError **error)
{
  g_autofree char *path = prn_test_file (text, -1);
  PrnTable *table = prn_table_read (path, key, NULL, error);

  prn_test_remove (path);
  return table;
}

static void
test_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnTable) table = read_table (
      "name;customer_id;plan\nAnn; c1 ;\" pro, \"\"x\"\" \"\nBob;c2;\nno;c3\nEve;;pro\n\n"
      "\"\";c1;free\nAnna;c1;\nZo\xc3\xab;0;\n",
      NULL, &error);
  guint row;

  g_assert_no_error (error);
  g_assert_cmpuint (prn_table_n_columns (table), ==, 3);
  g_assert_cmpstr (prn_table_column_name (table, 2), ==, "plan");
  g_assert_cmpint (prn_table_column (table, "plan"), ==, 2);
  g_assert_cmpint (prn_table_column (table, "#1"), ==, 0);
  g_assert_cmpint (prn_table_column (table, "none"), ==, -1);
  g_assert_cmpuint (prn_table_n_rows (table), ==, 3);
  g_assert_cmpuint (prn_table_n_rejected (table), ==, 2);
  g_assert_cmpuint (prn_table_n_repeated (table), ==, 2);
  g_assert_cmpstr (prn_table_key (table), ==, "customer_id");

  /* Of several rows the last cell that is not empty counts. */
  g_assert_true (prn_table_find (table, "c1", 2, &row));
  g_assert_cmpstr (prn_table_cell (table, row, 0), ==, "Anna");
  g_assert_cmpstr (prn_table_cell (table, row, 1), ==, "c1");
  g_assert_cmpstr (prn_table_cell (table, row, 2), ==, "free");
  g_assert_true (prn_table_find (table, "c2 and more", 2, &row));
  g_assert_cmpstr (prn_table_cell (table, row, 2), ==, "");
  g_assert_true (prn_table_find (table, "0", 1, &row));
  g_assert_cmpstr (prn_table_cell (table, row, 0), ==, "Zo\xc3\xab");
  g_assert_false (prn_table_find (table, "c3", 2, &row));
  g_assert_false (prn_table_find (table, "", 0, &row));
}

static void
test_quotes (void)
{
  g_autoptr (PrnTable) table = read_table ("id,note\na,\"x \"\"y\"\", z\"\n", "id", NULL);
  guint row;

  g_assert_true (prn_table_find (table, "a", 1, &row));
  g_assert_cmpstr (prn_table_cell (table, row, 1), ==, "x \"y\", z");
}

static void
test_many (void)
{
  GString *text = g_string_new ("customer,number\n");
  g_autoptr (PrnTable) table = NULL;
  guint row;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "c%u,%u\n", i, i * 7);
  table = read_table (text->str, NULL, NULL);
  g_string_free (text, TRUE);
  g_assert_cmpuint (prn_table_n_rows (table), ==, 50000);
  g_assert_true (prn_table_find (table, "c40000", 6, &row));
  g_assert_cmpstr (prn_table_cell (table, row, 1), ==, "280000");
}

static void
test_errors (void)
{
  static const struct {
    const char *text, *key, *message;
  } rows[] = {
    { "", NULL, "is empty" },
    { "customer,plan\nc,pro\n", "client", "no column \"client\"" },
    { "<log/>", NULL, "is XML" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_table (rows[i].text, rows[i].key, &error));
    g_assert_true (error->domain == PRN_ERROR);
    if (strstr (error->message, rows[i].message) == NULL)
      g_error ("row %u: \"%s\" does not say \"%s\"", i, error->message, rows[i].message);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/quotes", test_quotes);
  g_test_add_func ("/table/many", test_many);
  g_test_add_func ("/table/errors", test_errors);
  return g_test_run ();
}
