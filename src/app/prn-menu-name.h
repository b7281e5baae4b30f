/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * prn_menu_set_name:
 * @menu: a menu of texts
 * @name: what it is about: `Role`
 *
 * Names a menu for assistive technology. What has the focus in it is a button of GTK's that says
 * nothing of itself; it gets the name and what is chosen: `Role: Goal`.
 */
void prn_menu_set_name (GtkDropDown *menu, const char *name);

G_END_DECLS
