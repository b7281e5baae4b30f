/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-read.h"

G_BEGIN_DECLS

/* A table of customers: a CSV file with a row for each, found by its key. Safe to read from several
 * threads. */

typedef struct _PrnTable PrnTable;

/**
 * prn_table_read:
 * @path: a CSV file, plain or gzip; `-` for standard input
 * @key: (nullable): the column of the customer's id, by header or `#N`; NULL is the first
 * @options: (nullable): its delimiter, encoding and whether there is no header; the rest is not
 *   looked at
 * @error: return location; the message begins with @path
 *
 * Reads a table. Of several rows of one customer the last cell that is not empty counts; a row
 * without an id is nobody's. A row with more or fewer fields than the header is an error.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 */
PrnTable *
prn_table_read (const char *path, const char *key, const PrnLogOptions *options, GError **error);

PrnTable *prn_table_ref (PrnTable *table);
void prn_table_unref (PrnTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTable, prn_table_unref)

/* How many columns there are, the key among them, and what they are called. */
guint prn_table_n_columns (PrnTable *table);
const char *prn_table_column_name (PrnTable *table, guint column);

/**
 * prn_table_column:
 * @table: a table
 * @name: a column's header or `#N`
 *
 * Returns: which column it is, or -1
 */
int prn_table_column (PrnTable *table, const char *name);

/* How many different customers there are. */
guint prn_table_n_rows (PrnTable *table);

/**
 * prn_table_find:
 * @table: a table
 * @id: a customer's id, trimmed; need not be terminated
 * @length: its length in bytes
 * @row: (out): where the customer is
 *
 * Returns: whether the table has the customer
 */
gboolean prn_table_find (PrnTable *table, const char *id, gsize length, guint *row);

/**
 * prn_table_cell:
 * @table: a table
 * @row: below prn_table_n_rows()
 * @column: below prn_table_n_columns()
 *
 * Returns: (transfer none): the cell, trimmed; empty when it is missing
 */
const char *prn_table_cell (PrnTable *table, guint row, guint column);

G_END_DECLS
