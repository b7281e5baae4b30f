/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_edit_set_id:
 * @map: a map
 * @id: an element
 * @to: its new id
 * @error: return location: what is wrong with @to
 *
 * Gives an element another id, and everything that names it. Its place in its list stays.
 *
 * Returns: (transfer full) (nullable): the map after it; %NULL with @error set when it is refused
 */
PrnMap *prn_edit_set_id (PrnMap *map, const char *id, const char *to, GError **error);

/**
 * prn_edit_id_by_name:
 * @map: a map
 * @base: (nullable): the map as others may know it: what its file holds
 * @id: an element of @map
 * @before: what it was called until now
 *
 * An element made without a name has an id that says nothing: `segment-2`, `visitor-to-trial`. Once
 * the user has named it, and as long as nobody else knows the id, it gets one made of the name, as
 * if the name had been there at first. Renaming never changes an id.
 *
 * Returns: (transfer full) (nullable): the id it should have, %NULL if it should stay as it is
 */
char *prn_edit_id_by_name (PrnMap *map, PrnMap *base, const char *id, const char *before);

/**
 * prn_edit_plain_text:
 * @json: a text as in a file
 *
 * Returns: (transfer full): the text without quotes and escapes; "" when @json is no text
 */
char *prn_edit_plain_text (const char *json);

G_END_DECLS
