/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts numbered as they come. Each thread that reads has its own; prn_dictionary_merge() gives them
 * common numbers that depend on the file alone. */

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
guint32 prn_dictionary_add (PrnDictionary *dictionary, const char *text, gsize length,
                            guint64 position);

/* How many entries there are, and the one with a number below that. */
guint prn_dictionary_n_entries (PrnDictionary *dictionary);
const PrnDictionaryEntry *prn_dictionary_entry (PrnDictionary *dictionary, guint index);

/**
 * PrnDictionaryText:
 * @text: the text of an entry
 * @length: its length
 *
 * Returns: (transfer full): what the texts have in common that are one
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
