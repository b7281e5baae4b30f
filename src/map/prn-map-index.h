/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Where the element of an id stands. It holds positions, not elements, so that all the maps that
 * differ only in what elements say share one index: a drag makes none. */
typedef struct _PrnMapIndex PrnMapIndex;

/* An index of nothing; then the usual pair. */
PrnMapIndex *prn_map_index_new (void);

/**
 * prn_map_index_new_over:
 * @base: an index
 *
 * For a map that has what another has at the same places, and a little more.
 *
 * Returns: (transfer full) (nullable): an index that finds all that @base finds, to be added to; %NULL
 *   when so much was added to it before that all of it is better listed anew
 */
PrnMapIndex *prn_map_index_new_over (PrnMapIndex *base);
PrnMapIndex *prn_map_index_ref (PrnMapIndex *index);
void prn_map_index_unref (PrnMapIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnMapIndex, prn_map_index_unref)

/**
 * prn_map_index_add:
 * @index: an index nobody else sees yet
 * @id: an id, copied
 * @kind: the kind of its element
 * @position: where it stands in its list
 *
 * Returns: whether the id is new; if not, nothing changed
 */
gboolean prn_map_index_add (PrnMapIndex *index, const char *id, PrnKind kind, guint position);

/**
 * prn_map_index_find:
 * @index: an index
 * @id: an id
 * @kind: (out): the kind of its element
 * @position: (out): where it stands
 *
 * Returns: whether there is such an id
 */
gboolean prn_map_index_find (PrnMapIndex *index, const char *id, PrnKind *kind, guint *position);

G_END_DECLS
