/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-hops.h"

#include "fixture.h"
#include "prn-scene-private.h"

/* A pen that tells where a line leaves its level: "90-110" is a hop over something at 100. */
typedef struct {
  PrnPen pen;
  PrnSpot at, foot;
  GString *hops;
} Teller;

static void
tell_move_to (PrnPen *pen, double x, double y)
{
  ((Teller *) pen)->at = (PrnSpot){ x, y };
}

static void
tell_curve_to (PrnPen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
  Teller *self = (Teller *) pen;

  if (y == self->at.y - PRN_HOP)
    self->foot = self->at;
  else if (y == self->foot.y && self->at.y == y - PRN_HOP)
    g_string_append_printf (self->hops, "%s%g-%g", self->hops->len > 0 ? " " : "", self->foot.x, x);
  self->at = (PrnSpot){ x, y };
}

static const PrnPenClass teller = {
  .move_to = tell_move_to,
  .line_to = tell_move_to,
  .curve_to = tell_curve_to,
};

/* A line from "0,50 300,50". */
static PrnLine
line_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  g_autofree PrnSpot *spots = g_new (PrnSpot, n + 1);

  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) pair = g_strsplit (words[i], ",", 2);

    spots[i] = (PrnSpot){ g_ascii_strtod (pair[0], NULL), g_ascii_strtod (pair[1], NULL) };
  }
  return prn_line_new (spots, n);
}

typedef struct {
  const char *name;
  const char *line;
  const char *others; /* with "; " between them */
  const char *hops;
} Row;

static const Row rows[] = {
  { "one crossing", "0,50 300,50", "100,0 100,100", "95-105" },
  { "two", "0,50 300,50", "200,0 200,100; 100,100 100,0", "95-105 195-205" },
  { "from right to left", "300,50 0,50", "200,0 200,100; 100,100 100,0", "205-195 105-95" },
  { "close together: one hop", "0,50 300,50", "100,0 100,100; 108,0 108,100", "95-113" },
  { "just apart: two", "0,50 300,50", "100,0 100,100; 110,0 110,100", "95-105 105-115" },
  { "the upright one does not hop", "100,0 100,100", "0,50 300,50", "" },
  { "it ends above", "0,50 300,50", "100,0 100,40", "" },
  { "it ends on the line", "0,50 300,50", "100,0 100,50", "" },
  { "it only just passes", "0,50 300,50", "100,0 100,53", "" },
  { "beside the end", "0,50 300,50", "302,0 302,100; 298,0 298,100", "" },
  { "in a corner of the line", "0,50 300,50 300,200", "290,0 290,100", "" },
  { "before a corner", "0,50 300,50 300,200", "280,0 280,100", "275-285" },
  { "a run among others of that line", "0,50 100,50 100,0 200,0 200,50 300,50",
    "50,-9 50,99; 150,-50 150,20; 250,0 250,90", "45-55 145-155 245-255" },
  { "it crosses itself", "0,50 300,50 300,100 150,100 150,0",
    "0,50 300,50 300,100 150,100 150,0", "145-155" },
};

static void
test_table (gconstpointer data)
{
  const Row *row = data;
  g_auto (GStrv) others = g_strsplit (row->others, "; ", -1);
  PrnLine line = line_of (row->line);

  for (int apart = 0; apart < 2; apart++) {
    g_autoptr (PrnHops) hops = prn_hops_new ();
    Teller pen = { { &teller }, { 0, 0 }, { 0, 0 }, g_string_new (NULL) };

    for (char **other = others; *other != NULL; other++) {
      PrnLine crossing = line_of (*other);

      prn_hops_add (hops, &crossing);
      prn_line_clear (&crossing);
    }
    prn_hops_line (hops, &pen.pen, &line, 8, apart ? 2 : 0, apart ? 3 : 0);
    if (apart) {
      g_assert_cmpstr (pen.hops->str, ==, "");
      g_assert_true (prn_hops_left_out (hops, &pen.pen) == (row->hops[0] != '\0'));
    }
    g_assert_cmpstr (pen.hops->str, ==, row->hops);
    g_string_free (pen.hops, TRUE);
  }
  prn_line_clear (&line);
}

/* Whatever hops stays within the ink of what it hops over: a tile that is painted anew when the
 * other moved has all of the hop. */
static void
test_ink (void)
{
  const MapShape shape = { .stages = 12, .triggers = 24, .events = 10 };
  g_autoptr (PrnMap) map = fixture_map (&shape, 3);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);

  for (guint i = 0; i < scene->n_ways; i++) {
    PrnRectangle bounds = prn_line_bounds (&scene->ways[i].line);
    PrnRectangle ink = prn_way_ink (&scene->ways[i]);

    g_assert_cmpfloat (bounds.x - ink.x, >=, PRN_HOP + 1);
    g_assert_cmpfloat (bounds.y - ink.y, >=, PRN_HOP + 1);
  }
}

static void
paint_ground (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

/* A scene painted in parts is the same as painted at once, hops over the seams and all. (Not so the
 * dashes: Cairo leaves out those it need not paint, and loses a little of their measure.) */
static void
test_parts (void)
{
  enum { SIZE = 900, PART = 90 };
  const MapShape shape = { .stages = 20, .triggers = 50, .events = 10 };
  g_autoptr (PrnMap) map = fixture_map (&shape, 2);
  g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_surface_t *parts = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (whole);
  const guint32 *a, *b;

  for (guint i = 0; i < scene->n_ways; i++)
    scene->ways[i].style = PRN_WAY_SOLID;
  paint_ground (cr);
  prn_scene_paint (scene, cr, NULL, 1);
  cairo_destroy (cr);
  for (int x = 0; x < SIZE; x += PART)
    for (int y = 0; y < SIZE; y += PART) {
      const PrnRectangle clip = { x, y, PART, PART };

      cr = cairo_create (parts);
      cairo_rectangle (cr, x, y, PART, PART);
      cairo_clip (cr);
      paint_ground (cr);
      prn_scene_paint (scene, cr, &clip, 1);
      cairo_destroy (cr);
    }
  a = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (whole);
  b = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (parts);
  for (guint i = 0; i < SIZE * SIZE; i++)
    if (ABS ((int) (a[i] & 0xff) - (int) (b[i] & 0xff)) > 16) /* of the blue */
      g_error ("%u,%u: %08x in parts is %08x", i % SIZE, i / SIZE, a[i], b[i]);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/hops/", rows[i].name, NULL);

    g_test_add_data_func (path, &rows[i], test_table);
  }
  g_test_add_func ("/hops/stay within the ink", test_ink);
  g_test_add_func ("/hops/in parts as at once", test_parts);
  return g_test_run ();
}
