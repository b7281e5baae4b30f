/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "edit-map.h"
#include "prn-edit.h"
#include "prn-map-file.h"

#define STAGE(id, x, y) "{'id':'" id "','name':'" id "','position':{'x':" #x ",'y':" #y "}}"
#define TWO_STAGES "'stages':[" STAGE ("a", 0, 0) "," STAGE ("b", 400, 0) "]"
#define LINKED TWO_STAGES ",'triggers':[{'id':'t','from':'a','to':'b'}]"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Adding */

static void
test_add_stage (void)
{
  g_autoptr (PrnMap) empty = prn_map_new ("");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PrnMap) one = prn_edit_add_stage (empty, "Free trial", 103, 50, NULL, &first);
  g_autoptr (PrnMap) two = prn_edit_add_stage (one, "Free trial", 500, 300, NULL, &second);

  /* Its middle is there, its corner on the grid of 8. */
  g_assert_cmpstr (first, ==, "free-trial");
  g_assert_cmpstr (second, ==, "free-trial-2");
  edit_map_assert (two, "free-trial 0,0 free-trial-2 400,256");

  name = prn_edit_free_name (two, PRN_KIND_STAGE, "free TRIAL");
  g_assert_cmpstr (name, ==, "free TRIAL 2");
}

/* Once one stage has a place, the others keep the one they were shown at. */
static void
test_add_stage_to_unplaced (void)
{
  g_autoptr (PrnMap) map = edit_map_new ("'stages':[{'id':'a','name':'A'},{'id':'b','name':'B'}]");
  g_autoptr (PrnMap) more = prn_edit_add_stage (map, "C", 0, 900, NULL, NULL);
  guint n;
  const PrnStage *const *stages = prn_map_stages (more, &n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_false (isnan (stages[i]->position.x));
}

static void
test_linked_stage (void)
{
  static const struct {
    PrnSide side;
    const char *says;
  } rows[] = {
    { PRN_SIDE_RIGHT, "a 0,0 b 400,0 next 336,192 a>next" }, /* b stands in the way */
    { PRN_SIDE_LEFT, "a 0,0 b 400,0 next -336,0 a>next" },
    { PRN_SIDE_BOTTOM, "a 0,0 b 400,0 next 0,192 a>next" },
    { PRN_SIDE_TOP, "a 0,0 b 400,0 next 0,-192 a>next" },
  };
  g_autoptr (PrnMap) map = edit_map_new (TWO_STAGES);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *id = NULL;
    g_autoptr (PrnMap) more = prn_edit_add_linked_stage (map, "a", rows[i].side, "Next", &id);

    g_assert_cmpstr (id, ==, "next");
    edit_map_assert (more, rows[i].says);
  }
}

static void
test_linked_stage_is_in_the_phase (void)
{
  g_autoptr (PrnMap) map = edit_map_new ("'phases':[{'id':'p','name':'P'}],'stages':[{'id':'a',"
                                         "'phase':'p','position':{'x':0,'y':0}}]");
  g_autoptr (PrnMap) more = prn_edit_add_linked_stage (map, "a", PRN_SIDE_RIGHT, "B", NULL);

  edit_map_assert (more, "a 0,0 in p b 336,0 in p a>b");
}

static void
test_connect (void)
{
  static const struct {
    const char *from, *to;
    const char *id; /* of the trigger; none: refused */
  } rows[] = {
    { "a", "b", "a-to-b" }, { "b", "a", "b-to-a" }, { "a", "a", "a-to-a" },
    { "p", "b", "p-to-b" }, { "*", "a", "any-to-a" },
    { "a", "p", NULL },     { "a", "*", NULL },     { "t", "a", NULL }, { "nobody", "a", NULL },
  };
  g_autoptr (PrnMap) map = edit_map_new ("'phases':[{'id':'p','name':'P'}]," LINKED);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *id = NULL;
    g_autoptr (PrnMap) more = prn_edit_connect (map, rows[i].from, rows[i].to, &id);

    g_test_message ("%s to %s", rows[i].from, rows[i].to);
    g_assert_cmpstr (id, ==, rows[i].id);
    g_assert_cmpint (more == map, ==, rows[i].id == NULL);
    edit_map_assert_opens (more);
  }
}

static void
test_add_the_rest (void)
{
  g_autoptr (PrnMap) map = edit_map_new (TWO_STAGES);
  g_autofree char *event = NULL, *phase = NULL, *note = NULL, *frame = NULL;
  g_autoptr (PrnMap) one = prn_edit_add_event (map, "a", "Signed up", &event);
  g_autoptr (PrnMap) two = prn_edit_add_phase (one, "Sales", IDS ("a", "signed-up"), &phase);
  g_autoptr (PrnMap) three = prn_edit_add_note (two, "Ask Ana", 100, 348, "a", &note);
  g_autoptr (PrnMap) four =
      prn_edit_add_frame (three, "Opening", &(PrnRectangle){ -8, -8, 4, 4 }, &frame);
  const PrnFrame *made = prn_map_lookup (four, frame);

  g_assert_cmpstr (event, ==, "signed-up");
  g_assert_cmpstr (phase, ==, "sales");
  g_assert_cmpstr (note, ==, "note-ask-ana");
  g_assert_cmpstr (frame, ==, "opening");
  edit_map_assert (four, "a 0,0 in sales b 400,0 signed-up on a note-ask-ana 0,304");
  /* Nobody could get hold of a frame of 4 by 4. */
  g_assert_cmpfloat (made->size.w, ==, 96);
  g_assert_cmpfloat (made->size.h, ==, 64);
}

/* Placing */

static void
test_move (void)
{
  const char *lists =
      "'phases':[{'id':'p','name':'P'}],'stages':[" STAGE ("a", 0, 0) "," STAGE ("b", 400, 0)
      ",{'id':'c','phase':'p','position':{'x':800,'y':0}}],"
      "'triggers':[{'id':'t','from':'a','to':'b','route':[{'x':300,'y':48}]}],"
      "'notes':[{'id':'n','text':'N','position':{'x':0,'y':200},'about':'a'}]";
  const struct {
    const char *const *ids;
    double dx, dy;
    const char *says;
  } rows[] = {
    { IDS ("b"), 8, 16, "a 0,0 b 408,16 c 800,0 in p a>b by 300,48 n 0,200" },
    { IDS ("a"), 8, 16, "a 8,16 b 400,0 c 800,0 in p a>b by 300,48 n 8,216" },
    { IDS ("a", "b", "n"), 8, 16, "a 8,16 b 408,16 c 800,0 in p a>b by 308,64 n 8,216" },
    { IDS ("p"), -8, 0, "a 0,0 b 400,0 c 792,0 in p a>b by 300,48 n 0,200" },
    { IDS ("p", "c"), -8, 0, "a 0,0 b 400,0 c 792,0 in p a>b by 300,48 n 0,200" },
    { IDS ("t"), 8, 8, NULL },
    { IDS ("nobody"), 8, 8, NULL },
    { IDS ("a"), 0, 0, NULL },
    { IDS ("a"), NAN, 8, NULL },
  };
  g_autoptr (PrnMap) map = edit_map_new (lists);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) moved = prn_edit_move (map, rows[i].ids, rows[i].dx, rows[i].dy);

    g_assert_cmpint (moved == map, ==, rows[i].says == NULL);
    if (rows[i].says != NULL)
      edit_map_assert (moved, rows[i].says);
  }
}

static void
test_far_away_is_far_enough (void)
{
  g_autoptr (PrnMap) map = edit_map_new (TWO_STAGES);
  g_autoptr (PrnMap) moved = prn_edit_move (map, IDS ("a", "b"), 3e9, -3e9);

  edit_map_assert (moved, "a 1e+09,-1e+09 b 1e+09,-1e+09");
}

static void
test_resize (void)
{
  static const struct {
    PrnRectangle box, made;
  } rows[] = {
    { { 0, 0, 320, 120 }, { 0, 0, 320, 120 } },
    { { -40, -8, 240, 104 }, { -40, -8, 240, 104 } },
    { { 0, 0, 4, 4 }, { 0, 0, 120, 64 } },
  };
  g_autoptr (PrnMap) map = edit_map_new (TWO_STAGES);
  g_autoptr (PrnMap) same = prn_edit_resize (map, "a", &(PrnRectangle){ 0, 0, 200, 96 });

  g_assert_true (same == map);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) resized = prn_edit_resize (map, "a", &rows[i].box);
    const PrnStage *stage = prn_map_lookup (resized, "a");

    g_assert_cmpfloat (stage->position.x, ==, rows[i].made.x);
    g_assert_cmpfloat (stage->position.y, ==, rows[i].made.y);
    g_assert_cmpfloat (stage->size.w, ==, rows[i].made.w);
    g_assert_cmpfloat (stage->size.h, ==, rows[i].made.h);
    edit_map_assert_opens (resized);
  }
}

static void
test_align (void)
{
  static const struct {
    PrnAlign align;
    const char *says;
  } rows[] = {
    { PRN_ALIGN_LEFT, "a 0,0 b 0,104 c 900,900" },
    { PRN_ALIGN_CENTRE, "a 200,0 b 200,104 c 900,900" },
    { PRN_ALIGN_RIGHT, "a 400,0 b 400,104 c 900,900" },
    { PRN_ALIGN_TOP, "a 0,0 b 400,0 c 900,900" },
    { PRN_ALIGN_MIDDLE, "a 0,52 b 400,52 c 900,900" },
    { PRN_ALIGN_BOTTOM, "a 0,104 b 400,104 c 900,900" },
  };
  g_autoptr (PrnMap) map = edit_map_new (
      "'stages':[" STAGE ("a", 0, 0) "," STAGE ("b", 400, 104) "," STAGE ("c", 900, 900) "]");
  g_autoptr (PrnMap) alone = prn_edit_align (map, IDS ("a"), PRN_ALIGN_LEFT);

  g_assert_true (alone == map);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) aligned = prn_edit_align (map, IDS ("b", "a"), rows[i].align);
    g_autoptr (PrnMap) again = prn_edit_align (aligned, IDS ("a", "b"), rows[i].align);

    edit_map_assert (aligned, rows[i].says);
    g_assert_true (again == aligned);
  }
}

static void
test_distribute (void)
{
  g_autoptr (PrnMap) map = edit_map_new ("'stages':[" STAGE ("a", 0, 0) "," STAGE ("b", 210, 50) ","
                                         STAGE ("c", 1000, 500) "]");
  g_autoptr (PrnMap) across = prn_edit_distribute (map, IDS ("c", "a", "b"), TRUE);
  g_autoptr (PrnMap) down = prn_edit_distribute (map, IDS ("a", "b", "c"), FALSE);
  g_autoptr (PrnMap) two = prn_edit_distribute (map, IDS ("a", "b"), TRUE);

  edit_map_assert (across, "a 0,0 b 500,50 c 1000,500");
  edit_map_assert (down, "a 0,0 b 210,250 c 1000,500");
  g_assert_true (two == map);
}

static void
test_lay_out (void)
{
  g_autoptr (PrnMap) map = edit_map_new (LINKED);
  g_autoptr (PrnMap) once = prn_edit_lay_out (map);
  g_autoptr (PrnMap) twice = prn_edit_lay_out (once);

  g_assert_true (once != map);
  g_assert_true (twice == once);
}

/* Relating */

static void
test_rename (void)
{
  g_autoptr (PrnMap) map = edit_map_new (LINKED);
  g_autoptr (PrnMap) renamed = prn_edit_rename (map, "a", "Trial");
  g_autoptr (PrnMap) same = prn_edit_rename (renamed, "a", "Trial");
  g_autofree char *long_name = g_strnfill (5000, 'x');
  g_autoptr (PrnMap) refused = prn_edit_rename (map, "a", long_name);

  /* The id stays, so nothing that refers to it has to change. */
  g_assert_cmpstr (prn_element_label (prn_map_lookup (renamed, "a")), ==, "Trial");
  g_assert_true (same == renamed);
  g_assert_true (refused == map);
}

static void
test_belonging (void)
{
  g_autoptr (PrnMap) map = edit_map_new ("'phases':[{'id':'p','name':'P'}]," TWO_STAGES
                                         ",'events':[{'id':'e','name':'E','stage':'a'}]");
  g_autoptr (PrnMap) moved = prn_edit_set_stage (map, IDS ("e", "a"), "b");
  g_autoptr (PrnMap) off = prn_edit_set_stage (map, IDS ("e"), NULL);
  g_autoptr (PrnMap) nowhere = prn_edit_set_stage (map, IDS ("e"), "p");
  g_autoptr (PrnMap) phased = prn_edit_set_phase (map, IDS ("b", "e"), "p");

  edit_map_assert (moved, "a 0,0 b 400,0 e on b");
  edit_map_assert (off, "a 0,0 b 400,0 e on nothing");
  g_assert_true (nowhere == map);
  edit_map_assert (phased, "a 0,0 b 400,0 in p e on a");
}

static void
test_reorder (void)
{
  static const struct {
    const char *id;
    guint position;
    const char *says;
  } rows[] = {
    { "a", 0, "a b c d" }, { "a", 2, "b c a d" }, { "d", 0, "d a b c" },
    { "b", 9, "a c d b" }, { "x", 0, "a b c d" },
  };
  g_autoptr (PrnMap) map = edit_map_new ("'stages':[{'id':'a'},{'id':'b'},{'id':'c'},{'id':'d'}]");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) ordered = prn_edit_reorder (map, rows[i].id, rows[i].position);

    edit_map_assert (ordered, rows[i].says);
  }
}

static void
test_reconnect (void)
{
  static const struct {
    PrnEnd end;
    const char *to, *says;
  } rows[] = {
    { PRN_END_TO, "a", "a 0,0 b 400,0 a>a" },
    { PRN_END_FROM, "b", "a 0,0 b 400,0 b>b" },
    { PRN_END_FROM, "*", "a 0,0 b 400,0 *>b" },
    { PRN_END_FROM, "a", NULL },
    { PRN_END_TO, "*", NULL },
    { PRN_END_TO, "t", NULL },
  };
  g_autoptr (PrnMap) map = edit_map_new (
      TWO_STAGES ",'triggers':[{'id':'t','from':'a','to':'b','route':[{'x':1,'y':2}]}]");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) led = prn_edit_reconnect (map, "t", rows[i].end, rows[i].to);

    g_assert_cmpint (led == map, ==, rows[i].says == NULL);
    if (rows[i].says != NULL)
      edit_map_assert (led, rows[i].says);
  }
}

static void
test_bends (void)
{
  g_autoptr (PrnMap) map = edit_map_new (LINKED);
  g_autoptr (PrnMap) one = prn_edit_put_bend (map, "t", 7, 300, 80);
  g_autoptr (PrnMap) two = prn_edit_put_bend (one, "t", 0, 250, 80);
  g_autoptr (PrnMap) moved = prn_edit_move_bend (two, "t", 1, 350, 90);
  g_autoptr (PrnMap) removed = prn_edit_remove_bend (moved, "t", 0);
  g_autoptr (PrnMap) straight = prn_edit_straighten (moved, IDS ("t", "a"));
  g_autoptr (PrnMap) none = prn_edit_remove_bend (map, "t", 0);

  edit_map_assert (two, "a 0,0 b 400,0 a>b by 250,80 by 300,80");
  edit_map_assert (moved, "a 0,0 b 400,0 a>b by 250,80 by 350,90");
  edit_map_assert (removed, "a 0,0 b 400,0 a>b by 350,90");
  edit_map_assert (straight, "a 0,0 b 400,0 a>b");
  g_assert_true (none == map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/add/stage", test_add_stage);
  g_test_add_func ("/edit/add/stage-to-unplaced", test_add_stage_to_unplaced);
  g_test_add_func ("/edit/add/linked-stage", test_linked_stage);
  g_test_add_func ("/edit/add/linked-stage-in-phase", test_linked_stage_is_in_the_phase);
  g_test_add_func ("/edit/add/connect", test_connect);
  g_test_add_func ("/edit/add/the-rest", test_add_the_rest);
  g_test_add_func ("/edit/place/move", test_move);
  g_test_add_func ("/edit/place/far-away", test_far_away_is_far_enough);
  g_test_add_func ("/edit/place/resize", test_resize);
  g_test_add_func ("/edit/place/align", test_align);
  g_test_add_func ("/edit/place/distribute", test_distribute);
  g_test_add_func ("/edit/place/lay-out", test_lay_out);
  g_test_add_func ("/edit/relate/rename", test_rename);
  g_test_add_func ("/edit/relate/belonging", test_belonging);
  g_test_add_func ("/edit/relate/reorder", test_reorder);
  g_test_add_func ("/edit/relate/reconnect", test_reconnect);
  g_test_add_func ("/edit/relate/bends", test_bends);

  return g_test_run ();
}
