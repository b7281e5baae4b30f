/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-csv.h"

#include "prn-log-text.h"
#include "prn-reject.h"

struct _PrnCsv {
  GMutex lock; /* held while a block is cut off the file */
  PrnLogSource *source;
  PrnScanRules rules;
  gsize block_size;
  guint n_headers; /* still to come */

  char *carry; /* what follows the last whole row */
  gsize carry_size, carry_capacity;
  guint64 number, position, line;
  gboolean at_end;
  gboolean failed;
  gboolean skipping;      /* the rest of a row that is too long */
  guint64 distrust_until; /* up to this position no quoted field goes over a line end, since one was
                             found that never closes: its rows are then still read, and each byte at
                             most twice */
};

void
prn_csv_block_clear (PrnCsvBlock *block)
{
  g_free (block->text);
  prn_scan_clear (&block->scan);
  *block = (PrnCsvBlock){ 0 };
}

PrnCsv *
prn_csv_new (PrnLogSource *source, char delimiter, guint n_headers, gsize block_size)
{
  PrnCsv *csv = g_new0 (PrnCsv, 1);

  g_mutex_init (&csv->lock);
  csv->source = source;
  csv->rules.delimiter = delimiter;
  csv->n_headers = n_headers;
  csv->block_size = block_size;
  csv->line = 1;
  return csv;
}

void
prn_csv_free (PrnCsv *csv)
{
  g_mutex_clear (&csv->lock);
  g_free (csv->carry);
  g_free (csv);
}

static void
reserve (PrnCsvBlock *block, gsize size)
{
  if (block->capacity < size + PRN_SCAN_PADDING) {
    block->capacity = size + PRN_SCAN_PADDING;
    block->text = g_realloc (block->text, block->capacity);
    memset (block->text + size, 0, PRN_SCAN_PADDING);
  }
}

/* Reads on until the block has @target bytes or the file ends. */
static gboolean
fill (PrnCsv *csv, PrnCsvBlock *block, gsize *size, gsize target, GError **error)
{
  reserve (block, target + 8);
  while (*size < target && !csv->at_end) {
    gssize n =
        prn_log_source_read (csv->source, block->text + *size, MAX (target - *size, 8), error);

    if (n < 0)
      return FALSE;
    csv->at_end = n == 0;
    *size += (gsize) n;
  }
  if (csv->position == 0 && csv->number == 0 && *size >= 3 &&
      memcmp (block->text, "\xef\xbb\xbf", 3) == 0) {
    *size -= 3;
    memmove (block->text, block->text + 3, *size);
  }
  return TRUE;
}

static gsize
find_line_end (const char *text, gsize size)
{
  gsize i = 0;

  while (i < size && text[i] != '\n' && text[i] != '\r')
    i++;
  return i;
}

/* Goes on to the line end after a row that was too long. Returns how many bytes that leaves out. */
static gsize
skip_rest (PrnCsv *csv, const char *text, gsize size)
{
  gsize end = find_line_end (text, size);

  if (end == size)
    return size;
  csv->skipping = FALSE;
  return end;
}

static void
reject (PrnCsv *csv, PrnCsvBlock *block, const char *reason)
{
  block->reject_line = csv->line;
  block->reject_reason = reason;
}

/* What to do when no row is complete at @size bytes: returns how many of them are done with, 0 to
 * read more. */
static gsize
cut_incomplete (PrnCsv *csv, PrnCsvBlock *block, gsize size)
{
  gsize end = find_line_end (block->text, size);

  if (!csv->at_end && size < PRN_CSV_MAX_ROW)
    return 0;
  if (block->scan.in_quotes && (csv->at_end || end < size)) {
    reject (csv, block, prn_reject_reason (PRN_REJECT_OPEN_QUOTE));
    csv->distrust_until = csv->position + size;
    return MIN (end + 1, size);
  }
  if (csv->at_end) {
    block->text[size] = '\n';
    prn_scan_text (&block->scan, block->text, size + 1, &csv->rules);
    return size;
  }
  reject (csv, block, prn_reject_reason (PRN_REJECT_LONG_ROW));
  csv->skipping = TRUE;
  return size;
}

static void
set_carry (PrnCsv *csv, const char *text, gsize size)
{
  if (csv->carry_capacity < size) {
    csv->carry_capacity = size;
    csv->carry = g_realloc (csv->carry, size);
  }
  if (size > 0)
    memcpy (csv->carry, text, size);
  csv->carry_size = size;
}

/* Cuts a block of whole rows: returns how many bytes it is of the @size bytes read, 0 at the end.
 */
static gsize
cut_block (PrnCsv *csv, PrnCsvBlock *block, gsize *size, GError **error)
{
  gsize target = MAX (csv->block_size, csv->carry_size + 1);

  for (;; target = *size * 2) {
    gsize done;

    if (!fill (csv, block, size, target, error)) {
      csv->failed = TRUE;
      return 0;
    }
    if (csv->skipping && *size > 0) {
      block->scan.n_rows = block->scan.n_lines = 0;
      return skip_rest (csv, block->text, *size);
    }
    if (*size == 0)
      return 0;
    prn_scan_text (&block->scan, block->text, *size, &csv->rules);
    if (block->scan.n_rows > 0)
      return block->scan.ends[block->scan.rows[block->scan.n_rows - 1]] + 1;
    done = cut_incomplete (csv, block, *size);
    if (done > 0)
      return done;
  }
}

static void
leave_out_headers (PrnCsv *csv, PrnCsvBlock *block)
{
  while (csv->n_headers > 0 && block->first_row < block->scan.n_rows) {
    if (!prn_csv_row_is_blank (block, block->first_row))
      csv->n_headers--;
    block->first_row++;
  }
}

static gboolean
next_block (PrnCsv *csv, PrnCsvBlock *block, GError **error)
{
  gsize size = csv->carry_size;
  gsize done;

  csv->rules.one_line = csv->position < csv->distrust_until;
  block->first_row = 0;
  block->number = csv->number;
  block->position = csv->position;
  block->line = csv->line;
  block->after_return = csv->rules.after_return;
  block->reject_line = 0;
  reserve (block, size);
  if (size > 0)
    memcpy (block->text, csv->carry, size);

  done = cut_block (csv, block, &size, error);
  if (csv->failed || size == 0)
    return FALSE;

  set_carry (csv, block->text + done, size - done);
  if (block->scan.n_rows > 0)
    csv->line += block->scan.n_lines;
  else
    csv->line += prn_scan_count_lines (block->text, 0, done, csv->rules.after_return);
  if (done > 0)
    csv->rules.after_return = block->text[done - 1] == '\r';
  csv->position += done;
  block->done = prn_log_source_done (csv->source);
  csv->number++;
  leave_out_headers (csv, block);
  return TRUE;
}

gboolean
prn_csv_next (PrnCsv *csv, PrnCsvBlock *block, GError **error)
{
  gboolean result;

  g_mutex_lock (&csv->lock);
  result = !csv->failed && next_block (csv, block, error);
  g_mutex_unlock (&csv->lock);
  return result;
}

gboolean
prn_csv_row_is_blank (const PrnCsvBlock *block, gsize row)
{
  guint32 begin = prn_scan_row_begin (&block->scan, row);
  guint32 end = block->scan.ends[block->scan.rows[row]];
  const char *text = block->text + begin;
  gsize length = end - begin;

  if (length == 0)
    return TRUE;
  if (block->scan.rows[row] != (row == 0 ? 0 : block->scan.rows[row - 1] + 1))
    return FALSE;
  prn_text_trim (&text, &length);
  return length == 0;
}
