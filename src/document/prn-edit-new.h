/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_edit_new_element:
 * @map: a map
 * @kind: what to make
 * @name: (nullable): its name; %NULL for a usual one that is still free
 * @about: (nullable): an element it is to be about: the stage of an event, the subject of a target
 * @id: (out) (optional) (transfer full) (nullable): the new element
 *
 * Makes an element of any kind that a loader takes and that means something at once: a trigger
 * between two stages, a target of the map. A trigger needs a stage.
 *
 * Returns: (transfer full): the map after it; the map itself when nothing can be made
 */
PrnMap *prn_edit_new_element (PrnMap *map, PrnKind kind, const char *name, const char *about,
                              char **id);

/* Whether an element of that kind is called so as long as nobody has named it: `Segment 2`. */
gboolean prn_edit_is_usual_name (PrnKind kind, const char *name);

G_END_DECLS
