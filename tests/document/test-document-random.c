/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random sequences of edits through a document: undoing all of them gives the first map, doing them
 * again the last one, and every map in between could be saved and opened again. */

#include "../map/random-edit.h"
#include "../map/random-map.h"
#include "prn-document.h"
#include "prn-keep-places.h"
#include "prn-map-file.h"

#define N_SEQUENCES 10000
#define N_FIRST_MAPS 100
#define N_ELEMENTS 2
#define MOST_ACTS 30

static guint
below (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

/* What reads back as itself has passed all of the loader's checks. */
static void
assert_opens (PrnMap *map)
{
  g_autoptr (GBytes) printed = prn_map_print (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) parsed = prn_map_parse (printed, NULL, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = prn_map_print (parsed);
  g_assert_true (g_bytes_equal (printed, again));
}

static void
edit (GRand *rand, PrnDocument *document, const char *join)
{
  PrnMap *before = prn_document_get_map (document);
  g_autoptr (PrnMap) map = random_edit (rand, before, N_ELEMENTS, "Random edit");
  g_autoptr (PrnMap) placed =
      map != before ? prn_keep_places (map, before) : prn_map_ref (map);

  g_assert_true (prn_document_apply (document, map, "Random edit", join));
  g_assert_true (prn_map_equal (prn_document_get_map (document), placed));
  g_assert_true (placed != map || prn_document_get_map (document) == map);
}

static void
act (GRand *rand, PrnDocument *document)
{
  static const char *const joins[] = { "drag", "type" };

  switch (below (rand, 12)) {
  case 0:
    prn_document_undo (document);
    break;
  case 1:
    prn_document_redo (document);
    break;
  case 2:
    prn_document_seal (document);
    break;
  case 3:
    prn_document_cancel (document, joins[below (rand, 2)]);
    break;
  case 4:
  case 5:
    edit (rand, document, joins[below (rand, 2)]);
    break;
  default:
    edit (rand, document, NULL);
  }
}

static void
run_sequence (GRand *rand, PrnMap *first)
{
  g_autoptr (GBytes) first_bytes = prn_map_print (first);
  g_autoptr (PrnDocument) document = prn_document_new (first);
  g_autoptr (GBytes) last_bytes = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GPtrArray) maps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n_undone = 0;

  for (guint i = 1 + below (rand, MOST_ACTS); i > 0; i--) {
    PrnMap *before = prn_document_get_map (document);

    act (rand, document);
    if (prn_document_get_map (document) != before)
      assert_opens (prn_document_get_map (document));
  }
  while (prn_document_can_redo (document))
    prn_document_redo (document);
  last_bytes = prn_map_print (prn_document_get_map (document));

  while (prn_document_can_undo (document)) {
    g_ptr_array_add (maps, prn_map_print (prn_document_get_map (document)));
    prn_document_undo (document);
    n_undone++;
  }
  g_assert_true (prn_document_get_map (document) == first);
  g_assert_false (prn_document_is_modified (document));
  found = prn_map_print (prn_document_get_map (document));
  g_assert_true (g_bytes_equal (found, first_bytes));

  while (prn_document_can_redo (document)) {
    g_autoptr (GBytes) bytes = NULL;

    prn_document_redo (document);
    bytes = prn_map_print (prn_document_get_map (document));
    g_assert_true (g_bytes_equal (bytes, maps->pdata[--n_undone]));
  }
  g_assert_cmpuint (n_undone, ==, 0);
  g_clear_pointer (&found, g_bytes_unref);
  found = prn_map_print (prn_document_get_map (document));
  g_assert_true (g_bytes_equal (found, last_bytes));
}

static void
test_sequences (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  g_autoptr (GPtrArray) maps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_map_unref);

  for (guint i = 0; i < N_FIRST_MAPS; i++)
    g_ptr_array_add (maps, random_map_new (rand, N_ELEMENTS));
  for (guint i = 0; i < N_SEQUENCES; i++)
    run_sequence (rand, maps->pdata[i % N_FIRST_MAPS]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/random", test_sequences);

  return g_test_run ();
}
