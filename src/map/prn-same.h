/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-schema.h"

G_BEGIN_DECLS

/* Whether two things say the same, by walking the tables, without writing either down. */

/**
 * prn_extra_same:
 * @a: (nullable): members this version does not know
 * @b: (nullable): others
 *
 * Returns: whether both would be written alike
 */
gboolean prn_extra_same (const PrnExtra *a, const PrnExtra *b);

/**
 * prn_member_same:
 * @member: a row
 * @record: its table
 * @a: a struct of that table
 * @b: another
 *
 * A member left at its default is the same as one that is given and says the default.
 *
 * Returns: whether both say the same in this member
 */
gboolean prn_member_same (const PrnMember *member, const PrnRecord *record, gconstpointer a,
                          gconstpointer b);

/**
 * prn_record_same:
 * @record: a table
 * @a: a struct of that table
 * @b: another
 *
 * Returns: whether both say the same, in the members this version does not know as well; the lists
 *   of elements of a map are left out
 */
gboolean prn_record_same (const PrnRecord *record, gconstpointer a, gconstpointer b);

/**
 * prn_element_same:
 * @a: a #PrnStage, #PrnTrigger ...
 * @b: another
 *
 * Returns: whether both are of one kind and say the same
 */
gboolean prn_element_same (gconstpointer a, gconstpointer b);

G_END_DECLS
