/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Which elements go along when some are copied. Sets of ids, which the map owns. */

/**
 * prn_choice_grow:
 * @map: a map
 * @ids: (array zero-terminated=1): what was chosen
 *
 * Returns: (transfer full): @ids that are there, the stages of phases, the events of stages, the
 *   triggers both ends of which are in it
 */
GHashTable *prn_choice_grow (PrnMap *map, const char *const *ids);

/**
 * prn_choice_close:
 * @map: a map
 * @chosen: a set of ids
 *
 * Returns: (transfer full): what @chosen refers to, and what that does, @chosen included; not what a
 *   note is about, nor the stage of an event that was not chosen itself
 */
GHashTable *prn_choice_close (PrnMap *map, GHashTable *chosen);

G_END_DECLS
