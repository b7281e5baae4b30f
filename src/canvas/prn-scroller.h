/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-viewport.h"

G_BEGIN_DECLS

/* The two adjustments of a scrolled window kept in step with a viewport. They are in
 * pixels, and their origin is the map's. */

typedef struct _PrnScroller PrnScroller;

/**
 * PrnScrollerFunc:
 * @x: map unit at the left edge
 * @y: map unit at the top edge
 * @data: as given to prn_scroller_new()
 *
 * The user has scrolled.
 */
typedef void (*PrnScrollerFunc) (double x, double y, gpointer data);

/**
 * prn_scroller_new:
 * @func: called when the user scrolls
 * @data: for @func
 *
 * Returns: (transfer full): a scroller without adjustments
 */
PrnScroller *prn_scroller_new (PrnScrollerFunc func, gpointer data);
void prn_scroller_free (PrnScroller *self);

/**
 * prn_scroller_set_adjustment:
 * @self: a scroller
 * @orientation: which one
 * @adjustment: (nullable): the scrolled window's
 */
void prn_scroller_set_adjustment (PrnScroller *self, GtkOrientation orientation,
                                  GtkAdjustment *adjustment);

/**
 * prn_scroller_get_adjustment:
 * @self: a scroller
 * @orientation: which one
 *
 * Returns: (transfer none) (nullable): what was set
 */
GtkAdjustment *prn_scroller_get_adjustment (PrnScroller *self, GtkOrientation orientation);

/**
 * prn_scroller_show:
 * @self: a scroller
 * @viewport: what is in view
 *
 * Brings the adjustments in step; @func is not called.
 */
void prn_scroller_show (PrnScroller *self, const PrnViewport *viewport);

G_END_DECLS
