/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-private.h"

#include <math.h>

#include "prn-edit-place.h"
#include "prn-schema.h"

PrnChanges *
prn_changes_new (PrnMap *map)
{
  PrnChanges *self = g_new0 (PrnChanges, 1);

  self->map = map;
  self->elements = g_ptr_array_new_with_free_func (prn_element_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
prn_changes_free (PrnChanges *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->elements);
  prn_map_unref (self->map);
  g_free (self);
}

gpointer
prn_changes_of (PrnChanges *self, gconstpointer element)
{
  PrnElement *copy = g_hash_table_lookup (self->by_id, prn_element_id (element));

  if (copy == NULL) {
    copy = prn_element_copy (element);
    prn_changes_add (self, copy);
  }
  return copy;
}

void
prn_changes_add (PrnChanges *self, gpointer element)
{
  g_ptr_array_add (self->elements, element);
  g_hash_table_insert (self->by_id, ((PrnElement *) element)->id, element);
}

PrnMap *
prn_changes_apply (PrnChanges *self)
{
  if (self->elements->len == 0)
    return prn_map_ref (self->map);
  return prn_map_with_all (self->map, self->elements->pdata, self->elements->len);
}

gboolean
prn_edit_has_room (PrnMap *map, guint n)
{
  guint used = 0;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    used += prn_map_n (map, kind);
  return n <= PRN_LIMIT_ELEMENTS && used <= PRN_LIMIT_ELEMENTS - n;
}

GHashTable *
prn_edit_id_set (const char *const *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) ids[i]);
  return set;
}

void
prn_edit_add_contents (PrnMap *map, GHashTable *ids)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n; i++)
    if (stages[i]->phase != NULL && g_hash_table_contains (ids, stages[i]->phase))
      g_hash_table_add (ids, stages[i]->element.id);
}

/* Where the three kinds that have a place keep it. */
static gboolean
find_place (gconstpointer element, const PrnPoint **position, const PrnSize **size)
{
  switch (prn_element_kind (element)) {
  case PRN_KIND_STAGE:
    *position = &((const PrnStage *) element)->position;
    *size = &((const PrnStage *) element)->size;
    return TRUE;
  case PRN_KIND_NOTE:
    *position = &((const PrnNote *) element)->position;
    *size = &((const PrnNote *) element)->size;
    return TRUE;
  case PRN_KIND_FRAME:
    *position = &((const PrnFrame *) element)->position;
    *size = &((const PrnFrame *) element)->size;
    return TRUE;
  case PRN_KIND_PHASE:
  case PRN_KIND_EVENT:
  case PRN_KIND_TRIGGER:
  case PRN_KIND_SCORE:
  case PRN_KIND_SEGMENT:
  case PRN_KIND_TARGET:
  case PRN_KIND_SCENARIO:
  default:
    return FALSE;
  }
}

gboolean
prn_edit_get_box (gconstpointer element, PrnRectangle *box)
{
  const PrnPoint *position;
  const PrnSize *size;

  if (!find_place (element, &position, &size) || isnan (position->x) || isnan (position->y))
    return FALSE;

  *box = (PrnRectangle){ position->x, position->y, size->w, size->h };
  return TRUE;
}

void
prn_edit_set_box (gpointer element, const PrnRectangle *box)
{
  const PrnPoint *position;
  const PrnSize *size;
  PrnPoint *own_position;
  PrnSize *own_size;

  if (!find_place (element, &position, &size))
    return;

  /* @element may be written to, so what is found in it may be, too. */
  own_position = (PrnPoint *) position;
  own_size = (PrnSize *) size;
  own_position->x = CLAMP (box->x, -PRN_EDIT_FARTHEST, PRN_EDIT_FARTHEST);
  own_position->y = CLAMP (box->y, -PRN_EDIT_FARTHEST, PRN_EDIT_FARTHEST);
  own_size->w = box->w;
  own_size->h = box->h;
}
