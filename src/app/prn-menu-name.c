/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-menu-name.h"

static void
chosen_cb (GtkDropDown *menu)
{
  const char *name = g_object_get_data (G_OBJECT (menu), "prn-name");
  gpointer item = gtk_drop_down_get_selected_item (menu);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (menu));
  g_autofree char *words = NULL;

  if (name == NULL || button == NULL)
    return;
  words = GTK_IS_STRING_OBJECT (item)
              ? g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (item))
              : g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
prn_menu_set_name (GtkDropDown *menu, const char *name)
{
  gboolean first = g_object_get_data (G_OBJECT (menu), "prn-name") == NULL;

  g_object_set_data_full (G_OBJECT (menu), "prn-name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (first)
    g_signal_connect (menu, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (menu);
}
