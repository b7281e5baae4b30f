/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-json-scan.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* What makes one map of another: for each list the runs of elements that differ, and the head of
 * both if it does. It leads both ways, and holds the elements by reference; a step that moves one
 * stage among 10,000 takes as much memory as two stages. */
typedef struct _PrnDelta PrnDelta;

/**
 * prn_delta_new:
 * @before: a map
 * @after: another
 *
 * Compares element pointers, in time proportional to the elements of the lists not shared.
 *
 * Returns: (transfer full): the way from one to the other
 */
PrnDelta *prn_delta_new (PrnMap *before, PrnMap *after);

void prn_delta_free (PrnDelta *delta);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnDelta, prn_delta_free)

/**
 * prn_delta_go:
 * @delta: the way between two maps
 * @map: where one is: the map before, or a map with the same elements
 * @back: whether to go from the map after to the map before
 *
 * Returns: (transfer full): a map with the very elements of the other one
 */
PrnMap *prn_delta_go (const PrnDelta *delta, PrnMap *map, gboolean back);

/**
 * prn_delta_append:
 * @delta: the way between two maps
 * @out: where to append
 *
 * Writes the way forward as members of a JSON object, each with a comma in front of it, all on one
 * line:
 *
 *   ,"head":{…},"stages":[[2,1,[{…}]]],"notes":[[0,3,[2,0,1]]]
 *
 * `head` is the map without its elements. A run says where it begins, how many elements it takes
 * out and what comes in their place: a new element, or the place an old one had in the list before.
 */
void prn_delta_append (const PrnDelta *delta, GString *out);

/**
 * prn_delta_read:
 * @json: a scanned text
 * @token: the object that holds what prn_delta_append() wrote
 * @before: the map to go from
 * @error: return location
 *
 * Goes the way that was written down.
 *
 * Returns: (transfer full): the map after, or %NULL with @error set when that is no way from
 *   @before. Ids and references in the map are as they were written: not checked.
 */
PrnMap *prn_delta_read (const PrnJson *json, guint32 token, PrnMap *before, GError **error);

G_END_DECLS
