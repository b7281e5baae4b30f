/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_map_with_scenario:
 * @map: a map
 * @id: id of a scenario of it
 * @error: return location: no such scenario (the message names those there are), something it
 *   changes that has no such number or is not there
 *
 * Makes what-if the map: each number that the scenario sets takes the place of the one of its
 * trigger, its stage or the population. A `share` or `delay` of a trigger is that of everyone;
 * what `by_segment` says of a segment stays. Lists (`entries`, `segments`) are replaced as a whole.
 * @map itself is not changed, and the new one keeps all of its scenarios.
 *
 * Returns: (transfer full): the map as it would be, or %NULL with @error set
 */
PrnMap *prn_map_with_scenario (PrnMap *map, const char *id, GError **error);

G_END_DECLS
