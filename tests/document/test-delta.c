/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way from one map to another leads there and back, in memory and written down. */

#include <string.h>

#include "../map/random-edit.h"
#include "../map/random-map.h"
#include "prn-delta.h"
#include "prn-map-file.h"

#define N_ELEMENTS 4

static void
assert_same_elements (PrnMap *a, PrnMap *b)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    g_assert_cmpuint (prn_map_n (a, kind), ==, prn_map_n (b, kind));
    for (guint i = 0; i < prn_map_n (a, kind); i++)
      g_assert_true (prn_map_nth (a, kind, i) == prn_map_nth (b, kind, i));
  }
  g_assert_true (prn_map_equal (a, b));
}

static char *
write_down (const PrnDelta *delta)
{
  GString *text = g_string_new ("{\"step\":1");

  prn_delta_append (delta, text);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static PrnMap *
read_back (const char *text, PrnMap *before, GError **error)
{
  g_autoptr (PrnJson) json = prn_json_scan (text, strlen (text), error);

  g_assert_nonnull (json);
  return prn_delta_read (json, 0, before, error);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 500; i++) {
    g_autoptr (PrnMap) before = random_map_new (rand, N_ELEMENTS);
    g_autoptr (PrnMap) after = random_edit (rand, before, N_ELEMENTS, "Random edit");
    g_autoptr (PrnDelta) delta = prn_delta_new (before, after);
    g_autoptr (PrnMap) forth = prn_delta_go (delta, before, FALSE);
    g_autoptr (PrnMap) back = prn_delta_go (delta, after, TRUE);
    g_autofree char *text = write_down (delta);
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) read = read_back (text, before, &error);

    assert_same_elements (forth, after);
    assert_same_elements (back, before);
    g_assert_no_error (error);
    g_assert_true (prn_map_equal (read, after));
    g_assert_null (strchr (text, '\n'));
  }
}

/* A step is as large as what it changes, not as the map. */
static void
test_size (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (PrnMap) map = random_map_new (rand, 50);
  g_autoptr (PrnStage) stage = prn_element_new (PRN_KIND_STAGE, "one-more");
  g_autoptr (PrnMap) more = prn_map_with (map, stage);
  g_autoptr (PrnMap) fewer = prn_map_without (map, prn_element_id (prn_map_nth (map, 0, 7)));
  g_autoptr (PrnDelta) adding = prn_delta_new (map, more);
  g_autoptr (PrnDelta) removing = prn_delta_new (map, fewer);
  g_autofree char *added = write_down (adding);
  g_autofree char *removed = write_down (removing);

  g_assert_cmpstr (added, ==, "{\"step\":1,\"stages\":[[50,0,[{\"id\": \"one-more\"}]]]}");
  g_assert_cmpstr (removed, ==, "{\"step\":1,\"phases\":[[7,1,[]]]}");
}

/* What is no way from the map is refused. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "{\"stages\":1}",
    "{\"stages\":[1]}",
    "{\"stages\":[[0,0]]}",
    "{\"stages\":[[3,0,[]]]}",
    "{\"stages\":[[0,3,[]]]}",
    "{\"stages\":[[-1,0,[]]]}",
    "{\"stages\":[[1,1,[]],[0,1,[]]]}",
    "{\"stages\":[[0,1,[2]]]}",
    "{\"stages\":[[0,1,[\"a\"]]]}",
    "{\"stages\":[[0,0,[{\"id\":7}]]]}",
    "{\"head\":{\"title\":7}}",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (PrnMap) map = random_map_new (rand, 2);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", texts[i]);
    g_assert_null (read_back (texts[i], map, &error));
    g_assert_nonnull (error);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delta/random", test_random);
  g_test_add_func ("/delta/size", test_size);
  g_test_add_func ("/delta/refused", test_refused);

  return g_test_run ();
}
