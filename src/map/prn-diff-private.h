/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-diff.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * PrnDiff:
 * @older: a map
 * @newer: another
 * @changes: (element-type PrnChange): what was found so far
 * @element: (nullable): the newer one of the elements at hand; %NULL: the map itself
 * @place: the record at hand, as `match.`; empty: the element
 *
 * A comparison under way.
 */
typedef struct {
  PrnMap *older, *newer;
  GPtrArray *changes;
  const PrnElement *element;
  GString *place;
} PrnDiff;

/**
 * prn_diff_add:
 * @diff: a comparison
 * @type: what happened
 * @element: (nullable): to what; %NULL: to the map
 * @words: (transfer full): a sentence without its full stop
 *
 * Returns: (transfer none): the change, for the caller to complete
 */
PrnChange *prn_diff_add (PrnDiff *diff, PrnChangeType type, const PrnElement *element, char *words);

/**
 * prn_diff_record:
 * @diff: a comparison
 * @record: a table
 * @older: a struct of that table
 * @newer: another
 *
 * Adds what is different in the members, and in those this version does not know.
 */
void prn_diff_record (PrnDiff *diff, const PrnRecord *record, gconstpointer older,
                      gconstpointer newer);

/**
 * prn_diff_subject:
 * @map: a map
 * @element: an element of it
 *
 * Returns: (transfer full): `Stage "Trial"`
 */
char *prn_diff_subject (PrnMap *map, const PrnElement *element);

/* Makes the first letter of a text a capital, and returns the text. */
char *prn_diff_capitalize (char *text);

G_END_DECLS
