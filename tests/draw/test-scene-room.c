/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene-room.h"

#include <string.h>

#include "fixture.h"
#include "prn-map-file.h"
#include "prn-scene-private.h"
#include "prn-templates.h"

#define WIDTH  200
#define HEIGHT 96
#define APART  32

/* Stages side by side, 100 apart: no room for one more between them. */
#define ROW                                                   \
  "\"stages\":[{\"id\":\"a\",\"name\":\"A\",\"position\":{\"x\":0,\"y\":0}}," \
  "{\"id\":\"b\",\"name\":\"B\",\"position\":{\"x\":300,\"y\":0}},"          \
  "{\"id\":\"c\",\"name\":\"C\",\"position\":{\"x\":600,\"y\":0}}]"

static PrnScene *
scene_of (const char *members)
{
  g_autofree char *text =
      g_strdup_printf ("{\"format\":\"perennial-map\",\"version\":1,%s}", members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return prn_scene_new (map, NULL, NULL);
}

static const struct {
  const char *words, *members;
  PrnSpot wanted, found;
} cases[] = {
  { "nothing is in the way of an empty map", "\"stages\":[]", { 10, 20 }, { 10, 20 } },
  { "what is free is taken", ROW, { 400, 300 }, { 400, 300 } },
  { "below a stage when it is wanted on its lower half", ROW, { 400, 50 }, { 400, 176 } },
  { "above it when it is wanted on its upper half", ROW, { 400, 46 }, { 400, -80 } },
  { "beside the last of a row", ROW, { 860, 48 }, { 932, 48 } },
  { "not between two that have no room between them", ROW, { 250, 60 }, { 250, 176 } },
  { "not on a note",
    "\"notes\":[{\"id\":\"n\",\"text\":\"N\",\"position\":{\"x\":0,\"y\":0},"
    "\"size\":{\"w\":160,\"h\":160}}]",
    { 80, 150 },
    { 80, 240 } },
};

#define FRAME                                                                 \
  "\"frames\":[{\"id\":\"f\",\"name\":\"F\",\"position\":{\"x\":0,\"y\":0}," \
  "\"size\":{\"w\":600,\"h\":400}}]"

/* In a frame or beside it, where there are frames. */
static void
test_frames (void)
{
  const PrnSceneOptions options = { .frames = TRUE };
  g_autoptr (PrnScene) hidden = scene_of (FRAME);
  g_autoptr (PrnScene) scene = prn_scene_new (prn_scene_get_map (hidden), NULL, &options);
  PrnSpot inside = prn_scene_room_near (scene, (PrnSpot){ 300, 200 }, WIDTH, HEIGHT);
  PrnSpot beside = prn_scene_room_near (scene, (PrnSpot){ 300, 390 }, WIDTH, HEIGHT);
  PrnSpot any = prn_scene_room_near (hidden, (PrnSpot){ 300, 390 }, WIDTH, HEIGHT);

  g_assert_cmpfloat (inside.y, ==, 200);
  g_assert_cmpfloat (beside.y, ==, 400 + APART + HEIGHT / 2);
  g_assert_cmpfloat (any.y, ==, 390);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (PrnScene) scene = scene_of (cases[i].members);
    PrnSpot spot = prn_scene_room_near (scene, cases[i].wanted, WIDTH, HEIGHT);

    g_test_message ("%s", cases[i].words);
    g_assert_cmpfloat (spot.x, ==, cases[i].found.x);
    g_assert_cmpfloat (spot.y, ==, cases[i].found.y);
  }
}

static gboolean
touches (PrnScene *scene, PrnSpot spot)
{
  const PrnRectangle box = { spot.x - WIDTH / 2.0, spot.y - HEIGHT / 2.0, WIDTH, HEIGHT };
  const PrnRectangle kept_free = prn_rectangle_grown (box, APART);

  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);

    if ((item->kind == PRN_ITEM_STAGE || item->kind == PRN_ITEM_NOTE) &&
        prn_rectangle_overlaps (&item->handle, &kept_free))
      return TRUE;
    if (item->kind == PRN_ITEM_PHASE && prn_rectangle_overlaps (&item->handle, &kept_free) &&
        !prn_rectangle_holds (&item->handle, spot.x, spot.y))
      return TRUE;
  }
  return FALSE;
}

/* From wherever one looks in a template there is room, and what is free is left as it is. */
static void
test_templates (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    g_autoptr (PrnScene) scene = prn_scene_new (map, NULL, NULL);
    const PrnRectangle bounds = prn_scene_bounds (scene);

    for (int x = 0; x <= 8; x++)
      for (int y = 0; y <= 4; y++) {
        PrnSpot wanted = { bounds.x + bounds.w * x / 8, bounds.y + bounds.h * y / 4 };
        PrnSpot spot = prn_scene_room_near (scene, wanted, WIDTH, HEIGHT);

        g_assert_false (touches (scene, spot));
        g_assert_true (!touches (scene, wanted) == (spot.x == wanted.x && spot.y == wanted.y));
      }
  }
}

/* A wall of stages without end: it is put where it was wanted rather than out of sight. */
static void
test_no_room (void)
{
  g_autoptr (GString) members = g_string_new ("\"stages\":[");
  g_autoptr (PrnScene) scene = NULL;
  PrnSpot spot;

  for (int i = 0; i < 60 * 60; i++)
    g_string_append_printf (
        members, "%s{\"id\":\"s%d\",\"name\":\"S\",\"position\":{\"x\":%d,\"y\":%d}}",
        i > 0 ? "," : "", i, i % 60 * 300, i / 60 * 200);
  g_string_append_c (members, ']');
  scene = scene_of (members->str);
  spot = prn_scene_room_near (scene, (PrnSpot){ 9000, 6000 }, WIDTH, HEIGHT);
  g_assert_cmpfloat (spot.x, ==, 9000);
  g_assert_cmpfloat (spot.y, ==, 6000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-room/cases", test_cases);
  g_test_add_func ("/scene-room/frames", test_frames);
  g_test_add_func ("/scene-room/templates", test_templates);
  g_test_add_func ("/scene-room/no-room", test_no_room);
  return g_test_run ();
}
