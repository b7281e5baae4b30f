/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-path.h"

#include <string.h>

/* Sequences are kept in blocks that never move; longer ones get a block of their own. */
#define BLOCK_SIZE 65536

/* A stage in groups of seven bits. */
#define MAX_STAGE_BYTES 5

struct _PrnPaths {
  guint8 *current; /* of the customer at hand */
  gsize current_length, current_size;
  PrnPath *paths;
  guint32 n, allocated;
  guint32 *slots; /* open addressing: index + 1, 0 is free */
  guint32 slot_mask;
  GPtrArray *blocks;
  guint8 *block;
  gsize block_left;
};

PrnPaths *
prn_paths_new (void)
{
  PrnPaths *paths = g_new0 (PrnPaths, 1);

  paths->current_size = 256;
  paths->current = g_malloc (paths->current_size);
  paths->allocated = 64;
  paths->paths = g_new (PrnPath, paths->allocated);
  paths->slot_mask = 127;
  paths->slots = g_new0 (guint32, paths->slot_mask + 1);
  paths->blocks = g_ptr_array_new_with_free_func (g_free);
  return paths;
}

void
prn_paths_free (PrnPaths *paths)
{
  g_free (paths->current);
  g_ptr_array_unref (paths->blocks);
  g_free (paths->paths);
  g_free (paths->slots);
  g_free (paths);
}

void
prn_paths_append (PrnPaths *paths, guint32 stage)
{
  if (G_UNLIKELY (paths->current_length + MAX_STAGE_BYTES > paths->current_size)) {
    paths->current_size *= 2;
    paths->current = g_realloc (paths->current, paths->current_size);
  }

  /* LEB128: seven bits a byte, the highest bit says that more follow. */
  while (stage >= 0x80) {
    paths->current[paths->current_length++] = (guint8) (stage | 0x80);
    stage >>= 7;
  }
  paths->current[paths->current_length++] = (guint8) stage;
}

guint32
prn_path_next (const guint8 **bytes)
{
  guint32 stage = 0;

  for (guint shift = 0;; shift += 7) {
    guint8 byte = *(*bytes)++;

    stage |= (guint32) (byte & 0x7f) << shift;
    if (byte < 0x80)
      return stage;
  }
}

/* FNV-1a, with a final mix because only the low bits choose the slot. */
static guint32
hash_bytes (const guint8 *bytes, guint32 length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint32 i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return (guint32) (hash >> 32) ^ (guint32) hash;
}

static const guint8 *
keep_bytes (PrnPaths *paths, const guint8 *bytes, guint32 length)
{
  guint8 *kept;

  if (length > BLOCK_SIZE / 4) {
    kept = g_memdup2 (bytes, length);
    g_ptr_array_add (paths->blocks, kept);
    return kept;
  }

  if (length > paths->block_left) {
    paths->block = g_malloc (BLOCK_SIZE);
    paths->block_left = BLOCK_SIZE;
    g_ptr_array_add (paths->blocks, paths->block);
  }
  kept = memcpy (paths->block, bytes, length);
  paths->block += length;
  paths->block_left -= length;
  return kept;
}

static void
grow_slots (PrnPaths *paths)
{
  guint32 mask = paths->slot_mask * 2 + 1;

  g_free (paths->slots);
  paths->slots = g_new0 (guint32, (gsize) mask + 1);
  paths->slot_mask = mask;
  for (guint32 i = 0; i < paths->n; i++) {
    guint32 slot = paths->paths[i].hash & mask;

    while (paths->slots[slot] != 0)
      slot = (slot + 1) & mask;
    paths->slots[slot] = i + 1;
  }
}

static void
count (PrnPaths *paths, const guint8 *bytes, guint32 length, guint32 hash, guint64 customers)
{
  guint32 slot = hash & paths->slot_mask;

  for (; paths->slots[slot] != 0; slot = (slot + 1) & paths->slot_mask) {
    PrnPath *path = &paths->paths[paths->slots[slot] - 1];

    if (path->hash == hash && path->length == length && memcmp (path->bytes, bytes, length) == 0) {
      path->customers += customers;
      return;
    }
  }

  if (paths->n == paths->allocated) {
    paths->allocated *= 2;
    paths->paths = g_renew (PrnPath, paths->paths, paths->allocated);
  }
  paths->paths[paths->n++] =
      (PrnPath){ customers, keep_bytes (paths, bytes, length), length, hash };
  paths->slots[slot] = paths->n;
  if (paths->n > paths->slot_mask / 4 * 3)
    grow_slots (paths);
}

void
prn_paths_end_many (PrnPaths *paths, guint64 customers)
{
  const guint8 *bytes = paths->current;
  guint32 length = (guint32) paths->current_length;

  if (length == 0)
    return;
  count (paths, bytes, length, hash_bytes (bytes, length), customers);
  paths->current_length = 0;
}

void
prn_paths_end (PrnPaths *paths)
{
  prn_paths_end_many (paths, 1);
}

void
prn_paths_merge (PrnPaths *paths, const PrnPaths *other)
{
  for (guint32 i = 0; i < other->n; i++) {
    const PrnPath *path = &other->paths[i];

    count (paths, path->bytes, path->length, path->hash, path->customers);
  }
}

guint32
prn_paths_n (const PrnPaths *paths)
{
  return paths->n;
}

const PrnPath *
prn_paths_nth (const PrnPaths *paths, guint32 index)
{
  return &paths->paths[index];
}
