/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* Pixels within which a handle is hit, by mouse and by finger. */
#define REACH       10
#define TOUCH_REACH 20

/* The first that takes a drag gets it. */
static const PrnTool *const tools[] = {
  &prn_tool_link, &prn_tool_rewire, &prn_tool_bend,  &prn_tool_resize,
  &prn_tool_chip, &prn_tool_move,   &prn_tool_swipe, &prn_tool_band,
};

/* A drag that may still be a click. */
typedef struct {
  PrnPress press;
  char *item; /* its id: the scene may change before the drag begins */
  gboolean waiting;
  double x, y;     /* where the pointer is */
  GdkModifierType modifiers;
  gboolean from_inside; /* it has been away from the edge of the view */
  guint pull;           /* scrolls the view while the pointer is at its edge */
} Drag;

static void
drag_free (gpointer data)
{
  Drag *drag = data;

  g_free (drag->item);
  g_free (drag);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* Ends the drag without a drop. */
static void
end_tool (PrnCanvas *canvas)
{
  const PrnTool *tool = canvas->tool;
  gpointer state = canvas->tool_state;

  canvas->tool = NULL;
  canvas->tool_state = NULL;
  if (tool->free != NULL)
    tool->free (state);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), NULL);
  prn_canvas_update_actions (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

gboolean
prn_canvas_cancel_tool (PrnCanvas *self)
{
  if (self->tool == NULL)
    return FALSE;

  if (self->tool->cancel != NULL)
    self->tool->cancel (self, self->tool_state);
  end_tool (self);
  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Drag *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PrnCanvas *canvas = PRN_CANVAS (widget);
  g_autoptr (GArray) handles = prn_canvas_handles (canvas);
  PrnPress *press = &drag->press;

  gtk_widget_grab_focus (widget);
  *press = (PrnPress){ .x = x, .y = y };
  prn_viewport_to_map (&canvas->viewport, x, y, &press->map_x, &press->map_y);
  press->touch = is_touch (GTK_GESTURE (gesture));
  press->handle = prn_handles_at (handles, x, y, press->touch ? TOUCH_REACH : REACH);
  press->item = prn_canvas_item_at (canvas, x, y);
  press->modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_free (drag->item);
  drag->item = g_strdup (press->item != NULL ? press->item->id : NULL);
  drag->waiting = TRUE;
  drag->from_inside = FALSE;
}

/* The pointer has gone too far for a click. */
static void
begin_tool (PrnCanvas *canvas, GtkGesture *gesture, Drag *drag)
{
  drag->waiting = FALSE;
  drag->press.item = prn_canvas_find (canvas, drag->item);
  for (guint i = 0; i < G_N_ELEMENTS (tools) && canvas->tool == NULL; i++) {
    canvas->tool_state = tools[i]->begin (canvas, &drag->press);
    if (canvas->tool_state != NULL)
      canvas->tool = tools[i];
  }
  if (canvas->tool == NULL) {
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  prn_canvas_set_hovered (canvas, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), canvas->tool->cursor);
  prn_canvas_update_actions (canvas);
}

/* Tells the tool where the pointer is now, of the view and of the map. */
static void
update_tool (PrnCanvas *canvas, Drag *drag)
{
  PrnDrag now = { .x = drag->x, .y = drag->y, .modifiers = drag->modifiers };

  prn_viewport_to_map (&canvas->viewport, now.x, now.y, &now.map_x, &now.map_y);
  now.dx = now.map_x - drag->press.map_x;
  now.dy = now.map_y - drag->press.map_y;
  canvas->tool->update (canvas, canvas->tool_state, &now);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static gboolean
pull_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PrnCanvas *canvas = PRN_CANVAS (widget);
  Drag *drag = data;
  double dx, dy;

  if (canvas->tool == NULL || canvas->tool->moves_view ||
      !prn_viewport_edge_pull (&canvas->viewport, drag->x, drag->y, &dx, &dy)) {
    drag->pull = 0;
    return G_SOURCE_REMOVE;
  }
  prn_canvas_scroll_to (canvas, canvas->viewport.x + dx / canvas->viewport.zoom,
                        canvas->viewport.y + dy / canvas->viewport.zoom);
  update_tool (canvas, drag);
  return G_SOURCE_CONTINUE;
}

/* A drag begins to pull only once it has been away from the edge: what stands there can be moved
 * a little. */
static void
pull_at_edge (PrnCanvas *canvas, Drag *drag)
{
  double dx, dy;

  if (!prn_viewport_edge_pull (&canvas->viewport, drag->x, drag->y, &dx, &dy))
    drag->from_inside = TRUE;
  else if (drag->from_inside && drag->pull == 0 && !canvas->tool->moves_view)
    drag->pull = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), pull_cb, drag, NULL);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Drag *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PrnCanvas *canvas = PRN_CANVAS (widget);

  drag->x = drag->press.x + offset_x;
  drag->y = drag->press.y + offset_y;
  drag->modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if (drag->waiting && gtk_drag_check_threshold (widget, 0, 0, (int) offset_x, (int) offset_y))
    begin_tool (canvas, GTK_GESTURE (gesture), drag);
  if (canvas->tool == NULL)
    return;

  update_tool (canvas, drag);
  if (canvas->tool != NULL)
    pull_at_edge (canvas, drag);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, Drag *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  PrnCanvas *canvas = PRN_CANVAS (widget);

  drag->waiting = FALSE;
  if (canvas->tool == NULL)
    return;

  canvas->tool->drop (canvas, canvas->tool_state);
  if (canvas->tool != NULL)
    end_tool (canvas);
}

static void
cancelled_cb (GtkGesture *gesture, GdkEventSequence *sequence, Drag *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  drag->waiting = FALSE;
  prn_canvas_cancel_tool (PRN_CANVAS (widget));
}

void
prn_tool_drag_attach (PrnCanvas *canvas)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  Drag *drag = g_new0 (Drag, 1);

  g_object_set_data_full (G_OBJECT (canvas), "prn-tool-drag", drag, drag_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), drag);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), drag);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), drag);
  g_signal_connect (gesture, "cancel", G_CALLBACK (cancelled_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (gesture));
}
