/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-dictionary.h"

#include "prn-log-hash.h"
#include "prn-log-text.h"

typedef struct {
  guint32 hash;
  guint32 number; /* from 1; 0 is a free slot */
} Slot;

struct _PrnDictionary {
  Slot *slots;
  guint32 mask;
  PrnDictionaryEntry *entries;
  guint32 n_entries, n_allocated;
  GStringChunk *texts;
};

PrnDictionary *
prn_dictionary_new (void)
{
  PrnDictionary *dictionary = g_new0 (PrnDictionary, 1);

  dictionary->mask = 63;
  dictionary->slots = g_new0 (Slot, dictionary->mask + 1);
  dictionary->texts = g_string_chunk_new (4096);
  return dictionary;
}

void
prn_dictionary_free (PrnDictionary *dictionary)
{
  g_free (dictionary->slots);
  g_free (dictionary->entries);
  g_string_chunk_free (dictionary->texts);
  g_free (dictionary);
}

static void
grow_slots (PrnDictionary *dictionary)
{
  guint32 mask = dictionary->mask * 2 + 1;
  Slot *slots = g_new0 (Slot, (gsize) mask + 1);

  for (guint32 i = 0; i < dictionary->n_entries; i++) {
    guint32 at = dictionary->entries[i].hash & mask;

    while (slots[at].number != 0)
      at = (at + 1) & mask;
    slots[at] = (Slot){ dictionary->entries[i].hash, i + 1 };
  }
  g_free (dictionary->slots);
  dictionary->slots = slots;
  dictionary->mask = mask;
}

static guint32
append_entry (PrnDictionary *dictionary, const char *text, gsize length, guint32 hash,
              guint64 position)
{
  guint32 index = dictionary->n_entries++;

  if (index == dictionary->n_allocated) {
    dictionary->n_allocated = MAX (32, dictionary->n_allocated * 2);
    dictionary->entries =
        g_renew (PrnDictionaryEntry, dictionary->entries, dictionary->n_allocated);
  }
  dictionary->entries[index] = (PrnDictionaryEntry){
    .text = g_string_chunk_insert_len (dictionary->texts, text, (gssize) length),
    .length = (guint32) length,
    .hash = hash,
    .position = position,
  };
  return index;
}

/* The slot of a text, or the free one where it belongs. */
static guint32
find_slot (PrnDictionary *dictionary, const char *text, gsize length, guint32 hash)
{
  guint32 at = hash & dictionary->mask;

  for (; dictionary->slots[at].number != 0; at = (at + 1) & dictionary->mask) {
    if (dictionary->slots[at].hash == hash) {
      const PrnDictionaryEntry *entry = &dictionary->entries[dictionary->slots[at].number - 1];

      if (entry->length == length && prn_hash_equal (entry->text, text, length))
        break;
    }
  }
  return at;
}

gboolean
prn_dictionary_find (PrnDictionary *dictionary, const char *text, gsize length, guint32 *index)
{
  guint32 hash = (guint32) prn_hash_bytes (text, length);
  guint32 number = dictionary->slots[find_slot (dictionary, text, length, hash)].number;

  if (number == 0)
    return FALSE;
  *index = number - 1;
  return TRUE;
}

guint32
prn_dictionary_add (PrnDictionary *dictionary, const char *text, gsize length, guint64 position)
{
  guint32 hash = (guint32) prn_hash_bytes (text, length);
  Slot *slot = &dictionary->slots[find_slot (dictionary, text, length, hash)];

  if (slot->number != 0)
    return slot->number - 1;
  *slot = (Slot){ hash, dictionary->n_entries + 1 };
  append_entry (dictionary, text, length, hash, position);
  if (dictionary->n_entries > dictionary->mask / 2)
    grow_slots (dictionary);
  return dictionary->n_entries - 1;
}

guint
prn_dictionary_n_entries (PrnDictionary *dictionary)
{
  return dictionary->n_entries;
}

const PrnDictionaryEntry *
prn_dictionary_entry (PrnDictionary *dictionary, guint index)
{
  return &dictionary->entries[index];
}

/* Which entry of all dictionaries comes first in the file. Those of one dictionary are in order. */
static guint
next_dictionary (PrnDictionary **dictionaries, guint n, const guint32 *at)
{
  guint next = n;

  for (guint i = 0; i < n; i++) {
    if (at[i] == dictionaries[i]->n_entries)
      continue;
    if (next == n ||
        dictionaries[i]->entries[at[i]].position < dictionaries[next]->entries[at[next]].position)
      next = i;
  }
  return next;
}

guint32 **
prn_dictionary_merge (PrnDictionary **dictionaries, guint n, PrnDictionaryText text,
                      PrnDictionary *merged, GPtrArray *firsts)
{
  guint32 **maps = g_new0 (guint32 *, n);
  g_autofree guint32 *at = g_new0 (guint32, n);
  guint next;

  for (guint i = 0; i < n; i++)
    maps[i] = g_new (guint32, dictionaries[i]->n_entries);

  while ((next = next_dictionary (dictionaries, n, at)) < n) {
    const PrnDictionaryEntry *entry = &dictionaries[next]->entries[at[next]];
    g_autofree char *key = text (entry->text, (gssize) entry->length);
    guint32 before = merged->n_entries;
    guint32 number = key != NULL
                         ? prn_dictionary_add (merged, key, strlen (key), entry->position)
                         : prn_dictionary_add (merged, entry->text, entry->length, entry->position);

    maps[next][at[next]++] = number;
    if (merged->n_entries > before && firsts != NULL)
      g_ptr_array_add (firsts, prn_text_valid (entry->text, entry->length));
  }
  return maps;
}
