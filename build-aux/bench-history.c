/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-history MAP ROUNDS
 *
 * Measures the history of a document. Each round makes 1,000 steps, each of which moves one stage and
 * every tenth of which adds one, and undoes them all. Prints a row of JSON for each round: bytes of
 * the heap for `history` and bytes of the file for `json`; microseconds of processor time for the
 * `undo` of one step and to `copy` the list of stages, each element with a reference of its own. */

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#include "prn-document.h"
#include "prn-map-file.h"

#define N_STEPS 1000

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
step (PrnDocument *document, guint i)
{
  PrnMap *map = prn_document_get_map (document);
  g_autoptr (PrnStage) stage =
      prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, i % prn_map_n (map, PRN_KIND_STAGE)));
  g_autoptr (PrnMap) next = NULL;

  stage->position.x += 8;
  if (i % 10 == 9) {
    g_autofree char *id = prn_map_new_id (map, "Another stage");

    prn_element_set_text (&stage->element.id, id);
  }
  next = prn_map_with (map, stage);
  prn_document_apply (document, next, "Move", NULL);
}

/* What it costs to copy the list as it is, once for each step. */
static double
copy_list (PrnMap *map)
{
  double start = now ();

  for (guint k = 0; k < N_STEPS; k++) {
    guint n;
    gpointer const *elements = prn_map_elements (map, PRN_KIND_STAGE, &n);
    g_autofree gpointer *copy = g_new (gpointer, n);

    for (guint i = 0; i < n; i++)
      copy[i] = prn_element_ref (elements[i]);
    for (guint i = 0; i < n; i++)
      prn_element_unref (copy[i]);
  }
  return (now () - start) / N_STEPS;
}

static void
measure (PrnMap *map)
{
  g_autoptr (GBytes) json = prn_map_print (map);
  g_autoptr (PrnDocument) document = prn_document_new (map);
  gsize before = mallinfo2 ().uordblks, history;
  double start, undo;

  for (guint i = 0; i < N_STEPS; i++)
    step (document, i);
  history = mallinfo2 ().uordblks - before;
  start = now ();
  while (prn_document_can_undo (document))
    prn_document_undo (document);
  undo = (now () - start) / N_STEPS;
  g_assert (prn_document_get_map (document) == map);
  g_print ("{\"history\": %zu, \"json\": %zu, \"undo\": %.2f, \"copy\": %.2f}\n", history,
           g_bytes_get_size (json), undo, copy_list (map));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;

  if (argc != 3) {
    g_printerr ("usage: bench-history MAP ROUNDS\n");
    return 2;
  }
  map = prn_map_load (argv[1], NULL, &error);
  if (map == NULL) {
    g_printerr ("bench-history: %s\n", error->message);
    return 3;
  }
  for (int i = 0; i < atoi (argv[2]); i++)
    measure (map);
  return 0;
}
