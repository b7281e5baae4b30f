/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-geometry.h"
#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_pasted_text:
 * @map: a map
 * @text: a text from another program, UTF-8
 * @at: where its middle is to be, in map units
 * @ids: (out) (transfer full) (array zero-terminated=1): what was made of it
 *
 * A list of short lines is a list of stages, each leading to the next; any other text is a note.
 * Bullets and numbers in front of the lines are dropped.
 *
 * Returns: (transfer full): the map with it, @map itself when there is nothing in the text
 */
PrnMap *prn_pasted_text (PrnMap *map, const char *text, PrnSpot at, char ***ids);

G_END_DECLS
