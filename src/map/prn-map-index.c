/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-index.h"

#include "prn-hash.h"

#define KIND_BITS 4

G_STATIC_ASSERT (PRN_N_KINDS <= 1 << KIND_BITS);

/* So many ids are looked up beside those of the base. */
#define ADDED_MAX 128

struct _PrnMapIndex {
  gatomicrefcount ref_count;
  PrnMapIndex *base; /* nullable; it has no base itself */
  GHashTable *places; /* id → 1 + kind + position << KIND_BITS */
  GStringChunk *ids;
};

PrnMapIndex *
prn_map_index_new (void)
{
  PrnMapIndex *index = g_new0 (PrnMapIndex, 1);

  g_atomic_ref_count_init (&index->ref_count);
  index->places = g_hash_table_new (prn_text_hash, g_str_equal);
  index->ids = g_string_chunk_new (4096);
  return index;
}

PrnMapIndex *
prn_map_index_new_over (PrnMapIndex *base)
{
  PrnMapIndex *index;
  GHashTableIter iter;
  gpointer id, place;

  if (base->base != NULL && g_hash_table_size (base->places) >= ADDED_MAX)
    return NULL;
  index = prn_map_index_new ();
  index->base = prn_map_index_ref (base->base != NULL ? base->base : base);
  if (base->base == NULL)
    return index;
  g_hash_table_iter_init (&iter, base->places);
  while (g_hash_table_iter_next (&iter, &id, &place))
    g_hash_table_insert (index->places, g_string_chunk_insert (index->ids, id), place);
  return index;
}

PrnMapIndex *
prn_map_index_ref (PrnMapIndex *index)
{
  g_atomic_ref_count_inc (&index->ref_count);
  return index;
}

void
prn_map_index_unref (PrnMapIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->ref_count))
    return;
  g_clear_pointer (&index->base, prn_map_index_unref);
  g_hash_table_unref (index->places);
  g_string_chunk_free (index->ids);
  g_free (index);
}

gboolean
prn_map_index_add (PrnMapIndex *index, const char *id, PrnKind kind, guint position)
{
  if (g_hash_table_contains (index->places, id) ||
      (index->base != NULL && g_hash_table_contains (index->base->places, id)))
    return FALSE;
  g_hash_table_insert (index->places, g_string_chunk_insert (index->ids, id),
                       GUINT_TO_POINTER (1 + kind + (position << KIND_BITS)));
  return TRUE;
}

gboolean
prn_map_index_find (PrnMapIndex *index, const char *id, PrnKind *kind, guint *position)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index->places, id));

  if (place == 0 && index->base != NULL)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (index->base->places, id));
  if (place == 0)
    return FALSE;
  *kind = (place - 1) & ((1u << KIND_BITS) - 1);
  *position = (place - 1) >> KIND_BITS;
  return TRUE;
}
