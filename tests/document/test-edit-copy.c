/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "../map/random-map.h"
#include "edit-map.h"
#include "prn-edit.h"
#include "prn-error.h"
#include "prn-map-file.h"

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static PrnMap *
two_stages (void)
{
  return edit_map_new (
      "'phases':[{'id':'p','name':'P'}],"
      "'stages':[{'id':'a','name':'Trial','phase':'p','position':{'x':0,'y':0}},"
      "{'id':'b','name':'Paying','position':{'x':400,'y':0}}],"
      "'events':[{'id':'e','name':'E','stage':'a'},{'id':'f','name':'F'}],"
      "'triggers':[{'id':'t','from':'a','to':'b','when':{'event':'f'},'route':[{'x':300,'y':8}]}]");
}

static void
test_duplicate (void)
{
  const struct {
    const char *const *ids;
    const char *says;
    guint n; /* how many of them are new */
  } rows[] = {
    { IDS ("b"), "a 0,0 in p b 400,0 b-2 424,24 e on a f on nothing a>b by 300,8", 1 },
    /* A stage brings its events; a phase it is in is the same one. */
    { IDS ("a"), "a 0,0 in p b 400,0 a-2 24,24 in p e on a f on nothing e-2 on a-2 a>b by 300,8", 1 },
    /* Two stages bring the trigger between them; its condition asks for the same event. */
    { IDS ("a", "b"),
      "a 0,0 in p b 400,0 a-2 24,24 in p b-2 424,24 e on a f on nothing e-2 on a-2 a>b by 300,8 "
      "a-2>b-2 by 324,32", 2 },
    { IDS ("p"),
      "a 0,0 in p b 400,0 a-2 24,24 in p-2 e on a f on nothing e-2 on a-2 a>b by 300,8", 1 },
    { IDS ("t"), "a 0,0 in p b 400,0 e on a f on nothing a>b by 300,8 a>b by 324,32", 1 },
    { IDS ("e"), "a 0,0 in p b 400,0 e on a f on nothing e-2 on a a>b by 300,8", 1 },
  };
  g_autoptr (PrnMap) map = two_stages ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) ids = NULL;
    g_autoptr (PrnMap) more = prn_edit_duplicate (map, rows[i].ids, 24, 24, &ids);

    edit_map_assert (more, rows[i].says);
    g_assert_cmpuint (g_strv_length (ids), ==, rows[i].n);
    for (guint k = 0; ids[k] != NULL; k++) {
      g_assert_null (prn_map_lookup (map, ids[k]));
      g_assert_nonnull (prn_map_lookup (more, ids[k]));
    }
  }
}

/* Two stages of one name could not be told apart. */
static void
test_copies_have_names_of_their_own (void)
{
  g_autoptr (PrnMap) map = two_stages ();
  g_autoptr (PrnMap) once = prn_edit_duplicate (map, IDS ("a"), 24, 24, NULL);
  g_autoptr (PrnMap) twice = prn_edit_duplicate (once, IDS ("a-2"), 24, 24, NULL);

  g_assert_cmpstr (prn_element_label (prn_map_lookup (twice, "a-2")), ==, "Trial 2");
  g_assert_cmpstr (prn_element_label (prn_map_lookup (twice, "a-2-2")), ==, "Trial 3");
}

static void
test_paste_elsewhere (void)
{
  g_autoptr (PrnMap) map = two_stages ();
  g_autoptr (PrnMap) empty = prn_map_new ("Other");
  g_autoptr (GBytes) fragment = prn_edit_copy (map, IDS ("a", "b"));
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) pasted = prn_edit_paste (empty, fragment, NAN, NAN, &ids, &error);
  g_autoptr (PrnMap) again = NULL;

  g_assert_no_error (error);
  /* What the trigger asks for comes along. */
  edit_map_assert (pasted, "a 24,24 in p b 424,24 e on a f on nothing a>b by 324,32");
  g_assert_cmpstr (prn_map_get_title (pasted), ==, "Other");
  g_assert_cmpuint (g_strv_length (ids), ==, 4); /* a, b, e, t */

  /* The middle of what is pasted goes to the point. */
  again = prn_edit_paste (pasted, fragment, 1000, 548, NULL, &error);
  g_assert_no_error (error);
  edit_map_assert (again, "a 24,24 in p b 424,24 a-2 700,500 in p b-2 1100,500 e on a f on nothing "
                          "e-2 on a-2 a>b by 324,32 a-2>b-2 by 1000,508");
}

/* Any map file can be pasted: all of it. */
static void
test_paste_a_whole_map (void)
{
  g_autoptr (PrnMap) map = two_stages ();
  g_autoptr (GBytes) printed = prn_map_print (map);
  g_autoptr (PrnMap) pasted = prn_edit_paste (map, printed, NAN, NAN, NULL, NULL);

  g_assert_cmpuint (prn_map_n (pasted, PRN_KIND_STAGE), ==, 4);
  g_assert_cmpuint (prn_map_n (pasted, PRN_KIND_PHASE), ==, 2);
  g_assert_cmpuint (prn_map_n (pasted, PRN_KIND_TRIGGER), ==, 2);
  edit_map_assert_opens (pasted);
}

static void
test_paste_no_map (void)
{
  static const char *const texts[] = { "", "Trial", "{}", "[1,2]",
                                       "{\"format\":\"perennial-map\",\"version\":1,\"stages\":7}" };
  g_autoptr (PrnMap) map = two_stages ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) same = prn_edit_paste (map, bytes, 0, 0, NULL, &error);

    g_assert_true (same == map);
    g_assert_nonnull (error);
  }
}

static void
test_copy_nothing (void)
{
  g_autoptr (PrnMap) map = two_stages ();

  g_assert_null (prn_edit_copy (map, IDS ("nobody")));
  g_assert_null (prn_edit_copied_map (map, IDS ("nobody")));
}

/* Whatever is copied from whatever map into whatever other, the result opens. */
static void
test_paste_at_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 200; round++) {
    g_autoptr (PrnMap) from = random_map_new (rand, 3);
    g_autoptr (PrnMap) into = random_map_new (rand, 3);
    g_autoptr (PrnMap) pasted = NULL;
    g_autoptr (PrnMap) doubled = NULL;
    g_autoptr (GBytes) fragment = NULL;
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    g_autoptr (GError) error = NULL;
    const char *const *chosen;

    for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
      for (guint i = 0; i < prn_map_n (from, kind); i++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          g_ptr_array_add (ids, (gpointer) prn_element_id (prn_map_nth (from, kind, i)));
    if (ids->len == 0)
      continue;
    g_ptr_array_add (ids, NULL);
    chosen = (const char *const *) ids->pdata;

    fragment = prn_edit_copy (from, chosen);
    pasted = prn_edit_paste (into, fragment, 100, 100, NULL, &error);
    g_assert_no_error (error);
    edit_map_assert_opens (pasted);
    doubled = prn_edit_duplicate (from, chosen, 24, 24, NULL);
    g_assert_true (doubled != from);
    edit_map_assert_opens (doubled);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/copy/duplicate", test_duplicate);
  g_test_add_func ("/edit/copy/names", test_copies_have_names_of_their_own);
  g_test_add_func ("/edit/copy/paste-elsewhere", test_paste_elsewhere);
  g_test_add_func ("/edit/copy/paste-a-whole-map", test_paste_a_whole_map);
  g_test_add_func ("/edit/copy/paste-no-map", test_paste_no_map);
  g_test_add_func ("/edit/copy/nothing", test_copy_nothing);
  g_test_add_func ("/edit/copy/paste-at-random", test_paste_at_random);

  return g_test_run ();
}
