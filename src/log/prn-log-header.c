/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-header.h"

#include <stdlib.h>

#include "prn-log-roles.h"
#include "prn-log-time-format.h"

static gboolean
is_number (const char *cell)
{
  char *end;

  if (!g_ascii_isdigit (cell[0]) && (cell[0] == '\0' || !g_ascii_isdigit (cell[1])))
    return FALSE;
  g_ascii_strtod (cell, &end);
  return *end == '\0';
}

static gboolean
is_date (const char *cell)
{
  g_auto (PrnTimeSample) time = { 0 };
  double share;

  prn_time_sample_add (&time, cell, strlen (cell));
  prn_time_sample_kind (&time, &share);
  return share > 0 && !is_number (cell);
}

/* Whether what stands in the first row of a column comes again below. */
static gboolean
comes_again (const PrnLogSample *sample, guint column)
{
  guint n;
  const char *name = prn_log_sample_row (sample, 0, &n)[column];

  for (guint row = 1; row < sample->rows->len; row++) {
    guint n_cells;
    char **cells = prn_log_sample_row (sample, row, &n_cells);

    if (n_cells == n && g_str_equal (cells[column], name))
      return TRUE;
  }
  return FALSE;
}

gboolean
prn_log_sample_has_header (const PrnLogSample *sample)
{
  guint n, n_known = 0, n_numbers = 0;
  char **first = prn_log_sample_row (sample, 0, &n);

  for (guint i = 0; i < n; i++) {
    if (is_date (first[i]))
      return FALSE;
    n_known += prn_log_is_role_name (first[i]);
    n_numbers += is_number (first[i]);
  }
  if (n_known >= 2 || n_numbers > 0)
    return n_known >= 2;
  for (guint i = 0; i < n && n_known == 0; i++)
    if (first[i][0] == '\0' || comes_again (sample, i))
      return FALSE;
  return TRUE;
}
