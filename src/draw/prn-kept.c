/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-kept.h"

#include "prn-scene-private.h"

/* When more elements than this, or than half, are not the same, nothing is looked at one by one. */
#define CHANGED_MAX 200

#define CLEAR 14       /* a line closer than this to what came gets another way */
#define WENT_ROUND 44  /* a line this close to what went may have gone around it */
#define LABEL_CLEAR 4
#define LABEL_REACH 80

static const PrnKind drawn[] = { PRN_KIND_PHASE, PRN_KIND_STAGE, PRN_KIND_EVENT, PRN_KIND_TRIGGER,
                                 PRN_KIND_SCORE, PRN_KIND_SEGMENT, PRN_KIND_NOTE, PRN_KIND_FRAME };

/* The kinds that others name. */
static const PrnKind named[] = { PRN_KIND_PHASE, PRN_KIND_STAGE, PRN_KIND_EVENT, PRN_KIND_SCORE,
                                 PRN_KIND_SEGMENT };

/* Most edits rename one element or none: comparing is faster than hashing. */
static void
note_few (PrnKept *self)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->renamed);
  while (n < G_N_ELEMENTS (self->few) && g_hash_table_iter_next (&iter, &id, NULL))
    self->few[n++] = id;
}

static GHashTable *
renamed_in (PrnKept *self, PrnMap *map)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    prn_pairing_add_renamed (self->pairings[named[i]], self->old->map, map, named[i], ids);
  if (g_hash_table_size (ids) == 0)
    g_clear_pointer (&ids, g_hash_table_unref);
  return ids;
}

PrnKept *
prn_kept_new (PrnScene *old, PrnMap *map)
{
  g_autoptr (PrnKept) self = g_new0 (PrnKept, 1);
  guint changed = 0, all = 0;

  self->old = old;
  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++) {
    PrnPairing *match = prn_pairing_new (old->map, map, drawn[i]);

    self->pairings[drawn[i]] = match;
    changed += match->n_changed;
    all += match->n;
  }
  if (changed > CHANGED_MAX || changed > 8 + all / 2)
    return NULL;

  self->renamed = renamed_in (self, map);
  if (self->renamed != NULL)
    note_few (self);
  self->came = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  self->went = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  if (old->came != NULL)
    g_array_append_vals (self->came, old->came->data, old->came->len);
  if (old->went != NULL)
    g_array_append_vals (self->went, old->went->data, old->went->len);
  self->cards = g_new0 (guint8, prn_map_n (map, PRN_KIND_STAGE) + 1);
  self->docks = g_new0 (guint8, prn_map_n (map, PRN_KIND_STAGE) + 1);
  return g_steal_pointer (&self);
}

void
prn_kept_free (PrnKept *self)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    g_clear_pointer (&self->pairings[kind], prn_pairing_free);
  g_clear_pointer (&self->renamed, g_hash_table_unref);
  g_clear_pointer (&self->came, g_array_unref);
  g_clear_pointer (&self->went, g_array_unref);
  g_free (self->way_was);
  g_free (self->cards);
  g_free (self->docks);
  g_free (self->words);
  g_free (self->lines);
  g_free (self->labels);
  g_free (self);
}

void
prn_kept_moved (PrnKept *self, const PrnRectangle *before, const PrnRectangle *after)
{
  if (prn_rectangle_equal (before, after))
    return;
  if (before->w > 0 && before->h > 0)
    g_array_append_val (self->went, *before);
  if (after->w > 0 && after->h > 0)
    g_array_append_val (self->came, *after);
}

gboolean
prn_kept_name (const PrnKept *self, const char *id)
{
  if (self->renamed == NULL || id == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->few) && self->few[i] != NULL; i++)
    if (g_str_equal (self->few[i], id))
      return FALSE;
  return g_hash_table_size (self->renamed) <= G_N_ELEMENTS (self->few) ||
         !g_hash_table_contains (self->renamed, id);
}

static gboolean
condition_words (const PrnKept *self, const PrnCondition *condition)
{
  if (condition == NULL)
    return TRUE;
  if (!prn_kept_name (self, condition->ref))
    return FALSE;
  for (guint i = 0; i < condition->members.n; i++)
    if (!condition_words (self, &condition->members.items[i]))
      return FALSE;
  return TRUE;
}

gboolean
prn_kept_trigger_words (const PrnKept *self, const PrnTrigger *trigger)
{
  return self->renamed == NULL ||
         (prn_kept_name (self, trigger->from) && prn_kept_name (self, trigger->to) &&
          condition_words (self, trigger->when));
}

static gboolean
is_entered (GArray *rectangles, const PrnLine *line, double grown)
{
  PrnRectangle all = { 0, 0, 0, 0 };

  /* Most lines are far away from all of them. */
  for (guint i = 0; i < rectangles->len; i++)
    all = prn_rectangle_union (all, g_array_index (rectangles, PrnRectangle, i));
  all = prn_rectangle_grown (all, grown);
  if (!prn_line_enters (line, &all))
    return FALSE;

  for (guint i = 0; i < rectangles->len; i++) {
    const PrnRectangle r =
        prn_rectangle_grown (g_array_index (rectangles, PrnRectangle, i), grown);

    if (prn_line_enters (line, &r))
      return TRUE;
  }
  return FALSE;
}

gboolean
prn_kept_line_is_clear (const PrnKept *self, const PrnLine *line)
{
  return !is_entered (self->came, line, CLEAR) && !is_entered (self->went, line, WENT_ROUND);
}

gboolean
prn_kept_label_is_clear (const PrnKept *self, const PrnRectangle *label)
{
  const PrnRectangle wide = prn_rectangle_grown (*label, LABEL_CLEAR);

  for (guint i = 0; i < self->came->len; i++)
    if (prn_rectangle_overlaps (&wide, &g_array_index (self->came, PrnRectangle, i)))
      return FALSE;
  return TRUE;
}

gboolean
prn_kept_has_more_room (const PrnKept *self, const PrnLine *line)
{
  return is_entered (self->went, line, LABEL_REACH);
}
