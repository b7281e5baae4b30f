/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-sample.h"

#include "prn-log-roles.h"
#include "prn-log-scan.h"
#include "prn-log-text.h"

#define N_PLACES   12
#define PLACE_SIZE (16 * 1024)

PrnLogSample *
prn_log_sample_new_empty (void)
{
  PrnLogSample *sample = g_new0 (PrnLogSample, 1);

  sample->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  sample->n_cells = g_array_new (FALSE, FALSE, sizeof (guint));
  return sample;
}

void
prn_log_sample_add (PrnLogSample *sample, char **cells, guint n)
{
  g_ptr_array_add (sample->rows, cells);
  g_array_append_val (sample->n_cells, n);
}

void
prn_log_sample_free (PrnLogSample *sample)
{
  g_array_unref (sample->n_cells);
  g_ptr_array_unref (sample->rows);
  g_free (sample);
}

static char *
take_cell (const char *text, guint32 begin, guint32 end, GString *scratch)
{
  const char *cell;
  gsize length;

  if (prn_scan_field (text, &begin, &end)) {
    prn_scan_unquote (text + begin, end - begin, scratch);
    cell = scratch->str;
    length = scratch->len;
  } else {
    cell = text + begin;
    length = end - begin;
  }
  prn_text_trim (&cell, &length);
  return prn_text_valid (cell, length);
}

static char **
take_row (const char *text, const PrnScan *scan, gsize row, GString *scratch)
{
  guint32 first = row == 0 ? 0 : scan->rows[row - 1] + 1;
  guint32 n = scan->rows[row] - first + 1;
  char **cells = g_new0 (char *, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++) {
    guint32 begin = first + i == 0 ? 0 : scan->ends[first + i - 1] + 1;

    cells[i] = take_cell (text, begin, scan->ends[first + i], scratch);
  }
  return cells;
}

/* Adds rows of @text, which is followed by padding. A row of @n_columns fields only, 0 being any.
 */
static void
add_rows (PrnLogSample *sample, const char *text, gsize size, char delimiter, gsize skip,
          guint most, guint n_columns)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  PrnScanRules rules = { .delimiter = delimiter };
  PrnScan scan = { 0 };

  prn_scan_text (&scan, text, size, &rules);
  /* A stray quote must not hide most rows. */
  if (scan.in_quotes && (scan.n_rows == 0 || scan.ends[scan.rows[scan.n_rows - 1]] < size / 2)) {
    rules.one_line = TRUE;
    prn_scan_text (&scan, text, size, &rules);
  }
  for (gsize row = skip; row < scan.n_rows && most > 0; row++) {
    g_auto (GStrv) cells = take_row (text, &scan, row, scratch);
    guint n = g_strv_length (cells);

    if ((n == 1 && cells[0][0] == '\0') || (n_columns > 0 && n != n_columns))
      continue;
    prn_log_sample_add (sample, g_steal_pointer (&cells), n);
    most--;
  }
  prn_scan_clear (&scan);
}

PrnLogSample *
prn_log_sample_new (const char *text, gsize size, gboolean is_whole, char delimiter, guint most)
{
  PrnLogSample *sample = prn_log_sample_new_empty ();
  g_autofree char *padded = g_malloc0 (size + 1 + PRN_SCAN_PADDING);

  memcpy (padded, text, size);
  if (is_whole)
    padded[size++] = '\n';
  add_rows (sample, padded, size, delimiter, 0, most, 0);
  sample->n_head = sample->rows->len;
  return sample;
}

void
prn_log_sample_spread (PrnLogSample *sample, PrnLogSource *source, char delimiter, guint n_columns)
{
  g_autofree char *place = g_malloc0 (PLACE_SIZE + PRN_SCAN_PADDING);
  guint64 size = prn_log_source_size (source);

  if (size <= PRN_SAMPLE_HEAD)
    return;
  for (guint i = 1; i <= N_PLACES; i++) {
    guint64 offset = PRN_SAMPLE_HEAD + (size - PRN_SAMPLE_HEAD) / N_PLACES * i;
    gsize n;

    offset = MIN (offset, size - MIN (size, PLACE_SIZE));
    n = prn_log_source_peek (source, offset, place, PLACE_SIZE);
    add_rows (sample, place, n, delimiter, 1, 40, n_columns);
  }
}

/* How well a delimiter fits: rows alike, with many fields, under names that are usual. */
static double
rate_delimiter (const char *text, gsize size, gboolean is_whole, char delimiter)
{
  g_autoptr (PrnLogSample) sample = prn_log_sample_new (text, size, is_whole, delimiter, 200);
  char **first;
  guint n_first, n_alike = 0, n_known = 0;
  double share;

  if (sample->rows->len == 0)
    return 0;
  first = prn_log_sample_row (sample, 0, &n_first);
  if (n_first < 2)
    return 0;
  for (guint i = 0; i < sample->rows->len; i++)
    n_alike += g_array_index (sample->n_cells, guint, i) == n_first;
  for (guint i = 0; i < n_first; i++)
    n_known += prn_log_is_role_name (first[i]);
  share = (double) n_alike / sample->rows->len;
  return share * share * (1 + MIN (n_first, 20) * 0.05 + n_known);
}

char
prn_log_guess_delimiter (const char *text, gsize size, gboolean is_whole)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  char best = ',';
  double best_rate = 0;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++) {
    double rate =
        rate_delimiter (text, MIN (size, 64 * 1024), is_whole && size <= 64 * 1024, delimiters[i]);

    if (rate > best_rate) {
      best = delimiters[i];
      best_rate = rate;
    }
  }
  return best;
}
