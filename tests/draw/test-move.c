/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-move.h"
#include "prn-scene-private.h"
#include "prn-templates.h"

/* What is lifted off a scene and what is left of it are the scene again. */

static gboolean
has_item (PrnScene *scene, const char *id)
{
  for (guint i = 0; i < prn_scene_n_items (scene); i++)
    if (g_str_equal (prn_scene_item (scene, i)->id, id))
      return TRUE;
  return FALSE;
}

static void
test_lifting_leaves_the_rest (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
    const PrnStage *stage = scene->cards[1].stage;
    const char *ids[] = { stage->element.id, NULL };
    g_autoptr (PrnScene) rest = prn_scene_lift (scene, ids);
    guint n;

    g_assert_false (has_item (rest, stage->element.id));
    for (guint i = 0; i < prn_scene_n_items (scene); i++) {
      const PrnItem *item = prn_scene_item (scene, i);
      gboolean touches = g_str_equal (item->id, stage->element.id);

      if (item->kind == PRN_ITEM_TRIGGER) {
        const PrnTrigger *trigger = prn_map_lookup (prn_scene_get_map (scene), item->id);

        touches = g_str_equal (trigger->from, stage->element.id) ||
                  g_str_equal (trigger->to, stage->element.id);
      } else if (item->kind == PRN_ITEM_EVENT) {
        const PrnEvent *event = prn_map_lookup (prn_scene_get_map (scene), item->id);

        touches = g_strcmp0 (event->stage, stage->element.id) == 0;
      }
      g_assert_cmpint (has_item (rest, item->id), ==, !touches);
    }
    g_assert_nonnull (prn_scene_changes (rest, scene, &n));
    g_assert_cmpuint (n, ==, prn_scene_n_items (scene) - prn_scene_n_items (rest));
  }
}

static void
test_a_phase_takes_its_stages (void)
{
  g_autoptr (PrnMap) map = prn_template_load ("saas-two-phases", NULL);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  const PrnElement *phase = prn_map_nth (map, PRN_KIND_PHASE, 0);
  const char *ids[] = { phase->id, NULL };
  g_autoptr (PrnScene) rest = prn_scene_lift (scene, ids);
  g_autoptr (PrnMove) move = prn_move_new (scene, ids);
  PrnRectangle frame = prn_move_frame (move);

  g_assert_false (has_item (rest, phase->id));
  for (guint i = 0; i < scene->n_cards; i++) {
    const PrnStage *stage = scene->cards[i].stage;
    const PrnRectangle *r = &scene->cards[i].rect;
    gboolean within = g_strcmp0 (stage->phase, phase->id) == 0;

    g_assert_cmpint (has_item (rest, stage->element.id), ==, !within);
    g_assert_true (!within || prn_rectangle_overlaps (&frame, r));
  }
}

/* Nothing is painted outside of the bounds, wherever it is moved, at any detail. */
static void
test_bounds_hold_the_ink (void)
{
  static const PrnSpot ways[] = { { 0, 0 }, { 120, -40 }, { -300, 260 } };
  static const double zooms[] = { 1, 0.4, 0.1 };
  g_autoptr (PrnMap) map = prn_template_load ("saas-trial-to-upgrade", NULL);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);

  for (guint card = 0; card < scene->n_cards; card++) {
    const char *ids[] = { scene->cards[card].stage->element.id, NULL };
    g_autoptr (PrnMove) move = prn_move_new (scene, ids);

    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      for (guint z = 0; z < G_N_ELEMENTS (zooms); z++) {
        PrnRectangle bounds = prn_move_bounds (move, ways[i].x, ways[i].y);
        cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create (surface);
        double x, y, w, h;

        prn_move_paint (move, cr, ways[i].x, ways[i].y, zooms[z]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
        g_assert_cmpfloat (w, >, 0);
        g_assert_cmpfloat (x, >=, floor (bounds.x) - 1);
        g_assert_cmpfloat (y, >=, floor (bounds.y) - 1);
        g_assert_cmpfloat (x + w, <=, ceil (bounds.x + bounds.w) + 1);
        g_assert_cmpfloat (y + h, <=, ceil (bounds.y + bounds.h) + 1);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
  }
}

/* The next scene is made of the one before the lifting, never of the rest. */
static void
test_a_rest_is_not_updated (void)
{
  static const char *const names[] = { "one", "two", "three", NULL };
  static const char *const ids[] = { "two", NULL };
  g_autoptr (PrnMap) map = fixture_chain (names);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnScene) rest = prn_scene_lift (scene, ids);
  g_autoptr (PrnScene) next = prn_scene_update (rest, prn_scene_get_map (rest), NULL, NULL);
  guint n;

  g_assert_cmpuint (prn_scene_n_items (rest), ==, 2);
  g_assert_cmpuint (prn_scene_n_items (next), ==, prn_scene_n_items (scene));
  g_assert_null (prn_scene_changes (next, rest, &n));
}

/* At the end of the way the cards stand where the scene after has them, at its start where they
 * were. */
static void
test_between (void)
{
  static const char *const names[] = { "one", "two", NULL };
  g_autoptr (PrnMap) map = fixture_chain (names);
  g_autoptr (PrnScene) from = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnStage) stage = prn_element_copy (prn_map_nth (prn_scene_get_map (from),
                                                              PRN_KIND_STAGE, 1));
  g_autoptr (PrnMap) moved = NULL;
  g_autoptr (PrnScene) to = NULL;
  static const double parts[] = { 0, 0.5, 1 };

  stage->position.x += 1000;
  moved = prn_map_with (prn_scene_get_map (from), stage);
  to = prn_scene_update (from, moved, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);
    double x, y, w, h, right = from->cards[1].rect.x + from->cards[1].rect.w + 1000 * parts[i];

    prn_scene_paint_between (from, to, parts[i], cr, 1);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
    g_assert_cmpfloat (fabs (x + w - right), <, 16);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/rest", test_lifting_leaves_the_rest);
  g_test_add_func ("/move/phase", test_a_phase_takes_its_stages);
  g_test_add_func ("/move/bounds", test_bounds_hold_the_ink);
  g_test_add_func ("/move/between", test_between);
  g_test_add_func ("/move/rest-is-not-updated", test_a_rest_is_not_updated);
  return g_test_run ();
}
