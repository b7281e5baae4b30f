/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What assistive technology can do with one item of the canvas: select it alone or as well, and from
 * there everything that the canvas can do with what is selected. */

/**
 * prn_item_actions_install:
 * @widget_class: the class of the accessible children of a canvas
 *
 * Installs the actions `item.…`. Their widgets tell their id by prn_item_actions_set_id().
 */
void prn_item_actions_install (GtkWidgetClass *widget_class);

/**
 * prn_item_actions_set_id:
 * @widget: a widget of that class
 * @id: the element it stands for
 */
void prn_item_actions_set_id (GtkWidget *widget, const char *id);

G_END_DECLS
