/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <math.h>

/* What one notch of the wheel zooms by; four double the size. */
#define NOTCH 1.189207115002721

typedef struct {
  double x, y; /* the pointer, in pixels of the view */
  gboolean held;       /* by a pinch */
  double zoom;         /* when it began */
  double map_x, map_y; /* what was between the fingers then */
} Zoom;

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, Zoom *zoom)
{
  zoom->x = x;
  zoom->y = y;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, Zoom *zoom)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  PrnCanvas *canvas = PRN_CANVAS (widget);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (((state & GDK_CONTROL_MASK) != 0) == canvas->wheel_zooms)
    return GDK_EVENT_PROPAGATE;

  prn_canvas_zoom_about (canvas, zoom->x, zoom->y,
                         prn_canvas_get_zoom (canvas) * pow (NOTCH, -dy));
  return GDK_EVENT_STOP;
}

/* Two fingers take hold of the place between them. */
static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, Zoom *zoom)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  zoom->held = gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  if (!zoom->held)
    return;
  zoom->zoom = prn_canvas_get_zoom (PRN_CANVAS (widget));
  prn_viewport_to_map (prn_canvas_viewport (PRN_CANVAS (widget)), x, y, &zoom->map_x, &zoom->map_y);
  /* What the first finger has begun is not meant. */
  prn_canvas_cancel_tool (PRN_CANVAS (widget));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* What they hold stays under them: apart they zoom, together they pan. */
static void
pinch_cb (GtkGesture *gesture, GdkEventSequence *sequence, Zoom *zoom)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  if (!zoom->held || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  prn_canvas_hold (PRN_CANVAS (widget), zoom->map_x, zoom->map_y, x, y,
                   zoom->zoom * gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture)));
}

void
prn_tool_zoom_attach (PrnCanvas *canvas)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  Zoom *zoom = g_new0 (Zoom, 1);

  g_object_set_data_full (G_OBJECT (canvas), "prn-tool-zoom", zoom, g_free);

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), zoom);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), zoom);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), zoom);
  gtk_widget_add_controller (GTK_WIDGET (canvas), scroll);

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), zoom);
  g_signal_connect (pinch, "update", G_CALLBACK (pinch_cb), zoom);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (pinch));
}

void
prn_canvas_set_habits (PrnCanvas *self, gboolean wheel_zooms, gboolean grid)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  self->wheel_zooms = wheel_zooms;
  self->off_grid = !grid;
}
