/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-private.h"

#include <glib/gi18n-lib.h>

#include "prn-merge-order.h"
#include "prn-merge-private.h"
#include "prn-references.h"
#include "prn-same.h"
#include "prn-value-words.h"

#define ITEM(items, i) (&g_array_index ((items), PrnMergeItem, (i)))

/* An element of any of the three maps.
 * @merged: what becomes of it; NULL: it is gone
 * @spare: what it would be if it had to stay */
typedef struct {
  PrnElement *base, *ours, *theirs;
  PrnElement *merged, *spare;
  PrnMergeItem *item;
} Slot;

/* The elements of one kind; slots and items go together. */
typedef struct {
  GArray *items;
  Slot *slots;
} Kind;

typedef struct {
  PrnMerge merge;
  Kind kinds[PRN_N_KINDS];
  GHashTable *by_id; /* id → Slot that stays, or else any */
  GQueue to_check;   /* elements whose references are still to be looked at */
  gboolean broken;   /* the result would not open */
} Elements;

static PrnElement *
pick (PrnMap *map, PrnKind kind, int position)
{
  return position >= 0 ? map->elements[kind]->items[position] : NULL;
}

static PrnMergeNames
ids_of (PrnMap *map, PrnKind kind)
{
  guint n;
  PrnElement *const *elements = prn_map_elements (map, kind, &n);
  const char **ids = g_new (const char *, n);

  for (guint i = 0; i < n; i++)
    ids[i] = elements[i]->id;
  return (PrnMergeNames){ ids, n };
}

/* `(name, owner)`: the members in which two elements differ. */
static char *
differing_members (const PrnElement *a, const PrnElement *b)
{
  const PrnRecord *record = prn_record_of_kind (a->kind);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < record->n_members; i++) {
    g_autofree char *name = NULL;

    if (prn_member_same (&record->members[i], record, a, b))
      continue;
    name = prn_member_words (&record->members[i]);
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  if (names->len == 0)
    g_string_append (names, _ ("members this version does not know"));
  return g_string_free (names, FALSE);
}

static void
tell_of (PrnMerge *merge, const PrnElement *element, const char *format, const char *detail)
{
  g_autofree char *words = g_strdup_printf (format, detail);

  merge->element = element;
  prn_merge_conflict (merge, NULL, words);
  merge->element = NULL;
}

static PrnElement *
merge_members (PrnMerge *merge, const Slot *slot)
{
  const PrnThree three = { slot->base, slot->ours, slot->theirs };
  PrnElement *result = prn_element_copy (slot->ours);

  merge->element = slot->ours;
  prn_merge_record (merge, prn_record_of_kind (result->kind), &three, result);
  merge->element = NULL;
  return result;
}

static PrnElement *
merge_in_all (PrnMerge *merge, const Slot *slot)
{
  if (prn_element_same (slot->theirs, slot->base) || prn_element_same (slot->ours, slot->theirs))
    return prn_element_ref (slot->ours);
  if (prn_element_same (slot->ours, slot->base))
    return prn_element_ref (slot->theirs);
  return merge_members (merge, slot);
}

static PrnElement *
merge_added (PrnMerge *merge, const Slot *slot)
{
  if (slot->ours != NULL && slot->theirs != NULL && !prn_element_same (slot->ours, slot->theirs)) {
    g_autofree char *names = differing_members (slot->ours, slot->theirs);

    tell_of (merge, slot->ours, _ ("ours and theirs added it, each in its own way (%s)"), names);
  }
  return prn_element_ref (slot->ours != NULL ? slot->ours : slot->theirs);
}

/* What only one side still has: gone, unless that side changed it. */
static PrnElement *
merge_removed (PrnMerge *merge, Slot *slot)
{
  PrnElement *left = slot->ours != NULL ? slot->ours : slot->theirs;
  g_autofree char *names = NULL;

  if (left == NULL)
    return NULL;
  if (prn_element_same (left, slot->base)) {
    slot->spare = prn_element_ref (left);
    return NULL;
  }
  names = differing_members (left, slot->base);
  tell_of (merge, left,
           slot->ours == NULL ? _ ("ours removed it, theirs changed it (%s)")
                              : _ ("theirs removed it, ours changed it (%s)"),
           names);
  return prn_element_ref (left);
}

static void
merge_kind (Elements *elements, PrnKind kind)
{
  PrnMerge *merge = &elements->merge;
  PrnMergeNames base = ids_of (merge->base, kind);
  PrnMergeNames ours = ids_of (merge->ours, kind);
  PrnMergeNames theirs = ids_of (merge->theirs, kind);
  GArray *items = prn_merge_match (base, ours, theirs);
  Slot *slots = g_new0 (Slot, items->len);

  for (guint i = 0; i < items->len; i++) {
    Slot *slot = &slots[i];

    slot->item = ITEM (items, i);
    slot->base = pick (merge->base, kind, slot->item->base);
    slot->ours = pick (merge->ours, kind, slot->item->ours);
    slot->theirs = pick (merge->theirs, kind, slot->item->theirs);
    if (slot->base == NULL)
      slot->merged = merge_added (merge, slot);
    else if (slot->ours != NULL && slot->theirs != NULL)
      slot->merged = merge_in_all (merge, slot);
    else
      slot->merged = merge_removed (merge, slot);
  }
  elements->kinds[kind] = (Kind){ items, slots };
  g_free ((gpointer) base.names);
  g_free ((gpointer) ours.names);
  g_free ((gpointer) theirs.names);
}

static const char *
slot_id (const Slot *slot)
{
  return (slot->base != NULL ? slot->base : slot->ours != NULL ? slot->ours : slot->theirs)->id;
}

/* Two kinds of element with one id: one of them is of theirs alone, and goes. */
static void
index_slot (Elements *elements, Slot *slot)
{
  const char *id = slot_id (slot);
  Slot *other = g_hash_table_lookup (elements->by_id, id);

  if (other != NULL && other->merged != NULL && slot->merged != NULL) {
    Slot *gone = slot->ours == NULL ? slot : other;
    Slot *stays = gone == slot ? other : slot;

    tell_of (&elements->merge, gone->merged, _ ("theirs has it, in ours the id is that of %s"),
             prn_record_of_kind (stays->merged->kind)->name);
    g_clear_pointer ((gpointer *) &gone->merged, prn_element_unref);
  }
  if (other == NULL || other->merged == NULL)
    g_hash_table_insert (elements->by_id, (gpointer) id, slot);
}

static void
index_slots (Elements *elements)
{
  guint n = 0;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < elements->kinds[kind].items->len; i++) {
      Slot *slot = &elements->kinds[kind].slots[i];

      index_slot (elements, slot);
    }
  }
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < elements->kinds[kind].items->len; i++) {
      Slot *slot = &elements->kinds[kind].slots[i];

      if (slot->merged != NULL)
        g_queue_push_tail (&elements->to_check, slot->merged);
      n += slot->merged != NULL;
    }
  }
  if (n > PRN_LIMIT_ELEMENTS) {
    prn_merge_conflict (&elements->merge, "elements",
                        _ ("together the two sides have more than 100,000 elements"));
    elements->broken = TRUE;
  }
}

/* What is still referred to stays, although a side removed it. */
static void
check_reference (const PrnReference *reference, gpointer user_data)
{
  Elements *elements = user_data;
  PrnMerge *merge = &elements->merge;
  Slot *slot;
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;

  if (g_strcmp0 (reference->id, reference->member->word) == 0)
    return;
  slot = g_hash_table_lookup (elements->by_id, reference->id);
  if (slot != NULL && slot->merged != NULL &&
      (reference->member->references & (1u << slot->merged->kind)))
    return;

  place = prn_place_format (reference->place);
  if (slot != NULL && slot->merged == NULL)
    words = g_strdup_printf (slot->ours == NULL ? _ ("it needs \"%s\", which ours removed")
                                                : _ ("it needs \"%s\", which theirs removed"),
                             reference->id);
  else
    words = g_strdup_printf (_ ("it needs \"%s\", which the other side made something else"),
                             reference->id);
  merge->element = reference->element;
  prn_merge_conflict (merge, place, words);
  merge->element = NULL;

  if (slot == NULL || slot->merged != NULL || slot->spare == NULL) {
    elements->broken = TRUE;
    return;
  }
  slot->merged = g_steal_pointer (&slot->spare);
  g_queue_push_tail (&elements->to_check, slot->merged);
}

static void
check_references (Elements *elements, const PrnPopulation *population)
{
  static const PrnPlace place = { NULL, "population", 0 };
  PrnElement *element;

  prn_record_foreach_reference (&prn_population_record, population, NULL, &place, check_reference,
                                elements);
  while ((element = g_queue_pop_head (&elements->to_check)) != NULL)
    prn_record_foreach_reference (prn_record_of_kind (element->kind), element, element, NULL,
                                  check_reference, elements);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Which elements stand elsewhere among those of both sides in ours than in theirs; a few of them
 * will do. */
static char *
disputed (const Kind *kind, const GArray *order)
{
  GString *names = g_string_new (NULL);
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  for (guint i = 0; i < order->len; i++) {
    guint index = g_array_index (order, guint, i);
    const PrnMergeItem *item = kind->slots[index].item;

    if (item->ours < 0 || item->theirs < 0)
      continue;
    g_array_append_val (shared, index);
    g_array_append_val (positions, item->theirs);
  }
  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < shared->len; i++) {
    const Slot *slot = &kind->slots[g_array_index (shared, guint, i)];
    g_autofree char *label = NULL;

    if (slot->item->theirs == g_array_index (positions, int, i) || n++ >= 5)
      continue;
    label = prn_label_quoted (NULL, prn_element_label (slot->merged));
    g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", label);
  }
  if (n > 5)
    g_string_append_printf (names, _ (" and %u more"), n - 5);
  return g_string_free (names, FALSE);
}

static PrnElements *
arrange_kind (Elements *elements, PrnKind which)
{
  Kind *kind = &elements->kinds[which];
  g_autoptr (GArray) order = NULL;
  gboolean agreed;
  PrnElements *list;

  for (guint i = 0; i < kind->items->len; i++)
    ITEM (kind->items, i)->kept = kind->slots[i].merged != NULL;
  order = prn_merge_arrange (kind->items, &agreed);
  if (!agreed) {
    g_autofree char *place = g_strdup_printf ("%s order", prn_kind_list_name (which));
    g_autofree char *names = disputed (kind, order);
    g_autofree char *words =
        g_strdup_printf (_ ("ours and theirs put %s into different places"), names);

    prn_merge_conflict (&elements->merge, place, words);
  }
  if (order->len == 0)
    return NULL;
  list = prn_elements_new (order->len);
  for (guint i = 0; i < order->len; i++)
    list->items[i] = prn_element_ref (kind->slots[g_array_index (order, guint, i)].merged);
  return list;
}

static void
clear (Elements *elements)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < elements->kinds[kind].items->len; i++) {
      g_clear_pointer ((gpointer *) &elements->kinds[kind].slots[i].merged, prn_element_unref);
      g_clear_pointer ((gpointer *) &elements->kinds[kind].slots[i].spare, prn_element_unref);
    }
    g_array_unref (elements->kinds[kind].items);
    g_free (elements->kinds[kind].slots);
  }
  g_hash_table_unref (elements->by_id);
  g_queue_clear (&elements->to_check);
}

/* A copy of ours without its elements, and with what theirs changed in the map itself. */
static PrnMap *
merge_bare (PrnMerge *merge)
{
  const PrnThree three = { merge->base, merge->ours, merge->theirs };
  PrnMap *result = prn_record_new_copy (&prn_map_record, merge->ours);

  g_atomic_ref_count_init (&result->ref_count);
  result->index = NULL;
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    g_clear_pointer (&result->elements[kind], prn_elements_unref);
  prn_merge_record (merge, &prn_map_record, &three, result);
  return result;
}

PrnMap *
prn_map_merge (PrnMap *base, PrnMap *ours, PrnMap *theirs, GPtrArray *conflicts)
{
  g_autoptr (GString) place = g_string_new (NULL);
  Elements elements = { .merge = { base, ours, theirs, conflicts, NULL, place } };
  g_autoptr (PrnMap) result = NULL;

  if (theirs == base || theirs == ours)
    return prn_map_ref (ours);
  if (ours == base)
    return prn_map_ref (theirs);

  result = merge_bare (&elements.merge);
  elements.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    merge_kind (&elements, kind);
  index_slots (&elements);
  check_references (&elements, &result->population);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    result->elements[kind] = arrange_kind (&elements, kind);
  clear (&elements);
  if (elements.broken)
    prn_merge_conflict (&elements.merge, "map",
                        _ ("the two sides do not fit together; ours stays"));
  return elements.broken ? prn_map_ref (ours) : g_steal_pointer (&result);
}
