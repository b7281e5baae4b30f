/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-minimap.h"
#include "prn-transition.h"

/* The geometry of the minimap, and the pace of a transition. */

static void
test_fit (void)
{
  static const PrnRectangle contents[] = {
    { 0, 0, 4000, 1000 }, { -500, 200, 300, 9000 }, { 10, 10, 0, 0 }, { 0, 0, 200, 120 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    const PrnRectangle *r = &contents[i];
    double x, y, zoom = prn_minimap_fit (*r, 208, 132, &x, &y);

    g_assert_true (isfinite (zoom) && zoom > 0);
    /* The whole map is in it, in the middle. */
    g_assert_cmpfloat ((r->x - x) * zoom, >=, 0);
    g_assert_cmpfloat ((r->y - y) * zoom, >=, 0);
    g_assert_cmpfloat_with_epsilon ((r->x + r->w / 2 - x) * zoom, 104, 1e-6);
    g_assert_cmpfloat_with_epsilon ((r->y + r->h / 2 - y) * zoom, 66, 1e-6);
  }
}

static void
test_pace (void)
{
  double before = -1;

  g_assert_cmpfloat (prn_transition_part (0), ==, 0);
  for (gint64 elapsed = 0; elapsed <= 250000; elapsed += 10000) {
    double part = prn_transition_part (elapsed);

    g_assert_cmpfloat (part, >, before);
    before = part;
  }
  g_assert_cmpfloat (prn_transition_part (250000), ==, 1);
  g_assert_cmpfloat (prn_transition_part (9000000), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minimap/fit", test_fit);
  g_test_add_func ("/transition/pace", test_pace);
  return g_test_run ();
}
