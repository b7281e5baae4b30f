/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-naming.h"

#include <glib/gi18n-lib.h>

/* What a button does, by its picture. */
static const struct {
  const char *icon;
  const char *name;
} names[] = {
  { "edit-find-symbolic", N_("Search") },    { "window-close-symbolic", N_("Close") },
  { "open-menu-symbolic", N_("Menu") },      { "go-previous-symbolic", N_("Back") },
  { "view-more-symbolic", N_("More") },
};

static const char *
icon_of (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_icon_name (GTK_BUTTON (widget));
  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget));
  if (GTK_IS_BUTTON (widget) && GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (widget))))
    return gtk_image_get_icon_name (GTK_IMAGE (gtk_button_get_child (GTK_BUTTON (widget))));
  return NULL;
}

static const char *
name_of (GtkWidget *widget)
{
  const char *icon = icon_of (widget);

  if (GTK_IS_SEARCH_ENTRY (widget))
    return _("Search");
  if (GTK_IS_TEXT_VIEW (widget))
    return _("Text");
  if (GTK_IS_MENU_BUTTON (widget) && icon == NULL)
    return _("Menu");
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    return gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (icon, names[i].icon) == 0)
      return _(names[i].name);
  return NULL;
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
prn_naming_fill (GtkWidget *root)
{
  const char *name = name_of (root);

  if (name != NULL)
    set_name (root, name);
  /* The button inside is what has the focus. */
  if (name != NULL && GTK_IS_MENU_BUTTON (root))
    set_name (gtk_widget_get_first_child (root), name);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    prn_naming_fill (child);
}
