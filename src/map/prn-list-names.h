/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-merge-order.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * prn_list_has_names:
 * @member: a row
 *
 * Returns: whether the member is a list whose items have names: texts, or records that begin with
 *   a reference, as the changes of a scenario do
 */
gboolean prn_list_has_names (const PrnMember *member);

/**
 * prn_list_get_names:
 * @member: a row with prn_list_has_names()
 * @data: a struct of its table
 *
 * Returns: the names of the items, owned by @data; the array itself is freed with g_free()
 */
PrnMergeNames prn_list_get_names (const PrnMember *member, gconstpointer data);

/**
 * prn_list_item:
 * @member: a row of a list of records
 * @data: a struct of its table
 * @index: which item; negative: none
 *
 * Returns: (transfer none) (nullable): the record
 */
gconstpointer prn_list_item (const PrnMember *member, gconstpointer data, int index);

G_END_DECLS
