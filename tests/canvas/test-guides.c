/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-guides.h"

/* Where a rectangle of 100 × 60 snaps to, and what is shown. */

typedef struct {
  const char *name;
  double x, y;         /* where it would be */
  PrnRectangle others[4];
  guint n_others;
  gboolean grid;
  double dx, dy;       /* how far it snaps */
  guint lines, gaps;   /* guides shown */
} Row;

static const Row rows[] = {
  { "nothing near, no grid", 13, 17, { { 900, 900, 50, 50 } }, 1, FALSE, 0, 0, 0, 0 },
  { "nothing near: the grid", 13, 18, { { 900, 900, 50, 50 } }, 1, TRUE, 3, -2, 0, 0 },
  { "left edges", 203, 500, { { 200, 100, 80, 40 } }, 1, FALSE, -3, 0, 1, 0 },
  { "right edge to left edge", 297, 500, { { 400, 100, 80, 40 } }, 1, FALSE, 3, 0, 1, 0 },
  { "middles", 188, 500, { { 200, 100, 80, 40 } }, 1, FALSE, 2, 0, 1, 0 },
  { "an edge does not snap to a middle", 242, 500, { { 200, 100, 80, 40 } }, 1, FALSE, 0, 0, 0, 0 },
  { "the nearest of two", 203, 560, { { 200, 100, 80, 40 }, { 204, 300, 73, 40 } }, 2, FALSE, 1, 0,
    1, 0 },
  { "top edges, far to the side", 900, 104, { { 200, 100, 80, 40 } }, 1, FALSE, 0, -4, 1, 0 },
  { "both axes", 203, 104, { { 200, 500, 80, 40 }, { 700, 100, 80, 40 } }, 2, FALSE, -3, -4, 2, 0 },
  { "a neighbour before the grid", 205, 500, { { 201, 100, 80, 40 } }, 1, TRUE, -4, 4, 1, 0 },
  { "too far", 207, 500, { { 200, 100, 80, 40 } }, 1, FALSE, 0, 0, 0, 0 },
  { "in the middle of a gap", 197, 20, { { 0, 0, 100, 150 }, { 400, 0, 100, 150 } }, 2, FALSE, 3, 0,
    0, 2 },
  { "as far to the right as those are apart", 437, 20, { { 0, 0, 100, 150 }, { 220, 0, 100, 150 } }, 2,
    FALSE, 3, 0, 0, 2 },
  { "as far to the left", -223, 20, { { 0, 0, 100, 150 }, { 220, 0, 100, 150 } }, 2, FALSE, 3, 0, 0,
    2 },
  { "as far down", 20, 238, { { 0, 0, 200, 60 }, { 0, 120, 200, 60 } }, 2, FALSE, 0, 2, 0, 2 },
  { "no gap with what is not beside it", 437, 700, { { 0, 0, 100, 150 }, { 220, 0, 100, 150 } }, 2,
    FALSE, 0, 0, 0, 0 },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];
    const PrnRectangle moving = { row->x, row->y, 100, 60 };
    PrnGuides guides = prn_guides_snap (moving, row->others, row->n_others, 6, row->grid);
    guint kinds[2] = { 0, 0 };

    g_test_message ("%s", row->name);
    g_assert_cmpfloat_with_epsilon (guides.dx, row->dx, 1e-9);
    g_assert_cmpfloat_with_epsilon (guides.dy, row->dy, 1e-9);
    for (guint k = 0; k < guides.n; k++)
      kinds[guides.guides[k].kind]++;
    g_assert_cmpuint (kinds[PRN_GUIDE_LINE], ==, row->lines);
    g_assert_cmpuint (kinds[PRN_GUIDE_GAP], ==, row->gaps);
  }
}

/* Ctrl is held. */
static void
test_off (void)
{
  const PrnRectangle moving = { 203, 500, 100, 60 }, other = { 200, 100, 80, 40 };
  PrnGuides guides = prn_guides_snap (moving, &other, 1, 0, TRUE);

  g_assert_cmpfloat (guides.dx, ==, 0);
  g_assert_cmpfloat (guides.dy, ==, 0);
  g_assert_cmpuint (guides.n, ==, 0);
}

/* What has snapped stays, and never further than the tolerance or half of the grid. */
static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 2000; i++) {
    PrnRectangle others[8], moving = { g_rand_int_range (random, 0, 900),
                                       g_rand_int_range (random, 0, 600), 200, 96 };
    guint n = (guint) g_rand_int_range (random, 0, 9);
    gboolean grid = g_rand_boolean (random);
    PrnGuides first, second;

    for (guint k = 0; k < n; k++)
      others[k] = (PrnRectangle){ g_rand_int_range (random, 0, 900),
                                  g_rand_int_range (random, 0, 600),
                                  g_rand_int_range (random, 20, 300),
                                  g_rand_int_range (random, 20, 200) };
    first = prn_guides_snap (moving, others, n, 6, grid);
    g_assert_cmpfloat (fabs (first.dx), <=, 6);
    g_assert_cmpfloat (fabs (first.dy), <=, 6);
    g_assert_cmpuint (first.n, <=, PRN_GUIDES_MAX);
    for (guint k = 0; k < first.n; k++)
      g_assert_true (first.guides[k].x1 == first.guides[k].x2 ||
                     first.guides[k].y1 == first.guides[k].y2);

    moving.x += first.dx;
    moving.y += first.dy;
    second = prn_guides_snap (moving, others, n, 6, FALSE);
    if (first.n > 0 && second.dx == 0 && second.dy == 0)
      g_assert_cmpuint (second.n, >=, first.n);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guides/rows", test_rows);
  g_test_add_func ("/guides/off", test_off);
  g_test_add_func ("/guides/properties", test_properties);
  return g_test_run ();
}
