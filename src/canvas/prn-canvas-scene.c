/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include "prn-item-layer.h"

/* The scene that is shown, and what of it is where. */

/* Whether what is found for the one is of use for the other. */
static gboolean
is_made_of (PrnScene *scene, PrnScene *old)
{
  guint n;

  return scene != NULL && old != NULL && prn_scene_changes (scene, old, &n) != NULL;
}

/* With other numbers or in another theme: nobody has edited it. */
static gboolean
shows_same_map (PrnScene *a, PrnScene *b)
{
  return prn_scene_get_map (a) == prn_scene_get_map (b);
}

void
prn_canvas_set_scene (PrnCanvas *self, PrnScene *scene)
{
  g_autoptr (PrnScene) old = NULL;
  gboolean fits;

  g_return_if_fail (PRN_IS_CANVAS (self));

  if (scene == self->scene)
    return;

  old = g_steal_pointer (&self->scene);
  self->scene = scene != NULL ? prn_scene_ref (scene) : NULL;
  if (!is_made_of (scene, old))
    prn_canvas_forget_lines (self);
  prn_tiles_set_scene (self->tiles, scene, prn_theme_ground (self->theme));
  prn_item_layer_set_scene (PRN_ITEM_LAYER (self->layer), scene);
  prn_canvas_set_hovered (self, NULL);
  prn_canvas_drop_selected (self);

  self->viewport.content = scene != NULL ? prn_scene_bounds (scene) : (PrnRectangle){ 0 };
  fits = scene != NULL && (old == NULL || (self->fitted && shows_same_map (old, scene)));
  if (fits)
    prn_canvas_zoom_to_fit (self);
  if (fits && self->fitted)
    return;
  prn_viewport_clamp (&self->viewport);
  prn_canvas_view_changed (self, self->viewport.zoom);
}

PrnScene *
prn_canvas_get_scene (PrnCanvas *self)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), NULL);

  return self->scene;
}

void
prn_canvas_set_theme (PrnCanvas *self, PrnThemeKind theme)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  if (theme == self->theme)
    return;

  self->theme = theme;
  prn_tiles_set_scene (self->tiles, self->scene, prn_theme_ground (theme));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const PrnItem *
prn_canvas_item_at (PrnCanvas *self, double x, double y)
{
  double map_x, map_y;

  if (self->scene == NULL)
    return NULL;

  prn_viewport_to_map (&self->viewport, x, y, &map_x, &map_y);
  return prn_scene_hit (self->scene, map_x, map_y, PRN_CANVAS_TOLERANCE / self->viewport.zoom);
}

const PrnItem *
prn_canvas_find (PrnCanvas *self, const char *id)
{
  return self->scene != NULL ? prn_scene_find (self->scene, id) : NULL;
}

void
prn_canvas_set_hovered (PrnCanvas *self, const PrnItem *item)
{
  const char *id = item != NULL ? item->id : NULL;

  if (g_strcmp0 (id, self->hovered) == 0)
    return;

  g_free (self->hovered);
  self->hovered = g_strdup (id);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), id != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
