/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-column.h"

#define CELL_MAX_CHARS 40

typedef struct {
  PrnTextColumnFunc func;
  gpointer data;
  gboolean numeric;
} TextColumn;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TextColumn *column = user_data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_MAX_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TextColumn *column = user_data;
  g_autofree char *text = column->func (gtk_list_item_get_item (item), column->data);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

GtkColumnViewColumn *
prn_text_column_new (const char *title, PrnTextColumnFunc func, gpointer data, gboolean numeric)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  TextColumn *column = g_new (TextColumn, 1);
  GtkColumnViewColumn *result;

  *column = (TextColumn){ func, data, numeric };
  g_object_set_data_full (G_OBJECT (factory), "prn-column", column, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  result = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (result, TRUE);
  return result;
}
