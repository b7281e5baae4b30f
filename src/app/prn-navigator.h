/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-document.h"

G_BEGIN_DECLS

#define PRN_TYPE_NAVIGATOR (prn_navigator_get_type ())
G_DECLARE_FINAL_TYPE (PrnNavigator, prn_navigator, PRN, NAVIGATOR, AdwBin)

/* The left side: everything there is in the map, searched, added, deleted and put into order; and
 * what is wrong with it.
 *
 * Properties: `n-problems` (unsigned, read-only). Signals: `chosen` (string: an id, `:map` or
 * `:population`; string, nullable: the way to a member of it that is to be edited, `` to go there;
 * %NULL: it is selected in the list, where one goes on). Actions: `outline.add` (string: a kind),
 * `outline.remove`, `outline.up`, `outline.down`, of the selected row. */

/**
 * prn_navigator_set_document:
 * @self: a navigator
 * @document: (nullable): a document
 *
 * Follows a document.
 */
void prn_navigator_set_document (PrnNavigator *self, PrnDocument *document);

/**
 * prn_navigator_set_selected:
 * @self: a navigator
 * @id: (nullable): an element
 *
 * Selects a row; tells nobody.
 */
void prn_navigator_set_selected (PrnNavigator *self, const char *id);

/* Shows the problems, in place of the outline. */
void prn_navigator_show_problems (PrnNavigator *self);

/* Shows the outline with the focus in its search. */
void prn_navigator_search (PrnNavigator *self);

/* How many problems there are. */
guint prn_navigator_get_n_problems (PrnNavigator *self);

G_END_DECLS
