/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/* What a member says, for a person and for a program. */

/**
 * prn_value_words:
 * @map: the map it is in, for the names of what is referred to
 * @member: a row, not of a list of elements
 * @record: its table
 * @data: a struct of that table
 *
 * Returns: (transfer full) (nullable): the value on one line, not too long: `"Sales"`, `14d`,
 *   `25 %`, `(40, 20)`; %NULL when it says nothing
 */
char *prn_value_words (PrnMap *map, const PrnMember *member, const PrnRecord *record,
                       gconstpointer data);

/**
 * prn_value_json:
 * @member: a row, not of a list of elements
 * @record: its table
 * @data: a struct of that table
 *
 * Returns: (transfer full) (nullable): the value as in a file, on one line; %NULL when the file
 *   leaves it out
 */
char *prn_value_json (const PrnMember *member, const PrnRecord *record, gconstpointer data);

/**
 * prn_member_words:
 * @member: a row
 *
 * Returns: (transfer full): what a sentence calls it: `revenue per month`
 */
char *prn_member_words (const PrnMember *member);

/**
 * prn_words_shorten:
 * @text: (transfer full): a text of one line
 *
 * Returns: (transfer full): @text, cut where it is too long for a sentence
 */
char *prn_words_shorten (char *text);

/**
 * prn_label_quoted:
 * @map: (nullable): a map
 * @id: the id of an element of it, or any text
 *
 * Returns: (transfer full): the element's name in quotes; @id in quotes when there is no such
 *   element
 */
char *prn_label_quoted (PrnMap *map, const char *id);

G_END_DECLS
