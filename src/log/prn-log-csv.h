/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-scan.h"
#include "prn-log-source.h"

G_BEGIN_DECLS

/* A CSV file as blocks of whole rows, handed to any number of threads in the order of the file. */

#define PRN_CSV_BLOCK_SIZE (96 * 1024)
#define PRN_CSV_MAX_ROW    (1024 * 1024)

/**
 * PrnCsvBlock:
 * @text: the rows, which the owner may write over
 * @scan: where fields and rows end
 * @first_row: rows before this one are headers
 * @number: of the block in the file, from 0
 * @position: how many bytes of text come before it
 * @line: of its first byte, from 1
 * @after_return: the byte before it is a carriage return
 * @done: how many bytes of the file have been read so far, for showing progress
 * @reject_line: after the rows, one that cannot be read begins here; 0 for none
 * @reject_reason: why; static
 *
 * A piece of the file. Zero-initialise it; prn_csv_next() fills it again and again.
 */
typedef struct {
  char *text;
  gsize capacity;
  PrnScan scan;
  gsize first_row;
  guint64 number;
  guint64 position;
  guint64 line;
  gboolean after_return;
  guint64 done;
  guint64 reject_line;
  const char *reject_reason;
} PrnCsvBlock;

void prn_csv_block_clear (PrnCsvBlock *block);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrnCsvBlock, prn_csv_block_clear)

typedef struct _PrnCsv PrnCsv;

/**
 * prn_csv_new:
 * @source: a source that gives UTF-8 from the beginning; must outlive the reader
 * @delimiter: what separates fields
 * @n_headers: how many rows to leave out at the beginning
 * @block_size: how many bytes to take at once; %PRN_CSV_BLOCK_SIZE but in tests
 *
 * Returns: (transfer full): a reader
 */
PrnCsv *prn_csv_new (PrnLogSource *source, char delimiter, guint n_headers, gsize block_size);
void prn_csv_free (PrnCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCsv, prn_csv_free)

/**
 * prn_csv_next:
 * @csv: a reader
 * @block: takes the next rows
 * @error: return location
 *
 * Can be called from any thread. After an error there are no more blocks.
 *
 * Returns: whether there was another block; FALSE without an error at the end
 */
gboolean prn_csv_next (PrnCsv *csv, PrnCsvBlock *block, GError **error);

/**
 * prn_csv_row_is_blank:
 * @block: a block
 * @row: one of its rows
 *
 * Returns: whether it is a line of nothing but white space
 */
gboolean prn_csv_row_is_blank (const PrnCsvBlock *block, gsize row);

G_END_DECLS
