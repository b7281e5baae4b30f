/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables for reading in a terminal. Widths are counted in the terminal's cells: an ideograph takes
 * two, a combining mark none. */

typedef struct _PrnTextTable PrnTextTable;

typedef enum {
  PRN_TEXT_WORDS,  /* from the left, cut at the end where there is no room */
  PRN_TEXT_NAME,   /* from the left, cut in the middle: names often begin, or end, alike */
  PRN_TEXT_FOLDED, /* from the left, goes on below where there is no room; only the last column */
  PRN_TEXT_FIXED,  /* from the left, never cut */
  PRN_TEXT_NUMBER, /* to the right, never cut */
} PrnTextKind;

/**
 * PrnTextColumn:
 * @title: its heading; "" for none
 * @kind: how its cells are set
 */
typedef struct {
  const char *title;
  PrnTextKind kind;
} PrnTextColumn;

/**
 * prn_text_table_new:
 * @columns: (array length=n_columns): its columns, copied
 * @n_columns: how many
 *
 * Returns: (transfer full): a table without rows
 */
PrnTextTable *prn_text_table_new (const PrnTextColumn *columns, guint n_columns);

void prn_text_table_free (PrnTextTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTextTable, prn_text_table_free)

/**
 * prn_text_table_add:
 * @table: a table
 * @cell: (transfer full): the next cell, row by row; what could steer a terminal becomes a space
 */
void prn_text_table_add (PrnTextTable *table, char *cell);

/**
 * prn_text_table_print:
 * @table: a table of whole rows
 * @text: where to append it
 * @indent: how many spaces begin a line
 * @width: how many cells a line may take; where that is not enough the widest column of text is
 *   cut or folded, down to 12 cells
 * @ellipsis: what stands for what was cut
 *
 * Writes the headings, if there are any, and the rows, two spaces between columns.
 */
void prn_text_table_print (PrnTextTable *table,
                           GString *text,
                           guint indent,
                           guint width,
                           const char *ellipsis);

/**
 * prn_text_table_needs:
 * @table: a table of whole rows
 *
 * Returns: how many cells its widest line takes where nothing is cut or folded
 */
guint prn_text_table_needs (PrnTextTable *table);

/**
 * prn_text_table_width:
 * @text: UTF-8
 *
 * Returns: how many cells of a terminal it takes
 */
guint prn_text_table_width (const char *text);

/**
 * prn_text_table_clean:
 * @text: (transfer full): any bytes
 *
 * Returns: (transfer full): valid UTF-8 in which every control and every invisible direction mark
 *   is a space
 */
char *prn_text_table_clean (char *text);

/**
 * prn_text_table_ellipsize:
 * @text: UTF-8
 * @width: in cells
 * @ellipsis: what stands for what was cut
 *
 * Returns: (transfer full): @text, its end cut off where it is wider than @width
 */
char *prn_text_table_ellipsize (const char *text, guint width, const char *ellipsis);

/* The same, cut in the middle. */
char *prn_text_table_ellipsize_middle (const char *text, guint width, const char *ellipsis);

/**
 * prn_text_table_fold:
 * @text: what is appended to
 * @words: a sentence; made clean as by prn_text_table_clean()
 * @indent: before each line, in cells
 * @width: of a line with its indent, in cells; a longer word has a line of its own
 *
 * Appends the sentence, folded between words, and the end of its last line.
 */
void prn_text_table_fold (GString *text, const char *words, guint indent, guint width);

/**
 * prn_text_table_number:
 * @number: a number
 *
 * Returns: (transfer full): what prn_number_grouped() makes of it
 */
char *prn_text_table_number (guint64 number);

G_END_DECLS
