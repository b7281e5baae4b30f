/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-path.h"

#include <string.h>

/* Sequences are kept in blocks that never move; longer ones get a block of their own. */
#define BLOCK_WORDS 8192

#define FIRST_SHORT_BITS 6
#define FIRST_LONG_SLOTS 16

typedef struct {
  PrnPath path;
  guint32 hash;
} LongPath;

typedef struct _PrnLongPaths LongPaths;

struct _PrnLongPaths {
  LongPath *paths;
  guint32 n, allocated;
  guint32 *slots; /* open addressing: index + 1, 0 is free */
  guint32 slot_mask;
  GPtrArray *blocks;
  guint64 *block;
  gsize block_left;
};

static LongPaths *
long_paths_new (void)
{
  LongPaths *longs = g_new0 (LongPaths, 1);

  longs->slot_mask = FIRST_LONG_SLOTS - 1;
  longs->slots = g_new0 (guint32, FIRST_LONG_SLOTS);
  longs->blocks = g_ptr_array_new_with_free_func (g_free);
  return longs;
}

static void
long_paths_free (LongPaths *longs)
{
  g_ptr_array_unref (longs->blocks);
  g_free (longs->paths);
  g_free (longs->slots);
  g_free (longs);
}

PrnPaths *
prn_paths_new (guint32 n_stages)
{
  PrnPaths *paths = g_new0 (PrnPaths, 1);

  paths->stage_bits = prn_paths_stage_bits (n_stages);
  paths->word_stages = 64 / paths->stage_bits;
  paths->short_bits = FIRST_SHORT_BITS;
  paths->shorts = g_new0 (PrnShortPath, 1 << FIRST_SHORT_BITS);
  return paths;
}

void
prn_paths_free (PrnPaths *paths)
{
  g_clear_pointer (&paths->longs, long_paths_free);
  g_free (paths->shorts);
  g_free (paths);
}

/* --- Paths of one word --- */

/* Where a word is, or where it has to be put. */
static PrnShortPath *
find_short (const PrnPaths *paths, guint64 word)
{
  guint32 mask = (1u << paths->short_bits) - 1;
  guint32 slot = prn_paths_slot (paths, word);

  while (paths->shorts[slot].word != 0 && paths->shorts[slot].word != word)
    slot = (slot + 1) & mask;
  return &paths->shorts[slot];
}

/* Makes room for @most paths. */
static void
reserve_shorts (PrnPaths *paths, guint32 most)
{
  guint32 n = 1u << paths->short_bits;
  g_autofree PrnShortPath *old = NULL;

  if (most <= n / 4 * 3)
    return;
  while (most > (1u << paths->short_bits) / 4 * 3)
    paths->short_bits++;
  old = g_steal_pointer (&paths->shorts);
  paths->shorts = g_new0 (PrnShortPath, (gsize) 1 << paths->short_bits);
  for (guint32 i = 0; i < n; i++)
    if (old[i].word != 0)
      *find_short (paths, old[i].word) = old[i];
}

static void
add_short (PrnPaths *paths, guint64 word, guint64 customers)
{
  PrnShortPath *path = find_short (paths, word);

  path->customers += customers;
  if (path->word == word)
    return;
  path->word = word;
  reserve_shorts (paths, ++paths->n_short);
}

/* --- Longer paths --- */

static guint32
hash_words (const guint64 *words, guint32 n)
{
  guint64 hash = 0;

  for (guint32 i = 0; i < n; i++) {
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  return (guint32) hash;
}

static const guint64 *
keep_words (LongPaths *longs, const guint64 *words, guint32 n)
{
  guint64 *kept;

  if (n > BLOCK_WORDS / 4) {
    kept = g_memdup2 (words, n * sizeof *words);
    g_ptr_array_add (longs->blocks, kept);
    return kept;
  }

  if (n > longs->block_left) {
    longs->block = g_new (guint64, BLOCK_WORDS);
    longs->block_left = BLOCK_WORDS;
    g_ptr_array_add (longs->blocks, longs->block);
  }
  kept = memcpy (longs->block, words, n * sizeof *words);
  longs->block += n;
  longs->block_left -= n;
  return kept;
}

static void
grow_slots (LongPaths *longs)
{
  guint32 mask = longs->slot_mask * 2 + 1;

  g_free (longs->slots);
  longs->slots = g_new0 (guint32, (gsize) mask + 1);
  longs->slot_mask = mask;
  for (guint32 i = 0; i < longs->n; i++) {
    guint32 slot = longs->paths[i].hash & mask;

    while (longs->slots[slot] != 0)
      slot = (slot + 1) & mask;
    longs->slots[slot] = i + 1;
  }
}

static void
add_long (LongPaths *longs, const guint64 *words, guint32 n, guint64 customers)
{
  guint32 hash = hash_words (words, n);
  guint32 slot = hash & longs->slot_mask;

  for (; longs->slots[slot] != 0; slot = (slot + 1) & longs->slot_mask) {
    LongPath *known = &longs->paths[longs->slots[slot] - 1];

    if (known->hash == hash && known->path.n_words == n &&
        memcmp (known->path.words, words, n * sizeof *words) == 0) {
      known->path.customers += customers;
      return;
    }
  }

  if (longs->n == longs->allocated) {
    longs->allocated = MAX (longs->allocated * 2, FIRST_LONG_SLOTS);
    longs->paths = g_renew (LongPath, longs->paths, longs->allocated);
  }
  longs->paths[longs->n++] = (LongPath){ { customers, keep_words (longs, words, n), n }, hash };
  longs->slots[slot] = longs->n;
  if (longs->n > longs->slot_mask / 4 * 3)
    grow_slots (longs);
}

/* --- All of them --- */

void
prn_paths_add_words (PrnPaths *paths, const guint64 *words, guint32 n_words, guint64 customers)
{
  if (n_words == 1) {
    add_short (paths, words[0], customers);
    return;
  }
  if (paths->longs == NULL)
    paths->longs = long_paths_new ();
  add_long (paths->longs, words, n_words, customers);
}

void
prn_paths_add_long (PrnPaths *paths,
                    const guint32 *stages,
                    gsize stride,
                    guint32 n,
                    guint64 customers)
{
  guint32 n_words = (n + paths->word_stages - 1) / paths->word_stages;
  g_autofree guint64 *words = g_new (guint64, n_words);

  for (guint32 i = 0; i < n_words; i++) {
    guint32 first = i * paths->word_stages;
    const guint8 *from = (const guint8 *) stages + first * stride;

    words[i] = prn_paths_pack (paths, (const guint32 *) (gconstpointer) from, stride,
                               MIN (n - first, paths->word_stages));
  }
  if (n > 0)
    prn_paths_add_words (paths, words, n_words, customers);
}

void
prn_paths_merge (PrnPaths *paths, const PrnPaths *other)
{
  PrnPath path;

  /* They come in the order of their places, and would crowd at the beginning of a small table. */
  reserve_shorts (paths, paths->n_short + other->n_short);
  for (gsize at = 0; prn_paths_next (other, &at, &path);)
    prn_paths_add_words (paths, path.words, path.n_words, path.customers);
}

/* Counts wrap, and are right again once all is taken out. */
void
prn_paths_subtract (PrnPaths *paths, const PrnPaths *other)
{
  PrnPaths *left = prn_paths_new (1u << (paths->stage_bits - 1));
  PrnPaths before;
  PrnPath path;

  for (gsize at = 0; prn_paths_next (other, &at, &path);)
    prn_paths_add_words (paths, path.words, path.n_words, -path.customers);
  reserve_shorts (left, paths->n_short);
  for (gsize at = 0; prn_paths_next (paths, &at, &path);)
    if (path.customers != 0)
      prn_paths_add_words (left, path.words, path.n_words, path.customers);
  before = *paths;
  *paths = *left;
  *left = before;
  prn_paths_free (left);
}

guint32
prn_paths_n (const PrnPaths *paths)
{
  return paths->n_short + (paths->longs != NULL ? paths->longs->n : 0);
}

gboolean
prn_paths_next (const PrnPaths *paths, gsize *at, PrnPath *path)
{
  gsize n_slots = (gsize) 1 << paths->short_bits;

  while (*at < n_slots) {
    const PrnShortPath *found = &paths->shorts[(*at)++];

    if (found->word != 0) {
      *path = (PrnPath){ found->customers, &found->word, 1 };
      return TRUE;
    }
  }
  if (paths->longs == NULL || *at - n_slots >= paths->longs->n)
    return FALSE;
  *path = paths->longs->paths[(*at)++ - n_slots].path;
  return TRUE;
}

int
prn_path_compare (const PrnPath *a, const PrnPath *b)
{
  for (guint32 i = 0; i < MIN (a->n_words, b->n_words); i++)
    if (a->words[i] != b->words[i])
      return a->words[i] < b->words[i] ? -1 : 1;
  return a->n_words < b->n_words ? -1 : a->n_words > b->n_words;
}
