/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-pairing.h"

PrnPairing *
prn_pairing_new (PrnMap *old, PrnMap *map, PrnKind kind)
{
  PrnPairing *self = g_new0 (PrnPairing, 1);
  const PrnElement *const *before = prn_map_elements (old, kind, &self->n_old);
  const PrnElement *const *after = prn_map_elements (map, kind, &self->n);
  int next = 0; /* where the other map most likely has the next element */
  guint n_kept = 0;

  self->was = g_new (int, self->n + 1);
  self->now = g_new (int, self->n_old + 1);
  self->same = g_new (guint8, self->n + 1);
  self->ordered = TRUE;
  for (guint i = 0; i < self->n_old; i++)
    self->now[i] = -1;

  for (guint i = 0; i < self->n; i++) {
    gboolean likely = next < (int) self->n_old && before[next] == after[i];
    int was = likely ? next : prn_map_index_of (old, kind, after[i]->id);

    self->was[i] = was;
    self->same[i] = was >= 0 && before[was] == after[i];
    if (was < 0) {
      self->n_changed++;
      continue;
    }
    self->now[was] = (int) i;
    self->n_changed += !self->same[i];
    self->ordered = self->ordered && was >= next;
    next = was + 1;
    n_kept++;
  }
  self->n_changed += self->n_old - n_kept;
  return self;
}

void
prn_pairing_free (PrnPairing *self)
{
  g_free (self->was);
  g_free (self->now);
  g_free (self->same);
  g_free (self);
}

void
prn_pairing_add_renamed (const PrnPairing *self, PrnMap *old, PrnMap *map, PrnKind kind,
                       GHashTable *ids)
{
  for (guint i = 0; self->n_changed > 0 && i < self->n; i++) {
    gconstpointer element = prn_map_nth (map, kind, i);

    if (self->same[i])
      continue;
    if (self->was[i] < 0 ||
        !g_str_equal (prn_element_label (element),
                      prn_element_label (prn_map_nth (old, kind, (guint) self->was[i]))))
      g_hash_table_add (ids, ((const PrnElement *) element)->id);
  }
  for (guint i = 0; self->n_changed > 0 && i < self->n_old; i++)
    if (self->now[i] < 0)
      g_hash_table_add (ids, ((const PrnElement *) prn_map_nth (old, kind, i))->id);
}
