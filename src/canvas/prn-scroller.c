/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scroller.h"

struct _PrnScroller {
  GtkAdjustment *adjustments[2]; /* by orientation */
  double zoom;
  gboolean showing; /* the adjustments are being set from the viewport */
  PrnScrollerFunc func;
  gpointer data;
};

static void
value_changed_cb (GtkAdjustment *adjustment, PrnScroller *self)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (self->showing || horizontal == NULL || vertical == NULL)
    return;

  self->func (gtk_adjustment_get_value (horizontal) / self->zoom,
              gtk_adjustment_get_value (vertical) / self->zoom, self->data);
}

PrnScroller *
prn_scroller_new (PrnScrollerFunc func, gpointer data)
{
  PrnScroller *self = g_new0 (PrnScroller, 1);

  self->zoom = 1;
  self->func = func;
  self->data = data;
  return self;
}

void
prn_scroller_free (PrnScroller *self)
{
  prn_scroller_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  prn_scroller_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_free (self);
}

void
prn_scroller_set_adjustment (PrnScroller *self, GtkOrientation orientation,
                             GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;

  *place = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
}

GtkAdjustment *
prn_scroller_get_adjustment (PrnScroller *self, GtkOrientation orientation)
{
  return self->adjustments[orientation];
}

static void
configure (GtkAdjustment *adjustment, double zoom, double value, double lower, double upper,
           double page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value * zoom, lower * zoom, upper * zoom, page * 0.1,
                              page * 0.9, page);
}

void
prn_scroller_show (PrnScroller *self, const PrnViewport *viewport)
{
  double x_lower, x_upper, y_lower, y_upper;

  prn_viewport_limits (viewport, &x_lower, &x_upper, &y_lower, &y_upper);
  self->zoom = viewport->zoom;
  self->showing = TRUE;
  configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], viewport->zoom, viewport->x, x_lower,
             x_upper, viewport->width);
  configure (self->adjustments[GTK_ORIENTATION_VERTICAL], viewport->zoom, viewport->y, y_lower,
             y_upper, viewport->height);
  self->showing = FALSE;
}
