/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-handle.h"

static PrnViewport
view_at (double zoom, double x, double y)
{
  PrnViewport viewport;

  prn_viewport_init (&viewport);
  viewport.zoom = zoom;
  viewport.x = x;
  viewport.y = y;
  viewport.width = 800;
  viewport.height = 600;
  return viewport;
}

static GArray *
no_handles (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PrnHandle));
}

static void
assert_handle (const GArray *handles, double x, double y, PrnHandleKind kind, guint number)
{
  PrnHandle handle = prn_handles_at (handles, x, y, 4);

  g_test_message ("%g, %g", x, y);
  g_assert_cmpint (handle.kind, ==, kind);
  if (kind == PRN_HANDLE_LINK)
    g_assert_cmpuint (handle.side, ==, number);
  else if (kind != PRN_HANDLE_NONE)
    g_assert_cmpuint (handle.index, ==, number);
}

/* Handles for triggers stand off the card, those for its size on its corners, at any zoom. */
static void
test_stage (void)
{
  const PrnRectangle card = { 100, 50, 200, 100 };
  const PrnViewport viewport = view_at (2, 100, 50);
  g_autoptr (GArray) handles = no_handles ();

  prn_handles_of_stage (handles, &viewport, "a", &card);
  prn_handles_of_box (handles, &viewport, "a", &card);
  g_assert_cmpuint (handles->len, ==, 8);
  assert_handle (handles, 414, 100, PRN_HANDLE_LINK, PRN_SIDE_RIGHT);
  assert_handle (handles, 200, 214, PRN_HANDLE_LINK, PRN_SIDE_BOTTOM);
  assert_handle (handles, -14, 100, PRN_HANDLE_LINK, PRN_SIDE_LEFT);
  assert_handle (handles, 200, -14, PRN_HANDLE_LINK, PRN_SIDE_TOP);
  assert_handle (handles, 0, 0, PRN_HANDLE_CORNER, 0);
  assert_handle (handles, 400, 0, PRN_HANDLE_CORNER, 1);
  assert_handle (handles, 400, 200, PRN_HANDLE_CORNER, 2);
  assert_handle (handles, 0, 200, PRN_HANDLE_CORNER, 3);
  assert_handle (handles, 200, 100, PRN_HANDLE_NONE, 0);
}

/* From afar they would hide the card. */
static void
test_far_away (void)
{
  const PrnRectangle card = { 0, 0, 200, 96 };
  const PrnViewport viewport = view_at (0.1, 0, 0);
  g_autoptr (GArray) handles = no_handles ();

  prn_handles_of_stage (handles, &viewport, "a", &card);
  prn_handles_of_box (handles, &viewport, "a", &card);
  g_assert_cmpuint (handles->len, ==, 0);
}

/* A line with a corner and, on its second run, a bend point. */
static void
test_trigger (void)
{
  PrnSpot spots[] = { { 0, 0 }, { 200, 0 }, { 200, 400 } };
  const PrnLine line = { 3, spots };
  PrnPoint bend = { .x = 200, .y = 100 };
  g_autoptr (PrnTrigger) trigger = prn_element_new (PRN_KIND_TRIGGER, "t");
  const PrnViewport viewport = view_at (1, 0, 0);
  const PrnRectangle label = { 190, 230, 20, 40 };
  g_autoptr (GArray) handles = no_handles ();

  trigger->route.items = g_memdup2 (&bend, sizeof bend);
  trigger->route.n = 1;
  prn_handles_of_trigger (handles, &viewport, trigger, &line, &label);
  assert_handle (handles, 0, 0, PRN_HANDLE_END, 0);
  assert_handle (handles, 200, 400, PRN_HANDLE_END, 1);
  assert_handle (handles, 200, 100, PRN_HANDLE_BEND, 0);
  /* A new one on the first run stands before it. */
  assert_handle (handles, 100, 0, PRN_HANDLE_WAY, 0);
  g_array_set_size (handles, 0);
  /* Where the label is in the way, it stands aside. */
  prn_handles_of_trigger (handles, &viewport, trigger, &line, &(PrnRectangle){ 90, -10, 20, 20 });
  assert_handle (handles, 100, 0, PRN_HANDLE_NONE, 0);
  assert_handle (handles, 40, 0, PRN_HANDLE_WAY, 0);
}

static void
test_resize (void)
{
  const PrnRectangle box = { 100, 100, 200, 100 };
  static const struct {
    guint corner;
    double x, y;
    PrnRectangle after;
  } rows[] = {
    { 0, 80, 90, { 80, 90, 220, 110 } },
    { 1, 320, 90, { 100, 90, 220, 110 } },
    { 2, 320, 240, { 100, 100, 220, 140 } },
    { 3, 80, 240, { 80, 100, 220, 140 } },
    /* The opposite corner stays, however far one drags. */
    { 0, 900, 900, { 180, 136, 120, 64 } },
    { 2, -900, -900, { 100, 100, 120, 64 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnRectangle after = prn_handle_resized (rows[i].corner, &box, rows[i].x, rows[i].y, 120, 64);

    g_assert_cmpfloat (after.x, ==, rows[i].after.x);
    g_assert_cmpfloat (after.y, ==, rows[i].after.y);
    g_assert_cmpfloat (after.w, ==, rows[i].after.w);
    g_assert_cmpfloat (after.h, ==, rows[i].after.h);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canvas/handle/stage", test_stage);
  g_test_add_func ("/canvas/handle/far-away", test_far_away);
  g_test_add_func ("/canvas/handle/trigger", test_trigger);
  g_test_add_func ("/canvas/handle/resize", test_resize);

  return g_test_run ();
}
