/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory for what lives as long as a log: taken piece by piece, freed at once. It comes in slabs
 * that grow, whose pages are asked for all at once: meeting fresh memory page by page costs more
 * than filling it. Safe to use from several threads. */

typedef struct _PrnArena PrnArena;

/* An arena without memory yet. */
PrnArena *prn_arena_new (void);
void prn_arena_free (PrnArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnArena, prn_arena_free)

/**
 * prn_arena_take:
 * @arena: an arena
 * @n: how many
 * @size: of each
 *
 * Returns: (transfer none): memory for them, zero; aligned to 16 bytes; not NULL even for none
 */
gpointer prn_arena_take (PrnArena *arena, gsize n, gsize size);

G_END_DECLS
