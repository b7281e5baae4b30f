/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* The state of one canvas's panning, owned by its drag gesture. */
typedef struct {
  gboolean space; /* Space is held */
  double x, y;    /* of the viewport when the drag began */
} Pan;

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, Pan *pan)
{
  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  pan->space = TRUE;
  return GDK_EVENT_STOP;
}

static void
key_released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                 GdkModifierType state, Pan *pan)
{
  if (keyval == GDK_KEY_space)
    pan->space = FALSE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Pan *pan)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const PrnViewport *viewport = prn_canvas_viewport (PRN_CANVAS (widget));

  if (button != GDK_BUTTON_MIDDLE && !(button == GDK_BUTTON_PRIMARY && pan->space)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (widget, "grabbing");
  pan->x = viewport->x;
  pan->y = viewport->y;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Pan *pan)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double zoom = prn_canvas_get_zoom (PRN_CANVAS (widget));

  prn_canvas_scroll_to (PRN_CANVAS (widget), pan->x - offset_x / zoom, pan->y - offset_y / zoom);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Pan *pan)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_set_cursor_from_name (widget, NULL);
}

void
prn_tool_pan_attach (PrnCanvas *canvas)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  Pan *pan = g_new0 (Pan, 1);

  g_object_set_data_full (G_OBJECT (canvas), "prn-tool-pan", pan, g_free);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), pan);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), pan);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);

  /* Before the click that selects. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), pan);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), pan);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), pan);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
}
