/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-pairing.h"

G_BEGIN_DECLS

/* What a scene takes over from the one before it, found step by step while it is composed. */

/**
 * PrnKept:
 * @old: the scene before
 * @pairings: by kind of element: what the two maps share
 * @renamed: (element-type utf8) (nullable): ids of elements that came, went or are called otherwise
 * @few: some of them, all if there are no more
 * @way_was: by way: its index in @old, or -1
 * @cards: by card: it is the same
 * @docks: by card: what lines find at it is the same
 * @words: by way: it says the same
 * @lines: by way: it runs where it ran
 * @labels: by way: its label stays where it was, or away
 * @came: (element-type PrnRectangle): what was not in the way before
 * @went: (element-type PrnRectangle): what is no longer in the way
 */
typedef struct {
  PrnScene *old;
  PrnPairing *pairings[PRN_N_KINDS];
  GHashTable *renamed;
  const char *few[4];
  int *way_was;
  guint8 *cards, *docks, *words, *lines, *labels;
  GArray *came, *went;
} PrnKept;

/**
 * prn_kept_new:
 * @old: a scene
 * @map: a map made of its map by edits, fully placed
 *
 * Returns: (transfer full) (nullable): what is the same in both; %NULL when so much is not that a
 *   new scene is made as quickly
 */
PrnKept *prn_kept_new (PrnScene *old, PrnMap *map);
void prn_kept_free (PrnKept *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnKept, prn_kept_free)

/* Notes that something that is in the way has another place; either may be without area. */
void prn_kept_moved (PrnKept *self, const PrnRectangle *before, const PrnRectangle *after);

/* Whether the words for a trigger are the same: it refers to nothing that is called otherwise. */
gboolean prn_kept_trigger_words (const PrnKept *self, const PrnTrigger *trigger);

/* Whether an element of this id, if any, is called as before. */
gboolean prn_kept_name (const PrnKept *self, const char *id);

/* Whether a line has room as before: nothing came into its way, nothing that it went around went.
 */
gboolean prn_kept_line_is_clear (const PrnKept *self, const PrnLine *line);

/* Whether nothing came to where a label stands. */
gboolean prn_kept_label_is_clear (const PrnKept *self, const PrnRectangle *label);

/* Whether something went away from where the label of a line might stand. */
gboolean prn_kept_has_more_room (const PrnKept *self, const PrnLine *line);

G_END_DECLS
