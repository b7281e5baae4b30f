/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * edit_map_new:
 * @lists: the lists of a map as JSON, with ' for "
 *
 * Returns: (transfer full): the map
 */
PrnMap *edit_map_new (const char *lists);

/**
 * edit_map_say:
 * @map: a map
 *
 * Returns: (transfer full): what is where in a line: `trial 0,0 pay 336,0 trial>pay`
 */
char *edit_map_say (PrnMap *map);

/* Asserts that a map says that, and that it opens. */
void edit_map_assert (PrnMap *map, const char *said);

/* Asserts that the loader takes a map, and makes the same of it. */
void edit_map_assert_opens (PrnMap *map);

G_END_DECLS
