/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-parts.h"

#include "prn-map-private.h"
#include "prn-map-read.h"
#include "prn-map-write.h"
#include "prn-same.h"

/* A map like @map without an index; the elements are shared. */
static PrnMap *
copy_map (PrnMap *map)
{
  PrnMap *copy = prn_record_new_copy (&prn_map_record, map);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->index = NULL;
  return copy;
}

static void
share_index (PrnMap *map, PrnMap *source)
{
  PrnMapIndex *index = g_atomic_pointer_get (&source->index);

  if (index != NULL)
    map->index = prn_map_index_ref (index);
}

/* Then the index of one is good for the other. */
static gboolean
same_ids (PrnMap *map, PrnKind kind, const gpointer *elements, guint n)
{
  if (prn_map_n (map, kind) != n)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    const PrnElement *old = map->elements[kind]->items[i];

    if (old != elements[i] && !g_str_equal (old->id, prn_element_id (elements[i])))
      return FALSE;
  }
  return TRUE;
}

PrnMap *
prn_map_with_list (PrnMap *map, PrnKind kind, const gpointer *elements, guint n)
{
  PrnMap *copy = copy_map (map);
  PrnElements *list = n > 0 ? prn_elements_new (n) : NULL;

  for (guint i = 0; i < n; i++)
    list->items[i] = prn_element_ref (elements[i]);
  if (same_ids (map, kind, elements, n))
    share_index (copy, map);
  prn_elements_unref (copy->elements[kind]);
  copy->elements[kind] = list;
  return copy;
}

PrnMap *
prn_map_with_head (PrnMap *map, PrnMap *head)
{
  PrnMap *copy = copy_map (head);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    prn_elements_unref (copy->elements[kind]);
    copy->elements[kind] = prn_elements_ref (map->elements[kind]);
  }
  share_index (copy, map);
  return copy;
}

PrnMap *
prn_map_head (PrnMap *map)
{
  PrnMap *copy = copy_map (map);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    g_clear_pointer (&copy->elements[kind], prn_elements_unref);
  return copy;
}

gboolean
prn_map_same_head (PrnMap *a, PrnMap *b)
{
  return prn_record_same (&prn_map_record, a, b) && a->version == b->version;
}

/* A text of JSON has line ends only where it was laid out in lines. */
static void
append_on_one_line (GString *out, const GString *text)
{
  for (const char *c = text->str; *c != '\0'; c++) {
    if (*c != '\n') {
      g_string_append_c (out, *c);
      continue;
    }
    while (c[1] == ' ')
      c++;
  }
}

void
prn_element_append_line (gconstpointer element, GString *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  prn_record_append (prn_record_of_kind (prn_element_kind (element)), element, text, 0);
  append_on_one_line (out, text);
}

void
prn_map_append_line (PrnMap *map, GString *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  prn_record_append (&prn_map_record, map, text, 0);
  append_on_one_line (out, text);
}

gpointer
prn_element_read (const PrnJson *json, guint32 token, PrnKind kind, GError **error)
{
  g_autoptr (PrnElement) element = prn_element_new (kind, "");
  PrnReader reader = { .json = json };

  prn_reader_record (&reader, prn_record_of_kind (kind), token, element);
  if (reader.error == NULL)
    return g_steal_pointer (&element);
  g_propagate_error (error, reader.error);
  return NULL;
}

PrnMap *
prn_map_read_head (const PrnJson *json, guint32 token, GError **error)
{
  g_autoptr (PrnMap) map = prn_map_alloc ();
  PrnReader reader = { .json = json, .map = map };

  map->index = prn_map_index_new ();
  prn_reader_record (&reader, &prn_map_record, token, map);
  if (reader.error == NULL)
    return g_steal_pointer (&map);
  g_propagate_error (error, reader.error);
  return NULL;
}

/* @list of @map with the elements of @other where they say the same; NULL when that is the very
 * list of @other. */
static GPtrArray *
shared_list (PrnMap *map, PrnMap *other, PrnKind kind)
{
  guint n = prn_map_n (map, kind);
  g_autoptr (GPtrArray) list = g_ptr_array_sized_new (n);
  gboolean same = n == prn_map_n (other, kind);

  for (guint i = 0; i < n; i++) {
    PrnElement *element = map->elements[kind]->items[i];
    int place = prn_map_index_of (other, kind, element->id);
    PrnElement *old = place >= 0 ? other->elements[kind]->items[place] : NULL;

    if (old != NULL && prn_element_same (element, old))
      element = old;
    same = same && element == other->elements[kind]->items[i];
    g_ptr_array_add (list, element);
  }
  return same ? NULL : g_steal_pointer (&list);
}

PrnMap *
prn_map_sharing (PrnMap *map, PrnMap *other)
{
  g_autoptr (PrnMap) result =
      prn_map_same_head (map, other) ? prn_map_ref (other) : prn_map_with_head (other, map);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    g_autoptr (GPtrArray) list = shared_list (map, other, kind);
    PrnMap *next;

    if (list == NULL)
      continue;
    next = prn_map_with_list (result, kind, list->pdata, list->len);
    prn_map_unref (result);
    result = next;
  }
  return g_steal_pointer (&result);
}
