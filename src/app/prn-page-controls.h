/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Buttons and menus of a page of the inspector; what they do are its actions. */

/**
 * prn_page_button:
 * @label: what it says
 * @icon: (nullable): an icon instead; @label is its name then
 * @action: an action of the page: `item.remove`
 * @format: the types of its parameter: `ss`
 *
 * Returns: a button that does @action with the texts that follow
 */
GtkWidget *prn_page_button (const char *label, const char *icon, const char *action,
                            const char *format, ...);

/**
 * prn_page_append_item:
 * @menu: a menu
 * @label: what the item says
 * @action: an action of the page: `item.remove`
 * @path: the way to what it is done to
 *
 * Adds an item that does @action.
 */
void prn_page_append_item (GMenu *menu, const char *label, const char *action, const char *path);

/**
 * prn_page_more_button:
 * @path: the way to what the menu is about
 * @menu: the menu
 *
 * Returns: a button with a menu of what else can be done
 */
GtkWidget *prn_page_more_button (const char *path, GMenuModel *menu);

/**
 * prn_page_item_menu:
 * @path: the way to an item of a list: `by_segment[1]`
 * @index: its index
 * @n: how many items the list has
 * @more: (nullable): what else the menu offers, put first
 *
 * Returns: a button with a menu that moves the item and takes it out
 */
GtkWidget *prn_page_item_menu (const char *path, guint index, guint n, GMenuModel *more);

G_END_DECLS
