/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-layout.h"
#include "prn-scene-private.h"
#include "prn-templates.h"

/* What must hold in every picture. Each test walks the templates and random maps, without
 * and with numbers. */

typedef void (*SceneTest) (PrnScene *scene);

static const MapShape shapes[] = {
  { .stages = 1, .triggers = 2, .events = 9 },
  { .stages = 5, .triggers = 8, .events = 12, .phases = 2, .notes = 1 },
  { .stages = 12, .triggers = 24, .events = 40, .phases = 4, .notes = 2 },
  { .stages = 30, .triggers = 60, .events = 60, .phases = 5, .notes = 3 },
  { .stages = 20, .triggers = 30, .events = 20, .phases = 3, .unplaced = TRUE },
};

static void
with_map (PrnMap *map, SceneTest test)
{
  g_autoptr (PrnReport) report = fixture_report (map, 5);
  g_autoptr (PrnScene) plain = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnScene) counted = prn_scene_new (map, report, NULL);

  test (plain);
  test (counted);
}

static void
with_all (SceneTest test)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    g_autoptr (PrnMap) laid = prn_layout (map);

    with_map (map, test);
    with_map (laid, test);
  }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint32 seed = 1; seed <= 2; seed++) {
      g_autoptr (PrnMap) map = fixture_map (&shapes[i], seed);

      with_map (map, test);
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
      g_assert_false (prn_rectangle_overlaps (label, &scene->ways[k].label));
  }
}

static void
test_labels_touch_nothing (void)
{
  with_all (check_labels);
}

static void
check_routes (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnLine *line = &scene->ways[i].line;

    for (guint k = 0; k + 1 < line->n; k++)
      g_assert_true (line->spots[k].x == line->spots[k + 1].x ||
                     line->spots[k].y == line->spots[k + 1].y);
    for (guint k = 0; k < scene->n_cards; k++)
      g_assert_false (prn_line_enters (line, &scene->cards[k].rect));
  }
}

static void
test_lines_go_round_stages (void)
{
  with_all (check_routes);
}

static gboolean
runs_share (PrnSpot a, PrnSpot b, PrnSpot c, PrnSpot d)
{
  gboolean level = a.y == b.y && c.y == d.y && a.y == c.y;
  gboolean upright = a.x == b.x && c.x == d.x && a.x == c.x;
  double low = level ? MAX (MIN (a.x, b.x), MIN (c.x, d.x)) : MAX (MIN (a.y, b.y), MIN (c.y, d.y));
  double high = level ? MIN (MAX (a.x, b.x), MAX (c.x, d.x)) : MIN (MAX (a.y, b.y), MAX (c.y, d.y));

  return (level || upright) && high - low > 1;
}

static void
check_segments (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_ways; i++)
    for (guint j = 0; j < i; j++) {
      const PrnLine *a = &scene->ways[i].line, *b = &scene->ways[j].line;

      for (guint k = 0; k + 1 < a->n; k++)
        for (guint l = 0; l + 1 < b->n; l++)
          g_assert_false (runs_share (a->spots[k], a->spots[k + 1], b->spots[l], b->spots[l + 1]));
    }
}

static void
test_templates_share_no_segment (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);

    with_map (map, check_segments);
  }
}

/* On a template every trigger has its label. */
static void
check_all_labelled (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_ways; i++)
    if (scene->ways[i].trigger != NULL)
      g_assert_cmpfloat (scene->ways[i].label.w, >, 0);
}

static void
test_templates_are_labelled (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);

    with_map (map, check_all_labelled);
  }
}

static cairo_surface_t *
render (PrnScene *scene, PrnRectangle area, double scale, double zoom)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (area.w * scale), (int) ceil (area.h * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  prn_scene_paint (scene, cr, NULL, zoom);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* Nothing is painted outside of the bounds, at any detail. */
static void
check_ink (PrnScene *scene)
{
  static const double zooms[] = { 1, 0.3, 0.1 };
  PrnRectangle bounds = prn_scene_bounds (scene);
  const PrnRectangle area = { floor (bounds.x) - 20, floor (bounds.y) - 20, ceil (bounds.w) + 42,
                              ceil (bounds.h) + 42 };
  const double scale = 0.25;

  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++) {
    cairo_surface_t *surface = render (scene, area, scale, zooms[z]);
    int width = cairo_image_surface_get_width (surface);
    int height = cairo_image_surface_get_height (surface);

    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double left = area.x + x / scale, top = area.y + y / scale;
        gboolean outside = left >= bounds.x + bounds.w || top >= bounds.y + bounds.h ||
                           left + 1 / scale <= bounds.x || top + 1 / scale <= bounds.y;

        if (outside)
          g_assert_cmpuint (pixel (surface, x, y), ==, 0);
      }
    cairo_surface_destroy (surface);
  }
}

static void
test_bounds_hold_the_ink (void)
{
  with_all (check_ink);
}

static double
difference (guint32 a, double r, double g, double b)
{
  return fabs (((a >> 16) & 0xff) - r) + fabs (((a >> 8) & 0xff) - g) + fabs ((a & 0xff) - b);
}

/* A picture twice as large, scaled down, is the picture. */
static void
check_scaling (PrnScene *scene)
{
  PrnRectangle bounds = prn_scene_bounds (scene);
  const PrnRectangle area = { floor (bounds.x), floor (bounds.y), MIN (900, ceil (bounds.w)),
                              MIN (700, ceil (bounds.h)) };
  cairo_surface_t *one = render (scene, area, 1, 1), *two = render (scene, area, 2, 1);
  double sum = 0;

  for (int y = 0; y < (int) area.h; y++)
    for (int x = 0; x < (int) area.w; x++) {
      double channel[3] = { 0 };

      for (int k = 0; k < 4; k++) {
        guint32 p = pixel (two, 2 * x + k % 2, 2 * y + k / 2);

        for (int c = 0; c < 3; c++)
          channel[c] += ((p >> (16 - 8 * c)) & 0xff) / 4.0;
      }
      sum += difference (pixel (one, x, y), channel[0], channel[1], channel[2]) / 3;
    }
  g_assert_cmpfloat (sum / (area.w * area.h), <, 1.5);
  cairo_surface_destroy (one);
  cairo_surface_destroy (two);
}

static void
test_scaling (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);

    with_map (map, check_scaling);
  }
}

/* A part painted alone looks as it does in the whole. */
static void
check_clip (PrnScene *scene)
{
  PrnRectangle bounds = prn_scene_bounds (scene);
  const PrnRectangle area = { floor (bounds.x + bounds.w / 3), floor (bounds.y + bounds.h / 3), 300,
                              200 };
  cairo_surface_t *whole = render (scene, area, 1, 1), *part;
  cairo_t *cr;

  part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 200);
  cr = cairo_create (part);
  cairo_translate (cr, -area.x, -area.y);
  prn_scene_paint (scene, cr, &area, 1);
  cairo_destroy (cr);
  cairo_surface_flush (part);
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 300; x++)
      g_assert_cmphex (pixel (whole, x, y), ==, pixel (part, x, y));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (part);
}

static void
test_clip (void)
{
  with_all (check_clip);
}

static void
check_hit (PrnScene *scene)
{
  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);
    const PrnItem *hit;
    double x = item->handle.x + item->handle.w / 2, y = item->handle.y + item->handle.h / 2;

    /* In a card's corner there is no chip. */
    if (item->kind == PRN_ITEM_STAGE) {
      x = item->handle.x + 14;
      y = item->handle.y + 4;
    }
    if (item->kind == PRN_ITEM_PHASE || (item->kind == PRN_ITEM_TRIGGER && item->handle.w <= 16))
      continue;
    hit = prn_scene_hit (scene, x, y, 0);
    g_assert_nonnull (hit);
    g_assert_cmpstr (hit->id, ==, item->id);
  }
}

static void
test_hit_finds_what_is_painted (void)
{
  with_all (check_hit);
}

static void
test_hit_tolerance (void)
{
  static const char *const names[] = { "one", "two", NULL };
  g_autoptr (PrnMap) map = fixture_chain (names);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  PrnSpot start = scene->ways[0].line.spots[0];

  g_assert_nonnull (prn_scene_hit (scene, start.x + 20, start.y + 5, 6));
  g_assert_null (prn_scene_hit (scene, start.x + 20, start.y + 5, 2));
  g_assert_null (prn_scene_hit (scene, -1e7, 1e7, 6));
}

/* A stage's ink is its card and what sticks to it, not what is far away. */
static void
check_stage_bounds (PrnScene *scene)
{
  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);
    const PrnRectangle around = prn_rectangle_grown (item->handle, 64);

    if (item->kind != PRN_ITEM_STAGE)
      continue;
    g_assert_true (prn_rectangle_holds (&around, item->bounds.x, item->bounds.y));
    g_assert_true (prn_rectangle_holds (&around, item->bounds.x + item->bounds.w,
                                        item->bounds.y + item->bounds.h));
  }
}

static void
test_stage_bounds (void)
{
  with_all (check_stage_bounds);
}

/* A line that must pass a heading or an arrow of loss does not on a template. */
static void
check_clear_of_headings (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnLine *line = &scene->ways[i].line;

    for (guint k = 0; k < scene->bands->len; k++) {
      const PrnBand *band = &g_array_index (scene->bands, PrnBand, k);
      PrnRectangle head = prn_band_head (band), owner = prn_band_owner (band);

      g_assert_false (prn_line_enters (line, &head));
      g_assert_false (owner.w > 0 && prn_line_enters (line, &owner));
    }
    for (guint k = 0; k < scene->n_cards; k++) {
      PrnRectangle loss = prn_card_loss (&scene->cards[k]);

      g_assert_false (loss.w > 0 && prn_line_enters (line, &loss));
    }
  }
}

/* Nor does the flag of a goal touch the name or the owner of a phase. */
static void
check_flags (PrnScene *scene)
{
  for (guint i = 0; i < scene->n_cards; i++)
    for (guint k = 0; k < scene->bands->len; k++) {
      const PrnBand *band = &g_array_index (scene->bands, PrnBand, k);
      const PrnRectangle parts[] = { prn_band_head (band), prn_band_owner (band) };
      PrnRectangle flag = prn_rectangle_grown (prn_card_flag (&scene->cards[i]), 2);

      for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        g_assert_false (parts[p].w > 0 && prn_rectangle_overlaps (&flag, &parts[p]));
    }
}

static gboolean
cuts (const PrnRectangle *frame, const PrnRectangle *r)
{
  return prn_rectangle_overlaps (frame, r) && prn_rectangle_shared (frame, r) < r->w * r->h;
}

static void
check_frames (PrnScene *scene)
{
  guint n;
  const PrnFrame *const *frames = prn_map_frames (prn_scene_get_map (scene), &n);

  for (guint i = 0; i < n; i++) {
    const PrnRectangle frame = { frames[i]->position.x, frames[i]->position.y, frames[i]->size.w,
                                 frames[i]->size.h };

    for (guint k = 0; k < scene->n_cards; k++)
      g_assert_false (cuts (&frame, &scene->cards[k].rect));
    for (guint k = 0; k < scene->bands->len; k++)
      g_assert_false (cuts (&frame, &g_array_index (scene->bands, PrnBand, k).rect));
    for (guint k = 0; k < scene->n_ways; k++)
      g_assert_false (scene->ways[k].label.w > 0 && cuts (&frame, &scene->ways[k].label));
  }
}

/* A frame is what one sees of the map at a time: half a stage, a phase or a label is none. */
static void
test_templates_frames_cut_nothing (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);

    check_frames (scene);
  }
}

static void
test_templates_keep_headings_clear (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);

    with_map (map, check_clear_of_headings);
    for (int rtl = 0; rtl < 2; rtl++) {
      const PrnSceneOptions options = { .rtl = rtl };
      g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, &options);

      check_flags (scene);
    }
  }
}

/* Every element is told to those who cannot see it. */
static void
check_words (PrnScene *scene)
{
  PrnMap *map = prn_scene_get_map (scene);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);

    g_assert_cmpstr (item->name, !=, "");
    g_assert_true (g_utf8_validate (item->facts, -1, NULL));
    g_assert_nonnull (prn_map_lookup (map, item->id));
    g_hash_table_add (told, (gpointer) item->id);
  }
  for (guint i = 0; i < n; i++)
    g_assert_true (g_hash_table_contains (told, stages[i]->element.id));
}

/* An element is found by its id where it is seen, and nowhere else. */
static void
check_find (PrnScene *scene)
{
  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);
    const PrnItem *found = prn_scene_find (scene, item->id);

    g_assert_true (found == item || (found != NULL && item->kind == PRN_ITEM_PHASE &&
                                     g_str_equal (found->id, item->id)));
  }
  g_assert_null (prn_scene_find (scene, "no such id"));
  g_assert_null (prn_scene_find (scene, NULL));
}

static void
test_items_are_found (void)
{
  with_all (check_find);
}

static void
test_items_have_words (void)
{
  with_all (check_words);
}

static void
test_outline_is_appended (void)
{
  static const char *const names[] = { "one", "two", NULL };
  g_autoptr (PrnMap) map = fixture_chain (names);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  double x1, y1, x2, y2;

  cairo_move_to (cr, -500, -500);
  cairo_line_to (cr, -400, -500);
  for (guint i = 0; i < prn_scene_n_items (scene); i++)
    prn_scene_outline (scene, prn_scene_item (scene, i), cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  g_assert_cmpfloat (x1, ==, -500);
  g_assert_cmpfloat (x2, >, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_empty_map (void)
{
  g_autoptr (PrnMap) map = prn_map_new ("");
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  PrnRectangle bounds = prn_scene_bounds (scene);

  g_assert_cmpuint (prn_scene_n_items (scene), ==, 0);
  g_assert_cmpfloat (bounds.w, ==, 0);
  g_assert_cmpfloat (bounds.h, ==, 0);
  g_assert_null (prn_scene_hit (scene, 0, 0, 10));
}

/* Cards a user laid on each other: lines and labels cannot keep off, but everything is there. */
static void
test_overlapping_stages (void)
{
  const MapShape shape = { .stages = 16, .triggers = 40, .events = 20, .phases = 3,
                           .overlapping = TRUE };

  for (guint32 seed = 1; seed <= 3; seed++) {
    g_autoptr (PrnMap) map = fixture_map (&shape, seed);

    with_map (map, check_words);
    with_map (map, check_ink);
  }
}

static void
test_far_apart (void)
{
  static const char *const names[] = { "one", "two", "three", NULL };
  g_autoptr (PrnMap) chain = fixture_chain (names);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnScene) scene = NULL;

  for (guint i = 0; i < 3; i++) {
    PrnStage *stage = prn_element_copy (prn_map_nth (chain, PRN_KIND_STAGE, i));

    stage->position.x = i * 4e8;
    stage->position.y = i * -3e8;
    g_ptr_array_add (moved, stage);
  }
  map = prn_map_with_all (chain, moved->pdata, moved->len);
  scene = prn_scene_new (map, NULL, NULL);
  for (guint i = 0; i < scene->n_ways; i++)
    g_assert_cmpuint (scene->ways[i].line.n, >=, 2);
}

static void
test_bends_are_kept (void)
{
  static const char *const names[] = { "one", "two", NULL };
  const PrnSpot bend = { 250, 900 };
  g_autoptr (PrnMap) chain = fixture_chain (names);
  g_autoptr (PrnMap) laid = prn_layout (chain);
  g_autoptr (PrnTrigger) trigger = prn_element_copy (prn_map_nth (laid, PRN_KIND_TRIGGER, 0));
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnScene) scene = NULL;

  trigger->route.n = 1;
  trigger->route.items = g_new0 (PrnPoint, 1);
  trigger->route.items[0] = (PrnPoint){ NULL, bend.x, bend.y };
  map = prn_map_with (laid, trigger);
  scene = prn_scene_new (map, NULL, NULL);
  g_assert_cmpfloat (prn_line_distance (&scene->ways[0].line, bend.x, bend.y), ==, 0);
}

static void
test_same_map_same_scene (void)
{
  g_autoptr (PrnMap) map = fixture_map (&shapes[3], 9);
  g_autoptr (PrnScene) a = prn_scene_new (map, NULL, NULL);
  g_autoptr (PrnScene) b = prn_scene_new (map, NULL, NULL);

  for (guint i = 0; i < a->n_ways; i++) {
    g_assert_cmpuint (a->ways[i].line.n, ==, b->ways[i].line.n);
    g_assert_cmpmem (a->ways[i].line.spots, a->ways[i].line.n * sizeof (PrnSpot),
                     b->ways[i].line.spots, b->ways[i].line.n * sizeof (PrnSpot));
    g_assert_cmpmem (&a->ways[i].label, sizeof (PrnRectangle), &b->ways[i].label,
                     sizeof (PrnRectangle));
  }
}

/* Ten times the stages take about ten times the steps: no list is walked for each element. */
static void
test_large_map (void)
{
  const MapShape shape = { .stages = 1000, .triggers = 1500, .events = 1000, .phases = 8,
                           .unplaced = TRUE };
  g_autoptr (PrnMap) map = fixture_map (&shape, 1);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);

  g_assert_cmpuint (scene->n_cards, ==, 1000);
  check_labels (scene);
}

static double
length_of (const PrnLine *line)
{
  double length = 0;

  for (guint i = 0; i + 1 < line->n; i++)
    length += fabs (line->spots[i].x - line->spots[i + 1].x) +
              fabs (line->spots[i].y - line->spots[i + 1].y);
  return length;
}

/* How much of two lines is the same. */
static double
length_shared (const PrnLine *a, const PrnLine *b)
{
  double shared = 0;

  for (guint i = 0; i + 1 < a->n; i++)
    for (guint k = 0; k + 1 < b->n; k++) {
      PrnSpot p = a->spots[i], q = a->spots[i + 1], r = b->spots[k], s = b->spots[k + 1];
      double from = 0, to = 0;

      if (p.y == q.y && r.y == s.y && fabs (p.y - r.y) < 1) {
        from = MAX (MIN (p.x, q.x), MIN (r.x, s.x));
        to = MIN (MAX (p.x, q.x), MAX (r.x, s.x));
      } else if (p.x == q.x && r.x == s.x && fabs (p.x - r.x) < 1) {
        from = MAX (MIN (p.y, q.y), MIN (r.y, s.y));
        to = MIN (MAX (p.y, q.y), MAX (r.y, s.y));
      }
      shared += MAX (0, to - from);
    }
  return shared;
}

/* However crowded a map is, its lines go around the cards, and most can be told apart. */
static void
test_crowded_map (void)
{
  const MapShape shape = { .stages = 300, .triggers = 450, .phases = 3 };
  g_autoptr (PrnMap) map = fixture_map (&shape, 1);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  double length = 0, shared = 0;

  for (guint i = 0; i < scene->n_ways; i++) {
    const PrnLine *line = &scene->ways[i].line;

    length += length_of (line);
    for (guint k = 0; k < scene->n_cards; k++)
      g_assert_false (prn_line_enters (line, &scene->cards[k].rect));
    for (guint k = 0; k < i; k++)
      shared += length_shared (line, &scene->ways[k].line);
  }
  g_assert_cmpfloat (shared, <, length / 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/labels-touch-nothing", test_labels_touch_nothing);
  g_test_add_func ("/scene/lines-go-round-stages", test_lines_go_round_stages);
  g_test_add_func ("/scene/templates-share-no-segment", test_templates_share_no_segment);
  g_test_add_func ("/scene/templates-are-labelled", test_templates_are_labelled);
  g_test_add_func ("/scene/bounds-hold-the-ink", test_bounds_hold_the_ink);
  g_test_add_func ("/scene/scaling", test_scaling);
  g_test_add_func ("/scene/clip", test_clip);
  g_test_add_func ("/scene/hit", test_hit_finds_what_is_painted);
  g_test_add_func ("/scene/hit-tolerance", test_hit_tolerance);
  g_test_add_func ("/scene/stage-bounds", test_stage_bounds);
  g_test_add_func ("/scene/templates-keep-headings-clear", test_templates_keep_headings_clear);
  g_test_add_func ("/scene/find", test_items_are_found);
  g_test_add_func ("/scene/words", test_items_have_words);
  g_test_add_func ("/scene/outline", test_outline_is_appended);
  g_test_add_func ("/scene/empty", test_empty_map);
  g_test_add_func ("/scene/overlapping", test_overlapping_stages);
  g_test_add_func ("/scene/far-apart", test_far_apart);
  g_test_add_func ("/scene/bends", test_bends_are_kept);
  g_test_add_func ("/scene/deterministic", test_same_map_same_scene);
  g_test_add_func ("/scene/large", test_large_map);
  g_test_add_func ("/scene/crowded", test_crowded_map);
  g_test_add_func ("/scene/frames", test_templates_frames_cut_nothing);
  return g_test_run ();
}
