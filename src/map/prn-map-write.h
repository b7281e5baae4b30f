/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * prn_record_append:
 * @record: a table
 * @data: a struct of that table
 * @out: where to append
 * @depth: levels of two spaces in front of each line after the first
 *
 * Writes an object, leaving out what is at its default.
 */
void prn_record_append (const PrnRecord *record, gconstpointer data, GString *out, guint depth);

/**
 * prn_member_is_given:
 * @member: a row
 * @record: its table
 * @data: a struct of that table
 *
 * Returns: whether a file says it, because it is required or not at its default
 */
gboolean prn_member_is_given (const PrnMember *member, const PrnRecord *record, gconstpointer data);

/**
 * prn_member_append:
 * @member: a row
 * @data: a struct of its table
 * @out: where to append
 * @depth: levels of two spaces in front of each line after the first
 *
 * Writes the value of one member.
 */
void prn_member_append (const PrnMember *member, gconstpointer data, GString *out, guint depth);

/**
 * prn_element_equal:
 * @a: a #PrnStage, #PrnTrigger ...
 * @b: another
 *
 * Returns: whether both would be written alike
 */
gboolean prn_element_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
