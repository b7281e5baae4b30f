/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-layout.h"

#include <math.h>

#include "fixture.h"
#include "prn-geometry.h"
#include "prn-map-file.h"
#include "prn-rank.h"
#include "prn-scene-private.h"
#include "prn-templates.h"

static const MapShape shapes[] = {
  { .stages = 1, .unplaced = TRUE },
  { .stages = 2, .triggers = 4, .unplaced = TRUE },
  { .stages = 9, .triggers = 14, .events = 30, .phases = 3, .notes = 2, .unplaced = TRUE },
  { .stages = 30, .triggers = 60, .events = 60, .phases = 6, .unplaced = TRUE },
  { .stages = 60, .triggers = 50, .events = 10, .phases = 40, .unplaced = TRUE },
  { .stages = 40, .triggers = 80, .unplaced = TRUE },
};

static PrnRectangle
stage_box (const PrnStage *stage)
{
  return (PrnRectangle){ stage->position.x, stage->position.y, stage->size.w, stage->size.h };
}

static void
assert_well_laid (PrnMap *map)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n; i++) {
    PrnRectangle box = stage_box (stages[i]);

    g_assert_cmpfloat (fmod (box.x, 8), ==, 0);
    g_assert_cmpfloat (fmod (box.y, 8), ==, 0);
    for (guint k = 0; k < i; k++) {
      PrnRectangle other = stage_box (stages[k]);

      g_assert_false (prn_rectangle_overlaps (&box, &other));
    }
  }
}

static void
assert_phases_apart (PrnMap *map)
{
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  guint n = prn_scene_n_items (scene);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++) {
      const PrnItem *a = prn_scene_item (scene, i), *b = prn_scene_item (scene, k);

      if (a->kind == PRN_ITEM_PHASE && b->kind == PRN_ITEM_PHASE)
        g_assert_false (prn_rectangle_overlaps (&a->handle, &b->handle));
    }
}

static void
test_stages_stand_apart_on_the_grid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint32 seed = 1; seed <= 4; seed++) {
      g_autoptr (PrnMap) map = fixture_map (&shapes[i], seed);
      g_autoptr (PrnMap) laid = prn_layout (map);

      assert_well_laid (laid);
      assert_phases_apart (laid);
    }
}

static void
test_templates (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    g_autoptr (PrnMap) laid = prn_layout (map);

    assert_well_laid (laid);
    assert_phases_apart (laid);
  }
}

static void
test_depends_on_the_map_alone (void)
{
  g_autoptr (PrnMap) map = fixture_map (&shapes[3], 7);
  g_autoptr (PrnMap) once = prn_layout (map);
  g_autoptr (PrnMap) again = prn_layout (map);
  g_autoptr (PrnMap) twice = prn_layout (once);

  g_assert_true (prn_map_equal (once, again));
  g_assert_true (prn_map_equal (once, twice));
}

static void
test_chain_runs_straight_to_the_right (void)
{
  static const char *const names[] = { "one", "two", "three", "four", NULL };
  g_autoptr (PrnMap) map = fixture_chain (names);
  g_autoptr (PrnMap) laid = prn_layout (map);
  guint n;
  const PrnStage *const *stages = prn_map_stages (laid, &n);

  for (guint i = 1; i < n; i++) {
    g_assert_cmpfloat (stages[i]->position.y, ==, stages[0]->position.y);
    g_assert_cmpfloat (stages[i]->position.x, >=, stages[i - 1]->position.x + 200 + 88);
  }
}

static void
test_bends_are_dropped (void)
{
  static const char *const names[] = { "one", "two", NULL };
  g_autoptr (PrnMap) chain = fixture_chain (names);
  g_autoptr (PrnTrigger) trigger = prn_element_copy (prn_map_nth (chain, PRN_KIND_TRIGGER, 0));
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnMap) laid = NULL;

  trigger->route.n = 1;
  trigger->route.items = g_new0 (PrnPoint, 1);
  map = prn_map_with (chain, trigger);
  laid = prn_layout (map);
  g_assert_cmpuint (((const PrnTrigger *) prn_map_nth (laid, PRN_KIND_TRIGGER, 0))->route.n, ==, 0);
}

/* A circle closes against the flow exactly once, and a shortcut is no way back. */
static void
test_ways_back (void)
{
  static const struct {
    guint from, to;
    gboolean back;
  } arcs[] = {
    { 0, 2, FALSE }, { 0, 1, FALSE }, { 1, 2, FALSE }, { 2, 3, FALSE }, { 3, 1, TRUE },
    { 2, 1, TRUE },  { 3, 3, TRUE },
  };
  static const char *const names[] = { "a", "b", "c", "d", NULL };
  g_autoptr (PrnMap) chain = fixture_chain (names);
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) bare = prn_map_ref (chain);
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnFlow) flow = NULL;

  for (guint i = 1; i < 4; i++) {
    g_autofree char *id = g_strdup_printf ("to-%s", names[i]);
    PrnMap *without = prn_map_without (bare, id);

    prn_map_unref (bare);
    bare = without;
  }
  for (guint i = 0; i < G_N_ELEMENTS (arcs); i++) {
    g_autofree char *id = g_strdup_printf ("arc-%u", i);
    PrnTrigger *trigger = prn_element_new (PRN_KIND_TRIGGER, id);

    prn_element_set_text (&trigger->from, names[arcs[i].from]);
    prn_element_set_text (&trigger->to, names[arcs[i].to]);
    g_ptr_array_add (triggers, trigger);
  }
  map = prn_map_with_all (bare, triggers->pdata, triggers->len);
  flow = prn_flow_new (map);
  g_assert_cmpuint (flow->n_arcs, ==, G_N_ELEMENTS (arcs));
  for (guint i = 0; i < flow->n_arcs; i++)
    g_assert_cmpint (flow->arcs[i].back, ==, arcs[flow->arcs[i].trigger].back);
}

static void
test_missing_places_no_others (void)
{
  const MapShape shape = { .stages = 12, .triggers = 20 };
  g_autoptr (PrnMap) placed = fixture_map (&shape, 3);
  g_autoptr (PrnMap) map = prn_map_ref (placed);
  g_autoptr (PrnMap) same = prn_layout_missing (placed);
  g_autoptr (PrnMap) filled = NULL;
  guint n;
  const PrnStage *const *before = prn_map_stages (placed, &n);
  const PrnStage *const *after;

  g_assert_true (same == placed);
  for (guint i = 0; i < n; i += 3) {
    g_autoptr (PrnStage) stage = prn_element_copy (before[i]);
    PrnMap *next;

    stage->position.x = stage->position.y = NAN;
    next = prn_map_with (map, stage);
    prn_map_unref (map);
    map = next;
  }

  filled = prn_layout_missing (map);
  after = prn_map_stages (filled, &n);
  for (guint i = 0; i < n; i++) {
    g_assert_false (isnan (after[i]->position.x));
    if (i % 3 != 0)
      g_assert_true (after[i] == before[i]);
    for (guint k = 0; k < i; k++) {
      PrnRectangle a = stage_box (after[i]), b = stage_box (after[k]);

      g_assert_false (prn_rectangle_overlaps (&a, &b));
    }
  }
}

/* Laid out anew, lines are straightened; of a map nobody has placed yet, nothing is taken away. */
static void
test_missing_keeps_bends (void)
{
  static const char text[] =
      "{\"format\": \"perennial-map\", \"version\": 1, \"title\": \"Bent\", \"stages\": ["
      "{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}], \"triggers\": ["
      "{\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"route\": [{\"x\": 8, \"y\": 16}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);
  g_autoptr (PrnMap) filled = NULL;
  g_autoptr (PrnMap) laid = NULL;
  guint n;

  g_assert_no_error (error);
  filled = prn_layout_missing (map);
  laid = prn_layout (filled);
  g_assert_cmpuint (prn_map_triggers (filled, &n)[0]->route.n, ==, 1);
  g_assert_cmpuint (prn_map_triggers (laid, &n)[0]->route.n, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (PrnMap) map = prn_map_new ("");
  g_autoptr (PrnMap) laid = prn_layout (map);

  g_assert_true (prn_map_equal (map, laid));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/apart-on-the-grid", test_stages_stand_apart_on_the_grid);
  g_test_add_func ("/layout/templates", test_templates);
  g_test_add_func ("/layout/depends-on-the-map-alone", test_depends_on_the_map_alone);
  g_test_add_func ("/layout/chain", test_chain_runs_straight_to_the_right);
  g_test_add_func ("/layout/bends-are-dropped", test_bends_are_dropped);
  g_test_add_func ("/layout/ways-back", test_ways_back);
  g_test_add_func ("/layout/missing", test_missing_places_no_others);
  g_test_add_func ("/layout/missing-keeps-bends", test_missing_keeps_bends);
  g_test_add_func ("/layout/empty", test_empty);
  return g_test_run ();
}
