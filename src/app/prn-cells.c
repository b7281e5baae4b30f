/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cells.h"

#include "prn-text-column.h"

/* A log may have thousands of columns; nobody looks at more of them than this. */
#define MAX_COLUMNS 60

#define PRN_TYPE_CELLS (prn_cells_get_type ())
G_DECLARE_FINAL_TYPE (PrnCells, prn_cells, PRN, CELLS, GObject)

/* One row of a file. */
struct _PrnCells {
  GObject parent;

  char **texts;
};

G_DEFINE_TYPE (PrnCells, prn_cells, G_TYPE_OBJECT)

static void
prn_cells_finalize (GObject *object)
{
  g_strfreev (PRN_CELLS (object)->texts);

  G_OBJECT_CLASS (prn_cells_parent_class)->finalize (object);
}

static void
prn_cells_class_init (PrnCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_cells_finalize;
}

static void
prn_cells_init (PrnCells *self)
{
}

static char *
cell_text (gpointer item, gpointer data)
{
  PrnCells *row = item;
  guint column = GPOINTER_TO_UINT (data);

  return column < g_strv_length (row->texts) ? g_strdup (row->texts[column]) : NULL;
}

static GListModel *
rows_of (const PrnLogGuess *guess)
{
  GListStore *rows = g_list_store_new (PRN_TYPE_CELLS);

  for (guint i = 0; guess->rows != NULL && guess->rows[i] != NULL; i++) {
    g_autoptr (PrnCells) row = g_object_new (PRN_TYPE_CELLS, NULL);

    row->texts = g_strdupv (guess->rows[i]);
    g_list_store_append (rows, row);
  }
  return G_LIST_MODEL (rows);
}

void
prn_cells_show (GtkColumnView *view, const PrnLogGuess *guess)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint n = guess != NULL ? MIN (guess->n_columns, MAX_COLUMNS) : 0;
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

    gtk_column_view_remove_column (view, column);
  }
  if (guess == NULL)
    return;
  for (guint i = 0; i < n; i++) {
    g_autoptr (GtkColumnViewColumn) column =
        prn_text_column_new (guess->columns[i], cell_text, GUINT_TO_POINTER (i), FALSE);

    gtk_column_view_column_set_expand (column, i + 1 == n);
    gtk_column_view_append_column (view, column);
  }
  selection = gtk_no_selection_new (rows_of (guess));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}
