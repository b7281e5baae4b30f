/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

/* The context menu: whoever has the canvas says what is in it; what makes no sense for what is
 * selected is not shown. */

void
prn_canvas_set_menu (PrnCanvas *self, GMenuModel *menu)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  if (menu == NULL)
    return;

  self->context_menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
}

void
prn_canvas_popup_menu (PrnCanvas *self, double x, double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->context_menu == NULL)
    return;
  prn_canvas_update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

/* The menu is about what is under the pointer. */
static void
open_at (PrnCanvas *canvas, double x, double y)
{
  const PrnItem *item = prn_canvas_item_at (canvas, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  canvas->pointer_x = x;
  canvas->pointer_y = y;
  if (item == NULL || !prn_selection_contains (canvas->selection, item->id))
    prn_selection_set_one (canvas->selection, item != NULL ? item->id : NULL);
  prn_canvas_popup_menu (canvas, x, y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PrnCanvas *canvas)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (canvas, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, PrnCanvas *canvas)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (canvas, x, y);
}

void
prn_tool_menu_attach (PrnCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (press));
}
