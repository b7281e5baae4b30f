/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-scene.h"

G_BEGIN_DECLS

#define PRN_ZOOM_MIN 0.05
#define PRN_ZOOM_MAX 16.0

/**
 * PrnViewport:
 * @zoom: pixels a map unit is shown at
 * @x: map unit at the left edge of the view
 * @y: map unit at the top edge of the view
 * @width: of the view in pixels
 * @height: of the view in pixels
 * @content: what can be scrolled to, in map units
 *
 * What part of the map is seen, and how large. A plain value without a display. The view may leave
 * @content by half its own size on each side, so that every corner can be brought to the middle.
 */
typedef struct {
  double zoom;
  double x, y;
  double width, height;
  PrnRectangle content;
} PrnViewport;

/**
 * prn_viewport_init:
 * @self: (out): a view of nothing at 100 %
 */
void prn_viewport_init (PrnViewport *self);

/**
 * prn_viewport_to_map:
 * @self: a viewport
 * @view_x: pixels from the left edge
 * @view_y: pixels from the top edge
 * @x: (out): map units
 * @y: (out): map units
 */
void prn_viewport_to_map (const PrnViewport *self, double view_x, double view_y, double *x,
                          double *y);

/**
 * prn_viewport_to_view:
 * @self: a viewport
 * @x: map units
 * @y: map units
 * @view_x: (out): pixels from the left edge
 * @view_y: (out): pixels from the top edge
 */
void prn_viewport_to_view (const PrnViewport *self, double x, double y, double *view_x,
                           double *view_y);

/**
 * prn_viewport_box:
 * @self: a viewport
 * @rectangle: in map units
 *
 * Returns: where it is seen, in pixels of the view
 */
PrnRectangle prn_viewport_box (const PrnViewport *self, PrnRectangle rectangle);

/**
 * prn_viewport_visible:
 * @self: a viewport
 *
 * Returns: the part of the map in view, in map units
 */
PrnRectangle prn_viewport_visible (const PrnViewport *self);

/**
 * prn_viewport_zoom_about:
 * @self: a viewport
 * @view_x: pixels from the left edge
 * @view_y: pixels from the top edge
 * @zoom: the new zoom, clamped to its limits
 *
 * Zooms so that the map unit under a pixel stays under it (as far as the content's edge lets it).
 */
void prn_viewport_zoom_about (PrnViewport *self, double view_x, double view_y, double zoom);

/**
 * prn_viewport_hold:
 * @self: a viewport
 * @x: map units
 * @y: map units
 * @view_x: pixels from the left edge
 * @view_y: pixels from the top edge
 * @zoom: the new zoom, clamped to its limits
 *
 * Brings a place of the map under a pixel: what two fingers hold stays under them.
 */
void prn_viewport_hold (PrnViewport *self, double x, double y, double view_x, double view_y,
                        double zoom);

/**
 * prn_viewport_edge_pull:
 * @self: a viewport
 * @view_x: pixels from the left edge, of a pointer that drags something
 * @view_y: pixels from the top edge
 * @dx: (out): pixels by which the view is to scroll in a frame, 0 away from its edges
 * @dy: (out): the same downwards
 *
 * The nearer to an edge, and beyond it, the faster.
 *
 * Returns: whether it is to scroll at all
 */
gboolean prn_viewport_edge_pull (const PrnViewport *self, double view_x, double view_y, double *dx,
                                 double *dy);

/**
 * prn_viewport_fit:
 * @self: a viewport
 * @rectangle: in map units
 * @margin: pixels to leave free on each side
 * @max_zoom: do not come closer than this
 *
 * Shows a rectangle whole and in the middle.
 */
void prn_viewport_fit (PrnViewport *self, PrnRectangle rectangle, double margin, double max_zoom);

/**
 * prn_viewport_reveal:
 * @self: a viewport
 * @rectangle: in map units
 * @margin: pixels to leave free around it
 *
 * Scrolls as little as is needed for the rectangle to be in view; one larger than the view is
 * shown from its top left.
 */
void prn_viewport_reveal (PrnViewport *self, PrnRectangle rectangle, double margin);

/**
 * prn_viewport_limits:
 * @self: a viewport
 * @x_lower: (out): the least @x, in map units
 * @x_upper: (out): the right edge of the view at the greatest @x
 * @y_lower: (out): the least @y
 * @y_upper: (out): the bottom edge of the view at the greatest @y
 */
void prn_viewport_limits (const PrnViewport *self, double *x_lower, double *x_upper,
                          double *y_lower, double *y_upper);

/**
 * prn_viewport_clamp:
 * @self: a viewport
 *
 * Brings @zoom, @x and @y within their limits.
 */
void prn_viewport_clamp (PrnViewport *self);

G_END_DECLS
