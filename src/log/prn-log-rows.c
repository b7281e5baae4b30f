/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-rows.h"

#include "prn-log-text.h"
#include "prn-reject.h"

/* What all threads that read a file share. */
typedef struct {
  PrnCsv *csv;
  PrnLogSource *source;
  const PrnLogPlan *plan;
  const PrnLogFields *fields;
  PrnProgress *progress;
  int stop; /* atomically: an error or the user's wish */
} Task;

/* A thread that reads. */
typedef struct {
  Task *task;
  PrnGatherWriter *writer;
  PrnTimeReader time;
  PrnZone *zone;
  GString *customer_text, *activity_text, *time_text,
      *cell_text; /* of fields with quotes in quotes */
  guint32 *cells;
  guint32 marked;      /* up to this offset of the block lines are counted */
  guint64 marked_line; /* of the byte there */
  GError *error;
} Reader;

typedef struct {
  const char *text;
  gsize length;
  gboolean in_block; /* so that bytes behind it can be read too */
} Cell;

/* The line of a byte; asked for from front to back. */
static guint64
line_at (Reader *reader, const PrnCsvBlock *block, guint32 offset)
{
  reader->marked_line +=
      prn_scan_count_lines (block->text, reader->marked, offset, block->after_return);
  reader->marked = offset;
  return reader->marked_line;
}

G_ALWAYS_INLINE static inline Cell
cell_at (const PrnCsvBlock *block, guint32 field, GString *scratch)
{
  guint32 begin = field == 0 ? 0 : block->scan.ends[field - 1] + 1;
  guint32 end = block->scan.ends[field];
  Cell cell;

  if (G_UNLIKELY (prn_scan_field (block->text, &begin, &end))) {
    prn_scan_unquote (block->text + begin, end - begin, scratch);
    cell = (Cell){ scratch->str, scratch->len, FALSE };
  } else {
    cell = (Cell){ block->text + begin, end - begin, TRUE };
  }
  prn_text_trim (&cell.text, &cell.length);
  return cell;
}

/* An id becomes part of the log as it is, so it must be valid here. */
static inline void
make_valid (Cell *cell, GString *scratch)
{
  g_autofree char *valid = NULL;

  if (G_LIKELY (prn_text_is_plain (cell->text, cell->length)) ||
      g_utf8_validate_len (cell->text, cell->length, NULL))
    return;
  valid = prn_text_valid (cell->text, cell->length);
  g_string_assign (scratch, valid);
  *cell = (Cell){ scratch->str, scratch->len, FALSE };
}

static inline guint32
number_cell (PrnTextCache *cache, PrnDictionary *dictionary, const Cell *cell, guint64 position)
{
  if (G_LIKELY (cell->in_block))
    return prn_text_cache_add (cache, dictionary, cell->text, cell->length, position);
  return prn_dictionary_add (dictionary, cell->text, cell->length, position);
}

static void
reject (Reader *reader, const PrnCsvBlock *block, guint32 offset, char *reason)
{
  prn_gather_reject (reader->writer, line_at (reader, block, offset), reason);
}

static void
reject_count (Reader *reader, const PrnCsvBlock *block, gsize row, guint32 n)
{
  if (prn_csv_row_is_blank (block, row))
    return;
  reject (reader, block, prn_scan_row_begin (&block->scan, row),
          prn_reject_fields (reader->task->fields->n_fields, n));
}

static inline void
take_row (Reader *reader, const PrnCsvBlock *block, gsize row)
{
  const PrnLogFields *fields = reader->task->fields;
  guint32 first = row == 0 ? 0 : block->scan.rows[row - 1] + 1;
  guint32 n = block->scan.rows[row] - first + 1;
  guint32 begin = first == 0 ? 0 : block->scan.ends[first - 1] + 1;
  guint64 line = 0;
  guint32 activity;
  gint64 time;
  Cell customer, name, when;

  if (G_UNLIKELY (n != fields->n_fields)) {
    reject_count (reader, block, row, n);
    return;
  }
  customer = cell_at (block, first + fields->customer, reader->customer_text);
  name = cell_at (block, first + fields->activity, reader->activity_text);
  when = cell_at (block, first + fields->time, reader->time_text);
  if (G_UNLIKELY (customer.length == 0 || name.length == 0)) {
    if (n > 1 || !prn_csv_row_is_blank (block, row))
      reject (reader, block, begin,
              g_strdup (prn_reject_reason (customer.length == 0 ? PRN_REJECT_NO_CUSTOMER
                                                                : PRN_REJECT_NO_ACTIVITY)));
    return;
  }
  if (G_UNLIKELY (!prn_time_read (&reader->time, when.text, when.length, &time))) {
    reject (reader, block, begin, prn_reject_time (when.text, when.length));
    return;
  }

  make_valid (&customer, reader->customer_text);
  activity = number_cell (&reader->writer->activity_cache, reader->writer->activities, &name,
                          block->position + begin);
  for (guint i = 0; i < fields->n_kept; i++) {
    Cell cell = { NULL, 0, FALSE };

    if (fields->kept[i] != G_MAXUINT)
      cell = cell_at (block, first + fields->kept[i], reader->cell_text);
    reader->cells[i] = cell.length == 0 ? 0
                                        : 1 + number_cell (&reader->writer->value_caches[i],
                                                           reader->writer->values[i], &cell,
                                                           block->position + begin);
  }
  if (reader->writer->keep_lines)
    line = line_at (reader, block, begin);
  prn_gather_add (reader->writer, customer.text, customer.length, activity, time, line,
                  reader->cells, customer.in_block);
}

static void
take_block (Reader *reader, const PrnCsvBlock *block)
{
  gsize next_unclosed = 0;

  reader->marked = 0;
  reader->marked_line = block->line;
  reader->writer->block = block->number;
  for (gsize row = block->first_row; row < block->scan.n_rows; row++) {
    while (next_unclosed < block->scan.n_unclosed && block->scan.unclosed[next_unclosed] < row)
      next_unclosed++;
    if (G_UNLIKELY (next_unclosed < block->scan.n_unclosed &&
                    block->scan.unclosed[next_unclosed] == row))
      reject (reader, block, prn_scan_row_begin (&block->scan, row),
              g_strdup (prn_reject_reason (PRN_REJECT_OPEN_QUOTE)));
    else
      take_row (reader, block, row);
  }
  if (block->reject_line > 0)
    prn_gather_reject (reader->writer, block->reject_line, g_strdup (block->reject_reason));
}

static gpointer
read_blocks (gpointer data)
{
  Reader *reader = data;
  Task *task = reader->task;
  g_auto (PrnCsvBlock) block = { 0 };

  while (!g_atomic_int_get (&task->stop) && prn_csv_next (task->csv, &block, &reader->error)) {
    take_block (reader, &block);
    prn_progress_set (task->progress, block.done * 3,
                      prn_log_source_size (task->source) * 4);
    if (prn_progress_is_cancelled (task->progress))
      g_atomic_int_set (&task->stop, 1);
  }
  if (reader->error != NULL)
    g_atomic_int_set (&task->stop, 1);
  return NULL;
}

static void
init_reader (Reader *reader, Task *task, PrnGatherWriter *writer)
{
  *reader = (Reader){ .task = task, .writer = writer };
  reader->zone = task->plan->zone != NULL ? prn_zone_new (task->plan->zone) : NULL;
  prn_time_reader_init (&reader->time, &task->plan->time_format, reader->zone);
  reader->customer_text = g_string_new (NULL);
  reader->activity_text = g_string_new (NULL);
  reader->time_text = g_string_new (NULL);
  reader->cell_text = g_string_new (NULL);
  reader->cells = g_new0 (guint32, task->fields->n_kept);
}

static void
clear_reader (Reader *reader)
{
  g_clear_pointer (&reader->zone, prn_zone_free);
  g_string_free (reader->customer_text, TRUE);
  g_string_free (reader->activity_text, TRUE);
  g_string_free (reader->time_text, TRUE);
  g_string_free (reader->cell_text, TRUE);
  g_free (reader->cells);
  g_clear_error (&reader->error);
}

gboolean
prn_rows_read (PrnCsv *csv, PrnLogSource *source, const PrnLogPlan *plan,
               const PrnLogFields *fields, PrnGather *gather, PrnProgress *progress, GError **error)
{
  Task task = { csv, source, plan, fields, progress, 0 };
  guint n = gather->n_writers;
  g_autofree Reader *readers = g_new0 (Reader, n);
  g_autofree GThread **threads = g_new0 (GThread *, n);
  gboolean done = TRUE;

  for (guint i = 0; i < n; i++) {
    init_reader (&readers[i], &task, &gather->writers[i]);
    if (i > 0)
      threads[i] = g_thread_new ("read", read_blocks, &readers[i]);
  }
  read_blocks (&readers[0]);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_thread_join (threads[i]);
    if (readers[i].error != NULL && done) {
      g_propagate_error (error, g_steal_pointer (&readers[i].error));
      done = FALSE;
    }
    clear_reader (&readers[i]);
  }
  if (done && progress != NULL && progress->cancellable != NULL)
    done = !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
  return done;
}
