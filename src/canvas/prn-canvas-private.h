/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/* What the canvas's tools may do with it. A tool is one gesture in one file, attached once. */

/**
 * prn_canvas_viewport:
 * @self: a canvas
 *
 * Returns: (transfer none): what is in view
 */
const PrnViewport *prn_canvas_viewport (PrnCanvas *self);

/**
 * prn_canvas_zoom_about:
 * @self: a canvas
 * @x: pixels from the left edge
 * @y: pixels from the top edge
 * @zoom: the new zoom
 */
void prn_canvas_zoom_about (PrnCanvas *self, double x, double y, double zoom);

/**
 * prn_canvas_scroll_to:
 * @self: a canvas
 * @x: map unit at the left edge
 * @y: map unit at the top edge
 */
void prn_canvas_scroll_to (PrnCanvas *self, double x, double y);

/**
 * prn_canvas_item_at:
 * @self: a canvas
 * @x: pixels from the left edge
 * @y: pixels from the top edge
 *
 * Returns: (transfer none) (nullable): the topmost item there, with a tolerance fit for a finger
 *   or a mouse
 */
const PrnItem *prn_canvas_item_at (PrnCanvas *self, double x, double y);

/**
 * prn_canvas_find:
 * @self: a canvas
 * @id: (nullable): id of an element
 *
 * Returns: (transfer none) (nullable): its item in the scene
 */
const PrnItem *prn_canvas_find (PrnCanvas *self, const char *id);

/**
 * prn_canvas_set_hovered:
 * @self: a canvas
 * @item: (nullable): the item the pointer is over
 */
void prn_canvas_set_hovered (PrnCanvas *self, const PrnItem *item);

/* Space+drag and the middle button move the view. */
void prn_tool_pan_attach (PrnCanvas *canvas);

/* Ctrl+wheel and pinch zoom about the pointer. */
void prn_tool_zoom_attach (PrnCanvas *canvas);

/* A click selects, the pointer highlights, Escape selects nothing. */
void prn_tool_select_attach (PrnCanvas *canvas);

/* Arrows scroll; Alt+arrow walks from the selected stage along its triggers. */
void prn_tool_walk_attach (PrnCanvas *canvas);

G_END_DECLS
