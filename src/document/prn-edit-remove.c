/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-remove.h"

#include "prn-edit-private.h"
#include "prn-edit-rewrite.h"
#include "prn-references.h"

typedef struct {
  PrnMap *map;
  GHashTable *gone; /* ids */
  GHashTable *used; /* ids of events that something that stays needs */
} Removal;

static const char *
unless_gone (const char *id, gpointer data)
{
  Removal *self = data;

  return g_hash_table_contains (self->gone, id) ? NULL : id;
}

/* Whether an element refers to something that is gone. */
typedef struct {
  GHashTable *gone;
  gboolean found;
} Search;

static void
look_for_gone (const PrnReference *reference, gpointer data)
{
  Search *search = data;

  search->found |= g_hash_table_contains (search->gone, reference->id);
}

static gboolean
is_touched (const Removal *self, const PrnElement *element)
{
  Search search = { self->gone, FALSE };

  prn_record_foreach_reference (prn_record_of_kind (element->kind), element, element, NULL,
                                look_for_gone, &search);
  return search.found;
}

/* Adds to what is gone the elements that mean nothing without it.
 *
 * Returns: whether there were any */
static gboolean
spread (Removal *self)
{
  guint before = g_hash_table_size (self->gone);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (self->map, kind); i++) {
      const PrnElement *element = prn_map_nth (self->map, kind, i);
      g_autoptr (PrnElement) copy = NULL;

      if (g_hash_table_contains (self->gone, element->id) || !is_touched (self, element))
        continue;
      copy = prn_element_copy (element);
      if (!prn_element_rewrite (copy, unless_gone, self))
        g_hash_table_add (self->gone, element->id);
    }
  return g_hash_table_size (self->gone) > before;
}

static void
note_use (const PrnReference *reference, gpointer data)
{
  Removal *self = data;

  g_hash_table_add (self->used, (gpointer) reference->id);
}

/* The events that were drawn on a stage that is gone, if nobody asks for them any more. A note
 * about one does not count: it stays either way. */
static gboolean
take_events (Removal *self)
{
  guint n, before = g_hash_table_size (self->gone);
  const PrnEvent *const *events = prn_map_events (self->map, &n);

  g_hash_table_remove_all (self->used);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; kind != PRN_KIND_NOTE && i < prn_map_n (self->map, kind); i++) {
      const PrnElement *element = prn_map_nth (self->map, kind, i);

      if (!g_hash_table_contains (self->gone, element->id))
        prn_record_foreach_reference (prn_record_of_kind (kind), element, element, NULL, note_use,
                                      self);
    }
  for (guint i = 0; i < n; i++)
    if (events[i]->stage != NULL && g_hash_table_contains (self->gone, events[i]->stage) &&
        !g_hash_table_contains (self->used, events[i]->element.id))
      g_hash_table_add (self->gone, events[i]->element.id);
  return g_hash_table_size (self->gone) > before;
}

/* What stays, without what is gone. */
static PrnMap *
rewrite_rest (Removal *self)
{
  g_autoptr (PrnMap) rest = prn_map_without_all (self->map, self->gone);
  g_autoptr (PrnChanges) changes = prn_changes_new (prn_map_ref (rest));
  g_autoptr (PrnMap) rewritten = NULL;
  PrnMap *result;
  PrnPopulation population;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (rest, kind); i++) {
      const PrnElement *element = prn_map_nth (rest, kind, i);

      if (is_touched (self, element))
        prn_element_rewrite (prn_changes_of (changes, element), unless_gone, self);
    }
  rewritten = prn_changes_apply (changes);

  prn_record_copy (&prn_population_record, &population, prn_map_get_population (self->map));
  prn_record_rewrite (&prn_population_record, &population, unless_gone, self);
  result = prn_map_with_population (rewritten, &population);
  prn_record_clear (&prn_population_record, &population);
  return result;
}

PrnMap *
prn_edit_remove (PrnMap *map, const char *const *ids)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  Removal removal = { map, gone, used };

  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnElement *element = prn_map_lookup (map, ids[i]);

    if (element != NULL)
      g_hash_table_add (gone, element->id);
  }
  if (g_hash_table_size (gone) == 0)
    return prn_map_ref (map);

  do
    while (spread (&removal)) {}
  while (take_events (&removal));
  return rewrite_rest (&removal);
}
