/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-element.h"
#include "prn-schema.h"

G_BEGIN_DECLS

/**
 * PrnRewriteFunc:
 * @id: what a reference says; never a word such as `*`
 * @data: the caller's
 *
 * Returns: (nullable): what it is to say; @id itself to leave it; %NULL when there is nothing left
 *   to refer to
 */
typedef const char *(*PrnRewriteFunc) (const char *id, gpointer data);

/**
 * prn_element_rewrite:
 * @element: an element that may be written to
 * @func: asked for every reference in it
 * @data: for @func
 *
 * Makes an element refer to others. What means nothing without a reference that is gone goes as
 * well: a leaf of a condition, the group that gets empty by it, the points of a score, a line of a
 * scenario. To leave such a thing in place would change what it says: a condition on inactivity
 * that listed one event must not come to mean any event.
 *
 * Returns: whether the element itself still means something
 */
gboolean prn_element_rewrite (gpointer element, PrnRewriteFunc func, gpointer data);

/**
 * prn_record_rewrite:
 * @record: a table
 * @data: a struct of that table that may be written to
 * @func: asked for every reference in it
 * @user_data: for @func
 *
 * Does the same for any record.
 *
 * Returns: whether it still means something
 */
gboolean prn_record_rewrite (const PrnRecord *record, gpointer data, PrnRewriteFunc func,
                             gpointer user_data);

G_END_DECLS
