/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PrnCanvas *canvas)
{
  const PrnItem *item = prn_canvas_item_at (canvas, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  prn_canvas_set_selected (canvas, item != NULL ? item->id : NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PrnCanvas *canvas)
{
  prn_canvas_set_hovered (canvas, prn_canvas_item_at (canvas, x, y));
}

static void
leave_cb (GtkEventControllerMotion *controller, PrnCanvas *canvas)
{
  prn_canvas_set_hovered (canvas, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, PrnCanvas *canvas)
{
  if (keyval != GDK_KEY_Escape || prn_canvas_get_selected (canvas) == NULL)
    return GDK_EVENT_PROPAGATE;

  prn_canvas_set_selected (canvas, NULL);
  return GDK_EVENT_STOP;
}

void
prn_tool_select_attach (PrnCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), canvas);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
}
