/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-tally-set.h"

G_BEGIN_DECLS

/* Tallies as files, so that a log split by customer can be counted on many machines. JSON, integers
 * only; the file says of which map it is. */

/**
 * prn_tally_set_to_json:
 * @set: what a replay counted, with measures
 *
 * Returns: (transfer full): the tally as a file
 */
GBytes *prn_tally_set_to_json (const PrnTallySet *set);

/**
 * prn_tally_set_from_json:
 * @plan: the map it was counted with
 * @bytes: what prn_tally_set_to_json() wrote
 * @error: return location: not such a file, or of another map
 *
 * Returns: (transfer full): the tally, or %NULL with @error set
 */
PrnTallySet *prn_tally_set_from_json (PrnPlan *plan, GBytes *bytes, GError **error);

/**
 * prn_tally_set_sum:
 * @sets: (array length=n): tallies of the same plan, of different customers
 * @n: how many, at least one
 * @error: return location: tallies that were not made in the same way
 *
 * Adds tallies whose logs need not have the same activities, months and values. Rejected rows stay
 * in the order of @sets, and a spelling is that of the first of them.
 *
 * Returns: (transfer full): the sum, or %NULL with @error set
 */
PrnTallySet *prn_tally_set_sum (PrnTallySet **sets, guint n, GError **error);

G_END_DECLS
