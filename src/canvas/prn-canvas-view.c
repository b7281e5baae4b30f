/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* What of the map is in view. */

/* Pixels: what stays free around a fitted map, and around something revealed. */
#define FIT_MARGIN    32
#define FIT_FOOT      40 /* more of it below the whole map, where the zoom is shown */
#define REVEAL_MARGIN 48

void
prn_canvas_view_changed (PrnCanvas *self, double old_zoom)
{
  self->fitted = FALSE;
  prn_scroller_show (self->scroller, &self->viewport);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  prn_canvas_tell_view (self);
  if (self->viewport.zoom != old_zoom)
    g_object_notify (G_OBJECT (self), "zoom");
}

const PrnViewport *
prn_canvas_viewport (PrnCanvas *self)
{
  return &self->viewport;
}

void
prn_canvas_zoom_about (PrnCanvas *self, double x, double y, double zoom)
{
  double old_zoom = self->viewport.zoom;

  prn_viewport_zoom_about (&self->viewport, x, y, zoom);
  prn_canvas_view_changed (self, old_zoom);
}

void
prn_canvas_hold (PrnCanvas *self, double x, double y, double view_x, double view_y, double zoom)
{
  double old_zoom = self->viewport.zoom;

  prn_viewport_hold (&self->viewport, x, y, view_x, view_y, zoom);
  prn_canvas_view_changed (self, old_zoom);
}

void
prn_canvas_scroll_to (PrnCanvas *self, double x, double y)
{
  self->viewport.x = x;
  self->viewport.y = y;
  prn_viewport_clamp (&self->viewport);
  prn_canvas_view_changed (self, self->viewport.zoom);
}

void
prn_canvas_reveal (PrnCanvas *self, const char *id)
{
  const PrnItem *item;

  g_return_if_fail (PRN_IS_CANVAS (self));

  item = prn_canvas_find (self, id);
  if (item == NULL)
    return;

  prn_viewport_reveal (&self->viewport, item->handle, REVEAL_MARGIN);
  prn_canvas_view_changed (self, self->viewport.zoom);
}

double
prn_canvas_get_zoom (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), 1.0);

  return self->viewport.zoom;
}

void
prn_canvas_zoom_by (PrnCanvas *self, double factor)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  prn_canvas_zoom_to (self, self->viewport.zoom * factor);
}

void
prn_canvas_zoom_to (PrnCanvas *self, double zoom)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  prn_canvas_zoom_about (self, self->viewport.width / 2, self->viewport.height / 2, zoom);
}

/* @foot: pixels at the lower edge that are left free. */
static void
fit (PrnCanvas *self, PrnRectangle rectangle, double max_zoom, double foot)
{
  double old_zoom = self->viewport.zoom;

  self->fit_pending = self->viewport.width <= 1 || self->viewport.height <= 1;
  if (self->fit_pending)
    return;

  self->viewport.height -= foot;
  prn_viewport_fit (&self->viewport, rectangle, FIT_MARGIN, max_zoom);
  self->viewport.height += foot;
  prn_canvas_view_changed (self, old_zoom);
}

void
prn_canvas_zoom_to_fit (PrnCanvas *self)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  fit (self, self->viewport.content, 1.0, MIN (FIT_FOOT, self->viewport.height / 8));
  self->fitted = !self->fit_pending;
}

void
prn_canvas_zoom_to_selection (PrnCanvas *self)
{
  const PrnItem *item;

  g_return_if_fail (PRN_IS_CANVAS (self));

  item = prn_canvas_find (self, prn_canvas_get_selected (self));
  if (item != NULL)
    fit (self, item->bounds, 2.0, 0);
  else
    prn_canvas_zoom_to_fit (self);
}
