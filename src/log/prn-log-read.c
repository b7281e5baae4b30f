/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-read.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-log-guess.h"
#include "prn-log-rows.h"
#include "prn-log-xes.h"

#define MAX_THREADS   16
#define BYTES_A_PART  (4 * 1024 * 1024)
#define MAX_PART_BITS 9

PrnLogGuess *
prn_log_guess (const char *path, const PrnLogOptions *options, GError **error)
{
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, error);
  PrnLogPlan plan;

  if (source == NULL || !prn_log_plan_init (&plan, source, options, error))
    return NULL;
  return g_steal_pointer (&plan.guess);
}

/* The bytes to expect when a file is unpacked; it need not be true. */
static guint64
expected_size (PrnLogSource *source)
{
  return prn_log_source_size (source) * (prn_log_source_is_gzip (source) ? 8 : 1);
}

/* So many parts that the rows of one fit into a cache, whatever the number of threads. */
static guint
find_part_bits (guint64 size)
{
  guint bits = 0;

  while (bits < MAX_PART_BITS && size >> bits > BYTES_A_PART)
    bits++;
  return bits;
}

static guint
find_n_threads (const PrnLogOptions *options, guint64 size)
{
  guint n = options->threads > 0 ? options->threads : g_get_num_processors ();

  /* Under a few milliseconds of work a thread costs more than it saves. */
  if (options->threads == 0 && size < 4 * 1024 * 1024)
    return 1;
  return CLAMP (n, 1, MAX_THREADS);
}

G_GNUC_PRINTF (2, 0)
static gboolean
need_column (int column,
             const char *format,
             const PrnLogGuess *guess,
             const char *path,
             GError **error)
{
  g_autofree char *known = NULL;

  if (column >= 0)
    return TRUE;
  known = prn_log_plan_list_columns (guess);
  prn_set_error_at (error, PRN_ERROR_REFERENCE, path, format, known);
  return FALSE;
}

static gboolean
find_fields (const PrnLogGuess *guess, const char *path, PrnLogFields *fields, GError **error)
{
  int activity = guess->stage >= 0 ? guess->stage : guess->event;

  if (guess->n_columns == 1) {
    need_column (-1,
                 _ ("the first row has only one field, “%s”; leave out what stands above the "
                    "header, or say with --delimiter what separates fields"),
                 guess, path, error);
    return FALSE;
  }
  if (!need_column (guess->customer,
                    _ ("no column was found for the customer; name one of %s with --customer"),
                    guess, path, error) ||
      !need_column (activity, _ ("no column was found for the event; name one of %s with --event"),
                    guess, path, error) ||
      !need_column (guess->time, _ ("no column was found for the time; name one of %s with --time"),
                    guess, path, error))
    return FALSE;
  fields->n_fields = guess->n_columns;
  fields->customer = (guint) guess->customer;
  fields->activity = (guint) activity;
  fields->time = (guint) guess->time;
  return TRUE;
}

/* The columns that are kept: those asked for and, at the end, the one of the trigger. */
static char **
name_kept (const PrnLogGuess *guess, const PrnLogOptions *options)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    g_strv_builder_add (names, options->columns[i]);
  if (guess->trigger >= 0)
    g_strv_builder_add (names, guess->columns[guess->trigger]);
  return g_strv_builder_end (names);
}

/* Names the kept columns in the log and finds them in the file. */
static guint *
find_kept (PrnLog *log, const PrnLogGuess *guess, const char *const *columns)
{
  guint *kept = g_new (guint, log->n_columns + 1);

  for (guint i = 0; i < log->n_columns; i++) {
    int position = prn_log_plan_column (guess, columns[i]);

    kept[i] = position >= 0 ? (guint) position : G_MAXUINT;
    log->columns[i].name = g_strdup (columns[i]);
    log->columns[i].position = kept[i];
    log->columns[i].header = position >= 0 ? g_strdup (guess->columns[position]) : NULL;
    /* An XES log may have attributes that its beginning has not. */
    log->columns[i].absent = position < 0 && g_str_equal (guess->format, "csv");
  }
  return kept;
}

static gboolean
read_csv (PrnLogSource *source, const PrnLogPlan *plan, const PrnLogFields *fields,
          PrnGather *gather, PrnProgress *progress, GError **error)
{
  g_autoptr (PrnCsv) csv = NULL;

  if (!prn_log_source_rewind (source, plan->guess->encoding, error))
    return FALSE;
  csv = prn_csv_new (source, plan->guess->delimiter, plan->n_headers, PRN_CSV_BLOCK_SIZE);
  return prn_rows_read (csv, source, plan, fields, gather, progress, error);
}

static PrnLog *
read_planned (PrnLogSource *source, const PrnLogPlan *plan, const PrnLogOptions *options,
              PrnProgress *progress, GError **error)
{
  const char *path = prn_log_source_path (source);
  g_auto (GStrv) columns = name_kept (plan->guess, options);
  guint n_columns = g_strv_length (columns);
  g_autoptr (PrnLog) log = prn_log_new (n_columns);
  g_autofree guint *kept = find_kept (log, plan->guess, (const char *const *) columns);
  guint64 size = expected_size (source);
  PrnLogFields fields = { .kept = kept, .n_kept = n_columns };
  g_autoptr (PrnGather) gather = NULL;
  gboolean done;

  if (!find_fields (plan->guess, path, &fields, error))
    return NULL;
  log->stage_column = plan->guess->stage >= 0;
  if (plan->guess->trigger >= 0) {
    log->trigger_column = (int) n_columns - 1;
    kept[n_columns - 1] = log->columns[n_columns - 1].position = (guint) plan->guess->trigger;
  }
  gather = prn_gather_new (plan->is_xes ? 1 : find_n_threads (options, size), find_part_bits (size),
                           n_columns, options->keep_lines);
  if (options->max_rejects > 0)
    prn_gather_keep_rejects (gather, options->max_rejects);

  done = plan->is_xes
             ? prn_xes_read (source, plan, &fields, (const char *const *) columns, gather, progress,
                             error)
             : read_csv (source, plan, &fields, gather, progress, error);
  if (!done || !prn_gather_finish (gather, log, progress, error))
    return NULL;
  return g_steal_pointer (&log);
}

PrnLog *
prn_log_read (const char *path, const PrnLogOptions *options, PrnLogGuess **guess,
              PrnProgress *progress, GError **error)
{
  g_autoptr (PrnLogSource) source = prn_log_source_open (path, error);
  g_auto (PrnLogPlan) plan = { 0 };
  g_autoptr (PrnLog) log = NULL;

  if (source == NULL || !prn_log_plan_init (&plan, source, options, error))
    return NULL;
  log = read_planned (source, &plan, options, progress, error);
  if (log != NULL && guess != NULL)
    *guess = g_steal_pointer (&plan.guess);
  return g_steal_pointer (&log);
}
