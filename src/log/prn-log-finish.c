/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-group.h"
#include "prn-log-text.h"

typedef struct {
  PrnGather *gather;
  PrnLog *log;
  const PrnGroupMaps *maps;
  PrnProgress *progress;
  guint n_parts;
  int next; /* part, taken atomically */
} Work;

typedef struct {
  Work *work;
  guint64 *activity_rows;
} Worker;

static gpointer
group_parts (gpointer data)
{
  Worker *worker = data;
  Work *work = worker->work;
  g_autoptr (PrnGrouper) grouper = prn_grouper_new ();
  guint part;

  while ((part = (guint) g_atomic_int_add (&work->next, 1)) < work->n_parts) {
    if (prn_progress_is_cancelled (work->progress))
      break;
    prn_grouper_take (grouper, work->gather, part, work->maps, work->log->arena,
                      &work->log->parts[part], worker->activity_rows);
    prn_progress_set (work->progress, 3 * (guint64) work->n_parts + part + 1,
                      4 * (guint64) work->n_parts);
  }
  return NULL;
}

static void
run_threads (Work *work, guint n_threads)
{
  guint n_activities = work->log->activities->len;
  g_autofree Worker *workers = g_new0 (Worker, n_threads);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  for (guint i = 0; i < n_threads; i++) {
    workers[i].work = work;
    workers[i].activity_rows = g_new0 (guint64, n_activities);
    if (i > 0)
      threads[i] = g_thread_new ("group", group_parts, &workers[i]);
  }
  group_parts (&workers[0]);

  work->log->activity_rows = g_new0 (guint64, n_activities);
  for (guint i = 0; i < n_threads; i++) {
    if (i > 0)
      g_thread_join (threads[i]);
    for (guint a = 0; a < n_activities; a++)
      work->log->activity_rows[a] += workers[i].activity_rows[a];
    g_free (workers[i].activity_rows);
  }
}

static int
compare_rejects (gconstpointer a, gconstpointer b)
{
  guint64 one = ((const PrnReject *) a)->line;
  guint64 other = ((const PrnReject *) b)->line;

  return one < other ? -1 : one > other;
}

/* A writer's first rejects are in order and hold all of its part of the first ones of the file. */
static void
collect_rejects (PrnGather *gather, PrnLog *log)
{
  guint most = gather->writers[0].max_rejects;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PrnReject));

  for (guint i = 0; i < gather->n_writers; i++) {
    PrnGatherWriter *writer = &gather->writers[i];

    g_array_append_vals (all, writer->rejects->data, writer->rejects->len);
    g_array_set_size (writer->rejects, 0);
  }
  g_array_sort (all, compare_rejects);
  for (guint i = most; i < all->len; i++)
    g_free (g_array_index (all, PrnReject, i).reason);
  log->n_rejects = MIN (all->len, most);
  log->rejects = g_memdup2 (all->data, log->n_rejects * sizeof (PrnReject));
}

static void
collect_counts (PrnGather *gather, PrnLog *log)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < gather->n_writers; i++) {
    PrnGatherWriter *writer = &gather->writers[i];

    log->n_accepted += writer->n_accepted;
    log->n_rejected += writer->n_rejected;
    first = MIN (first, writer->first_time);
    last = MAX (last, writer->last_time);
  }
  log->first_time = log->n_accepted > 0 ? first : 0;
  log->last_time = log->n_accepted > 0 ? last : 0;
}

static char *
value_text (const char *text, gssize length)
{
  if (prn_text_is_plain (text, (gsize) length) || g_utf8_validate_len (text, (gsize) length, NULL))
    return NULL;
  return prn_text_valid (text, (gsize) length);
}

static guint32 **
merge_dictionaries (PrnGather *gather, guint column, PrnLog *log)
{
  g_autofree PrnDictionary **dictionaries = g_new (PrnDictionary *, gather->n_writers);

  for (guint i = 0; i < gather->n_writers; i++) {
    PrnGatherWriter *writer = &gather->writers[i];

    dictionaries[i] = column < writer->n_columns ? writer->values[column] : writer->activities;
  }
  if (column < log->n_columns)
    return prn_dictionary_merge (dictionaries, gather->n_writers, value_text,
                                 log->columns[column].values, NULL);
  return prn_dictionary_merge (dictionaries, gather->n_writers, prn_log_fold, log->folded,
                               log->activities);
}

static void
free_map (guint32 **map, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (map[i]);
  g_free (map);
}

/* Parts without rows are left out. */
static void
close_parts (PrnLog *log, guint n_parts)
{
  for (guint i = 0; i < n_parts; i++) {
    if (log->parts[i].n_rows == 0)
      continue;
    log->n_customers += log->parts[i].n_customers;
    log->parts[log->n_parts++] = log->parts[i];
  }
}

static void
close_writers (PrnGather *gather)
{
  for (guint i = 0; i < gather->n_writers; i++) {
    PrnGatherWriter *writer = &gather->writers[i];

    for (gsize p = 0; p < (gsize) 1 << writer->part_bits; p++)
      if (writer->parts[p].last != NULL)
        writer->parts[p].last->end = writer->rooms[p].at;
  }
}

gboolean
prn_gather_finish (PrnGather *gather, PrnLog *log, PrnProgress *progress, GError **error)
{
  PrnGroupMaps maps;
  guint n_parts = 1u << gather->part_bits;
  Work work = { gather, log, &maps, progress, n_parts, 0 };

  close_writers (gather);
  collect_counts (gather, log);
  collect_rejects (gather, log);
  maps.activities = merge_dictionaries (gather, log->n_columns, log);
  maps.values = g_new (guint32 **, log->n_columns);
  for (guint i = 0; i < log->n_columns; i++)
    maps.values[i] = merge_dictionaries (gather, i, log);

  log->parts = g_new0 (PrnLogPart, n_parts);
  run_threads (&work, MIN (gather->n_writers, n_parts));
  close_parts (log, n_parts);

  free_map (maps.activities, gather->n_writers);
  for (guint i = 0; i < log->n_columns; i++)
    free_map (maps.values[i], gather->n_writers);
  g_free (maps.values);

  return progress == NULL || progress->cancellable == NULL ||
         !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}
