/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-map-private.h"
#include "prn-schema.h"

PrnElements *
prn_elements_new (guint n)
{
  PrnElements *elements = g_malloc (sizeof (PrnElements) + n * sizeof (PrnElement *));

  g_atomic_ref_count_init (&elements->ref_count);
  elements->n = n;
  return elements;
}

PrnElements *
prn_elements_ref (PrnElements *elements)
{
  if (elements != NULL)
    g_atomic_ref_count_inc (&elements->ref_count);
  return elements;
}

void
prn_elements_unref (PrnElements *elements)
{
  if (elements == NULL || !g_atomic_ref_count_dec (&elements->ref_count))
    return;
  for (guint i = 0; i < elements->n; i++)
    prn_element_unref (elements->items[i]);
  g_free (elements);
}

PrnMap *
prn_map_alloc (void)
{
  PrnMap *map = g_new0 (PrnMap, 1);

  g_atomic_ref_count_init (&map->ref_count);
  prn_record_init (&prn_map_record, map);
  return map;
}

PrnMap *
prn_map_new (const char *title)
{
  PrnMap *map = prn_map_alloc ();

  prn_element_set_text (&map->title, title);
  return map;
}

PrnMap *
prn_map_ref (PrnMap *map)
{
  g_atomic_ref_count_inc (&map->ref_count);
  return map;
}

void
prn_map_unref (PrnMap *map)
{
  if (!g_atomic_ref_count_dec (&map->ref_count))
    return;
  if (map->index != NULL)
    prn_map_index_unref (map->index);
  prn_record_free (&prn_map_record, map);
}

const char *
prn_map_get_title (PrnMap *map)
{
  return map->title;
}

const char *
prn_map_get_description (PrnMap *map)
{
  return map->description;
}

const char *
prn_map_get_currency (PrnMap *map)
{
  return map->currency;
}

int
prn_map_get_version (PrnMap *map)
{
  return (int) map->version;
}

const PrnPopulation *
prn_map_get_population (PrnMap *map)
{
  return &map->population;
}

guint
prn_map_n (PrnMap *map, PrnKind kind)
{
  return map->elements[kind] != NULL ? map->elements[kind]->n : 0;
}

gconstpointer
prn_map_nth (PrnMap *map, PrnKind kind, guint index)
{
  g_return_val_if_fail (index < prn_map_n (map, kind), NULL);

  return map->elements[kind]->items[index];
}

gconstpointer
prn_map_elements (PrnMap *map, PrnKind kind, guint *n)
{
  *n = prn_map_n (map, kind);
  return map->elements[kind] != NULL ? map->elements[kind]->items : NULL;
}

static PrnMapIndex *
build_index (PrnMap *map)
{
  PrnMapIndex *index = prn_map_index_new ();

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (map, kind); i++)
      prn_map_index_add (index, map->elements[kind]->items[i]->id, kind, i);
  return index;
}

/* Two threads may both build one; the second is thrown away. */
static PrnMapIndex *
get_index (PrnMap *map)
{
  PrnMapIndex *index = g_atomic_pointer_get (&map->index);

  if (index != NULL)
    return index;

  index = build_index (map);
  if (g_atomic_pointer_compare_and_exchange (&map->index, NULL, index))
    return index;
  prn_map_index_unref (index);
  return g_atomic_pointer_get (&map->index);
}

gconstpointer
prn_map_lookup (PrnMap *map, const char *id)
{
  PrnKind kind;
  guint position;

  if (!prn_map_index_find (get_index (map), id, &kind, &position))
    return NULL;
  return map->elements[kind]->items[position];
}

int
prn_map_index_of (PrnMap *map, PrnKind kind, const char *id)
{
  PrnKind found;
  guint position;

  if (id == NULL || !prn_map_index_find (get_index (map), id, &found, &position) || found != kind)
    return -1;
  return (int) position;
}

/* A map like @map that shares all of its elements, but not yet its index. */
static PrnMap *
copy_map (PrnMap *map)
{
  PrnMap *copy = prn_record_new_copy (&prn_map_record, map);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->index = NULL;
  return copy;
}

/* For edits that leave every element at its position. */
static PrnMap *
copy_map_and_index (PrnMap *map)
{
  PrnMap *copy = copy_map (map);
  PrnMapIndex *index = g_atomic_pointer_get (&map->index);

  if (index != NULL)
    copy->index = prn_map_index_ref (index);
  return copy;
}

/* Gives @map a list of its own, with room for @n_more elements that are not set yet, and without
 * the elements whose bit in @dropped is set. */
static PrnElements *
own_elements (PrnMap *map, PrnKind kind, guint n_more, const gboolean *dropped)
{
  PrnElements *old = map->elements[kind];
  guint n_old = prn_map_n (map, kind), n = 0;
  PrnElements *own = prn_elements_new (n_old + n_more);

  for (guint i = 0; i < n_old; i++)
    if (dropped == NULL || !dropped[i])
      own->items[n++] = prn_element_ref (old->items[i]);
  own->n = n;

  prn_elements_unref (old);
  map->elements[kind] = own;
  return own;
}

/* What happens to each list: how many elements come at its end, which of the old ones go. */
typedef struct {
  guint n_new[PRN_N_KINDS];
  gboolean *dropped[PRN_N_KINDS];
} Edit;

static void
drop (Edit *edit, PrnMap *map, PrnKind kind, guint position)
{
  if (edit->dropped[kind] == NULL)
    edit->dropped[kind] = g_new0 (gboolean, prn_map_n (map, kind));
  edit->dropped[kind][position] = TRUE;
}

static void
edit_clear (Edit *edit)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    g_free (edit->dropped[kind]);
}

static gboolean
edit_moves_elements (const Edit *edit)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if (edit->n_new[kind] > 0 || edit->dropped[kind] != NULL)
      return TRUE;
  return FALSE;
}

static void
put (PrnElement **slot, PrnElement *element)
{
  prn_element_ref (element);
  prn_element_unref (*slot);
  *slot = element;
}

static PrnMap *
replace_elements (PrnMap *map, GPtrArray *replacing)
{
  PrnMap *copy = copy_map_and_index (map);
  gboolean owned[PRN_N_KINDS] = { FALSE };

  for (guint i = 0; i < replacing->len; i++) {
    PrnElement *element = replacing->pdata[i];
    guint position = (guint) prn_map_index_of (map, element->kind, element->id);

    if (!owned[element->kind])
      own_elements (copy, element->kind, 0, NULL);
    owned[element->kind] = TRUE;
    put (&copy->elements[element->kind]->items[position], element);
  }
  return copy;
}

static gboolean
drops_any (const Edit *edit)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if (edit->dropped[kind] != NULL)
      return TRUE;
  return FALSE;
}

/* Of two with one id the last counts, at the place of the first. Where nothing goes, what is there
 * stays at its place. */
static PrnMap *
append_elements (PrnMap *map, GPtrArray *adding, Edit *edit)
{
  g_autoptr (PrnMapIndex) over = drops_any (edit) ? NULL : prn_map_index_new_over (get_index (map));
  g_autoptr (PrnMapIndex) added = over != NULL ? prn_map_index_ref (over) : prn_map_index_new ();
  PrnMap *copy = copy_map (map);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if (edit->n_new[kind] > 0 || edit->dropped[kind] != NULL)
      own_elements (copy, kind, edit->n_new[kind], edit->dropped[kind]);

  for (guint i = 0; i < adding->len; i++) {
    PrnElement *element = adding->pdata[i];
    PrnElements *list = copy->elements[element->kind];
    PrnKind kind;
    guint position;

    if (prn_map_index_add (added, element->id, element->kind, list->n))
      list->items[list->n++] = prn_element_ref (element);
    else if (prn_map_index_find (added, element->id, &kind, &position) && kind == element->kind)
      put (&list->items[position], element);
  }
  copy->index = g_steal_pointer (&over);
  return copy;
}

PrnMap *
prn_map_with_all (PrnMap *map, gpointer *elements, guint n)
{
  g_autoptr (GPtrArray) replacing = g_ptr_array_new ();
  g_autoptr (GPtrArray) adding = g_ptr_array_new ();
  g_autoptr (PrnMap) replaced = NULL;
  PrnMap *result;
  Edit edit = { 0 };

  for (guint i = 0; i < n; i++) {
    PrnElement *element = elements[i];
    PrnKind kind;
    guint position;

    if (!prn_map_index_find (get_index (map), element->id, &kind, &position)) {
      g_ptr_array_add (adding, element);
      edit.n_new[element->kind]++;
    } else if (kind == element->kind) {
      g_ptr_array_add (replacing, element);
    } else {
      drop (&edit, map, kind, position);
      g_ptr_array_add (adding, element);
      edit.n_new[element->kind]++;
    }
  }

  replaced = replace_elements (map, replacing);
  result = edit_moves_elements (&edit) ? append_elements (replaced, adding, &edit)
                                       : prn_map_ref (replaced);
  edit_clear (&edit);
  return result;
}

PrnMap *
prn_map_with (PrnMap *map, gpointer element)
{
  return prn_map_with_all (map, &element, 1);
}

PrnMap *
prn_map_without (PrnMap *map, const char *id)
{
  PrnKind kind;
  guint position;
  Edit edit = { 0 };
  PrnMap *copy;

  if (!prn_map_index_find (get_index (map), id, &kind, &position))
    return prn_map_ref (map);

  drop (&edit, map, kind, position);
  copy = copy_map (map);
  own_elements (copy, kind, 0, edit.dropped[kind]);
  edit_clear (&edit);
  return copy;
}

PrnMap *
prn_map_with_title (PrnMap *map, const char *title)
{
  PrnMap *copy = copy_map_and_index (map);

  prn_element_set_text (&copy->title, title);
  return copy;
}

PrnMap *
prn_map_with_population (PrnMap *map, const PrnPopulation *population)
{
  PrnMap *copy = copy_map_and_index (map);

  prn_record_clear (&prn_population_record, &copy->population);
  prn_record_copy (&prn_population_record, &copy->population, population);
  return copy;
}

PrnMap *
prn_map_copy (PrnMap *map)
{
  return copy_map_and_index (map);
}
