/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Whether everything one can do something with has a name for those who cannot see it. */

static gboolean
has_text (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && *gtk_label_get_label (GTK_LABEL (root)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_EXPANDER (widget) ||
         GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_DRAWING_AREA (widget);
}

/* Controls made of controls are announced as a whole. */
static gboolean
is_whole (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_DROP_DOWN (widget);
}

/* Returns how many controls there are; fails on one without a name. */
static guint
assert_named (GtkWidget *root)
{
  guint n = 0;

  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return 0;
  if (is_control (root)) {
    gboolean text_names = !GTK_IS_ENTRY (root) && !GTK_IS_TEXT_VIEW (root) &&
                          !GTK_IS_DROP_DOWN (root);

    n++;
    if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
        !(text_names && has_text (root)))
      g_error ("a %s has no name", G_OBJECT_TYPE_NAME (root));
    if (is_whole (root))
      return n;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += assert_named (child);
  return n;
}
