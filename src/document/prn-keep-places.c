/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-keep-places.h"

#include <math.h>

#include "prn-edit-private.h"
#include "prn-layout.h"

/* The members beside the coordinates stay those of the place itself. */
static void
move_to (PrnPoint *place, const PrnPoint *there)
{
  place->x = there->x;
  place->y = there->y;
}

static gboolean
is_placed (const PrnStage *stage)
{
  return !isnan (stage->position.x) && !isnan (stage->position.y);
}

/* The stage under its id, else, when it was only given another one, that in its place. */
static const PrnStage *
find_seen (PrnMap *seen, PrnMap *map, guint index)
{
  const PrnStage *stage = prn_map_nth (map, PRN_KIND_STAGE, index), *there;
  int same = prn_map_index_of (seen, PRN_KIND_STAGE, stage->element.id);

  if (same >= 0)
    return prn_map_nth (seen, PRN_KIND_STAGE, (guint) same);
  if (prn_map_n (seen, PRN_KIND_STAGE) != prn_map_n (map, PRN_KIND_STAGE))
    return NULL;
  there = prn_map_nth (seen, PRN_KIND_STAGE, index);
  return prn_map_index_of (map, PRN_KIND_STAGE, there->element.id) < 0 ? there : NULL;
}

static void
keep_stages (PrnChanges *changes, PrnMap *placed)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (changes->map, &n);

  for (guint i = 0; i < n; i++) {
    const PrnStage *there = is_placed (stages[i]) ? NULL : find_seen (placed, changes->map, i);

    if (there != NULL) {
      PrnStage *stage = prn_changes_of (changes, stages[i]);

      move_to (&stage->position, &there->position);
    }
  }
}

/* A note that the edit left where it was goes where the layout had put it. */
static void
keep_notes (PrnChanges *changes, PrnMap *seen, PrnMap *placed)
{
  guint n;
  const PrnNote *const *notes = prn_map_notes (changes->map, &n);

  for (guint i = 0; i < n; i++) {
    int before = prn_map_index_of (seen, PRN_KIND_NOTE, notes[i]->element.id);
    const PrnNote *was, *there;

    if (before < 0)
      continue;
    was = prn_map_nth (seen, PRN_KIND_NOTE, (guint) before);
    there = prn_map_nth (placed, PRN_KIND_NOTE, (guint) before);
    if (there != was && notes[i]->position.x == was->position.x &&
        notes[i]->position.y == was->position.y) {
      PrnNote *note = prn_changes_of (changes, notes[i]);

      move_to (&note->position, &there->position);
    }
  }
}

static gboolean
is_missing (PrnMap *map)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n; i++)
    if (!is_placed (stages[i]))
      return TRUE;
  return FALSE;
}

PrnMap *
prn_keep_places (PrnMap *map, PrnMap *seen)
{
  g_autoptr (PrnChanges) changes = NULL;
  g_autoptr (PrnMap) placed = NULL;
  g_autoptr (PrnMap) kept = NULL;

  if (!is_missing (map))
    return prn_map_ref (map);

  placed = prn_layout_missing (seen);
  changes = prn_changes_new (prn_map_ref (map));
  keep_stages (changes, placed);
  keep_notes (changes, seen, placed);
  kept = prn_changes_apply (changes);
  return prn_layout_missing (kept);
}
