/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-schema.h"

G_BEGIN_DECLS

/* Parts of a map from JSON, by the rules of the loader, so that an edit is refused where a file
 * would be. Errors say what is wrong and what was expected, not where. */

/**
 * prn_member_read_json:
 * @member: a row that applies to @data
 * @record: its table
 * @data: a struct of that table; of no use any more after a failure
 * @json: (nullable): the value as in a file; %NULL for the default
 * @error: return location
 *
 * Gives one member another value.
 *
 * Returns: whether @json was such a value
 */
gboolean prn_member_read_json (const PrnMember *member,
                               const PrnRecord *record,
                               gpointer data,
                               const char *json,
                               GError **error);

/**
 * prn_record_read_json:
 * @record: a table
 * @data: a struct of that table at its defaults; of no use any more after a failure
 * @json: an object as in a file
 * @error: return location
 *
 * Fills a struct.
 *
 * Returns: whether @json was such an object
 */
gboolean prn_record_read_json (const PrnRecord *record,
                               gpointer data,
                               const char *json,
                               GError **error);

/**
 * prn_record_validate:
 * @record: a table, not that of a map
 * @data: a struct of that table
 * @error: return location
 *
 * Asks whether a loader would take what a writer makes of a struct. What the struct refers to is
 * not looked for.
 *
 * Returns: whether it would
 */
gboolean prn_record_validate (const PrnRecord *record, gconstpointer data, GError **error);

G_END_DECLS
