/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-place.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * PrnReference:
 * @element: (nullable): the element it stands in; %NULL in the population
 * @member: the row of the member that refers
 * @id: what it says: an id, or the row's word
 * @place: where it stands
 *
 * One place of a map that names an element.
 */
typedef struct {
  const PrnElement *element;
  const PrnMember *member;
  const char *id;
  const PrnPlace *place;
} PrnReference;

typedef void (*PrnReferenceFunc) (const PrnReference *reference, gpointer user_data);

/**
 * prn_map_foreach_reference:
 * @map: a map
 * @func: called for each reference in the order of the file
 * @user_data: for @func
 */
void prn_map_foreach_reference (PrnMap *map, PrnReferenceFunc func, gpointer user_data);

/**
 * prn_record_foreach_reference:
 * @record: a table
 * @data: a struct of that table
 * @element: (nullable): the element it is in
 * @place: where it is
 * @func: called for each reference in the order of the file
 * @user_data: for @func
 */
void prn_record_foreach_reference (const PrnRecord *record, gconstpointer data,
                                   const PrnElement *element, const PrnPlace *place,
                                   PrnReferenceFunc func, gpointer user_data);

/**
 * prn_reference_refusal:
 * @map: the map it stands in
 * @reference: a reference
 *
 * Returns: (transfer full) (nullable): why it names nothing that it may name; %NULL when it does
 */
char *prn_reference_refusal (PrnMap *map, const PrnReference *reference);

typedef void (*PrnDanglingFunc) (const PrnReference *reference, const char *message,
                                 gpointer user_data);

/**
 * prn_map_foreach_dangling:
 * @map: a map
 * @func: called for each reference to an element that is not there, or is of another kind
 * @user_data: for @func
 */
void prn_map_foreach_dangling (PrnMap *map, PrnDanglingFunc func, gpointer user_data);

G_END_DECLS
