/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-controls.h"

#include <glib/gi18n-lib.h>

#include "prn-page-mark.h"

GtkWidget *
prn_page_button (const char *label, const char *icon, const char *action, const char *format, ...)
{
  GtkWidget *button =
      icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);
  va_list arguments;

  va_start (arguments, format);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          g_variant_new_va (format, NULL, &arguments));
  va_end (arguments);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (icon != NULL) {
    gtk_widget_set_tooltip_text (button, label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  }
  return button;
}

void
prn_page_append_item (GMenu *menu, const char *label, const char *action, const char *path)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", path);
  g_menu_append_item (menu, item);
}

GtkWidget *
prn_page_more_button (const char *path, GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  prn_page_mark (button, path, "menu");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"),
                                  -1);
  return button;
}

GtkWidget *
prn_page_item_menu (const char *path, guint index, guint n, GMenuModel *more)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  if (more != NULL)
    g_menu_append_section (menu, NULL, more);
  if (index > 0)
    prn_page_append_item (own, _("Move _Up"), "item.up", path);
  if (index + 1 < n)
    prn_page_append_item (own, _("Move _Down"), "item.down", path);
  prn_page_append_item (own, _("_Remove"), "item.remove", path);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));

  return prn_page_more_button (path, G_MENU_MODEL (menu));
}
