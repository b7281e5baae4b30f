/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-templates.h"
#include "prn-tile.h"

/* A tile of which only what changed is painted again is the same as one painted anew. */

static const PrnTileScale scales[] = { { 1, 1 }, { 0.37, 1 } };

static PrnMap *
placed_template (const char *id)
{
  g_autoptr (PrnMap) map = prn_template_load (id, NULL);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);

  return prn_map_ref (prn_scene_get_map (scene));
}

static PrnMap *
with_moved (PrnMap *map, guint index, double dx, double dy)
{
  g_autoptr (PrnStage) stage = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, index));

  stage->position.x += dx;
  stage->position.y += dy;
  return prn_map_with (map, stage);
}

/* Cairo rounds the edges of shapes a little otherwise within another clip: nobody sees it. */
static void
assert_same_picture (PrnTile *a, PrnTile *b)
{
  const guint8 *left, *right;
  gsize size;

  cairo_surface_flush (a->surface);
  cairo_surface_flush (b->surface);
  left = cairo_image_surface_get_data (a->surface);
  right = cairo_image_surface_get_data (b->surface);
  size = (gsize) cairo_image_surface_get_stride (a->surface) * PRN_TILE_SIDE;
  for (gsize i = 0; i < size; i++)
    g_assert_cmpint (ABS (left[i] - right[i]), <=, i % 4 == 3 ? 255 : 16);
}

/* All tiles over the origin of the map, before and after. */
static void
check_tiles (PrnScene *before, PrnScene *after, const PrnTileScale *scale)
{
  const PrnColor ground = prn_theme_ground (PRN_THEME_LIGHT);
  guint n;
  const PrnRectangle *places = prn_scene_changes (after, before, &n);

  g_assert_nonnull (places);
  for (int row = -2; row < 6; row++)
    for (int column = -2; column < 8; column++) {
      PrnTile *kept = prn_tile_new (column, row), *anew = prn_tile_new (column, row);

      g_assert_true (prn_tile_is_stale (kept));
      prn_tile_paint (kept, scale, before, ground);
      g_assert_false (prn_tile_is_stale (kept));
      for (guint i = 0; i < n; i++)
        prn_tile_spoil (kept, scale, &places[i]);
      if (prn_tile_is_stale (kept))
        prn_tile_paint (kept, scale, after, ground);
      prn_tile_paint (anew, scale, after, ground);
      assert_same_picture (kept, anew);
      prn_tile_free (kept);
      prn_tile_free (anew);
    }
}

static void
test_update (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = placed_template (*id);
    g_autoptr (PrnScene) before = prn_scene_new (map, NULL, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
      g_autoptr (PrnMap) moved = with_moved (map, i, 40, 16);
      g_autoptr (PrnScene) after = prn_scene_update (before, moved, NULL, NULL);

      check_tiles (before, after, &scales[i]);
    }
  }
}

static void
test_lift (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = placed_template (*id);
    g_autoptr (PrnScene) before = prn_scene_new (map, NULL, NULL);
    const PrnElement *first = prn_map_nth (map, PRN_KIND_STAGE, 0);
    const char *ids[] = { first->id, NULL };
    g_autoptr (PrnScene) rest = prn_scene_lift (before, ids);

    for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
      check_tiles (before, rest, &scales[i]);
  }
}

/* What is far away spoils nothing. */
static void
test_far_away (void)
{
  g_autoptr (PrnMap) map = placed_template ("five-stages");
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  PrnTile *tile = prn_tile_new (0, 0);
  const PrnRectangle places[] = { { 600, 0, 50, 50 }, { -80, 30, 60, 10 }, { 0, 1e9, 1e9, 10 } };
  const PrnRectangle here = { 100, 100, 1, 1 };

  prn_tile_paint (tile, &scales[0], scene, prn_theme_ground (PRN_THEME_LIGHT));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    prn_tile_spoil (tile, &scales[0], &places[i]);
  g_assert_false (prn_tile_is_stale (tile));
  prn_tile_spoil (tile, &scales[0], &here);
  g_assert_true (prn_tile_is_stale (tile));
  prn_tile_free (tile);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Render nodes need no display. */
  gtk_init_check ();
  g_test_add_func ("/tile/update", test_update);
  g_test_add_func ("/tile/lift", test_lift);
  g_test_add_func ("/tile/far-away", test_far_away);
  return g_test_run ();
}
