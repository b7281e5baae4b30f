/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "log-test.h"

/* A log is the same whatever the number of threads, to the order of customers and the numbers of
 * texts. */

static void
append_log (GString *csv, guint n_rows, guint n_customers, guint32 seed)
{
  for (guint i = 0; i < n_rows; i++) {
    guint customer;

    seed = seed * 1664525 + 1013904223;
    /* One customer has a tenth of all rows. */
    customer = seed % 10 == 0 ? 7 : (seed >> 8) % n_customers;
    g_string_append_printf (csv, "c%u,Event %u,2026-01-%02u 10:%02u:00,%u,\"note, %u\"\n", customer,
                            (seed >> 12) % 40, (seed >> 20) % 28 + 1, (seed >> 4) % 60, seed >> 14,
                            i % 1000);
    if (i % 777 == 0)
      g_string_append_printf (csv, "c%u,,2026-01-01,,\nshort\n", customer);
  }
}

/* All of a log in its own order. */
static char *
spell_out (PrnLog *log)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const PrnReject *rejects;
  guint n;
  GString *text = g_string_new (NULL);

  for (guint p = 0; p < prn_log_n_parts (log); p++) {
    const PrnLogPart *part = prn_log_part (log, p);

    g_checksum_update (sum, (const guchar *) part->first_row,
                       (part->n_customers + 1) * sizeof (guint32));
    g_checksum_update (sum, (const guchar *) part->id_offset,
                       (part->n_customers + 1) * sizeof (guint32));
    g_checksum_update (sum, (const guchar *) part->ids, part->id_offset[part->n_customers]);
    g_checksum_update (sum, (const guchar *) part->time, part->n_rows * sizeof (gint64));
    g_checksum_update (sum, (const guchar *) part->activity, part->n_rows * sizeof (guint32));
    if (part->line != NULL)
      g_checksum_update (sum, (const guchar *) part->line, part->n_rows * sizeof (guint64));
    for (guint c = 0; c < prn_log_n_columns (log); c++)
      g_checksum_update (sum, (const guchar *) part->cells[c], part->n_rows * sizeof (guint32));
  }
  g_string_append (text, g_checksum_get_string (sum));
  for (guint i = 0; i < prn_log_n_activities (log); i++)
    g_string_append_printf (text, "\n%s %" G_GUINT64_FORMAT, prn_log_activity (log, i),
                            prn_log_activity_rows (log, i));
  for (guint c = 0; c < prn_log_n_columns (log); c++)
    for (guint i = 0; i < prn_log_n_values (log, c); i++)
      g_string_append_printf (text, "\n%s", prn_log_value (log, c, i));
  rejects = prn_log_rejects (log, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n%" G_GUINT64_FORMAT " %s", rejects[i].line, rejects[i].reason);
  g_string_append_printf (text, "\n%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, prn_log_n_read (log),
                          prn_log_n_accepted (log));
  return g_string_free (text, FALSE);
}

static void
test_threads (void)
{
  static const guint threads[] = { 1, 2, 7 };
  const char *kept[] = { "amount", "note", NULL };

  for (guint keep_lines = 0; keep_lines < 2; keep_lines++) {
    GString *csv = g_string_new ("user,event,time,amount,note\n");
    g_autofree char *path = NULL;
    g_autofree char *expected = NULL;

    append_log (csv, 120000, 5000, keep_lines);
    path = prn_test_file (csv->str, (gssize) csv->len);
    g_string_free (csv, TRUE);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
      PrnLogOptions options = { .threads = threads[i],
                                .columns = kept,
                                .keep_lines = keep_lines != 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (PrnLog) log = prn_log_read (path, &options, NULL, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = spell_out (log);
      if (expected == NULL)
        expected = g_steal_pointer (&text);
      else
        g_assert_cmpstr (text, ==, expected);
    }
    prn_test_remove (path);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/threads", test_threads);
  return g_test_run ();
}
