/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-keep-places.h"

#include "edit-map.h"
#include "prn-document.h"
#include "prn-edit.h"
#include "prn-layout.h"

/* A map that nobody has placed, as a script or an editor of text writes it. */
#define UNPLACED                                                                                  \
  "'stages':[{'id':'visit'},{'id':'trial'},{'id':'paid'},{'id':'gone','role':'exit'}],"           \
  "'triggers':[{'id':'a','from':'visit','to':'trial'},{'id':'b','from':'trial','to':'paid'}],"    \
  "'notes':[{'id':'n','about':'paid','text':'Why?','position':{'x':0,'y':0},"                     \
  "'size':{'w':64,'h':64}}]"

static PrnMap *
edit_connect (PrnMap *map)
{
  return prn_edit_connect (map, "paid", "gone", NULL);
}

static PrnMap *
edit_connect_back (PrnMap *map)
{
  return prn_edit_connect (map, "paid", "visit", NULL);
}

static PrnMap *
edit_remove_trigger (PrnMap *map)
{
  static const char *const ids[] = { "b", NULL };

  return prn_edit_remove (map, ids);
}

static PrnMap *
edit_remove_stage (PrnMap *map)
{
  static const char *const ids[] = { "visit", NULL };

  return prn_edit_remove (map, ids);
}

static PrnMap *
edit_add_stage (PrnMap *map)
{
  return prn_edit_add_stage (map, "New", 2000, 80, NULL, NULL);
}

static PrnMap *
edit_add_stage_from (PrnMap *map)
{
  return prn_edit_add_stage_from (map, "visit", "New", 2000, 80, NULL, NULL);
}

static PrnMap *
edit_add_event (PrnMap *map)
{
  return prn_edit_add_event (map, "trial", "Mail", NULL);
}

static PrnMap *
edit_add_phase (PrnMap *map)
{
  static const char *const ids[] = { "visit", "paid", NULL };

  return prn_edit_add_phase (map, "Phase", ids, NULL);
}

/* A stage that has no place either, as a merge brings it. */
static PrnMap *
edit_bring_stage (PrnMap *map)
{
  g_autoptr (PrnElement) stage = prn_element_new (PRN_KIND_STAGE, "brought");
  g_autoptr (PrnMap) brought = prn_map_with (map, stage);

  return prn_edit_connect (brought, "visit", "brought", NULL);
}

static PrnMap *
edit_title (PrnMap *map)
{
  return prn_map_with_title (map, "Titled");
}

static const struct {
  const char *name;
  PrnMap *(*edit) (PrnMap *map);
} edits[] = {
  { "a trigger", edit_connect },
  { "a trigger back", edit_connect_back },
  { "a trigger less", edit_remove_trigger },
  { "a stage less", edit_remove_stage },
  { "a stage", edit_add_stage },
  { "a stage with a trigger to it", edit_add_stage_from },
  { "an event", edit_add_event },
  { "a phase around two", edit_add_phase },
  { "a stage without a place", edit_bring_stage },
  { "a title", edit_title },
};

/* Whatever was there stays where it was seen. */
static void
assert_stays (PrnMap *map, PrnMap *seen)
{
  static const PrnKind kinds[] = { PRN_KIND_STAGE, PRN_KIND_NOTE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < prn_map_n (seen, kinds[k]); i++) {
      const PrnElement *there = prn_map_nth (seen, kinds[k], i);
      const PrnElement *here = prn_map_lookup (map, there->id);
      PrnRectangle before, after;

      if (here == NULL)
        continue;
      g_test_message ("%s", there->id);
      g_assert_true (prn_edit_get_box (there, &before));
      g_assert_true (prn_edit_get_box (here, &after));
      g_assert_cmpfloat (after.x, ==, before.x);
      g_assert_cmpfloat (after.y, ==, before.y);
    }
}

static void
test_first_edit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++) {
    g_autoptr (PrnMap) map = edit_map_new (UNPLACED);
    g_autoptr (PrnMap) seen = prn_layout_missing (map);
    g_autoptr (PrnMap) edited = edits[i].edit (map);
    g_autoptr (PrnDocument) document = prn_document_new (map);
    guint n;
    const PrnStage *const *stages;

    g_test_message ("%s", edits[i].name);
    g_assert_true (edited != map);
    g_assert_true (prn_document_apply (document, edited, "Edit", NULL));
    assert_stays (prn_document_get_map (document), seen);
    edit_map_assert_opens (prn_document_get_map (document));

    stages = prn_map_stages (prn_document_get_map (document), &n);
    g_assert_cmpuint (n, ==, prn_map_n (edited, PRN_KIND_STAGE));
    for (guint k = 0; k < n; k++) {
      PrnRectangle box;

      g_assert_true (prn_edit_get_box (stages[k], &box));
    }

    prn_document_undo (document);
    g_assert_true (prn_document_get_map (document) == map);
  }
}

/* The layout alone would put the stages elsewhere: without that this test would show nothing. */
static void
test_layout_alone (void)
{
  g_autoptr (PrnMap) map = edit_map_new (UNPLACED);
  g_autoptr (PrnMap) seen = prn_layout_missing (map);
  g_autoptr (PrnMap) edited = edit_connect (map);
  g_autoptr (PrnMap) anew = prn_layout_missing (edited);
  const PrnStage *before = prn_map_lookup (seen, "gone"), *after = prn_map_lookup (anew, "gone");

  g_assert_true (before->position.x != after->position.x ||
                 before->position.y != after->position.y);
}

static void
test_other_id (void)
{
  g_autoptr (PrnMap) map = edit_map_new (UNPLACED);
  g_autoptr (PrnMap) seen = prn_layout_missing (map);
  g_autoptr (PrnMap) edited = edit_map_new (
      "'stages':[{'id':'visit'},{'id':'test'},{'id':'paid'},{'id':'gone','role':'exit'}],"
      "'triggers':[{'id':'a','from':'visit','to':'paid'}]");
  g_autoptr (PrnMap) kept = prn_keep_places (edited, map);
  const PrnStage *before = prn_map_lookup (seen, "trial"), *after = prn_map_lookup (kept, "test");

  g_assert_cmpfloat (after->position.x, ==, before->position.x);
  g_assert_cmpfloat (after->position.y, ==, before->position.y);
}

/* What has its place keeps it, and a map in which nothing is missing is returned itself. */
static void
test_placed (void)
{
  g_autoptr (PrnMap) map = edit_map_new (
      "'stages':[{'id':'a','position':{'x':8,'y':16}},{'id':'b'}],'triggers':[]");
  g_autoptr (PrnMap) moved = edit_map_new (
      "'stages':[{'id':'a','position':{'x':800,'y':16}},{'id':'b'}],'triggers':[]");
  g_autoptr (PrnMap) seen = prn_layout_missing (map);
  g_autoptr (PrnMap) kept = prn_keep_places (moved, map);
  g_autoptr (PrnMap) again = prn_keep_places (kept, map);
  const PrnStage *a = prn_map_lookup (kept, "a");
  const PrnStage *before = prn_map_lookup (seen, "b"), *after = prn_map_lookup (kept, "b");

  g_assert_cmpfloat (a->position.x, ==, 800);
  g_assert_cmpfloat (after->position.x, ==, before->position.x);
  g_assert_cmpfloat (after->position.y, ==, before->position.y);
  g_assert_true (again == kept);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keep-places/first-edit", test_first_edit);
  g_test_add_func ("/keep-places/layout-alone", test_layout_alone);
  g_test_add_func ("/keep-places/other-id", test_other_id);
  g_test_add_func ("/keep-places/placed", test_placed);

  return g_test_run ();
}
