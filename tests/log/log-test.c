/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "log-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

char *
prn_test_file (const char *bytes, gssize size)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("perennial-test-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  return path;
}

void
prn_test_remove (const char *path)
{
  g_unlink (path);
}

PrnLog *
prn_test_read (const char *bytes, gssize size, const PrnLogOptions *options, PrnLogGuess **guess,
               GError **error)
{
  g_autofree char *path = prn_test_file (bytes, size);
  PrnLogOptions all = { 0 };
  PrnLog *log;

  if (options != NULL)
    all = *options;
  all.keep_lines = TRUE;
  all.max_rejects = G_MAXUINT;
  log = prn_log_read (path, &all, guess, NULL, error);
  prn_test_remove (path);
  return log;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_row (GString *line, PrnLog *log, const PrnLogPart *part, guint32 row)
{
  gint64 time = part->time[row];

  g_string_append_printf (line, " %s@", prn_log_activity (log, part->activity[row]));
  if (time % 1000000 == 0)
    g_string_append_printf (line, "%" G_GINT64_FORMAT, time / 1000000);
  else
    g_string_append_printf (line, "%" G_GINT64_FORMAT "us", time);
  if (part->line != NULL)
    g_string_append_printf (line, "/%" G_GUINT64_FORMAT, part->line[row]);
  for (guint i = 0; i < prn_log_n_columns (log); i++)
    g_string_append_printf (line, "[%s]", prn_log_value (log, i, part->cells[i][row]));
}

char *
prn_test_describe (PrnLog *log)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const PrnReject *rejects;
  guint n;

  for (guint p = 0; p < prn_log_n_parts (log); p++) {
    const PrnLogPart *part = prn_log_part (log, p);

    for (guint32 c = 0; c < part->n_customers; c++) {
      GString *line = g_string_new_len (part->ids + part->id_offset[c],
                                        part->id_offset[c + 1] - part->id_offset[c]);

      for (guint32 row = part->first_row[c]; row < part->first_row[c + 1]; row++)
        append_row (line, log, part, row);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  }
  g_ptr_array_sort (lines, compare_lines);
  rejects = prn_log_rejects (log, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        lines, g_strdup_printf ("!%" G_GUINT64_FORMAT " %s", rejects[i].line, rejects[i].reason));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
prn_test_instant (gint64 instant)
{
  gint64 second = instant / 1000000 - (instant % 1000000 < 0);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (second);
  g_autofree char *text = g_date_time_format (time, "%m-%d %H:%M:%S");

  return g_strdup_printf ("%04d-%s.%06d", g_date_time_get_year (time), text,
                          (int) (instant - second * 1000000));
}

GBytes *
prn_test_pack (const char *bytes, gsize size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (bytes, (gssize) size, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (
      g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >=, 0);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}
