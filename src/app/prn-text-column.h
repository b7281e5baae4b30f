/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PrnTextColumnFunc:
 * @item: an item of the table's model
 * @data: what prn_text_column_new() was given
 *
 * Returns: (transfer full) (nullable): what the cell says, %NULL for nothing
 */
typedef char *(*PrnTextColumnFunc) (gpointer item, gpointer data);

/**
 * prn_text_column_new:
 * @title: the head of the column
 * @func: what a cell says
 * @data: for @func; must live as long as the column
 * @numeric: figures, set at the end of the cell
 *
 * Returns: (transfer full): a column of plain texts for a column view
 */
GtkColumnViewColumn *prn_text_column_new (const char *title, PrnTextColumnFunc func, gpointer data,
                                          gboolean numeric);

G_END_DECLS
