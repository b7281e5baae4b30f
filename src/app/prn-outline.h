/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_outline_rows:
 * @map: a map
 * @search: (nullable): only elements with this in their name, in upper or lower case
 * @found: (nullable) (inout) (element-type utf8): ids of elements that are listed whatever they are
 *   called; those of all that are found are added. So what was found stays while it is worked on,
 *   until something else is searched for
 *
 * Lists everything there is in a map: the stages under their phases, those without a phase after
 * them, then triggers in the order in which they are asked, and the other kinds.
 *
 * Returns: (transfer full) (element-type PrnPanelRow): the rows of the outline
 */
GListModel *prn_outline_rows (PrnMap *map, const char *search, GHashTable *found);

/**
 * prn_outline_follow:
 * @found: (inout) (element-type utf8): ids of elements
 * @before: a map
 * @map: the same map after an edit
 *
 * Adds the new ids of elements in @found that were given another.
 */
void prn_outline_follow (GHashTable *found, PrnMap *before, PrnMap *map);

/**
 * prn_outline_is_same:
 * @map: a map
 * @other: that map after or before an edit
 *
 * Returns: whether the outlines of the two say the same, as they do when something was moved; in
 *   the time of what is not the same in them
 */
gboolean prn_outline_is_same (PrnMap *map, PrnMap *other);

G_END_DECLS
