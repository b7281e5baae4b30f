/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-arena.h"

#include <sys/mman.h>

#ifndef MAP_POPULATE
#define MAP_POPULATE 0 /* Linux has it */
#endif

#define FIRST_SLAB ((gsize) 16 * 1024)
#define LAST_SLAB  ((gsize) 1024 * 1024)

typedef struct {
  char *begin;
  gsize size;
} Slab;

struct _PrnArena {
  GMutex lock;
  GArray *slabs;
  char *at, *end;
  gsize next_size;
};

PrnArena *
prn_arena_new (void)
{
  PrnArena *arena = g_new0 (PrnArena, 1);

  g_mutex_init (&arena->lock);
  arena->slabs = g_array_new (FALSE, FALSE, sizeof (Slab));
  arena->next_size = FIRST_SLAB;
  return arena;
}

void
prn_arena_free (PrnArena *arena)
{
  for (guint i = 0; i < arena->slabs->len; i++) {
    Slab *slab = &g_array_index (arena->slabs, Slab, i);

    munmap (slab->begin, slab->size);
  }
  g_array_unref (arena->slabs);
  g_mutex_clear (&arena->lock);
  g_free (arena);
}

static char *
map_slab (PrnArena *arena, gsize size)
{
  Slab slab = { NULL, (size + 4095) / 4096 * 4096 };

  slab.begin = mmap (NULL, slab.size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  if (slab.begin == MAP_FAILED)
    g_error ("Out of memory for %" G_GSIZE_FORMAT " bytes of a log", size);
  g_array_append_val (arena->slabs, slab);
  return slab.begin;
}

gpointer
prn_arena_take (PrnArena *arena, gsize n, gsize size)
{
  gsize bytes;
  char *taken;

  if (!g_size_checked_mul (&bytes, n, size) || bytes > G_MAXSIZE / 4)
    g_error ("Out of memory for %" G_GSIZE_FORMAT " rows of a log", n);
  bytes = (bytes + 15) / 16 * 16;

  g_mutex_lock (&arena->lock);
  if (bytes > LAST_SLAB / 4) {
    taken = map_slab (arena, bytes);
    g_mutex_unlock (&arena->lock);
    return taken;
  }
  if (arena->at == NULL || bytes > (gsize) (arena->end - arena->at)) {
    while (arena->next_size < bytes)
      arena->next_size *= 2;
    arena->at = map_slab (arena, arena->next_size);
    arena->end = arena->at + arena->next_size;
    arena->next_size = MIN (arena->next_size * 2, LAST_SLAB);
  }
  taken = arena->at;
  arena->at += bytes;
  g_mutex_unlock (&arena->lock);
  return taken;
}
