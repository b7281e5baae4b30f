/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "prn-log-hash.h"

G_BEGIN_DECLS

/* Texts numbered as they come. Each thread that reads has its own; prn_dictionary_merge() gives
 * them common numbers that depend on the file alone. */

typedef struct _PrnDictionary PrnDictionary;

typedef struct {
  const char *text; /* terminated */
  guint32 length;
  guint32 hash;
  guint64 position; /* where in the file it came first */
} PrnDictionaryEntry;

/* An empty dictionary. */
PrnDictionary *prn_dictionary_new (void);
void prn_dictionary_free (PrnDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnDictionary, prn_dictionary_free)

/**
 * prn_dictionary_add:
 * @dictionary: a dictionary
 * @text: a text, need not be terminated
 * @length: its length in bytes
 * @position: where in the file it is
 *
 * Returns: its number, from 0
 */
guint32
prn_dictionary_add (PrnDictionary *dictionary, const char *text, gsize length, guint64 position);

/**
 * prn_dictionary_find:
 * @dictionary: a dictionary
 * @text: a text, need not be terminated
 * @length: its length in bytes
 * @index: (out): its number
 *
 * Can be called from several threads as long as none adds.
 *
 * Returns: whether the text is there
 */
gboolean
prn_dictionary_find (PrnDictionary *dictionary, const char *text, gsize length, guint32 *index);

/* Texts of up to 16 bytes met of late, by their bytes: where a few texts come again and again, as
 * names of events do, this is all that is looked at. */
#define PRN_TEXT_CACHE_SIZE 64

typedef struct {
  guint64 first, last; /* the first and the last eight bytes, which overlap */
  guint32 length;
  guint32 index;
} PrnTextCacheEntry;

typedef struct {
  PrnTextCacheEntry entries[PRN_TEXT_CACHE_SIZE]; /* zero-initialised */
} PrnTextCache;

/**
 * prn_text_cache_add:
 * @cache: a cache
 * @dictionary: the dictionary it belongs to
 * @text: a text of at least one byte, 16 bytes of which can be read whatever its length
 * @length: its length
 * @position: where in the file it is
 *
 * Returns: what prn_dictionary_add() returns
 */
static inline guint32
prn_text_cache_add (PrnTextCache *cache, PrnDictionary *dictionary, const char *text, gsize length,
                    guint64 position)
{
  guint64 first, last, mask;
  PrnTextCacheEntry *entry;

  if (G_UNLIKELY (length > 16))
    return prn_dictionary_add (dictionary, text, length, position);
  /* Lengths differ from row to row, so there is no branch on them. */
  mask = length >= 8 ? ~G_GUINT64_CONSTANT (0) : ~(~G_GUINT64_CONSTANT (0) << (8 * (length & 7)));
  first = prn_hash_load64 (text);
  last = prn_hash_load64 (text + (length > 8 ? length - 8 : 0));
#if G_BYTE_ORDER == G_BIG_ENDIAN
  first = GUINT64_SWAP_LE_BE (first);
  last = GUINT64_SWAP_LE_BE (last);
#endif
  first &= mask;
  last &= mask;
  entry = &cache->entries[((first ^ (last << 7 | last >> 57)) *
                           G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >>
                          58];
  if (G_UNLIKELY (entry->first != first || entry->last != last || entry->length != length))
    *entry = (PrnTextCacheEntry){ first, last, (guint32) length,
                                  prn_dictionary_add (dictionary, text, length, position) };
  return entry->index;
}

/* How many entries there are, and the one with a number below that. */
guint prn_dictionary_n_entries (PrnDictionary *dictionary);
const PrnDictionaryEntry *prn_dictionary_entry (PrnDictionary *dictionary, guint index);

/**
 * PrnDictionaryText:
 * @text: the text of an entry
 * @length: its length
 *
 * Returns: (transfer full) (nullable): what the texts have in common that are one; NULL is the text
 *   as it is
 */
typedef char *(*PrnDictionaryText) (const char *text, gssize length);

/**
 * prn_dictionary_merge:
 * @dictionaries: (array length=n): one for each thread
 * @n: how many
 * @text: what makes two entries one
 * @merged: adds the texts to it in the order of the file
 * @firsts: (nullable) (element-type utf8): takes the first spelling of each text added to @merged,
 *   valid UTF-8
 *
 * Returns: (transfer full) (array length=n): for each dictionary the numbers its entries have in
 *   @merged, each array and the list to be freed with g_free()
 */
guint32 **prn_dictionary_merge (PrnDictionary **dictionaries, guint n, PrnDictionaryText text,
                                PrnDictionary *merged, GPtrArray *firsts);

G_END_DECLS
