/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-element.h"

G_BEGIN_DECLS

/* The lifecycle map as a value: immutable, reference-counted (atomically, so
 * that a thread may work on the map it was given). An edit makes a new map that
 * shares every list and element it does not touch. */

typedef struct _PrnMap PrnMap;

#define PRN_MAP_VERSION 1

/**
 * prn_map_new:
 * @title: its title
 *
 * Returns: (transfer full): a map without elements
 */
PrnMap *prn_map_new (const char *title);

PrnMap *prn_map_ref (PrnMap *map);
void prn_map_unref (PrnMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnMap, prn_map_unref)

/* Texts of the map itself, owned by it. */
const char *prn_map_get_title (PrnMap *map);
const char *prn_map_get_description (PrnMap *map);

/* ISO 4217, "USD" when the file does not say. */
const char *prn_map_get_currency (PrnMap *map);

/* The file's version; above PRN_MAP_VERSION the map must not be saved over. */
int prn_map_get_version (PrnMap *map);

/* What a simulation runs on; every member at its default when the file has none. */
const PrnPopulation *prn_map_get_population (PrnMap *map);

/**
 * prn_map_n:
 * @map: a map
 * @kind: a kind of element
 *
 * Returns: how many elements of @kind there are
 */
guint prn_map_n (PrnMap *map, PrnKind kind);

/**
 * prn_map_nth:
 * @map: a map
 * @kind: a kind of element
 * @index: below prn_map_n()
 *
 * Returns: (transfer none): the element, a #PrnStage for %PRN_KIND_STAGE and so on
 */
gconstpointer prn_map_nth (PrnMap *map, PrnKind kind, guint index);

/**
 * prn_map_elements:
 * @map: a map
 * @kind: a kind of element
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the elements in the user's order, valid as long as
 *   @map; cast to `const PrnStage *const *` and so on
 */
gconstpointer prn_map_elements (PrnMap *map, PrnKind kind, guint *n);

#define prn_map_phases(map, n)   ((const PrnPhase *const *) prn_map_elements ((map), PRN_KIND_PHASE, (n)))
#define prn_map_stages(map, n)   ((const PrnStage *const *) prn_map_elements ((map), PRN_KIND_STAGE, (n)))
#define prn_map_events(map, n)   ((const PrnEvent *const *) prn_map_elements ((map), PRN_KIND_EVENT, (n)))
#define prn_map_triggers(map, n) ((const PrnTrigger *const *) prn_map_elements ((map), PRN_KIND_TRIGGER, (n)))
#define prn_map_scores(map, n)   ((const PrnScore *const *) prn_map_elements ((map), PRN_KIND_SCORE, (n)))
#define prn_map_segments(map, n) ((const PrnSegment *const *) prn_map_elements ((map), PRN_KIND_SEGMENT, (n)))
#define prn_map_targets(map, n)  ((const PrnTarget *const *) prn_map_elements ((map), PRN_KIND_TARGET, (n)))
#define prn_map_notes(map, n)    ((const PrnNote *const *) prn_map_elements ((map), PRN_KIND_NOTE, (n)))
#define prn_map_frames(map, n)   ((const PrnFrame *const *) prn_map_elements ((map), PRN_KIND_FRAME, (n)))

/**
 * prn_map_lookup:
 * @map: a map
 * @id: an id
 *
 * Finds an element in constant time. Safe to call from several threads.
 *
 * Returns: (transfer none) (nullable): the element with that id
 */
gconstpointer prn_map_lookup (PrnMap *map, const char *id);

/**
 * prn_map_index_of:
 * @map: a map
 * @kind: a kind of element
 * @id: (nullable): an id
 *
 * Returns: where the element of @kind with that id stands in its list, or -1
 */
int prn_map_index_of (PrnMap *map, PrnKind kind, const char *id);

/**
 * prn_map_with:
 * @map: a map
 * @element: (transfer none): an element; the map takes a reference
 *
 * Puts @element in the place of the one with its id, or at the end of its list.
 *
 * Returns: (transfer full): the new map
 */
PrnMap *prn_map_with (PrnMap *map, gpointer element);

/**
 * prn_map_with_all:
 * @map: a map
 * @elements: (array length=n): elements, of any kinds
 * @n: how many
 *
 * Does what prn_map_with() does for many elements in one step, in time
 * proportional to the elements of the map plus @n.
 *
 * Returns: (transfer full): the new map
 */
PrnMap *prn_map_with_all (PrnMap *map, gpointer *elements, guint n);

/**
 * prn_map_without:
 * @map: a map
 * @id: an id
 *
 * Takes one element out. References to it in other elements stay as they are;
 * prn_map_check() names them, and the caller removes them as well if the map is to be saved.
 *
 * Returns: (transfer full): the new map, or @map itself when there is no such id
 */
PrnMap *prn_map_without (PrnMap *map, const char *id);

/**
 * prn_map_without_all:
 * @map: a map
 * @ids: (element-type utf8 utf8): a set of ids
 *
 * Does what prn_map_without() does for many elements in one step.
 *
 * Returns: (transfer full): the new map, or @map itself when it has none of them
 */
PrnMap *prn_map_without_all (PrnMap *map, GHashTable *ids);

/**
 * prn_map_reordered:
 * @map: a map
 * @id: an id
 * @position: where its element is to stand in the list of its kind; beyond the end: at the end
 *
 * Puts one element elsewhere in its list; the others keep their order.
 *
 * Returns: (transfer full): the new map, or @map itself when nothing moves
 */
PrnMap *prn_map_reordered (PrnMap *map, const char *id, guint position);

/**
 * prn_map_with_title:
 * @map: a map
 * @title: the new title
 *
 * Returns: (transfer full): the new map
 */
PrnMap *prn_map_with_title (PrnMap *map, const char *title);

/**
 * prn_map_with_population:
 * @map: a map
 * @population: the new population, copied
 *
 * Returns: (transfer full): the new map
 */
PrnMap *prn_map_with_population (PrnMap *map, const PrnPopulation *population);

/**
 * prn_map_copy:
 * @map: a map
 *
 * Shares the elements; the members of the map itself are the copy's own.
 *
 * Returns: (transfer full): a map whose texts and population the caller may change, by the rows of
 *   #prn_map_record, until anybody else sees it
 */
PrnMap *prn_map_copy (PrnMap *map);

/**
 * prn_map_new_id:
 * @map: a map
 * @name: what the element is called: `Free trial`
 *
 * Returns: (transfer full): an id made of @name that no element of @map has: `free-trial`,
 *   `free-trial-2` ...
 */
char *prn_map_new_id (PrnMap *map, const char *name);

/**
 * prn_id_from_name:
 * @name: any text, UTF-8
 *
 * Transliterates what it can, joins the rest with `-`, cuts at 64 bytes.
 *
 * Returns: (transfer full): an id for @name, at least one character long
 */
char *prn_id_from_name (const char *name);

G_END_DECLS
