/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PrnPlace:
 * @parent: (nullable): the place around it; %NULL in the map itself
 * @name: (nullable): the member it is, %NULL for an item of a list
 * @index: the item's index
 *
 * Where something stands in a map: a chain kept on the stack while walking down, made into a text
 * only when there is something to say about it.
 */
typedef struct _PrnPlace PrnPlace;

struct _PrnPlace {
  const PrnPlace *parent;
  const char *name;
  guint index;
};

/**
 * prn_place_format:
 * @place: a place
 *
 * Returns: (transfer full): `stages[3].position.x`
 */
char *prn_place_format (const PrnPlace *place);

G_END_DECLS
