/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-viewport.h"

#define NEAR 1e-9

static PrnViewport
view_of (double width, double height, PrnRectangle content)
{
  PrnViewport viewport;

  prn_viewport_init (&viewport);
  viewport.width = width;
  viewport.height = height;
  viewport.content = content;
  return viewport;
}

static void
test_zoom_keeps_the_pointer (void)
{
  static const double zooms[] = { 0.05, 0.3, 1, 1.7, 16 };
  PrnViewport viewport = view_of (800, 600, (PrnRectangle){ -4000, -4000, 8000, 8000 });

  viewport.x = 100;
  viewport.y = -50;
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++) {
    double before_x, before_y, after_x, after_y;

    prn_viewport_to_map (&viewport, 250, 130, &before_x, &before_y);
    prn_viewport_zoom_about (&viewport, 250, 130, zooms[i]);
    prn_viewport_to_map (&viewport, 250, 130, &after_x, &after_y);
    g_assert_cmpfloat_with_epsilon (before_x, after_x, 1e-6);
    g_assert_cmpfloat_with_epsilon (before_y, after_y, 1e-6);
    g_assert_cmpfloat (viewport.zoom, ==, zooms[i]);
  }
}

static void
test_zoom_has_limits (void)
{
  PrnViewport viewport = view_of (800, 600, (PrnRectangle){ 0, 0, 100, 100 });

  prn_viewport_zoom_about (&viewport, 0, 0, 1000);
  g_assert_cmpfloat (viewport.zoom, ==, PRN_ZOOM_MAX);
  prn_viewport_zoom_about (&viewport, 0, 0, 0);
  g_assert_cmpfloat (viewport.zoom, ==, PRN_ZOOM_MIN);
}

static void
test_fit (void)
{
  static const struct {
    PrnRectangle rectangle;
    double zoom;
  } rows[] = {
    { { 0, 0, 1600, 100 }, 0.4625 }, /* as wide as 740 of 800 pixels */
    { { 0, 0, 100, 5400 }, 0.1 },    /* as high as 540 of 600 pixels */
    { { 50, 50, 10, 10 }, 1.0 },     /* no closer than 100 % */
    { { 50, 50, 0, 0 }, 1.0 },       /* nothing at all */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnRectangle r = rows[i].rectangle;
    PrnViewport viewport = view_of (800, 600, r);
    PrnRectangle visible;

    prn_viewport_fit (&viewport, r, 30, 1.0);
    visible = prn_viewport_visible (&viewport);
    g_assert_cmpfloat_with_epsilon (viewport.zoom, rows[i].zoom, NEAR);
    g_assert_cmpfloat_with_epsilon (visible.x + visible.w / 2, r.x + r.w / 2, 1e-6);
    g_assert_cmpfloat_with_epsilon (visible.y + visible.h / 2, r.y + r.h / 2, 1e-6);
  }
}

static void
test_reveal (void)
{
  static const struct {
    PrnRectangle rectangle;
    double x, y;
  } rows[] = {
    { { 100, 100, 50, 50 }, 0, 0 },      /* in view: nothing moves */
    { { 900, 100, 50, 50 }, 160, 0 },    /* right of it, with its margin of 10 */
    { { -100, -40, 50, 50 }, -110, -50 }, /* left and above */
    { { 0, 700, 2000, 50 }, -10, 160 },  /* wider than the view: from its left */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnViewport viewport = view_of (800, 600, (PrnRectangle){ -2000, -2000, 5000, 5000 });

    prn_viewport_reveal (&viewport, rows[i].rectangle, 10);
    g_assert_cmpfloat_with_epsilon (viewport.x, rows[i].x, NEAR);
    g_assert_cmpfloat_with_epsilon (viewport.y, rows[i].y, NEAR);
  }
}

static void
test_corners_reach_the_middle (void)
{
  PrnViewport viewport = view_of (800, 600, (PrnRectangle){ 10, 20, 300, 200 });
  PrnRectangle visible;

  viewport.zoom = 2;
  viewport.x = viewport.y = -1e6;
  prn_viewport_clamp (&viewport);
  visible = prn_viewport_visible (&viewport);
  g_assert_cmpfloat_with_epsilon (visible.x + visible.w / 2, 10, NEAR);
  g_assert_cmpfloat_with_epsilon (visible.y + visible.h / 2, 20, NEAR);

  viewport.x = viewport.y = 1e6;
  prn_viewport_clamp (&viewport);
  visible = prn_viewport_visible (&viewport);
  g_assert_cmpfloat_with_epsilon (visible.x + visible.w / 2, 310, NEAR);
  g_assert_cmpfloat_with_epsilon (visible.y + visible.h / 2, 220, NEAR);
}

/* What two fingers hold stays under them, whether they move apart or together. */
static void
test_hold (void)
{
  static const struct {
    double x, y, zoom;
  } fingers[] = { { 400, 300, 1 }, { 420, 310, 1 }, { 380, 250, 2.5 }, { 500, 300, 0.4 } };
  PrnViewport viewport = view_of (800, 600, (PrnRectangle){ -4000, -4000, 8000, 8000 });
  double x, y;

  prn_viewport_to_map (&viewport, 390, 290, &x, &y);
  for (gsize i = 0; i < G_N_ELEMENTS (fingers); i++) {
    double now_x, now_y;

    prn_viewport_hold (&viewport, x, y, fingers[i].x, fingers[i].y, fingers[i].zoom);
    prn_viewport_to_map (&viewport, fingers[i].x, fingers[i].y, &now_x, &now_y);
    g_assert_cmpfloat_with_epsilon (now_x, x, 1e-6);
    g_assert_cmpfloat_with_epsilon (now_y, y, 1e-6);
    g_assert_cmpfloat (viewport.zoom, ==, fingers[i].zoom);
  }
}

/* At its edges a view follows what is dragged, beyond them faster, and never too fast. */
static void
test_edge_pull (void)
{
  static const struct {
    double x, y;
    int dx, dy; /* which way */
  } rows[] = {
    { 400, 300, 0, 0 }, { 30, 300, 0, 0 },   { 10, 300, -1, 0 },   { 795, 300, 1, 0 },
    { 400, 2, 0, -1 },  { 400, 599, 0, 1 },  { 0, 0, -1, -1 },     { 5000, 300, 1, 0 },
  };
  const PrnViewport viewport = view_of (800, 600, (PrnRectangle){ 0, 0, 8000, 8000 });
  const PrnViewport small = view_of (60, 40, (PrnRectangle){ 0, 0, 8000, 8000 });
  double dx, dy, more_dx, more_dy;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean pulls = prn_viewport_edge_pull (&viewport, rows[i].x, rows[i].y, &dx, &dy);

    g_assert_cmpint (pulls, ==, rows[i].dx != 0 || rows[i].dy != 0);
    g_assert_cmpint ((dx > 0) - (dx < 0), ==, rows[i].dx);
    g_assert_cmpint ((dy > 0) - (dy < 0), ==, rows[i].dy);
    g_assert_cmpfloat (ABS (dx), <=, 40);
  }
  prn_viewport_edge_pull (&viewport, 790, 300, &dx, &dy);
  prn_viewport_edge_pull (&viewport, 810, 300, &more_dx, &more_dy);
  g_assert_cmpfloat (more_dx, >, dx);
  g_assert_false (prn_viewport_edge_pull (&small, 59, 20, &dx, &dy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canvas/viewport/zoom-keeps-the-pointer", test_zoom_keeps_the_pointer);
  g_test_add_func ("/canvas/viewport/zoom-has-limits", test_zoom_has_limits);
  g_test_add_func ("/canvas/viewport/fit", test_fit);
  g_test_add_func ("/canvas/viewport/reveal", test_reveal);
  g_test_add_func ("/canvas/viewport/corners-reach-the-middle", test_corners_reach_the_middle);

  g_test_add_func ("/canvas/viewport/hold", test_hold);
  g_test_add_func ("/canvas/viewport/edge-pull", test_edge_pull);

  return g_test_run ();
}
