/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_PALETTE (prn_palette_get_type ())
G_DECLARE_FINAL_TYPE (PrnPalette, prn_palette, PRN, PALETTE, AdwWindow)

/* Every action of the program and every element of the map by a few letters of its name.
 *
 * Signals: `action-chosen` (string: an action with prefix and target), `element-chosen` (string: an
 * id); the palette has closed by then. */

/**
 * prn_palette_new:
 * @parent: the window it is over
 * @canvas: (nullable): the widget that has the actions with the prefix `canvas`
 * @map: (nullable): whose elements can be gone to
 *
 * Returns: the palette, not shown yet
 */
GtkWidget *prn_palette_new (GtkWindow *parent, GtkWidget *canvas, PrnMap *map);

/**
 * prn_palette_search:
 * @self: a palette
 * @typed: what is searched for
 *
 * Does what typing does.
 */
void prn_palette_search (PrnPalette *self, const char *typed);

G_END_DECLS
