/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-slot.h"

G_BEGIN_DECLS

/* What people type, and what a file says. A share is typed in percent, `25` or `25 %`, or as a part
 * of one, `0.25`; a length of time as `14d`, `14 d` or `2 weeks`, a number with a comma or a point, a
 * text to compare with in quotes where it would be read as a number. */

/**
 * prn_typed_to_json:
 * @slot: a place, its member a single value or a list of them one of whose items is typed
 * @typed: what was typed
 * @json: (out) (transfer full) (nullable): the value as in a file, %NULL where nothing was typed and
 *   nothing may stand
 * @error: return location: one sentence: what is wrong and what was expected
 *
 * Reads what was typed into the field of a member.
 *
 * Returns: whether @json was set
 */
gboolean prn_typed_to_json (const PrnSlot *slot, const char *typed, char **json, GError **error);

/**
 * prn_typed_from_slot:
 * @slot: a place, its member a single value or its index that of an item
 *
 * Returns: (transfer full): what would be typed for what is there; "" for nothing
 */
char *prn_typed_from_slot (const PrnSlot *slot);

/**
 * prn_typed_duration:
 * @typed: what was typed: `14 d`, `2 weeks`, `1d 12h`
 *
 * Returns: (transfer full): the same as a file has it, whether or not it is a length of time: `14d`,
 *   `2w`, `1d12h`
 */
char *prn_typed_duration (const char *typed);

G_END_DECLS
