/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Which elements of a map were in another one. */

/**
 * PrnPairing:
 * @n: elements of the map
 * @n_old: elements of the other
 * @was: by element: where the one with its id stood in the other map, or -1
 * @now: by element of the other map: where the one with its id stands, or -1
 * @same: by element: whether it is the very same, unchanged
 * @n_changed: how many came, went or are no longer the same
 * @ordered: what is in both stands in the same order
 */
typedef struct {
  guint n, n_old;
  int *was, *now;
  guint8 *same;
  guint n_changed;
  gboolean ordered;
} PrnPairing;

/**
 * prn_pairing_new:
 * @old: a map
 * @map: another, made of @old by edits
 * @kind: a kind of element
 *
 * Returns: (transfer full): what they share
 */
PrnPairing *prn_pairing_new (PrnMap *old, PrnMap *map, PrnKind kind);
void prn_pairing_free (PrnPairing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnPairing, prn_pairing_free)

/* Adds to @ids those of elements that came, went or are called otherwise; the ids are the maps'. */
void prn_pairing_add_renamed (const PrnPairing *self, PrnMap *old, PrnMap *map, PrnKind kind,
                            GHashTable *ids);

G_END_DECLS
