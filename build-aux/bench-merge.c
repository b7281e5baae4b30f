/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-merge MAP ROUNDS
 *
 * Measures what comparing and merging maps costs beside reading them. Each map comes from the bytes
 * of a file of its own, so that none shares an element with another; every tenth stage is another
 * one in ours, and another tenth in theirs. Prints a row of JSON for each round: microseconds of
 * processor time for `diff`, `load_two`, `merge`, `load_three`. */

#include <stdlib.h>
#include <time.h>

#include "prn-diff.h"
#include "prn-map-file.h"
#include "prn-merge.h"

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

/* The file of a map in which every tenth stage, from @first on, has another owner. */
static GBytes *
edit (PrnMap *map, guint first)
{
  g_autoptr (GPtrArray) edited = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) result = NULL;

  for (guint i = first; i < prn_map_n (map, PRN_KIND_STAGE); i += 10) {
    PrnStage *stage = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, i));

    prn_element_set_text (&stage->owner, "somebody else");
    g_ptr_array_add (edited, stage);
  }
  result = prn_map_with_all (map, edited->pdata, edited->len);
  return prn_map_print (result);
}

static void
measure (GBytes *const *files)
{
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (PrnMap) merged = NULL;
  PrnMap *maps[3];
  double times[5];

  times[0] = now ();
  for (guint i = 0; i < 2; i++)
    maps[i] = prn_map_parse (files[i], NULL, NULL);
  times[1] = now ();
  maps[2] = prn_map_parse (files[2], NULL, NULL);
  times[2] = now ();
  changes = prn_map_diff (maps[0], maps[1]);
  times[3] = now ();
  merged = prn_map_merge (maps[0], maps[1], maps[2], conflicts);
  times[4] = now ();
  g_print ("{\"load_two\": %.0f, \"load_three\": %.0f, \"diff\": %.0f, \"merge\": %.0f, "
           "\"changes\": %u, \"conflicts\": %u}\n",
           times[1] - times[0], times[2] - times[0], times[3] - times[2], times[4] - times[3],
           changes->len, conflicts->len);
  for (guint i = 0; i < 3; i++)
    prn_map_unref (maps[i]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;
  GBytes *files[3];

  if (argc != 3) {
    g_printerr ("usage: bench-merge MAP ROUNDS\n");
    return 2;
  }
  map = prn_map_load (argv[1], NULL, &error);
  if (map == NULL) {
    g_printerr ("bench-merge: %s\n", error->message);
    return 3;
  }
  files[0] = prn_map_print (map);
  files[1] = edit (map, 0);
  files[2] = edit (map, 5);
  for (int i = 0; i < atoi (argv[2]); i++)
    measure (files);
  for (guint i = 0; i < 3; i++)
    g_bytes_unref (files[i]);
  return 0;
}
