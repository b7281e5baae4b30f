/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-document.h"

G_BEGIN_DECLS

#define PRN_TYPE_PROBLEMS (prn_problems_get_type ())
G_DECLARE_FINAL_TYPE (PrnProblems, prn_problems, PRN, PROBLEMS, AdwBin)

/* What is wrong with the map of a document, looked for in a thread after each step.
 *
 * Properties: `count` (unsigned, read-only). Signals: `chosen` (string: id of the element it is
 * about, `:map` or `:population`; string, nullable: the way to the member). */

/* Returns: a list of nothing */
GtkWidget *prn_problems_new (void);

/**
 * prn_problems_set_document:
 * @self: a list
 * @document: (nullable): whose map is checked
 *
 * Follows a document.
 */
void prn_problems_set_document (PrnProblems *self, PrnDocument *document);

/* How many problems were found last. */
guint prn_problems_get_count (PrnProblems *self);

G_END_DECLS
