/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"

G_BEGIN_DECLS

#define PRN_TYPE_MINIMAP (prn_minimap_get_type ())
G_DECLARE_FINAL_TYPE (PrnMinimap, prn_minimap, PRN, MINIMAP, GtkWidget)

/* The whole map in the corner of a canvas, with what is in view framed. A click or a drag brings a
 * place into view, arrows move the view, Home shows everything. It hides itself while the whole
 * map is in view, and where the canvas' property `show-minimap` says so. */

/**
 * prn_minimap_new:
 * @canvas: whose map; the minimap keeps a reference
 *
 * Returns: a minimap, to be laid over the canvas
 */
GtkWidget *prn_minimap_new (PrnCanvas *canvas);

/**
 * prn_minimap_fit:
 * @content: a map's rectangle
 * @width: of the widget
 * @height: of the widget
 * @x: (out): map unit at its left edge
 * @y: (out): map unit at its top edge
 *
 * Fits a map into a minimap, in the middle.
 *
 * Returns: pixels a map unit
 */
double prn_minimap_fit (PrnRectangle content, double width, double height, double *x, double *y);

G_END_DECLS
