/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <math.h>

/* Pixels an arrow key scrolls by. */
#define STEP 64

static gboolean
direction_of (guint keyval, int *dx, int *dy)
{
  *dx = 0;
  *dy = 0;

  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    *dx = -1;
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    *dx = 1;
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    *dy = -1;
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    *dy = 1;
    return TRUE;
  default:
    return FALSE;
  }
}

/* How far to go from one item to another in a direction: the way along it plus twice
 * the way aside; infinite when the other does not lie that way. */
static double
distance_towards (const PrnItem *from, const PrnItem *to, int dx, int dy)
{
  double x = to->handle.x + to->handle.w / 2 - from->handle.x - from->handle.w / 2;
  double y = to->handle.y + to->handle.h / 2 - from->handle.y - from->handle.h / 2;
  double along = x * dx + y * dy;
  double aside = fabs (x * dy) + fabs (y * dx);

  return along > 0 && along >= aside / 2 ? along + 2 * aside : INFINITY;
}

/* Whether a trigger leads from one stage to the other, either way. */
static gboolean
linked (PrnMap *map, const char *a, const char *b)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  for (guint i = 0; i < n; i++) {
    const PrnTrigger *t = triggers[i];

    if ((g_str_equal (t->from, a) && g_str_equal (t->to, b)) ||
        (g_str_equal (t->from, b) && g_str_equal (t->to, a)))
      return TRUE;
  }

  return FALSE;
}

/* The stage that lies best in a direction: along a trigger if one leads there, else the nearest. */
static const PrnItem *
best_towards (PrnScene *scene, const PrnItem *from, int dx, int dy)
{
  const PrnItem *best = NULL, *nearest = NULL;
  double least = INFINITY, least_of_all = INFINITY;

  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);
    double distance;

    if (item->kind != PRN_ITEM_STAGE || item == from)
      continue;
    if (from == NULL || from->kind != PRN_ITEM_STAGE)
      return item; /* nothing to walk from: the first stage */
    distance = distance_towards (from, item, dx, dy);
    if (distance < least_of_all) {
      least_of_all = distance;
      nearest = item;
    }
    if (distance < least && linked (prn_scene_get_map (scene), from->id, item->id)) {
      least = distance;
      best = item;
    }
  }
  return best != NULL ? best : nearest;
}

static void
walk (PrnCanvas *canvas, int dx, int dy, gboolean extend)
{
  PrnScene *scene = prn_canvas_get_scene (canvas);
  const PrnItem *from = prn_canvas_find (canvas, prn_canvas_get_selected (canvas));
  const PrnItem *best = scene != NULL ? best_towards (scene, from, dx, dy) : NULL;

  if (best == NULL)
    return;
  if (extend)
    prn_selection_add (canvas->selection, best->id);
  else
    prn_selection_set_one (canvas->selection, best->id);
  prn_canvas_reveal (canvas, best->id);
}

/* Whether the arrow keys have something to move. */
static gboolean
can_be_nudged (PrnCanvas *canvas)
{
  return prn_canvas_is_editable (canvas) && prn_selection_get_n (canvas->selection) > 0;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, PrnCanvas *canvas)
{
  const PrnViewport *viewport = prn_canvas_viewport (canvas);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int dx, dy;

  if (!direction_of (keyval, &dx, &dy))
    return GDK_EVENT_PROPAGATE;

  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    walk (canvas, dx, dy, (modifiers & GDK_SHIFT_MASK) != 0);
  else if (modifiers == 0 && !can_be_nudged (canvas))
    prn_canvas_scroll_to (canvas, viewport->x + dx * STEP / viewport->zoom,
                          viewport->y + dy * STEP / viewport->zoom);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
prn_tool_walk_attach (PrnCanvas *canvas)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
}
