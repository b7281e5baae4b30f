/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_edit_remove:
 * @map: a map
 * @ids: (array zero-terminated=1): elements of any kinds
 *
 * Takes elements out, with everything that makes no sense without them: the triggers of a stage,
 * its targets, the lines of scenarios about it, the leaves of conditions on an event. The events of
 * a stage go with it unless a condition or score that stays needs them. The stages of a phase and
 * the notes on an element stay. See prn-edit-place.h for what all edits have in common.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_remove (PrnMap *map, const char *const *ids);

G_END_DECLS
