/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ghost.h"

#include <math.h>

#include "prn-edit.h"
#include "prn-geometry.h"

/* How much of the original shows through the ground while its ghost is away. */
#define PALE 0.65f

/* A picture of more pixels than this is painted smaller and shown larger. */
#define MOST_PIXELS 4e6

struct _PrnGhost {
  PrnScene *scene; /* nullable: of what is dragged alone */
  PrnRectangle bounds;
  GArray *boxes; /* PrnRectangle: what of the original is paled */
  PrnThemeKind theme;
  GskRenderNode *node; /* nullable; painted at @zoom with the bounds' corner at 0, 0 */
  double zoom;
};

/* A stage that is dragged without its phase leaves the band behind. */
static PrnMap *
without_other_phases (PrnMap *map, const char *const *ids)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint n;
  const PrnPhase *const *phases = prn_map_phases (map, &n);

  for (guint i = 0; i < n; i++)
    if (!g_strv_contains (ids, phases[i]->element.id))
      g_ptr_array_add (others, phases[i]->element.id);
  g_ptr_array_add (others, NULL);
  return prn_edit_remove (map, (const char *const *) others->pdata);
}

static void
add_boxes (PrnGhost *self, PrnMap *map, PrnKind kind)
{
  for (guint i = 0; i < prn_map_n (map, kind); i++) {
    PrnRectangle box;

    if (!prn_edit_get_box (prn_map_nth (map, kind, i), &box))
      continue;
    g_array_append_val (self->boxes, box);
    self->bounds = prn_rectangle_union (self->bounds, box);
  }
}

PrnGhost *
prn_ghost_new (PrnScene *scene, const char *const *ids, PrnThemeKind theme)
{
  PrnGhost *self = g_new0 (PrnGhost, 1);
  g_autoptr (PrnMap) copied = prn_edit_copied_map (prn_scene_get_map (scene), ids);
  const PrnSceneOptions options = { .theme = theme, .frames = TRUE };

  self->boxes = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  self->theme = theme;
  if (copied != NULL) {
    g_autoptr (PrnMap) map = without_other_phases (copied, ids);

    add_boxes (self, map, PRN_KIND_STAGE);
    add_boxes (self, map, PRN_KIND_NOTE);
    add_boxes (self, map, PRN_KIND_FRAME);
    self->scene = prn_scene_new (map, NULL, &options);
  }
  return self;
}

void
prn_ghost_free (PrnGhost *self)
{
  g_clear_pointer (&self->scene, prn_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_array_unref (self->boxes);
  g_free (self);
}

PrnRectangle
prn_ghost_bounds (const PrnGhost *self)
{
  return self->bounds;
}

/* Paints the picture for a zoom. */
static void
paint (PrnGhost *self, double zoom)
{
  PrnRectangle ink = prn_scene_bounds (self->scene);
  double scale = zoom;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  if (ink.w * ink.h * scale * scale > MOST_PIXELS)
    scale = sqrt (MOST_PIXELS / (ink.w * ink.h));
  gtk_snapshot_scale (snapshot, (float) (zoom / scale), (float) (zoom / scale));
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) (ink.w * scale) + 1,
                                                       (float) (ink.h * scale) + 1));
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -ink.x, -ink.y);
  prn_scene_paint (self->scene, cr, NULL, zoom);
  cairo_destroy (cr);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  self->zoom = zoom;
}

static void
pale_original (const PrnGhost *self, GtkSnapshot *snapshot, const PrnViewport *viewport)
{
  PrnColor ground = prn_theme_ground (self->theme);
  GdkRGBA veil = { (float) ground.r, (float) ground.g, (float) ground.b, PALE };
  const PrnRectangle view = { 0, 0, viewport->width, viewport->height };

  for (guint i = 0; i < self->boxes->len; i++) {
    PrnRectangle box = prn_rectangle_grown (
        prn_viewport_box (viewport, g_array_index (self->boxes, PrnRectangle, i)), 1);

    if (prn_rectangle_overlaps (&box, &view))
      gtk_snapshot_append_color (snapshot, &veil,
                                 &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.w,
                                                      (float) box.h));
  }
}

void
prn_ghost_snapshot (PrnGhost *self, GtkSnapshot *snapshot, const PrnViewport *viewport, double dx,
                    double dy, gboolean copy)
{
  PrnRectangle ink;

  if (self->scene == NULL)
    return;
  if (!copy)
    pale_original (self, snapshot, viewport);
  if (self->node == NULL || self->zoom != viewport->zoom)
    paint (self, viewport->zoom);
  if (self->node == NULL)
    return;

  ink = prn_viewport_box (viewport, prn_scene_bounds (self->scene));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (ink.x + dx * viewport->zoom),
                                                (float) (ink.y + dy * viewport->zoom)));
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}
