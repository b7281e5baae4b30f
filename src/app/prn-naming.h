/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * prn_naming_fill:
 * @root: a widget of a library, made of others
 *
 * Gives names to the controls inside to which GTK 4.8 and libadwaita 1.2 give a picture and no
 * name: the field that searches, the button that closes.
 */
void prn_naming_fill (GtkWidget *root);

G_END_DECLS
