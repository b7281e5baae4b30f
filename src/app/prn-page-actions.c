/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <string.h>

#include "prn-toasts.h"

/* What the buttons and menus of a page do: edits of the map, by the ways to members. The focus goes
 * to what came of it. */

void
prn_page_tell (PrnInspectorPage *self, const char *message)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    prn_toasts_show (ADW_TOAST_OVERLAY (toasts), adw_toast_new (message));
}

static void
tell_if (PrnInspectorPage *self, const GError *error)
{
  if (error != NULL)
    prn_page_tell (self, error->message);
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (widget);
  PrnEditing *editing = prn_inspector_page_get_editing (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  const char *path, *json;
  PrnSlot slot;

  g_variant_get (parameter, "(&s&s)", &path, &json);
  if (prn_editing_find (editing, path, &slot))
    first = g_strdup_printf ("%s[%u]", path, prn_slot_count (&slot));
  if (prn_editing_insert (editing, path, G_MAXUINT, json, &error))
    prn_page_focus_next (self, first, NULL);
  tell_if (self, error);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (widget);
  PrnEditing *editing = prn_inspector_page_get_editing (self);
  const char *path = g_variant_get_string (parameter, NULL);
  const char *bracket = strrchr (path, '[');
  g_autofree char *list = g_strndup (path, (gsize) (bracket != NULL ? bracket - path : 0));
  g_autoptr (GError) error = NULL;

  if (prn_editing_remove (editing, path, &error))
    prn_page_focus_next (self, list, "add");
  tell_if (self, error);
}

static void
move_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (widget);
  PrnEditing *editing = prn_inspector_page_get_editing (self);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  PrnSlot slot;
  int to;

  if (!prn_editing_find (editing, path, &slot))
    return;
  to = slot.index + (g_str_equal (action, "item.up") ? -1 : 1);
  if (prn_editing_move (editing, path, (guint) MAX (to, 0), &error)) {
    g_autofree char *list = g_strndup (path, (gsize) (strrchr (path, '[') - path));
    g_autofree char *moved = g_strdup_printf ("%s[%d]", list, MAX (to, 0));

    prn_page_focus_next (self, moved, "menu");
  }
  tell_if (self, error);
}

static void
set_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (widget);
  PrnEditing *editing = prn_inspector_page_get_editing (self);
  g_autoptr (GError) error = NULL;
  const char *path, *json;

  g_variant_get (parameter, "(&s&s)", &path, &json);
  if (prn_editing_set (editing, path, *json != '\0' ? json : NULL, NULL, &error))
    prn_page_focus_next (self, path, "kind");
  tell_if (self, error);
}

static void
go_to_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PrnInspectorPage *self = PRN_INSPECTOR_PAGE (widget);

  prn_editing_go_to (prn_inspector_page_get_editing (self), g_variant_get_string (parameter, NULL));
}

void
prn_page_install_actions (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "item.add", "(ss)", add_action);
  gtk_widget_class_install_action (page_class, "item.remove", "s", remove_action);
  gtk_widget_class_install_action (page_class, "item.up", "s", move_action);
  gtk_widget_class_install_action (page_class, "item.down", "s", move_action);
  gtk_widget_class_install_action (page_class, "member.set", "(ss)", set_action);
  gtk_widget_class_install_action (page_class, "page.go-to", "s", go_to_action);
}
