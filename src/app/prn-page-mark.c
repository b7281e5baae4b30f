/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-mark.h"

#include <string.h>

#include "prn-field.h"

static const char *
mark_of (GtkWidget *widget)
{
  return PRN_IS_FIELD (widget) ? prn_field_get_path (PRN_FIELD (widget))
                               : g_object_get_data (G_OBJECT (widget), "prn-mark");
}

void
prn_page_mark (GtkWidget *control, const char *path, const char *part)
{
  g_object_set_data_full (G_OBJECT (control), "prn-mark", g_strconcat (path, "#", part, NULL),
                          g_free);
}

char *
prn_page_mark_focused (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    return NULL;
  for (; focus != page; focus = gtk_widget_get_parent (focus))
    if (mark_of (focus) != NULL)
      return g_strdup (mark_of (focus));
  return NULL;
}

GtkWidget *
prn_page_mark_find (GtkWidget *page, const char *mark)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (mark_of (page), mark) == 0)
    return page;
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = prn_page_mark_find (child, mark);
  return found;
}

char *
prn_page_mark_path (const char *mark)
{
  return g_strndup (mark, strcspn (mark, "#"));
}
