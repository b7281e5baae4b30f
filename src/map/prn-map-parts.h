/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-json-scan.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* A map taken apart and put together again: whole lists, all that is no list (the head), single
 * elements as JSON. */

/**
 * prn_map_with_list:
 * @map: a map
 * @kind: a kind of element
 * @elements: (array length=n): elements of @kind, each with an id of its own
 * @n: how many
 *
 * Puts a whole list in the place of the present one.
 *
 * Returns: (transfer full): the new map
 */
PrnMap *prn_map_with_list (PrnMap *map, PrnKind kind, const gpointer *elements, guint n);

/**
 * prn_map_with_head:
 * @map: a map
 * @head: another
 *
 * Returns: (transfer full): the elements of @map with the title, the population and all else of
 *   @head that is no element
 */
PrnMap *prn_map_with_head (PrnMap *map, PrnMap *head);

/**
 * prn_map_head:
 * @map: a map
 *
 * Returns: (transfer full): @map without its elements
 */
PrnMap *prn_map_head (PrnMap *map);

/**
 * prn_map_same_head:
 * @a: a map
 * @b: another
 *
 * Returns: whether both say the same in all that is no element
 */
gboolean prn_map_same_head (PrnMap *a, PrnMap *b);

/**
 * prn_element_append_line:
 * @element: a #PrnStage, #PrnTrigger ...
 * @out: where to append
 *
 * Writes an element as JSON on one line.
 */
void prn_element_append_line (gconstpointer element, GString *out);

/**
 * prn_map_append_line:
 * @map: a map
 * @out: where to append
 *
 * Writes a whole map as JSON on one line, without a line end.
 */
void prn_map_append_line (PrnMap *map, GString *out);

/**
 * prn_element_read:
 * @json: a scanned text
 * @token: an element in it
 * @kind: of what kind it is
 * @error: return location
 *
 * Reads one element. What it refers to need not be there.
 *
 * Returns: (transfer full): the element, or %NULL with @error set
 */
gpointer prn_element_read (const PrnJson *json, guint32 token, PrnKind kind, GError **error);

/**
 * prn_map_read_head:
 * @json: a scanned text
 * @token: a map in it
 * @error: return location
 *
 * Reads a map as prn_map_parse() does, but what it refers to need not be there.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 */
PrnMap *prn_map_read_head (const PrnJson *json, guint32 token, GError **error);

/**
 * prn_map_sharing:
 * @map: a map
 * @other: another that it may have much in common with, such as what was read from the file before
 *
 * Returns: (transfer full): a map that says what @map says with every element of @other that says
 *   the same; @other itself when both say the same
 */
PrnMap *prn_map_sharing (PrnMap *map, PrnMap *other);

G_END_DECLS
