/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * prn_condition_is_stricter:
 * @condition: (nullable): a condition; %NULL is never true
 * @other: (nullable): another
 *
 * Conditions know no "not", so one is stricter than another of the same form if each of its leaves
 * is: it asks for more rows, within less time, a longer wait.
 *
 * Returns: whether @other certainly holds whenever @condition does; %FALSE says nothing
 */
gboolean prn_condition_is_stricter (const PrnCondition *condition, const PrnCondition *other);

G_END_DECLS
