/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-viewport.h"

/* Pixels from its edge where a view begins to scroll under a drag; pixels a frame for each of them,
 * and at most. */
#define EDGE     24.0
#define PULL     0.5
#define PULL_MAX 32.0

void
prn_viewport_init (PrnViewport *self)
{
  *self = (PrnViewport){ .zoom = 1.0 };
}

void
prn_viewport_to_map (const PrnViewport *self, double view_x, double view_y, double *x, double *y)
{
  *x = self->x + view_x / self->zoom;
  *y = self->y + view_y / self->zoom;
}

void
prn_viewport_to_view (const PrnViewport *self, double x, double y, double *view_x, double *view_y)
{
  *view_x = (x - self->x) * self->zoom;
  *view_y = (y - self->y) * self->zoom;
}

PrnRectangle
prn_viewport_box (const PrnViewport *self, PrnRectangle rectangle)
{
  return (PrnRectangle){ (rectangle.x - self->x) * self->zoom, (rectangle.y - self->y) * self->zoom,
                         rectangle.w * self->zoom, rectangle.h * self->zoom };
}

PrnRectangle
prn_viewport_visible (const PrnViewport *self)
{
  return (PrnRectangle){ self->x, self->y, self->width / self->zoom, self->height / self->zoom };
}

void
prn_viewport_zoom_about (PrnViewport *self, double view_x, double view_y, double zoom)
{
  double x, y;

  prn_viewport_to_map (self, view_x, view_y, &x, &y);
  self->zoom = CLAMP (zoom, PRN_ZOOM_MIN, PRN_ZOOM_MAX);
  self->x = x - view_x / self->zoom;
  self->y = y - view_y / self->zoom;
  prn_viewport_clamp (self);
}

void
prn_viewport_hold (PrnViewport *self, double x, double y, double view_x, double view_y, double zoom)
{
  self->zoom = CLAMP (zoom, PRN_ZOOM_MIN, PRN_ZOOM_MAX);
  self->x = x - view_x / self->zoom;
  self->y = y - view_y / self->zoom;
  prn_viewport_clamp (self);
}

/* Along one axis. In a view too small to have a middle nothing pulls. */
static double
pull_along (double at, double length)
{
  double beyond = at < EDGE ? at - EDGE : at > length - EDGE ? at - (length - EDGE) : 0;

  if (length < 4 * EDGE)
    return 0;
  return CLAMP (beyond * PULL, -PULL_MAX, PULL_MAX);
}

gboolean
prn_viewport_edge_pull (const PrnViewport *self, double view_x, double view_y, double *dx,
                        double *dy)
{
  *dx = pull_along (view_x, self->width);
  *dy = pull_along (view_y, self->height);
  return *dx != 0 || *dy != 0;
}

void
prn_viewport_fit (PrnViewport *self, PrnRectangle rectangle, double margin, double max_zoom)
{
  double width = MAX (self->width - 2 * margin, 1);
  double height = MAX (self->height - 2 * margin, 1);
  double zoom = max_zoom;

  if (rectangle.w > 0)
    zoom = MIN (zoom, width / rectangle.w);
  if (rectangle.h > 0)
    zoom = MIN (zoom, height / rectangle.h);

  self->zoom = CLAMP (zoom, PRN_ZOOM_MIN, PRN_ZOOM_MAX);
  self->x = rectangle.x + rectangle.w / 2 - self->width / self->zoom / 2;
  self->y = rectangle.y + rectangle.h / 2 - self->height / self->zoom / 2;
  prn_viewport_clamp (self);
}

/* Where a view of @length must begin so that [@low, @high] is in it, moving as little as can be. */
static double
reveal_along (double start, double length, double low, double high)
{
  if (low < start || high - low > length)
    return low;
  if (high > start + length)
    return high - length;
  return start;
}

void
prn_viewport_reveal (PrnViewport *self, PrnRectangle rectangle, double margin)
{
  PrnRectangle visible = prn_viewport_visible (self);
  double space = margin / self->zoom;

  self->x = reveal_along (visible.x, visible.w, rectangle.x - space,
                          rectangle.x + rectangle.w + space);
  self->y = reveal_along (visible.y, visible.h, rectangle.y - space,
                          rectangle.y + rectangle.h + space);
  prn_viewport_clamp (self);
}

void
prn_viewport_limits (const PrnViewport *self, double *x_lower, double *x_upper, double *y_lower,
                     double *y_upper)
{
  PrnRectangle visible = prn_viewport_visible (self);

  *x_lower = self->content.x - visible.w / 2;
  *x_upper = self->content.x + self->content.w + visible.w / 2;
  *y_lower = self->content.y - visible.h / 2;
  *y_upper = self->content.y + self->content.h + visible.h / 2;
}

void
prn_viewport_clamp (PrnViewport *self)
{
  double x_lower, x_upper, y_lower, y_upper;

  self->zoom = CLAMP (self->zoom, PRN_ZOOM_MIN, PRN_ZOOM_MAX);
  prn_viewport_limits (self, &x_lower, &x_upper, &y_lower, &y_upper);
  self->x = CLAMP (self->x, x_lower, x_upper - self->width / self->zoom);
  self->y = CLAMP (self->y, y_lower, y_upper - self->height / self->zoom);
}
