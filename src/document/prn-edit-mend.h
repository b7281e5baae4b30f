/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-slot.h"

G_BEGIN_DECLS

/**
 * prn_edit_mend:
 * @map: the map before the edit
 * @slot: a member of a copy, which has just been set
 * @error: return location
 *
 * Changes what stood beside the member and does not go with its new value: of members of which only
 * one stands the others, the values of a filter of another test, measure and bound of a target of
 * something else.
 *
 * Returns: whether that was possible
 */
gboolean prn_edit_mend (PrnMap *map, const PrnSlot *slot, GError **error);

G_END_DECLS
