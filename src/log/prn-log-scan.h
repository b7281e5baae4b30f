/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where fields and rows end in a piece of CSV text. A row ends at a line feed or a carriage return
 * outside of quotes; the pair of both makes an empty row, which is none. A quote opens a field only
 * as its first byte; two quotes in a quoted field are one; what follows the closing quote belongs
 * to the field as it is. */

/* How many bytes after a text the scanner may read and write. */
#define PRN_SCAN_PADDING 64

/**
 * PrnScan:
 * @ends: (array length=n_ends): offset of the byte that ends each field
 * @n_ends: how many fields end
 * @rows: (array length=n_rows): for each row the index in @ends of the end of its last field
 * @n_rows: how many rows end
 * @unclosed: (array length=n_unclosed): rows, by index, cut at a line end inside of quotes
 * @n_unclosed: how many
 * @n_lines: how many lines the complete rows take up
 * @in_quotes: the text ends inside of quotes
 *
 * What a scan found. The arrays belong to it and are used again by the next scan.
 */
typedef struct {
  guint32 *ends;
  gsize n_ends, ends_size;
  guint32 *rows;
  gsize n_rows, rows_size;
  guint32 *unclosed;
  gsize n_unclosed, unclosed_size;
  guint64 n_lines;
  gboolean in_quotes;
} PrnScan;

/**
 * PrnScanRules:
 * @delimiter: what separates fields
 * @one_line: a line end inside of quotes ends the row, which is then one of those unclosed
 * @after_return: the byte before the text is a carriage return
 * @narrow: do without the instructions that only some processors have; the result is the same
 *
 * How to read a piece of text.
 */
typedef struct {
  char delimiter;
  gboolean one_line;
  gboolean after_return;
  gboolean narrow;
} PrnScanRules;

/* Frees what a scan found. */

void prn_scan_clear (PrnScan *scan);

/**
 * prn_scan_text:
 * @scan: takes what is found
 * @text: begins with a row; is followed by %PRN_SCAN_PADDING bytes of any value
 * @size: less than 4 GiB
 * @rules: how to read it
 *
 * Finds the ends of fields and rows. What follows the last row's end belongs to a row that is not
 * complete.
 */
void prn_scan_text (PrnScan *scan, const char *text, gsize size, const PrnScanRules *rules);

/**
 * prn_scan_row_begin:
 * @scan: a scan
 * @row: index of a row
 *
 * Returns: offset of its first byte
 */
static inline guint32
prn_scan_row_begin (const PrnScan *scan, gsize row)
{
  return row == 0 ? 0 : scan->ends[scan->rows[row - 1]] + 1;
}

/**
 * prn_scan_field:
 * @text: the text
 * @begin: (inout): offset where a field begins
 * @end: (inout): offset where it ends
 *
 * Leaves out the quotes around a field.
 *
 * Returns: whether it holds more quotes, so that prn_scan_unquote() is needed, with @begin and @end
 *   as they were
 */
static inline gboolean
prn_scan_field (const char *text, guint32 *begin, guint32 *end)
{
  guint32 a = *begin, b = *end;

  if (G_LIKELY (a == b || text[a] != '"'))
    return FALSE;
  a++;
  for (guint32 i = a; i < b; i++) {
    if (text[i] == '"') {
      if (i + 1 < b)
        return TRUE;
      b = i;
    }
  }
  *begin = a;
  *end = b;
  return FALSE;
}

/**
 * prn_scan_unquote:
 * @field: a field that begins with a quote
 * @length: its length
 * @text: takes its content
 *
 * Takes quotes off and makes two of them one.
 */
void prn_scan_unquote (const char *field, gsize length, GString *text);

/**
 * prn_scan_count_lines:
 * @text: text
 * @from: offset of a byte
 * @to: offset of a byte not before it
 * @after_return: as in #PrnScanRules
 *
 * Returns: how many line ends there are from @from to before @to, a pair of carriage return and
 *   line feed being one that ends with the first of them
 */
guint64 prn_scan_count_lines (const char *text, gsize from, gsize to, gboolean after_return);

G_END_DECLS
