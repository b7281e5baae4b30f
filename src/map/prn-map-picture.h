/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_map_find_in_picture:
 * @bytes: a file's content
 *
 * Looks for the map that an export put into a picture: in a PNG the text chunk (iTXt)
 * `perennial-map`, in an SVG the element `<metadata id="perennial-map">`.
 *
 * Returns: (transfer full) (nullable): the map's JSON, not checked in any way; %NULL when @bytes are
 *   no picture, or one without a map
 */
GBytes *prn_map_find_in_picture (GBytes *bytes);

G_END_DECLS
