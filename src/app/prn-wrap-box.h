/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pixels: as high as a control in a sentence is. */
#define PRN_WRAP_BOX_ROW 30

#define PRN_TYPE_WRAP_BOX (prn_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (PrnWrapBox, prn_wrap_box, PRN, WRAP_BOX, GtkWidget)

/* Children in lines, like the words of a sentence: a line is broken where the next one has no room
 * left. Each has its natural width, at most that of the line. */

/**
 * prn_wrap_box_new:
 * @spacing: between two children and between two lines, in pixels
 *
 * Returns: an empty box
 */
GtkWidget *prn_wrap_box_new (int spacing);

/**
 * prn_wrap_box_append:
 * @self: a box
 * @child: a widget without a parent
 *
 * Adds a child at the end.
 */
void prn_wrap_box_append (PrnWrapBox *self, GtkWidget *child);

/**
 * prn_wrap_box_clear:
 * @self: a box
 *
 * Takes every child out.
 */
void prn_wrap_box_clear (PrnWrapBox *self);

G_END_DECLS
