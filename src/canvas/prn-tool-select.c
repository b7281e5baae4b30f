/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <math.h>

/* Pixels around a stage within which it shows its handles. */
#define OFFER_REACH 26

/* The stage at a point, the way to its handles included. */
static const PrnItem *
stage_near (PrnCanvas *canvas, double x, double y)
{
  const PrnItem *item = prn_canvas_item_at (canvas, x, y);
  const PrnItem *offered = prn_canvas_find (canvas, canvas->offered);

  if (item != NULL && item->kind == PRN_ITEM_STAGE)
    return item;
  if (offered != NULL) {
    PrnRectangle box = prn_rectangle_grown (prn_viewport_box (&canvas->viewport, offered->handle),
                                            OFFER_REACH);

    if (prn_rectangle_holds (&box, x, y))
      return offered;
  }
  return NULL;
}

static void
offer_handles (PrnCanvas *canvas, const PrnItem *stage)
{
  const char *id = stage != NULL && prn_canvas_is_editable (canvas) ? stage->id : NULL;

  if (g_strcmp0 (id, canvas->offered) == 0)
    return;
  g_free (canvas->offered);
  canvas->offered = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* How the pointer looks over a handle. */
static void
show_cursor (PrnCanvas *canvas, double x, double y)
{
  g_autoptr (GArray) handles = prn_canvas_handles (canvas);
  PrnHandle handle = prn_handles_at (handles, x, y, 10);
  const char *name = canvas->hovered != NULL ? "pointer" : NULL;

  switch (handle.kind) {
  case PRN_HANDLE_LINK:
  case PRN_HANDLE_END:
    name = "crosshair";
    break;
  case PRN_HANDLE_CORNER:
    name = handle.index % 2 == 0 ? "nwse-resize" : "nesw-resize";
    break;
  case PRN_HANDLE_BEND:
  case PRN_HANDLE_WAY:
    name = "move";
    break;
  case PRN_HANDLE_NONE:
  default:
    break;
  }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), name);
}

static void
double_click (PrnCanvas *canvas, const PrnItem *item, double x, double y)
{
  PrnCreation *creation;

  if (!prn_canvas_is_editable (canvas))
    return;
  if (item != NULL) {
    prn_canvas_rename (canvas, item->id);
    return;
  }
  creation = prn_creation_new (PRN_CREATION_STAGE, prn_canvas_get_map (canvas));
  prn_viewport_to_map (&canvas->viewport, x, y, &creation->box.x, &creation->box.y);
  creation->phase =
      g_strdup (prn_canvas_phase_at (canvas, creation->box.x, creation->box.y));
  prn_canvas_create (canvas, creation);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PrnCanvas *canvas)
{
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PrnCanvas *canvas)
{
  const PrnItem *item = prn_canvas_item_at (canvas, x, y);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GArray) handles = prn_canvas_handles (canvas);

  if (prn_handles_at (handles, x, y, 8).kind != PRN_HANDLE_NONE && n_press == 1 && item == NULL)
    return;
  if (n_press == 2) {
    double_click (canvas, item, x, y);
    return;
  }
  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
    prn_selection_set_one (canvas->selection, item != NULL ? item->id : NULL);
  else if (item != NULL)
    prn_selection_toggle (canvas->selection, item->id);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PrnCanvas *canvas)
{
  canvas->pointer_x = x;
  canvas->pointer_y = y;
  if (canvas->tool != NULL)
    return;
  prn_canvas_set_hovered (canvas, prn_canvas_item_at (canvas, x, y));
  offer_handles (canvas, stage_near (canvas, x, y));
  show_cursor (canvas, x, y);
}

static void
leave_cb (GtkEventControllerMotion *controller, PrnCanvas *canvas)
{
  canvas->pointer_x = canvas->pointer_y = NAN;
  prn_canvas_set_hovered (canvas, NULL);
  offer_handles (canvas, NULL);
}

void
prn_tool_select_attach (PrnCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), canvas);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), canvas);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), canvas);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
}
