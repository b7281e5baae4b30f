/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* What the elements of a map are called before a person, who knows no ids. */

/**
 * prn_title_of_way:
 * @map: the map it stands in
 * @trigger: a trigger
 *
 * Returns: (transfer full): where it leads from and to: `Trial → Paying`
 */
char *prn_title_of_way (PrnMap *map, const PrnTrigger *trigger);

/**
 * prn_title_of:
 * @map: the map it stands in
 * @element: an element
 *
 * Returns: (transfer full): its name; a trigger without one is called by its way
 */
char *prn_title_of (PrnMap *map, gconstpointer element);

G_END_DECLS
