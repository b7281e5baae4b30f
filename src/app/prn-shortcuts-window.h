/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * prn_shortcuts_window_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): a list of the first shortcut of each action that has any, not yet
 *   presented
 */
GtkWindow *prn_shortcuts_window_new (GtkWindow *parent);

/**
 * prn_shortcuts_window_describe:
 *
 * Returns: (transfer full): the same as a user interface file, which is the only way to make such a
 *   window in GTK 4.8
 */
char *prn_shortcuts_window_describe (void);

G_END_DECLS
