/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-read.h"

G_BEGIN_DECLS

/* A table of customers: what is known of each beside the log. */

typedef struct _PrnTable PrnTable;

PrnTable *prn_table_ref (PrnTable *table);
void prn_table_unref (PrnTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTable, prn_table_unref)

/**
 * prn_table_read:
 * @path: a CSV file of any kind prn_log_read() reads, plain or gzip; `-` for standard input
 * @key: (nullable): column of the customer, by header or `#N`; NULL guesses it as a log's
 * @options: (nullable): @delimiter, @encoding and @no_header are looked at
 * @error: return location; the message begins with @path
 *
 * Reads a table. Rows with another number of fields than there are columns, and rows without a
 * customer, are left out and counted. Of several rows of one customer the last cell that is not
 * empty counts, column by column.
 *
 * Returns: (transfer full): the table
 */
PrnTable *
prn_table_read (const char *path, const char *key, const PrnLogOptions *options, GError **error);

/* How many columns there are, the key among them; the header of one, `#N` where it has none. */
guint prn_table_n_columns (PrnTable *table);
const char *prn_table_column_name (PrnTable *table, guint column);

/**
 * prn_table_column:
 * @table: a table
 * @name: a header or `#N`
 *
 * Returns: the column, -1 when there is none
 */
int prn_table_column (PrnTable *table, const char *name);

/* How many customers there are: the number of rows after joining those of one customer. */
guint prn_table_n_rows (PrnTable *table);

/* How many rows of the file were left out. */
guint64 prn_table_n_rejected (PrnTable *table);

/* How many rows were of a customer who had one already. */
guint64 prn_table_n_repeated (PrnTable *table);

/* The header of the column of the customer. */
const char *prn_table_key (PrnTable *table);

/**
 * prn_table_find:
 * @table: a table
 * @id: a customer, trimmed
 * @length: its length in bytes
 * @row: (out): the row
 *
 * Returns: whether there is such a customer
 */
gboolean prn_table_find (PrnTable *table, const char *id, gsize length, guint *row);

/**
 * prn_table_cell:
 * @table: a table
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: (transfer none): the text, trimmed, valid UTF-8; empty when missing
 */
const char *prn_table_cell (PrnTable *table, guint row, guint column);

G_END_DECLS
