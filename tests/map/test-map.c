/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-id.h"
#include "prn-map-file.h"
#include "prn-map.h"
#include "prn-references.h"
#include "random-map.h"

static void
test_ids_from_names (void)
{
  static const struct {
    const char *name;
    const char *id;
  } cases[] = {
    { "Free trial", "free-trial" },
    { "  Sales & support!  ", "sales-support" },
    { "Élève", "eleve" },
    { "2nd purchase", "2nd-purchase" },
    { "--", "element" },
    { "", "element" },
    { "客户", "element" },
    { "1234567890 234567890 234567890 234567890 234567890 234567890 2 4 67890",
      "1234567890-234567890-234567890-234567890-234567890-234567890-2-4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *id = prn_id_from_name (cases[i].name);

    g_assert_cmpstr (id, ==, cases[i].id);
    g_assert_true (prn_id_is_valid (id));
  }
}

static PrnMap *
with_stage (PrnMap *map, const char *id, const char *name)
{
  g_autoptr (PrnStage) stage = prn_element_new (PRN_KIND_STAGE, id);

  prn_element_set_text (&stage->name, name);
  return prn_map_with (map, stage);
}

static void
test_new_ids (void)
{
  g_autoptr (PrnMap) map = prn_map_new ("T");
  g_autofree char *sixty_four = g_strnfill (64, 'x');

  for (guint n = 1; n <= 12; n++) {
    g_autofree char *expected = n == 1 ? g_strdup ("trial") : g_strdup_printf ("trial-%u", n);
    g_autofree char *id = prn_map_new_id (map, "Trial");
    PrnMap *next;

    g_assert_cmpstr (id, ==, expected);
    next = with_stage (map, id, "Trial");
    prn_map_unref (map);
    map = next;
  }

  for (guint n = 0; n < 2; n++) {
    g_autofree char *id = prn_map_new_id (map, sixty_four);
    PrnMap *next = with_stage (map, id, "");

    g_assert_true (prn_id_is_valid (id));
    prn_map_unref (map);
    map = next;
  }
}

static void
test_edit_shares_the_rest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (PrnMap) map = random_map_new (rand, 20);
  g_autoptr (PrnStage) stage = prn_element_copy (prn_map_lookup (map, "stage-7"));
  g_autoptr (PrnMap) edited = NULL;

  prn_element_set_text (&stage->name, "Renamed");
  edited = prn_map_with (map, stage);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    guint n;
    gconstpointer *before = (gconstpointer *) prn_map_elements (map, kind, &n);
    gconstpointer *after = (gconstpointer *) prn_map_elements (edited, kind, &n);

    g_assert_cmpuint (n, ==, 20);
    /* A list without a change is the same list. */
    g_assert_true (kind == PRN_KIND_STAGE ? before != after : before == after);
    for (guint i = 0; i < n; i++)
      g_assert_true ((before[i] == after[i]) == (kind != PRN_KIND_STAGE || i != 7));
  }
  g_assert_true (prn_map_lookup (edited, "stage-7") == stage);
  g_assert_true (prn_map_lookup (map, "stage-7") != stage);
  g_assert_false (prn_map_equal (map, edited));
}

static void
test_edit_of_an_id_of_another_kind (void)
{
  g_autoptr (PrnMap) empty = prn_map_new ("T");
  g_autoptr (PrnMap) map = with_stage (empty, "a", "A");
  g_autoptr (PrnEvent) event = prn_element_new (PRN_KIND_EVENT, "a");
  g_autoptr (PrnMap) edited = prn_map_with (map, event);

  g_assert_cmpuint (prn_map_n (edited, PRN_KIND_STAGE), ==, 0);
  g_assert_true (prn_map_lookup (edited, "a") == event);
  g_assert_cmpint (prn_map_index_of (edited, PRN_KIND_EVENT, "a"), ==, 0);
  g_assert_cmpint (prn_map_index_of (edited, PRN_KIND_STAGE, "a"), ==, -1);
  g_assert_cmpint (prn_map_index_of (edited, PRN_KIND_STAGE, NULL), ==, -1);
}

static void
test_edit_of_many (void)
{
  g_autoptr (PrnMap) empty = prn_map_new ("T");
  g_autoptr (PrnMap) one = with_stage (empty, "a", "A");
  g_autoptr (PrnMap) two = with_stage (one, "b", "B");
  gpointer elements[] = {
    prn_element_new (PRN_KIND_STAGE, "c"),   prn_element_new (PRN_KIND_STAGE, "a"),
    prn_element_new (PRN_KIND_TRIGGER, "t"), prn_element_new (PRN_KIND_STAGE, "c"),
    prn_element_new (PRN_KIND_EVENT, "b"),
  };
  g_autoptr (PrnMap) map = prn_map_with_all (two, elements, G_N_ELEMENTS (elements));

  /* "a" in its place, "b" gone for an event, of two "c" the last. */
  g_assert_cmpuint (prn_map_n (map, PRN_KIND_STAGE), ==, 2);
  g_assert_true (prn_map_nth (map, PRN_KIND_STAGE, 0) == elements[1]);
  g_assert_true (prn_map_nth (map, PRN_KIND_STAGE, 1) == elements[3]);
  g_assert_true (prn_map_lookup (map, "b") == elements[4]);
  g_assert_true (prn_map_lookup (map, "t") == elements[2]);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    prn_element_unref (elements[i]);
}

static void
test_without (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (PrnMap) map = random_map_new (rand, 5);
  g_autoptr (PrnMap) without = prn_map_without (map, "event-2");
  g_autoptr (PrnMap) same = prn_map_without (map, "nobody");

  g_assert_true (same == map);
  g_assert_null (prn_map_lookup (without, "event-2"));
  g_assert_nonnull (prn_map_lookup (map, "event-2"));
  g_assert_cmpint (prn_map_index_of (without, PRN_KIND_EVENT, "event-3"), ==, 2);
  g_assert_cmpint (prn_map_index_of (map, PRN_KIND_EVENT, "event-3"), ==, 3);
}

static void
test_title_and_population (void)
{
  g_autoptr (PrnMap) map = prn_map_new ("Before");
  PrnPopulation population = *prn_map_get_population (map);
  g_autoptr (PrnMap) titled = prn_map_with_title (map, "After");
  g_autoptr (PrnMap) peopled = NULL;

  g_assert_cmpint (population.customers, ==, 10000);
  g_assert_cmpint (population.horizon.us, ==, 24 * PRN_MONTH);
  g_assert_cmpint (population.seed, ==, 1);
  g_assert_cmpint (population.arrivals.us, ==, 0);
  g_assert_cmpstr (prn_map_get_currency (map), ==, "USD");
  g_assert_cmpint (prn_map_get_version (map), ==, 1);

  population.customers = 5;
  peopled = prn_map_with_population (titled, &population);
  g_assert_cmpint (prn_map_get_population (peopled)->customers, ==, 5);
  g_assert_cmpint (prn_map_get_population (titled)->customers, ==, 10000);
  g_assert_cmpstr (prn_map_get_title (peopled), ==, "After");
  g_assert_cmpstr (prn_map_get_title (map), ==, "Before");
}

/* A thousand edits one after the other, against a list of what should be there. */
static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) map = prn_map_new ("T");

  for (guint step = 0; step < 1000; step++) {
    guint index = (guint) g_rand_int_range (rand, 0, 30);
    g_autofree char *id = random_element_id (PRN_KIND_STAGE, index);
    gboolean remove = g_rand_double (rand) < 0.3;
    gpointer element = random_element_new (rand, PRN_KIND_STAGE, id, 1);
    PrnMap *next = remove ? prn_map_without (map, id) : prn_map_with (map, element);
    guint at = 0;

    while (at < expected->len && !g_str_equal (prn_element_id (expected->pdata[at]), id))
      at++;
    if (remove && at < expected->len) {
      g_ptr_array_remove_index (expected, at);
    } else if (!remove && at < expected->len) {
      prn_element_unref (expected->pdata[at]);
      expected->pdata[at] = prn_element_ref (element);
    } else if (!remove) {
      g_ptr_array_add (expected, prn_element_ref (element));
    }
    prn_element_unref (element);
    prn_map_unref (map);
    map = next;

    g_assert_cmpuint (prn_map_n (map, PRN_KIND_STAGE), ==, expected->len);
    for (guint i = 0; i < expected->len; i++) {
      const char *other = prn_element_id (expected->pdata[i]);

      g_assert_true (prn_map_nth (map, PRN_KIND_STAGE, i) == expected->pdata[i]);
      g_assert_true (prn_map_lookup (map, other) == expected->pdata[i]);
    }
  }
}

static gpointer
look_up_all (gpointer data)
{
  PrnMap *map = data;

  for (guint i = 0; i < 200; i++) {
    g_autofree char *id = random_element_id (PRN_KIND_EVENT, i);

    g_assert_cmpstr (prn_element_id (prn_map_lookup (map, id)), ==, id);
  }
  return NULL;
}

/* Nobody has asked this map for an id before; four threads do so at once. */
static void
test_lookup_in_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 20; round++) {
    g_autoptr (PrnMap) map = random_map_new (rand, 200);
    g_autoptr (PrnMap) fresh = prn_map_without (map, "note-0");
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      threads[i] = g_thread_new ("lookup", look_up_all, fresh);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      g_thread_join (threads[i]);
  }
}

static void
test_labels (void)
{
  g_autoptr (PrnStage) stage = prn_element_new (PRN_KIND_STAGE, "a");
  PrnNote *note = prn_element_new (PRN_KIND_NOTE, "n");

  g_assert_cmpstr (prn_element_label (stage), ==, "a");
  prn_element_set_text (&stage->name, "A");
  g_assert_cmpstr (prn_element_label (stage), ==, "A");
  prn_element_set_text (&note->text, "Why?");
  g_assert_cmpstr (prn_element_label (note), ==, "Why?");
  prn_element_unref (note);
}

static void
count_cb (const PrnReference *reference, gpointer user_data)
{
  g_autofree char *place = prn_place_format (reference->place);

  g_string_append_printf (user_data, "%s=%s ", place, reference->id);
}

static void
test_references (void)
{
  const char *text = "{\"format\":\"perennial-map\",\"version\":1,"
                     "\"stages\":[{\"id\":\"a\",\"enter\":{\"event\":\"e\"}}],\"events\":[{\"id\":"
                     "\"e\",\"stage\":\"a\"}],"
                     "\"triggers\":[{\"id\":\"t\",\"from\":\"*\",\"to\":\"a\",\"when\":{\"all\":[{"
                     "\"dwell\":\"1d\"},"
                     "{\"any\":[{\"inactive\":\"1d\",\"events\":[\"e\"]}]}]}}],"
                     "\"population\":{\"entries\":[{\"stage\":\"a\",\"weight\":1}]}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (map);
  prn_map_foreach_reference (map, count_cb, found);
  g_assert_cmpstr (found->str, ==,
                   "stages[0].enter.event=e events[0].stage=a triggers[0].from=* triggers[0].to=a "
                   "triggers[0].when.all[1].any[0].events[0]=e population.entries[0].stage=a ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/ids-from-names", test_ids_from_names);
  g_test_add_func ("/map/new-ids", test_new_ids);
  g_test_add_func ("/map/edit-shares-the-rest", test_edit_shares_the_rest);
  g_test_add_func ("/map/edit-of-an-id-of-another-kind", test_edit_of_an_id_of_another_kind);
  g_test_add_func ("/map/edit-of-many", test_edit_of_many);
  g_test_add_func ("/map/without", test_without);
  g_test_add_func ("/map/title-and-population", test_title_and_population);
  g_test_add_func ("/map/random-edits", test_random_edits);
  g_test_add_func ("/map/lookup-in-threads", test_lookup_in_threads);
  g_test_add_func ("/map/labels", test_labels);
  g_test_add_func ("/map/references", test_references);
  return g_test_run ();
}
