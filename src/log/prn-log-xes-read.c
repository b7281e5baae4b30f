/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-xes.h"

#include "prn-log-text.h"
#include "prn-reject.h"

static gboolean
ignore_row (gpointer data, guint64 line, PrnXesReader *reader)
{
  return TRUE;
}

GPtrArray *
prn_xes_columns (PrnLogSource *source, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  if (!prn_xes_walk (source, ignore_row, NULL, columns, NULL, error))
    return NULL;
  return g_steal_pointer (&columns);
}

/* The first events as rows; one that has fewer columns than are known in the end is filled up. */
typedef struct {
  GPtrArray *columns;
  PrnLogSample *sample;
  guint most;
} Sampling;

static char **
take_cells (PrnXesReader *reader, GPtrArray *columns)
{
  char **cells = g_new0 (char *, (gsize) columns->len + 1);

  for (guint i = 0; i < columns->len; i++) {
    gsize length;
    const char *cell = prn_xes_cell (reader, g_ptr_array_index (columns, i), &length);

    prn_text_trim (&cell, &length);
    cells[i] = prn_text_valid (cell != NULL ? cell : "", length);
  }
  return cells;
}

static gboolean
sample_row (gpointer data, guint64 line, PrnXesReader *reader)
{
  Sampling *sampling = data;

  prn_log_sample_add (sampling->sample, take_cells (reader, sampling->columns),
                      sampling->columns->len);
  return sampling->sample->rows->len <= sampling->most;
}

static void
fill_up (PrnLogSample *sample, guint row, guint n)
{
  guint have;
  char **cells = prn_log_sample_row (sample, row, &have);

  cells = g_renew (char *, cells, (gsize) n + 1);
  for (; have < n; have++)
    cells[have] = g_strdup ("");
  cells[n] = NULL;
  sample->rows->pdata[row] = cells;
  g_array_index (sample->n_cells, guint, row) = n;
}

PrnLogSample *
prn_xes_sample (PrnLogSource *source, GPtrArray *columns, guint most, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PrnLogSample) sample = prn_log_sample_new_empty ();
  Sampling sampling = { columns != NULL ? columns : own, sample, most };
  guint n;

  /* The header goes first and is filled in once all columns are known. */
  prn_log_sample_add (sample, g_new0 (char *, 1), 0);
  if (!prn_xes_walk (source, sample_row, &sampling, columns != NULL ? NULL : own, NULL, error))
    return NULL;
  n = sampling.columns->len;
  for (guint row = 0; row < sample->rows->len; row++)
    fill_up (sample, row, n);
  for (guint i = 0; i < n; i++) {
    char **header = prn_log_sample_row (sample, 0, &n);

    g_free (header[i]);
    header[i] = g_strdup (g_ptr_array_index (sampling.columns, i));
  }
  sample->n_head = sample->rows->len;
  return g_steal_pointer (&sample);
}

typedef struct {
  const char *customer, *activity, *time;
  const char *const *kept;
  PrnGatherWriter *writer;
  PrnTimeReader reader;
  guint32 *cells;
  guint64 n_rows;
} Reading;

static const char *
trimmed_cell (PrnXesReader *reader, const char *column, gsize *length)
{
  const char *cell = prn_xes_cell (reader, column, length);

  prn_text_trim (&cell, length);
  return cell;
}

static gboolean
read_row (gpointer data, guint64 line, PrnXesReader *reader)
{
  Reading *reading = data;
  PrnGatherWriter *writer = reading->writer;
  gsize customer_length, activity_length, time_length;
  const char *customer = trimmed_cell (reader, reading->customer, &customer_length);
  const char *activity = trimmed_cell (reader, reading->activity, &activity_length);
  const char *when = trimmed_cell (reader, reading->time, &time_length);
  guint64 position = reading->n_rows++;
  guint32 number;
  gint64 time;

  if (customer_length == 0 || activity_length == 0) {
    prn_gather_reject (writer, line,
                       g_strdup (prn_reject_reason (customer_length == 0
                                                        ? PRN_REJECT_NO_CUSTOMER
                                                        : PRN_REJECT_NO_ACTIVITY)));
    return TRUE;
  }
  if (time_length == 0 || !prn_time_read (&reading->reader, when, time_length, &time)) {
    prn_gather_reject (writer, line, prn_reject_time (when, time_length));
    return TRUE;
  }
  number = prn_dictionary_add (writer->activities, activity, activity_length, position);
  for (guint i = 0; i < writer->n_columns; i++) {
    gsize length;
    const char *cell = trimmed_cell (reader, reading->kept[i], &length);

    reading->cells[i] =
        length == 0 ? 0 : 1 + prn_dictionary_add (writer->values[i], cell, length, position);
  }
  prn_gather_add (writer, customer, customer_length, number, time, line, reading->cells, FALSE);
  return TRUE;
}

gboolean
prn_xes_read (PrnLogSource *source, const PrnLogPlan *plan, const PrnLogFields *fields,
              const char *const *names, PrnGather *gather, PrnProgress *progress, GError **error)
{
  char **columns = plan->guess->columns;
  g_autoptr (PrnZone) zone = plan->zone != NULL ? prn_zone_new (plan->zone) : NULL;
  g_autofree const char **kept = g_new0 (const char *, fields->n_kept + 1);
  g_autofree guint32 *cells = g_new0 (guint32, fields->n_kept);
  Reading reading = {
    .customer = columns[fields->customer],
    .activity = columns[fields->activity],
    .time = columns[fields->time],
    .kept = kept,
    .writer = &gather->writers[0],
    .cells = cells,
  };

  for (guint i = 0; i < fields->n_kept; i++)
    kept[i] = fields->kept[i] != G_MAXUINT ? columns[fields->kept[i]] : names[i];
  prn_time_reader_init (&reading.reader, &plan->time_format, zone);
  if (!prn_log_source_rewind (source, NULL, error))
    return FALSE;
  return prn_xes_walk (source, read_row, &reading, NULL, progress, error);
}
