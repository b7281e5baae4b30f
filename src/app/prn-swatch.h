/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PRN_TYPE_SWATCH (prn_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PrnSwatch, prn_swatch, PRN, SWATCH, GtkToggleButton)

/* A button that is a color. */

/**
 * prn_swatch_new:
 * @color: a palette name, "" for none
 * @title: what it is called
 *
 * Returns: the button, not chosen
 */
GtkWidget *prn_swatch_new (const char *color, const char *title);

/* The color it stands for. */
const char *prn_swatch_get_color (PrnSwatch *self);

/* Shows whether it is the one chosen; tells nobody. */
void prn_swatch_set_chosen (PrnSwatch *self, gboolean chosen);

G_END_DECLS
