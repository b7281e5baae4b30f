/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-transition.h"

/* Microseconds. */
#define DURATION 250000

struct _PrnTransition {
  GtkWidget *widget;
  PrnScene *from, *to;
  gint64 start; /* of the frame clock; 0: at the next frame */
  guint tick;
};

double
prn_transition_part (gint64 elapsed)
{
  double left = 1 - CLAMP ((double) elapsed / DURATION, 0, 1);

  return 1 - left * left * left;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

PrnTransition *
prn_transition_new (GtkWidget *widget, PrnScene *from, PrnScene *to)
{
  PrnTransition *self;
  gboolean wanted;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &wanted, NULL);
  if (!wanted || from == NULL || to == NULL || from == to ||
      prn_scene_n_items (to) > PRN_TRANSITION_ITEMS_MAX)
    return NULL;

  self = g_new0 (PrnTransition, 1);
  self->widget = widget;
  self->from = prn_scene_ref (from);
  self->to = prn_scene_ref (to);
  self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
  return self;
}

void
prn_transition_free (PrnTransition *self)
{
  gtk_widget_remove_tick_callback (self->widget, self->tick);
  prn_scene_unref (self->from);
  prn_scene_unref (self->to);
  g_free (self);
}

gboolean
prn_transition_snapshot (PrnTransition *self, const PrnViewport *viewport, PrnThemeKind theme,
                         GtkSnapshot *snapshot)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);
  gint64 now = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  PrnColor ground = prn_theme_ground (theme);
  double part;
  cairo_t *cr;

  if (self->start == 0)
    self->start = now;
  part = prn_transition_part (now - self->start);
  if (part >= 1)
    return FALSE;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width,
                                                       (float) viewport->height));
  cairo_set_source_rgb (cr, ground.r, ground.g, ground.b);
  cairo_paint (cr);
  cairo_scale (cr, viewport->zoom, viewport->zoom);
  cairo_translate (cr, -viewport->x, -viewport->y);
  prn_scene_paint_between (self->from, self->to, part, cr, viewport->zoom);
  cairo_destroy (cr);
  return TRUE;
}
