/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-layout.h"
#include "prn-scene-private.h"
#include "prn-templates.h"

/* A scene that is updated step by step shows what one made anew shows. Lines may run
 * elsewhere, and so labels stand elsewhere; all else is the same, and what must hold in every
 * picture holds. Random edits of the templates and of random maps. */

#define EDITS 24

static gpointer
any_copy (PrnMap *map, PrnKind kind, GRand *random)
{
  guint n = prn_map_n (map, kind);

  return n == 0 ? NULL
                : prn_element_copy (
                      prn_map_nth (map, kind, (guint) g_rand_int_range (random, 0, (int) n)));
}

static const char *
any_id (PrnMap *map, PrnKind kind, GRand *random)
{
  guint n = prn_map_n (map, kind);

  if (n == 0)
    return "nothing";
  return ((const PrnElement *) prn_map_nth (map, kind,
                                            (guint) g_rand_int_range (random, 0, (int) n)))->id;
}

static PrnMap *
with (PrnMap *map, gpointer element)
{
  PrnMap *edited = element != NULL ? prn_map_with (map, element) : prn_map_ref (map);

  prn_element_unref (element);
  return edited;
}

static gboolean
is_free (PrnMap *map, const PrnStage *stage)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (stages[i]->element.id, stage->element.id) &&
        fabs (stages[i]->position.x - stage->position.x) < 280 &&
        fabs (stages[i]->position.y - stage->position.y) < 200)
      return FALSE;
  return stage->position.x > -100;
}

/* Somewhere near that no other card is. */
static void
place_freely (PrnMap *map, PrnStage *stage, GRand *random)
{
  double x = stage->position.x, y = stage->position.y;

  for (double reach = 160;; reach += 40) {
    stage->position.x = x + round (g_rand_double_range (random, -reach, reach) / 8) * 8;
    stage->position.y = y + round (g_rand_double_range (random, -reach, reach) / 8) * 8;
    if (is_free (map, stage))
      return;
  }
}

static PrnMap *
move_stage (PrnMap *map, GRand *random)
{
  PrnStage *stage = any_copy (map, PRN_KIND_STAGE, random);

  if (stage != NULL)
    place_freely (map, stage, random);
  return with (map, stage);
}

static PrnMap *
add_stage (PrnMap *map, GRand *random)
{
  g_autofree char *id = prn_map_new_id (map, "new stage");
  PrnStage *stage = prn_element_new (PRN_KIND_STAGE, id);

  stage->position = (PrnPoint){ NULL, 300, 300 };
  place_freely (map, stage, random);
  prn_element_set_text (&stage->phase, any_id (map, PRN_KIND_PHASE, random));
  if (prn_map_n (map, PRN_KIND_PHASE) == 0)
    g_clear_pointer (&stage->phase, g_free);
  return with (map, stage);
}

static PrnMap *
add_trigger (PrnMap *map, GRand *random)
{
  g_autofree char *id = prn_map_new_id (map, "new trigger");
  PrnTrigger *trigger = prn_element_new (PRN_KIND_TRIGGER, id);

  prn_element_set_text (&trigger->from, any_id (map, PRN_KIND_STAGE, random));
  prn_element_set_text (&trigger->to, any_id (map, PRN_KIND_STAGE, random));
  prn_element_set_text (&trigger->name, "Added");
  return with (map, trigger);
}

static PrnMap *
reconnect (PrnMap *map, GRand *random)
{
  PrnTrigger *trigger = any_copy (map, PRN_KIND_TRIGGER, random);

  if (trigger != NULL)
    prn_element_set_text (g_rand_boolean (random) ? &trigger->from : &trigger->to,
                          any_id (map, PRN_KIND_STAGE, random));
  return with (map, trigger);
}

static PrnMap *
rename_stage (PrnMap *map, GRand *random)
{
  static const char *const names[] = { "Short", "A name that needs two lines on its card", "" };
  PrnStage *stage = any_copy (map, PRN_KIND_STAGE, random);

  if (stage != NULL)
    prn_element_set_text (&stage->name, names[g_rand_int_range (random, 0, 3)]);
  return with (map, stage);
}

static PrnMap *
set_role (PrnMap *map, GRand *random)
{
  PrnStage *stage = any_copy (map, PRN_KIND_STAGE, random);

  if (stage != NULL)
    stage->role = (PrnRole) g_rand_int_range (random, 0, 4);
  return with (map, stage);
}

static PrnMap *
rename_trigger (PrnMap *map, GRand *random)
{
  PrnTrigger *trigger = any_copy (map, PRN_KIND_TRIGGER, random);

  if (trigger != NULL)
    prn_element_set_text (&trigger->name, g_rand_boolean (random) ? "" : "Renamed trigger");
  return with (map, trigger);
}

static PrnMap *
move_event (PrnMap *map, GRand *random)
{
  PrnEvent *event = any_copy (map, PRN_KIND_EVENT, random);

  if (event != NULL) {
    prn_element_set_text (&event->stage, any_id (map, PRN_KIND_STAGE, random));
    prn_element_set_text (&event->name, g_rand_boolean (random) ? "An event" : "E");
  }
  return with (map, event);
}

static PrnMap *
recolor_phase (PrnMap *map, GRand *random)
{
  PrnPhase *phase = any_copy (map, PRN_KIND_PHASE, random);

  if (phase != NULL) {
    prn_element_set_text (&phase->color, g_rand_boolean (random) ? "red" : "teal");
    prn_element_set_text (&phase->name, g_rand_boolean (random) ? "Phase" : "A phase renamed");
  }
  return with (map, phase);
}

static PrnMap *
change_phase (PrnMap *map, GRand *random)
{
  PrnStage *stage = any_copy (map, PRN_KIND_STAGE, random);

  if (stage != NULL && prn_map_n (map, PRN_KIND_PHASE) > 0)
    prn_element_set_text (&stage->phase, any_id (map, PRN_KIND_PHASE, random));
  return with (map, stage);
}

static PrnMap *
remove_something (PrnMap *map, GRand *random)
{
  static const PrnKind kinds[] = { PRN_KIND_STAGE, PRN_KIND_TRIGGER, PRN_KIND_EVENT,
                                   PRN_KIND_NOTE, PRN_KIND_PHASE };
  PrnKind kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];

  if (prn_map_n (map, kind) < 3)
    return prn_map_ref (map);
  return prn_map_without (map, any_id (map, kind, random));
}

static PrnMap *
bend (PrnMap *map, GRand *random)
{
  PrnTrigger *trigger = any_copy (map, PRN_KIND_TRIGGER, random);

  if (trigger != NULL && trigger->route.n == 0) {
    trigger->route.n = 1;
    trigger->route.items = g_new0 (PrnPoint, 1);
    trigger->route.items[0].x = -60 - g_rand_int_range (random, 0, 40);
    trigger->route.items[0].y = -60;
  } else if (trigger != NULL) {
    g_clear_pointer (&trigger->route.items, g_free);
    trigger->route.n = 0;
  }
  return with (map, trigger);
}

typedef PrnMap *(*Edit) (PrnMap *map, GRand *random);

static const Edit edits[] = { move_stage, move_stage, move_stage, add_stage, add_trigger, add_trigger,
                              reconnect, rename_stage, rename_trigger, set_role, move_event,
                              recolor_phase, change_phase, remove_something, bend };

static void
check_bands (PrnScene *scene, PrnScene *fresh)
{
  g_assert_cmpuint (scene->bands->len, ==, fresh->bands->len);
  for (guint i = 0; i < scene->bands->len; i++)
    g_assert_true (prn_rectangle_equal (&g_array_index (scene->bands, PrnBand, i).rect,
                                        &g_array_index (fresh->bands, PrnBand, i).rect));
}

static void
check_ways (PrnScene *scene, PrnScene *fresh)
{
  g_assert_cmpuint (scene->n_ways, ==, fresh->n_ways);
  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnTrigger *trigger = scene->ways[i].trigger;

    g_assert_cmpint (scene->ways[i].style, ==, fresh->ways[i].style);
    g_assert_cmpint (scene->ways[i].line.n == 0, ==, fresh->ways[i].line.n == 0);
    /* It starts at a band, or from nowhere where there is none. */
    if (scene->bands_unsettled && trigger != NULL &&
        prn_map_index_of (scene->map, PRN_KIND_PHASE, trigger->from) >= 0)
      continue;
    g_assert_cmpint (scene->ways[i].dot, ==, fresh->ways[i].dot);
    g_assert_cmpstr (scene->ways[i].name, ==, fresh->ways[i].name);
  }
}

/* What is the same in an updated scene and in one made anew. */
static void
check_items (PrnScene *scene, PrnScene *fresh)
{
  guint bands = scene->bands->len, fresh_bands = fresh->bands->len;

  g_assert_cmpuint (scene->n_cards, ==, fresh->n_cards);
  for (guint i = 0; i < scene->n_cards; i++)
    g_assert_true (prn_rectangle_equal (&scene->cards[i].rect, &fresh->cards[i].rect));
  check_ways (scene, fresh);
  if (!scene->bands_unsettled)
    check_bands (scene, fresh);

  g_assert_cmpuint (prn_scene_n_items (scene) - bands, ==, prn_scene_n_items (fresh) - fresh_bands);
  for (guint i = scene->bands_unsettled ? bands : 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *a = prn_scene_item (scene, i);
    const PrnItem *b = prn_scene_item (fresh, i - bands + fresh_bands);

    g_assert_cmpint (a->kind, ==, b->kind);
    g_assert_cmpstr (a->id, ==, b->id);
    g_assert_cmpstr (a->name, ==, b->name);
    g_assert_cmpstr (a->facts, ==, b->facts);
    g_assert_nonnull (prn_map_lookup (prn_scene_get_map (scene), a->id));
    if (a->kind != PRN_ITEM_TRIGGER) {
      g_assert_true (prn_rectangle_equal (&a->handle, &b->handle));
    } else {
      const PrnRectangle ink =
          prn_way_ink (&scene->ways[g_array_index (scene->parts, PrnItemPart, i).part]);

      g_assert_true (prn_rectangle_equal (&a->bounds, &ink));
    }
  }
}

/* Lines go around stages wherever they do in a scene made anew, from card to card. */
static void
check_lines (PrnScene *scene, PrnScene *fresh)
{
  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnLine *line = &scene->ways[i].line;
    const PrnLink *link = &scene->links[i];
    gboolean by_hand = scene->ways[i].trigger != NULL && scene->ways[i].trigger->route.n > 0;

    for (guint k = 0; k < scene->n_cards; k++)
      if (!by_hand && prn_line_enters (line, &scene->cards[k].rect))
        g_assert_true (prn_line_enters (&fresh->ways[i].line, &scene->cards[k].rect));
    if (line->n == 0)
      continue;
    g_assert_true (prn_rectangle_holds (&scene->cards[link->to].rect,
                                        line->spots[line->n - 1].x, line->spots[line->n - 1].y));
    if (link->from >= 0)
      g_assert_true (prn_rectangle_holds (&scene->cards[link->from].rect, line->spots[0].x,
                                          line->spots[0].y));
  }
}

static void
check_labels (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnRectangle *label = &scene->ways[i].label;

    if (label->w <= 0)
      continue;
    for (guint k = 0; k < scene->n_cards; k++)
      g_assert_false (prn_rectangle_overlaps (label, &scene->cards[k].rect));
    for (guint k = 0; k < scene->n_stickies; k++)
      g_assert_false (prn_rectangle_overlaps (label, &scene->stickies[k].rect));
    for (guint k = 0; k < i; k++)
      g_assert_false (scene->ways[k].label.w > 0 &&
                      prn_rectangle_overlaps (label, &scene->ways[k].label));
  }
}

/* Two lines do not leave or enter a card at the same place. */
static void
check_ports (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_ways; i++)
    for (guint k = 0; k < i; k++) {
      const PrnLink *a = &scene->links[i], *b = &scene->links[k];

      if (a->to < 0 || b->to < 0 || a->entry || b->entry)
        continue;
      if (a->to == b->to && a->wire.to_side == b->wire.to_side)
        g_assert_true (a->wire.to.x != b->wire.to.x || a->wire.to.y != b->wire.to.y);
      if (a->from >= 0 && a->from == b->from && a->wire.from_side == b->wire.from_side)
        g_assert_true (a->wire.from.x != b->wire.from.x || a->wire.from.y != b->wire.from.y);
    }
}

static cairo_surface_t *
render (PrnScene *scene, const PrnRectangle *area, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (area->w * scale), (int) ceil (area->h * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->x, -area->y);
  prn_scene_paint (scene, cr, NULL, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Where no change is told, every pixel is the same. */
static void
check_changes (PrnScene *before, PrnScene *after)
{
  const double scale = 0.5;
  PrnRectangle area = prn_rectangle_grown (
      prn_rectangle_union (prn_scene_bounds (before), prn_scene_bounds (after)), 8);
  cairo_surface_t *old, *new;
  guint n;
  const PrnRectangle *changes = prn_scene_changes (after, before, &n);

  if (changes == NULL)
    return;
  area.x = floor (area.x);
  area.y = floor (area.y);
  old = render (before, &area, scale);
  new = render (after, &area, scale);
  for (int y = 0; y < cairo_image_surface_get_height (new); y++) {
    const guint32 *a = (gconstpointer) (cairo_image_surface_get_data (old) +
                                        (gsize) y * (gsize) cairo_image_surface_get_stride (old));
    const guint32 *b = (gconstpointer) (cairo_image_surface_get_data (new) +
                                        (gsize) y * (gsize) cairo_image_surface_get_stride (new));

    for (int x = 0; x < cairo_image_surface_get_width (new); x++) {
      const PrnRectangle spot = { area.x + x / scale - 0.1, area.y + y / scale - 0.1,
                                  1 / scale + 0.2, 1 / scale + 0.2 };
      gboolean told = a[x] == b[x];

      for (guint i = 0; !told && i < n; i++)
        told = prn_rectangle_overlaps (&spot, &changes[i]);
      g_assert_true (told);
    }
  }
  cairo_surface_destroy (old);
  cairo_surface_destroy (new);
}

static void
edit_at_random (PrnMap *start, guint32 seed, gboolean with_report, gboolean pixels)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (PrnMap) map = prn_layout_missing (start);
  g_autoptr (PrnScene) scene = NULL;

  for (guint i = 0; i < EDITS; i++) {
    g_autoptr (PrnMap) before = g_steal_pointer (&map);
    g_autoptr (PrnReport) report = NULL;
    g_autoptr (PrnScene) old = NULL;
    g_autoptr (PrnScene) fresh = NULL;

    map = edits[g_rand_int_range (random, 0, G_N_ELEMENTS (edits))] (before, random);
    report = with_report ? fixture_report (map, 7) : NULL;
    old = scene != NULL ? g_steal_pointer (&scene) : prn_scene_new (before, report, NULL);
    scene = prn_scene_update (old, map, report, NULL);
    fresh = prn_scene_new (map, report, NULL);
    check_items (scene, fresh);
    check_lines (scene, fresh);
    check_labels (scene);
    check_ports (scene);
    if (pixels)
      check_changes (old, scene);
  }
}

/* In haste everything is where it belongs but for lines, labels and bands, and these as well once
 * what was left undone is done, after one edit or several. */
static void
edit_in_haste (PrnMap *start, guint32 seed, gboolean pixels)
{
  static const PrnSceneOptions hasty = { .hasty = TRUE };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (PrnMap) map = prn_layout_missing (start);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, seed % 2 == 0 ? &hasty : NULL);

  for (guint i = 0; i < EDITS; i++) {
    g_autoptr (PrnMap) before = g_steal_pointer (&map);
    g_autoptr (PrnScene) old = g_steal_pointer (&scene);
    g_autoptr (PrnScene) fresh = NULL;

    map = edits[g_rand_int_range (random, 0, G_N_ELEMENTS (edits))] (before, random);
    scene = prn_scene_update (old, map, NULL, &hasty);
    fresh = prn_scene_new (map, NULL, NULL);
    check_items (scene, fresh);
    check_ports (scene);
    if (pixels)
      check_changes (old, scene);
    if (i % 3 == 0) {
      g_autoptr (PrnScene) left = g_steal_pointer (&scene);

      scene = i % 2 == 0 ? prn_scene_settle (left) : prn_scene_update (left, map, NULL, NULL);
      g_assert_cmpuint (prn_scene_n_unsettled (scene), ==, 0);
      check_items (scene, fresh);
      check_lines (scene, fresh);
      check_labels (scene);
      check_ports (scene);
      if (pixels)
        check_changes (left, scene);
    }
  }
}

/* What was found for a scene is taken over into one that was edited meanwhile, and what that edit
 * left undone is done after it. */
static void
edit_meanwhile (PrnMap *start, guint32 seed, gboolean pixels)
{
  static const PrnSceneOptions hasty = { .hasty = TRUE };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (PrnMap) map = prn_layout_missing (start);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);

  for (guint i = 0; i < EDITS / 3; i++) {
    g_autoptr (PrnScene) was = g_steal_pointer (&scene);
    g_autoptr (PrnScene) settled = NULL;
    g_autoptr (PrnScene) edited = NULL;
    g_autoptr (PrnScene) taken = NULL;
    g_autoptr (PrnScene) fresh = NULL;

    for (guint k = 0; k < 2; k++) {
      g_autoptr (PrnMap) before = g_steal_pointer (&map);
      g_autoptr (PrnScene) old = edited != NULL ? g_steal_pointer (&edited) : prn_scene_ref (was);

      map = edits[g_rand_int_range (random, 0, G_N_ELEMENTS (edits))] (before, random);
      edited = prn_scene_update (old, map, NULL, &hasty);
      if (k == 0)
        settled = prn_scene_settle (edited);
    }
    fresh = prn_scene_new (map, NULL, NULL);
    taken = prn_scene_take_over (edited, settled);
    g_assert_cmpuint (prn_scene_n_unsettled (taken), <=, prn_scene_n_unsettled (edited));
    check_items (taken, fresh);
    check_ports (taken);
    scene = prn_scene_settle (taken);
    check_items (scene, fresh);
    check_lines (scene, fresh);
    check_labels (scene);
    if (pixels) {
      check_changes (edited, taken);
      check_changes (taken, scene);
    }
  }
}

static void
test_meanwhile (void)
{
  static const MapShape shape = { .stages = 40, .triggers = 60, .events = 60, .phases = 4,
                                  .notes = 3 };
  const PrnSceneOptions dark = { .theme = PRN_THEME_DARK };
  g_autoptr (PrnMap) map = fixture_map (&shape, 1);
  g_autoptr (PrnScene) light = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnScene) other = prn_scene_new (map, NULL, &dark);

  for (guint32 seed = 1; seed <= 4; seed++)
    edit_meanwhile (map, seed, seed == 1);
  g_assert_null (prn_scene_take_over (light, other));
}

static void
test_haste (void)
{
  static const MapShape shape = { .stages = 40, .triggers = 60, .events = 60, .phases = 4,
                                  .notes = 3 };

  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);

    edit_in_haste (map, 1, FALSE);
  }
  for (guint32 seed = 1; seed <= 4; seed++) {
    g_autoptr (PrnMap) map = fixture_map (&shape, seed);

    edit_in_haste (map, seed, seed < 3);
  }
}

static void
test_templates (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);

    edit_at_random (map, 1, FALSE, FALSE);
    edit_at_random (map, 2, TRUE, FALSE);
  }
}

static void
test_random_maps (void)
{
  static const MapShape shapes[] = {
    { .stages = 8, .triggers = 14, .events = 12, .phases = 2, .notes = 1 },
    { .stages = 40, .triggers = 60, .events = 60, .phases = 4, .notes = 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint32 seed = 1; seed <= 3; seed++) {
      g_autoptr (PrnMap) map = fixture_map (&shapes[i], seed);

      edit_at_random (map, seed, seed % 2 == 0, FALSE);
    }
}

/* The same with stages of another size. */
static PrnMap *
resized (PrnMap *map, double w, double h)
{
  PrnMap *all = prn_map_ref (map);

  for (guint i = 0; i < prn_map_n (map, PRN_KIND_STAGE); i++) {
    g_autoptr (PrnMap) some = all;
    PrnStage *stage = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, i));

    stage->size.w = w;
    stage->size.h = h;
    all = with (some, stage);
  }
  return all;
}

/* What lines go around ends at any place between the tracks they run on, and at the edge of what an
 * update looks at. */
static void
test_sizes (void)
{
  static const struct {
    MapShape shape;
    double w, h;
  } rows[] = {
    { { .stages = 40, .triggers = 60, .events = 20, .phases = 4, .notes = 3 }, 176, 88 },
    { { .stages = 40, .triggers = 60, .events = 20, .phases = 4, .notes = 3 }, 203, 99 },
    { { .stages = 40, .triggers = 60, .events = 20, .phases = 4, .notes = 3 }, 206, 102 },
    { { .stages = 40, .triggers = 60, .events = 20, .phases = 4, .notes = 3 }, 212, 108 },
    { { .stages = 40, .triggers = 60, .events = 20, .phases = 4, .notes = 3 }, 221, 117 },
    { { .stages = 90, .triggers = 150, .events = 30, .phases = 6, .notes = 3 }, 204, 100 },
    { { .stages = 90, .triggers = 150, .events = 30, .phases = 6, .notes = 3 }, 216, 112 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) map = fixture_map (&rows[i].shape, i + 1);
    g_autoptr (PrnMap) sized = resized (map, rows[i].w, rows[i].h);

    edit_at_random (sized, i + 1, FALSE, FALSE);
  }
}

static void
test_changes_are_told (void)
{
  static const MapShape shape = { .stages = 12, .triggers = 18, .events = 20, .phases = 2,
                                  .notes = 1 };
  g_autoptr (PrnMap) map = fixture_map (&shape, 4);

  edit_at_random (map, 4, FALSE, TRUE);
  edit_at_random (map, 5, TRUE, TRUE);
}

/* An update with nothing changed shares everything and tells of no change. */
static void
test_nothing_changed (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    g_autoptr (PrnMap) placed = prn_layout_missing (map);
    g_autoptr (PrnMap) titled = prn_map_with_title (placed, "Another title");
    g_autoptr (PrnScene) scene = prn_scene_new (placed, NULL, NULL);
    g_autoptr (PrnScene) same = prn_scene_update (scene, titled, NULL, NULL);
    PrnRectangle area = prn_scene_bounds (scene);
    cairo_surface_t *a = render (scene, &area, 1), *b = render (same, &area, 1);
    guint n;

    g_assert_nonnull (prn_scene_changes (same, scene, &n));
    g_assert_cmpuint (n, ==, 0);
    g_assert_null (prn_scene_changes (scene, same, &n));
    g_assert_cmpint (memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                             (gsize) cairo_image_surface_get_stride (a) *
                                 (gsize) cairo_image_surface_get_height (a)), ==, 0);
    check_items (same, scene);
    cairo_surface_destroy (a);
    cairo_surface_destroy (b);
  }
}

/* What an edit does not touch does not move: its lines run where they ran. */
static void
test_far_lines_stay (void)
{
  static const MapShape shape = { .stages = 100, .triggers = 140, .events = 0 };
  g_autoptr (PrnMap) map = fixture_map (&shape, 2);
  g_autoptr (PrnStage) moved = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, 99));
  g_autoptr (PrnMap) edited = NULL;
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnScene) updated = NULL;
  guint stayed = 0, n;

  moved->position.y += 160;
  edited = prn_map_with (map, moved);
  updated = prn_scene_update (scene, edited, NULL, NULL);
  for (guint i = 0; i < scene->n_ways; i++)
    stayed += prn_line_equal (&scene->ways[i].line, &updated->ways[i].line);
  g_assert_cmpuint (stayed, >, scene->n_ways * 3 / 4);
  g_assert_nonnull (prn_scene_changes (updated, scene, &n));
  g_assert_cmpuint (n, >, 0);
}

/* Other options, or a wholly different map, give a scene as if there had been none. */
static void
test_other_options (void)
{
  const PrnSceneOptions dark = { .theme = PRN_THEME_DARK };
  static const char *const names[] = { "one", "two", NULL };
  g_autoptr (PrnMap) map = fixture_chain (names);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnScene) other = prn_scene_update (scene, map, NULL, &dark);
  g_autoptr (PrnScene) first = prn_scene_update (NULL, map, NULL, NULL);
  guint n;

  g_assert_null (prn_scene_changes (other, scene, &n));
  g_assert_null (prn_scene_changes (first, scene, &n));
  g_assert_cmpuint (prn_scene_n_items (other), ==, prn_scene_n_items (scene));
  check_items (first, scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/update/templates", test_templates);
  g_test_add_func ("/update/haste", test_haste);
  g_test_add_func ("/update/meanwhile", test_meanwhile);
  g_test_add_func ("/update/random-maps", test_random_maps);
  g_test_add_func ("/update/sizes", test_sizes);
  g_test_add_func ("/update/changes-are-told", test_changes_are_told);
  g_test_add_func ("/update/nothing-changed", test_nothing_changed);
  g_test_add_func ("/update/far-lines-stay", test_far_lines_stay);
  g_test_add_func ("/update/other-options", test_other_options);
  return g_test_run ();
}
