/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-error.h"

#include <glib/gi18n-lib.h>

#include "prn-log-csv.h"
#include "prn-log-study.h"
#include "prn-log-text.h"

/* Goes through the whole time column until a part of a date is over 12. */
static gboolean
decide_day_and_month (PrnLogStudy *study, int column, PrnTimeSample *time, GError **error)
{
  g_auto (PrnCsvBlock) block = { 0 };
  g_autoptr (PrnCsv) csv = NULL;
  g_autoptr (GError) cause = NULL;
  PrnTimeKind kind = PRN_TIME_DAY_FIRST;

  if (!prn_log_source_rewind (study->source, study->guess->encoding, error))
    return FALSE;
  csv = prn_csv_new (study->source, study->guess->delimiter, study->plan->n_headers,
                     PRN_CSV_BLOCK_SIZE);
  while (prn_time_sample_is_open (time, kind) && prn_csv_next (csv, &block, &cause)) {
    for (gsize row = block.first_row; row < block.scan.n_rows; row++) {
      guint32 first = row == 0 ? 0 : block.scan.rows[row - 1] + 1;
      guint32 at = first + (guint32) column;
      guint32 begin, end;
      const char *text;
      gsize length;

      if (block.scan.rows[row] - first + 1 != study->guess->n_columns)
        continue;
      begin = at == 0 ? 0 : block.scan.ends[at - 1] + 1;
      end = block.scan.ends[at];
      prn_scan_field (block.text, &begin, &end);
      text = block.text + begin;
      length = end - begin;
      prn_text_trim (&text, &length);
      prn_time_sample_weigh (time, text, length);
    }
  }
  if (cause != NULL) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  return TRUE;
}

/* Day or month first, where the sample alone does not tell. */
static gboolean
settle_day_and_month (PrnLogStudy *study, int column, PrnTimeSample *time, PrnTimeKind *kind,
                      GError **error)
{
  if (!study->plan->is_xes && !study->head_is_whole &&
      !decide_day_and_month (study, column, time, error))
    return FALSE;
  if (time->day_over_12 != time->month_over_12) {
    *kind = time->day_over_12 > time->month_over_12 ? PRN_TIME_DAY_FIRST : PRN_TIME_MONTH_FIRST;
    return TRUE;
  }
  /* A full stop is written where the day comes first. */
  if (time->spelling[*kind] != NULL && strchr (time->spelling[*kind], '/') == NULL &&
      strchr (time->spelling[*kind], '-') == NULL) {
    *kind = PRN_TIME_DAY_FIRST;
    return TRUE;
  }
  *kind = prn_time_locale_month_first () ? PRN_TIME_MONTH_FIRST : PRN_TIME_DAY_FIRST;
  g_ptr_array_add (
      study->notes,
      g_strdup_printf (
          _ ("No date tells the day from the month; the locale's order, %s first, is taken. "
             "Say otherwise with --time-format."),
          *kind == PRN_TIME_MONTH_FIRST ? _ ("month") : _ ("day")));
  return TRUE;
}

gboolean
prn_log_study_time (PrnLogStudy *study, int column, PrnTimeSample *time, GError **error)
{
  PrnTimeFormat *format = &study->plan->time_format;
  double share;
  PrnTimeKind kind;

  if (study->options->time_format != NULL) {
    if (!prn_time_format_parse (study->options->time_format, format)) {
      prn_set_error_at (error, PRN_ERROR_USAGE, prn_log_source_path (study->source),
                        _ ("time format \"%s\" is not known; YYYY-MM-DD hh:mm:ss, DD/MM/YYYY, "
                           "%%d.%%m.%%y %%H:%%M, "
                           "epoch-ms … are"),
                        study->options->time_format);
      return FALSE;
    }
    study->guess->time_format = g_strdup (study->options->time_format);
    return TRUE;
  }
  kind = prn_time_sample_kind (time, &share);
  if (prn_time_sample_is_open (time, kind) &&
      !settle_day_and_month (study, column, time, &kind, error))
    return FALSE;
  format->kind = kind;
  study->guess->time_format = prn_time_format_name (time, kind);
  return TRUE;
}

gboolean
prn_log_study_zone (PrnLogStudy *study, const PrnTimeSample *time, GError **error)
{
  const char *name = study->options->zone;
  g_autoptr (PrnZone) zone = name != NULL ? prn_zone_new (name) : NULL;
  gboolean each = time != NULL && time->n_offset > 0 && time->n_offset * 2 > time->n_values;

  if (name != NULL && zone == NULL) {
    prn_set_error_at (error, PRN_ERROR_USAGE, prn_log_source_path (study->source),
                      _ ("zone \"%s\" is not known; UTC, +02:00, Europe/Berlin … are"), name);
    return FALSE;
  }
  study->plan->zone = name;
  study->guess->zone = g_strdup (each ? "in each value" : name != NULL ? name : "UTC");
  return TRUE;
}
