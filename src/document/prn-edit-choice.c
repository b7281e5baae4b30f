/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-choice.h"

#include "prn-edit-private.h"
#include "prn-references.h"

static gboolean
is_in (GHashTable *set, const char *id)
{
  return id != NULL && g_hash_table_contains (set, id);
}

GHashTable *
prn_choice_grow (PrnMap *map, const char *const *ids)
{
  GHashTable *chosen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const PrnEvent *const *events = prn_map_events (map, &n);
  const PrnTrigger *const *triggers;

  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnElement *element = prn_map_lookup (map, ids[i]);

    if (element != NULL)
      g_hash_table_add (chosen, element->id);
  }
  prn_edit_add_contents (map, chosen);
  for (guint i = 0; i < n; i++)
    if (is_in (chosen, events[i]->stage))
      g_hash_table_add (chosen, events[i]->element.id);

  triggers = prn_map_triggers (map, &n);
  for (guint i = 0; i < n; i++)
    if (is_in (chosen, triggers[i]->from) && is_in (chosen, triggers[i]->to))
      g_hash_table_add (chosen, triggers[i]->element.id);
  return chosen;
}

typedef struct {
  PrnMap *map;
  GHashTable *chosen;
  GHashTable *closed;
  GQueue waiting; /* elements whose references have not been followed yet */
} Closing;

static void
follow (const PrnReference *reference, gpointer data)
{
  Closing *self = data;
  const PrnElement *from = reference->element;
  const PrnElement *target;

  if (from->kind == PRN_KIND_NOTE ||
      (from->kind == PRN_KIND_EVENT && !g_hash_table_contains (self->chosen, from->id)))
    return;
  target = prn_map_lookup (self->map, reference->id);
  if (target != NULL && g_hash_table_add (self->closed, target->id))
    g_queue_push_tail (&self->waiting, (gpointer) target);
}

GHashTable *
prn_choice_close (PrnMap *map, GHashTable *chosen)
{
  Closing closing = { map, chosen, g_hash_table_new (g_str_hash, g_str_equal), G_QUEUE_INIT };
  GHashTableIter iter;
  const char *id;
  const PrnElement *element;

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL)) {
    element = prn_map_lookup (map, id);
    g_hash_table_add (closing.closed, element->id);
    g_queue_push_tail (&closing.waiting, (gpointer) element);
  }
  while ((element = g_queue_pop_head (&closing.waiting)) != NULL)
    prn_record_foreach_reference (prn_record_of_kind (element->kind), element, element, NULL,
                                  follow, &closing);
  return closing.closed;
}
