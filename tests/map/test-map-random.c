/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-check.h"
#include "prn-error.h"
#include "prn-map-file.h"
#include "random-map.h"

static char *
to_text (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Writing, reading and writing gives the same bytes. */
static void
assert_round_trip (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) again = prn_map_parse (bytes, NULL, &error);
  g_autofree char *first = to_text (map);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  second = to_text (again);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (prn_map_equal (map, again));
}

static void
test_random_maps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 200; i++) {
    g_autoptr (PrnMap) map = random_map_new (rand, 1 + i % 8);
    g_autoptr (GPtrArray) problems = prn_map_check (map);

    assert_round_trip (map);
    for (guint k = 0; k < problems->len; k++)
      g_assert_cmpint (((PrnProblem *) problems->pdata[k])->severity, ==, PRN_SEVERITY_WARNING);
  }
}

static void
test_copies (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (PrnMap) map = random_map_new (rand, 30);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) copy = NULL;
  g_autofree char *before = to_text (map);
  g_autofree char *after = NULL;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (map, kind); i++)
      g_ptr_array_add (copies, prn_element_copy (prn_map_nth (map, kind, i)));
  copy = prn_map_with_all (map, copies->pdata, copies->len);
  g_clear_pointer (&map, prn_map_unref);
  after = to_text (copy);
  g_assert_cmpstr (before, ==, after);
}

static void
test_ten_thousand (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (PrnMap) map = random_map_new (rand, 1000);

  assert_round_trip (map);
}

/* Writes a small damage into @bytes: a changed, lost, doubled or foreign piece. */
static void
damage (GRand *rand, GByteArray *bytes)
{
  static const char *const pieces[] = { "{",  "}",    "[",     "]",    ",",       ":",       "\"",
                                        "-",  "null", "\\u00", "1e99", "\xff",    "\"\"",    "{}",
                                        "[]", "true", "\"*\"", "0.5",  "\"14d\"", "\"a\":1," };
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
  guint wanted = (guint) g_rand_int_range (rand, 1, 40);
  guint length = MIN (wanted, bytes->len - at);
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

  switch (g_rand_int_range (rand, 0, 6)) {
  case 0:
    bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
    break;
  case 1:
    g_byte_array_remove_range (bytes, at, length);
    break;
  case 2:
    g_byte_array_set_size (bytes, at);
    break;
  case 3:
    bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
    break;
  case 4:
    memcpy (bytes->data + at, piece, MIN (strlen (piece), bytes->len - at));
    break;
  default:
    memmove (bytes->data + at, bytes->data + (guint) g_rand_int_range (rand, 0, (gint32) at + 1),
             length);
  }
}

static void
assert_told (const GError *error, GPtrArray *problems)
{
  const PrnProblem *first;

  g_assert_true (error->domain == PRN_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strpbrk (error->message, "\n\r"));
  g_assert_cmpuint (problems->len, >, 0);

  first = problems->pdata[0];
  g_assert_cmpint (first->severity, ==, PRN_SEVERITY_ERROR);
  g_assert_cmpstr (first->place, !=, "");
  g_assert_true (g_str_has_prefix (error->message, first->place));
}

/* Whatever happens to a file, it either opens as a map that settles, or the reason has a place. */
static void
test_damaged_files (void)
{
  static const char *const sources[] = {
    "tests/map/files/good/everything.json",
    "tests/map/files/good/filters.json",
    "tests/map/files/good/unknown-everywhere.json",
    "tests/map/files/good/distributions.json",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_opened = 0;

  for (guint i = 0; i < 20000; i++) {
    const char *source = sources[i % G_N_ELEMENTS (sources)];
    g_autofree char *path = g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), source, NULL);
    g_autofree char *text = NULL;
    g_autoptr (GByteArray) content = g_byte_array_new ();
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) prn_problem_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) map = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &text, &length, NULL));
    g_byte_array_append (content, (guint8 *) text, (guint) length);
    for (guint n = 0; n <= i % 3 && content->len > 0; n++)
      damage (rand, content);
    /* A block of its own size, so that a step over its end is seen. */
    bytes = g_bytes_new (content->data, content->len);

    map = prn_map_parse (bytes, problems, &error);
    if (map != NULL) {
      assert_round_trip (map);
      n_opened++;
    } else {
      assert_told (error, problems);
    }
  }
  g_test_message ("%u of 20000 opened", n_opened);
  g_assert_cmpuint (n_opened, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/random/maps", test_random_maps);
  g_test_add_func ("/map/random/copies", test_copies);
  g_test_add_func ("/map/random/ten-thousand", test_ten_thousand);
  g_test_add_func ("/map/random/damaged-files", test_damaged_files);
  return g_test_run ();
}
