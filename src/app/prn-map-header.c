/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-header.h"

#include <glib/gi18n-lib.h>

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
prn_header_name_step (GtkWidget *button, const char *words, const char *step)
{
  g_autofree char *name = step != NULL ? g_strdup_printf ("%s: %s", words, step) : g_strdup (words);

  name_widget (button, name);
}

void
prn_header_show_file (GtkLabel *title, GtkLabel *file_name, PrnDocument *document)
{
  const char *map_title = prn_map_get_title (prn_document_get_map (document));
  const char *name = prn_document_get_file_name (document);
  gboolean modified = prn_document_is_modified (document);
  g_autofree char *shown = g_strdup_printf (modified ? "• %s" : "%s",
                                            map_title[0] != '\0' ? map_title : _("Untitled map"));
  /* Translators: %s is the name of a file. */
  g_autofree char *file =
      name != NULL ? g_strdup_printf (modified ? _("%s, not saved") : "%s", name) : NULL;

  gtk_label_set_label (title, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (title), shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (file_name), prn_document_get_path (document));
  gtk_label_set_label (file_name, file != NULL ? file : _("Not in a file"));
}

void
prn_header_show_problems (GtkWidget *button, guint n, gboolean visible)
{
  g_autofree char *name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u problem of the map", "%u problems of the map", n), n);

  name_widget (button, name);
  gtk_widget_set_visible (button, visible);
}
