/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-source.h"

G_BEGIN_DECLS

/* Rows from the beginning of a CSV file and from places all over it, to guess from. */

#define PRN_SAMPLE_HEAD (256 * 1024)
#define PRN_SAMPLE_MOST 1500

/**
 * PrnLogSample:
 * @rows: (element-type GStrv): cells, trimmed, valid UTF-8; the header is among them
 * @n_cells: (element-type guint): how many cells each row has
 * @n_head: how many of the rows are the first of the file
 *
 * Rows to guess from.
 */
typedef struct {
  GPtrArray *rows;
  GArray *n_cells;
  guint n_head;
} PrnLogSample;

/* A sample without rows. */
PrnLogSample *prn_log_sample_new_empty (void);

/* Adds a row of @n cells, which the sample takes. */
void prn_log_sample_add (PrnLogSample *sample, char **cells, guint n);

void prn_log_sample_free (PrnLogSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnLogSample, prn_log_sample_free)

/* The cells of a row, and how many. */
static inline char **
prn_log_sample_row (const PrnLogSample *sample, guint row, guint *n)
{
  *n = g_array_index (sample->n_cells, guint, row);
  return (char **) g_ptr_array_index (sample->rows, row);
}

/**
 * prn_log_sample_new:
 * @text: UTF-8 from the beginning of a file
 * @size: its size
 * @is_whole: whether that is all of it
 * @delimiter: what separates fields
 * @most: how many rows at most
 *
 * Returns: (transfer full): the first rows that are not blank
 */
PrnLogSample *
prn_log_sample_new (const char *text, gsize size, gboolean is_whole, char delimiter, guint most);

/**
 * prn_log_sample_spread:
 * @sample: a sample
 * @source: a source of bytes that are UTF-8
 * @delimiter: what separates fields
 * @n_columns: how many fields a row has; a place in the middle of a quoted field shows in others
 *
 * Adds rows from places spread over a file that is not packed.
 */
void
prn_log_sample_spread (PrnLogSample *sample, PrnLogSource *source, char delimiter, guint n_columns);

/**
 * prn_log_guess_delimiter:
 * @text: UTF-8 from the beginning of a file
 * @size: its size
 * @is_whole: whether that is all of it
 *
 * Returns: what separates fields: comma, semicolon, tab or pipe
 */
char prn_log_guess_delimiter (const char *text, gsize size, gboolean is_whole);

G_END_DECLS
