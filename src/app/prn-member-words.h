/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-slot.h"

G_BEGIN_DECLS

/* What the rows of the schema are called on the screen, in the user's language. */

/* What a label calls a member: `Cost per month`. */
const char *prn_member_title (const PrnMember *member);

/**
 * prn_member_words_lower:
 * @member: a row
 *
 * Returns: (transfer full): what a sentence calls it: `cost per month`
 */
char *prn_member_words_lower (const PrnMember *member);

/**
 * prn_choice_title:
 * @member: a row whose type is a choice
 * @index: which one
 *
 * Returns: (transfer full): what a menu calls it: `Median dwell`
 */
char *prn_choice_title (const PrnMember *member, guint index);

/**
 * prn_member_unit:
 * @slot: a place
 * @map: the map it is in
 *
 * Returns: (transfer none) (nullable): what stands behind the field: `%`, `USD`
 */
const char *prn_member_unit (const PrnSlot *slot, PrnMap *map);

/**
 * prn_member_hint:
 * @member: a row
 *
 * Returns: (nullable): what an empty field shows: `14d`
 */
const char *prn_member_hint (const PrnMember *member);

/* What a kind of element is called: `Stage`, and many of them: `Stages`. */
const char *prn_kind_title (PrnKind kind);
const char *prn_kind_list_title (PrnKind kind);

/**
 * prn_word_title:
 * @word: what a reference may be besides an id: `*`, `map`, `population`
 *
 * Returns: what a menu calls it: `Any stage`
 */
const char *prn_word_title (const char *word);

G_END_DECLS
