/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many customers went through each sequence of stages. A sequence is packed into words, as many
 * stages into each as fit: most are one word, which is looked up by itself. */

/**
 * PrnPath:
 * @customers: how many went this way
 * @words: (array length=n_words): the stages, see prn_path_read()
 * @n_words: how many
 */
typedef struct {
  guint64 customers;
  const guint64 *words;
  guint32 n_words;
} PrnPath;

/* A path of one word; @word 0 is none. */
typedef struct {
  guint64 word;
  guint64 customers;
} PrnShortPath;

/**
 * PrnPaths:
 * @stage_bits: how many bits a stage takes
 * @word_stages: how many stages a word takes at most
 * @n_short: paths of one word
 * @short_bits: room for them: 2 to that power
 * @shorts: a hash table of them with open addressing
 * @longs: the others
 */
typedef struct {
  guint stage_bits, word_stages;
  guint32 n_short;
  guint short_bits;
  PrnShortPath *shorts;
  struct _PrnLongPaths *longs;
} PrnPaths;

/**
 * prn_paths_new:
 * @n_stages: stages are numbered below this
 *
 * Returns: (transfer full): no paths
 */
PrnPaths *prn_paths_new (guint32 n_stages);

/**
 * prn_paths_free:
 * @paths: (transfer full): paths
 */
void prn_paths_free (PrnPaths *paths);

/**
 * prn_paths_stage_bits:
 * @n_stages: stages are numbered below this
 *
 * Returns: how many bits one of them takes in a word
 */
static inline guint
prn_paths_stage_bits (guint32 n_stages)
{
  return g_bit_storage (n_stages);
}

/* Counts a path by its words, of which there is at least one. */
void prn_paths_add_words (PrnPaths *paths, const guint64 *words, guint32 n_words,
                          guint64 customers);

/* Counts a path that is longer than a word; none at all is counted as nothing. */
void prn_paths_add_long (PrnPaths *paths, const guint32 *stages, gsize stride, guint32 n,
                         guint64 customers);

/* In a word the first stage is in the highest bits; they are counted from 1, and 0 ends the word, so
 * that words are ordered as their stages are. */
static inline guint64
prn_paths_pack (const PrnPaths *paths, const guint32 *stages, gsize stride, guint32 n)
{
  guint shift = 64;
  guint64 word = 0;

  for (guint32 i = 0; i < n; i++) {
    shift -= paths->stage_bits;
    word |= ((guint64) * (const guint32 *) ((const guint8 *) stages + i * stride) + 1) << shift;
  }
  return word;
}

/* Where in the table a word is looked for first (Fibonacci hashing). */
static inline guint32
prn_paths_slot (const PrnPaths *paths, guint64 word)
{
  return (guint32) (word * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> (64 - paths->short_bits));
}

/**
 * prn_paths_add_word:
 * @paths: paths
 * @word: a path of one word, as packed by prn_paths_pack()
 * @customers: how many went this way
 *
 * Counts a path.
 */
static inline void
prn_paths_add_word (PrnPaths *paths, guint64 word, guint64 customers)
{
  PrnShortPath *found = &paths->shorts[prn_paths_slot (paths, word)];

  if (G_LIKELY (found->word == word))
    found->customers += customers;
  else
    prn_paths_add_words (paths, &word, 1, customers);
}

/**
 * prn_paths_add:
 * @paths: paths
 * @stages: the first of the stages
 * @stride: how many bytes after it the next one is, and so on
 * @n: how many there are
 * @customers: how many went this way
 *
 * Counts a path; one of no stages is none.
 */
static inline void
prn_paths_add (PrnPaths *paths, const guint32 *stages, gsize stride, guint32 n, guint64 customers)
{
  if (G_UNLIKELY (n == 0 || n > paths->word_stages)) {
    prn_paths_add_long (paths, stages, stride, n, customers);
    return;
  }
  prn_paths_add_word (paths, prn_paths_pack (paths, stages, stride, n), customers);
}

/**
 * prn_paths_merge:
 * @paths: paths
 * @other: paths of the same stages, added to @paths
 */
void prn_paths_merge (PrnPaths *paths, const PrnPaths *other);

/**
 * prn_paths_subtract:
 * @paths: paths
 * @other: taken out of @paths, of which they are a part
 */
void prn_paths_subtract (PrnPaths *paths, const PrnPaths *other);

/**
 * prn_paths_n:
 * @paths: paths
 *
 * Returns: how many different sequences there are
 */
guint32 prn_paths_n (const PrnPaths *paths);

/**
 * prn_paths_next:
 * @paths: paths; while one goes through them, none are added
 * @at: (inout): where one is; 0 at first
 * @path: (out): the next path; it is there as long as none are added
 *
 * Goes through all paths, in no order that says anything.
 *
 * Returns: whether there is another one
 */
gboolean prn_paths_next (const PrnPaths *paths, gsize *at, PrnPath *path);

/**
 * PrnPathReader:
 * @word: what is left of the word that is being read
 * @next: the word after it
 * @end: the end of the words
 * @stage_bits: how many bits a stage takes
 */
typedef struct {
  guint64 word;
  const guint64 *next, *end;
  guint stage_bits;
} PrnPathReader;

/**
 * prn_path_read:
 * @paths: paths
 * @path: one of them
 *
 * Returns: what reads its stages
 */
static inline PrnPathReader
prn_path_read (const PrnPaths *paths, const PrnPath *path)
{
  return (PrnPathReader){ 0, path->words, path->words + path->n_words, paths->stage_bits };
}

/**
 * prn_path_reader_next:
 * @reader: a reader
 * @stage: (out): the next stage
 *
 * Returns: whether there is another one
 */
static inline gboolean
prn_path_reader_next (PrnPathReader *reader, guint32 *stage)
{
  if (reader->word == 0) {
    if (reader->next == reader->end)
      return FALSE;
    reader->word = *reader->next++;
  }
  *stage = (guint32) (reader->word >> (64 - reader->stage_bits)) - 1;
  reader->word <<= reader->stage_bits;
  return TRUE;
}

/**
 * prn_path_compare:
 * @a: a path
 * @b: another one of the same stages
 *
 * Returns: below, at or above 0 as @a comes before @b by the numbers of their stages
 */
int prn_path_compare (const PrnPath *a, const PrnPath *b);

G_END_DECLS
