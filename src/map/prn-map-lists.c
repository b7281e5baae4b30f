/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-private.h"
#include "prn-schema.h"

/* Edits of whole lists: many elements out at once, one element to another place. */

static PrnMap *
copy_without_index (PrnMap *map)
{
  PrnMap *copy = prn_record_new_copy (&prn_map_record, map);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->index = NULL;
  return copy;
}

/* Puts @list into @map; an empty one is none. */
static void
set_list (PrnMap *map, PrnKind kind, PrnElements *list)
{
  prn_elements_unref (map->elements[kind]);
  if (list->n == 0)
    g_clear_pointer (&list, prn_elements_unref);
  map->elements[kind] = list;
}

PrnMap *
prn_map_without_all (PrnMap *map, GHashTable *ids)
{
  PrnMap *copy = NULL;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    const PrnElements *old = map->elements[kind];
    PrnElements *kept;
    guint n = 0;

    for (guint i = 0; old != NULL && i < old->n; i++)
      n += !g_hash_table_contains (ids, old->items[i]->id);
    if (old == NULL || n == old->n)
      continue;

    kept = prn_elements_new (n);
    n = 0;
    for (guint i = 0; i < old->n; i++)
      if (!g_hash_table_contains (ids, old->items[i]->id))
        kept->items[n++] = prn_element_ref (old->items[i]);
    if (copy == NULL)
      copy = copy_without_index (map);
    set_list (copy, kind, kept);
  }
  return copy != NULL ? copy : prn_map_ref (map);
}

PrnMap *
prn_map_reordered (PrnMap *map, const char *id, guint position)
{
  const PrnElement *element = prn_map_lookup (map, id);
  const PrnElements *old;
  PrnElements *list;
  PrnMap *copy;
  guint from;

  if (element == NULL)
    return prn_map_ref (map);
  old = map->elements[element->kind];
  from = (guint) prn_map_index_of (map, element->kind, id);
  position = MIN (position, old->n - 1);
  if (position == from)
    return prn_map_ref (map);

  list = prn_elements_new (old->n);
  for (guint i = 0; i < old->n; i++) {
    guint source = i;

    if (i == position)
      source = from;
    else if (from < position && i >= from && i < position)
      source = i + 1;
    else if (from > position && i > position && i <= from)
      source = i - 1;
    list->items[i] = prn_element_ref (old->items[source]);
  }
  copy = copy_without_index (map);
  set_list (copy, element->kind, list);
  return copy;
}
