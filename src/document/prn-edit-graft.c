/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-graft.h"

#include <string.h>

#include "prn-edit-choice.h"
#include "prn-edit-place.h"
#include "prn-edit-private.h"
#include "prn-edit-rewrite.h"
#include "prn-names.h"

/* Room for the number that tells a copy from its original. */
#define LONGEST_NUMBER 16

typedef struct {
  PrnMap *map;
  PrnMap *source;
  GHashTable *names;  /* by id in the source: the id in the map */
  GHashTable *taken;  /* ids given out so far */
  GHashTable *next;   /* by id in the source: the number to try next, so that many are fast */
  PrnNames *stages, *phases; /* what they are called */
  double dx, dy;
} Graft;

/* The element of the map that stands for one that was not chosen. */
static const PrnElement *
find_same (PrnMap *map, const PrnElement *element)
{
  const PrnElement *found = prn_map_lookup (map, element->id);

  if (found == NULL || found->kind != element->kind ||
      !g_str_equal (prn_element_label (found), prn_element_label (element)))
    return NULL;
  return found;
}

static char *
fresh_id (Graft *self, const PrnElement *element)
{
  const char *base = element->id;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->next, base));
  char *id = NULL;

  if (number == 0) {
    number = 2;
    id = g_strdup (base);
  }
  while (id == NULL || prn_map_lookup (self->map, id) != NULL ||
         g_hash_table_contains (self->taken, id)) {
    g_autofree char *suffix = g_strdup_printf ("-%u", number++);
    gsize kept = MIN (strlen (base), PRN_LIMIT_ID - strlen (suffix));

    g_free (id);
    id = g_strdup_printf ("%.*s%s", (int) kept, base, suffix);
  }
  g_hash_table_insert (self->next, (gpointer) base, GUINT_TO_POINTER (number));
  g_hash_table_add (self->taken, id);
  return id;
}

static const char *
new_name (const char *id, gpointer data)
{
  Graft *self = data;
  const char *name = g_hash_table_lookup (self->names, id);

  /* What a copy in the same map refers to is still there. */
  return name == NULL && self->source == self->map ? id : name;
}

static void
move_copy (const Graft *self, gpointer copy)
{
  PrnRectangle box;
  PrnTrigger *trigger = copy;

  if (prn_edit_get_box (copy, &box)) {
    box.x += self->dx;
    box.y += self->dy;
    prn_edit_set_box (copy, &box);
  }
  for (guint i = 0; prn_element_kind (copy) == PRN_KIND_TRIGGER && i < trigger->route.n; i++) {
    PrnPoint *bend = &trigger->route.items[i];

    bend->x = CLAMP (bend->x + self->dx, -PRN_EDIT_FARTHEST, PRN_EDIT_FARTHEST);
    bend->y = CLAMP (bend->y + self->dy, -PRN_EDIT_FARTHEST, PRN_EDIT_FARTHEST);
  }
}

/* An event keeps its name: it is what it is found by in a log. */
static void
name_copy (Graft *self, gpointer copy)
{
  PrnKind kind = prn_element_kind (copy);
  PrnNames *names = kind == PRN_KIND_STAGE ? self->stages : self->phases;
  char **name = kind == PRN_KIND_STAGE ? &((PrnStage *) copy)->name : &((PrnPhase *) copy)->name;
  g_autofree char *free_name = NULL;

  if ((kind != PRN_KIND_STAGE && kind != PRN_KIND_PHASE) || **name == '\0' ||
      strlen (*name) > PRN_LIMIT_NAME - LONGEST_NUMBER)
    return;
  free_name = prn_names_take (names, *name);
  prn_element_set_text (name, free_name);
}

static PrnElement *
copy_of (Graft *self, const PrnElement *element)
{
  PrnElement *copy = prn_element_copy (element);

  prn_element_set_text (&copy->id, g_hash_table_lookup (self->names, element->id));
  move_copy (self, copy);
  name_copy (self, copy);
  return copy;
}

/* Decides what each element is called from now on.
 *
 * Returns: (transfer full): those to be copied, in the order of the source */
static GPtrArray *
name_all (Graft *self, GHashTable *chosen)
{
  g_autoptr (GHashTable) closed = prn_choice_close (self->source, chosen);
  GPtrArray *copied = g_ptr_array_new ();

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (self->source, kind); i++) {
      const PrnElement *element = prn_map_nth (self->source, kind, i);
      const PrnElement *same = NULL;

      if (!g_hash_table_contains (closed, element->id))
        continue;
      if (!g_hash_table_contains (chosen, element->id))
        same = find_same (self->map, element);
      if (same == NULL)
        g_ptr_array_add (copied, (gpointer) element);
      g_hash_table_insert (self->names, g_strdup (element->id),
                           same != NULL ? g_strdup (same->id) : fresh_id (self, element));
    }
  return copied;
}

static PrnMap *
graft_all (Graft *self, GHashTable *chosen)
{
  g_autoptr (GPtrArray) copied = name_all (self, chosen);
  g_autoptr (PrnChanges) changes = prn_changes_new (prn_map_ref (self->map));

  if (!prn_edit_has_room (self->map, copied->len))
    return prn_map_ref (self->map);
  for (guint i = 0; i < copied->len; i++) {
    PrnElement *copy = copy_of (self, copied->pdata[i]);

    if (prn_element_rewrite (copy, new_name, self))
      prn_changes_add (changes, copy);
    else
      prn_element_unref (copy);
  }
  return prn_changes_apply (changes);
}

PrnMap *
prn_edit_graft (PrnMap *map, PrnMap *source, GHashTable *chosen, double dx, double dy,
                GHashTable **names)
{
  g_autoptr (GHashTable) new_ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) next = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PrnNames) stages = prn_names_new (map, PRN_KIND_STAGE);
  g_autoptr (PrnNames) phases = prn_names_new (map, PRN_KIND_PHASE);
  Graft graft = { map, source, new_ids, taken, next, stages, phases, dx, dy };
  PrnMap *result = graft_all (&graft, chosen);

  if (names != NULL)
    *names = g_steal_pointer (&new_ids);
  return result;
}
