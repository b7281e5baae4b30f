/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-builder.h"

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Everything of a log as text: one line a customer, customers in order of their ids. */
static char *
describe (PrnLog *log)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint p = 0; p < prn_log_n_parts (log); p++) {
    const PrnLogPart *part = prn_log_part (log, p);

    for (guint32 c = 0; c < part->n_customers; c++) {
      GString *line = g_string_new_len (part->ids + part->id_offset[c],
                                        part->id_offset[c + 1] - part->id_offset[c]);

      for (guint32 r = part->first_row[c]; r < part->first_row[c + 1]; r++) {
        g_string_append_printf (line, " %s@%" G_GINT64_FORMAT "/%" G_GUINT64_FORMAT,
                                prn_log_activity (log, part->activity[r]), part->time[r],
                                part->line[r]);
        for (guint i = 0; i < prn_log_n_columns (log); i++)
          g_string_append_printf (line, "[%s]", prn_log_value (log, i, part->cells[i][r]));
      }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_rows (void)
{
  const char *columns[] = { "plan", NULL };
  PrnLogBuilder *builder = prn_log_builder_new (columns, 4);
  g_autoptr (PrnLog) log = NULL;
  g_autofree char *text = NULL;
  guint n, part, customer;

  prn_log_builder_add (builder, "b", "Sign up", 20, NULL);
  prn_log_builder_add (builder, " a ", "BUY", 30, (const char *[]){ "pro" });
  prn_log_builder_add (builder, "a", "sign UP", 10, (const char *[]){ "" });
  prn_log_builder_add (builder, "a", "buy", 10, (const char *[]){ " free" });
  prn_log_builder_add (builder, "", "buy", 10, NULL);
  prn_log_builder_add (builder, "NA", "buy", 5, NULL);
  prn_log_builder_reject (builder, "time \"x\" cannot be read");
  log = prn_log_builder_end (builder);

  text = describe (log);
  g_assert_cmpstr (text, ==,
                   "NA BUY@5/6[]\n"
                   "a Sign up@10/3[] BUY@10/4[free] BUY@30/2[pro]\n"
                   "b Sign up@20/1[]");
  g_assert_cmpuint (prn_log_n_read (log), ==, 7);
  g_assert_cmpuint (prn_log_n_accepted (log), ==, 5);
  g_assert_cmpuint (prn_log_n_rejected (log), ==, 2);
  g_assert_cmpuint (prn_log_n_customers (log), ==, 3);
  g_assert_cmpuint (prn_log_n_activities (log), ==, 2);
  g_assert_cmpstr (prn_log_activity_folded (log, 0), ==, "sign up");
  g_assert_cmpuint (prn_log_activity_rows (log, 1), ==, 3);
  g_assert_cmpint (prn_log_first_time (log), ==, 5);
  g_assert_cmpint (prn_log_last_time (log), ==, 30);
  g_assert_cmpint (prn_log_column (log, "plan"), ==, 0);
  g_assert_cmpint (prn_log_column (log, "none"), ==, -1);

  g_assert_cmpstr (prn_log_rejects (log, &n)[0].reason, ==, "no customer");
  g_assert_cmpuint (prn_log_rejects (log, &n)[1].line, ==, 7);
  g_assert_cmpuint (n, ==, 2);

  g_assert_true (prn_log_find_customer (log, "NA", &part, &customer));
  g_assert_false (prn_log_find_customer (log, "c", &part, &customer));
}

static void
test_empty (void)
{
  g_autoptr (PrnLog) log = prn_log_builder_end (prn_log_builder_new (NULL, 1));

  g_assert_cmpuint (prn_log_n_parts (log), ==, 0);
  g_assert_cmpuint (prn_log_n_read (log), ==, 0);
  g_assert_cmpint (prn_log_last_time (log), ==, 0);
}

/* Whatever the order of the rows, each customer's come in order of (time, line). */
static void
test_order (void)
{
  PrnLogBuilder *builder = prn_log_builder_new (NULL, 8);
  g_autoptr (PrnLog) log = NULL;
  guint32 seed = 1;

  for (guint i = 0; i < 20000; i++) {
    char id[16];

    seed = seed * 1664525 + 1013904223;
    g_snprintf (id, sizeof id, "c%u", i % 4 == 0 ? 0 : seed >> 22);
    prn_log_builder_add (builder, id, "x", (seed >> 8) % 1000, NULL);
  }
  log = prn_log_builder_end (builder);

  for (guint p = 0; p < prn_log_n_parts (log); p++) {
    const PrnLogPart *part = prn_log_part (log, p);

    for (guint32 c = 0; c < part->n_customers; c++) {
      for (guint32 r = part->first_row[c] + 1; r < part->first_row[c + 1]; r++) {
        g_assert_cmpint (part->time[r - 1], <=, part->time[r]);
        if (part->time[r - 1] == part->time[r])
          g_assert_cmpuint (part->line[r - 1], <, part->line[r]);
      }
    }
  }
}

static void
test_fold (void)
{
  static const struct {
    const char *text, *folded;
  } rows[] = {
    { "Sign Up", "sign up" },
    { "\t Sign up\xc2\xa0\xe3\x80\x80", "sign up" },
    { "STRASSE", "strasse" },
    { "Straße", "strasse" },
    { "E\xcc\x81t\xc3\xa9", "\xc3\xa9t\xc3\xa9" },
    { "ΣΊΣΥΦΟΣ", "σίσυφοσ" },
    { "a\xff", "a\xef\xbf\xbd" },
    { "", "" },
    { " \n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *folded = prn_log_fold (rows[i].text, -1);

    g_assert_cmpstr (folded, ==, rows[i].folded);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/builder/rows", test_rows);
  g_test_add_func ("/log/builder/empty", test_empty);
  g_test_add_func ("/log/builder/order", test_order);
  g_test_add_func ("/log/builder/fold", test_fold);
  return g_test_run ();
}
