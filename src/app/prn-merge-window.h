/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_MERGE_WINDOW (prn_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (PrnMergeWindow, prn_merge_window, PRN, MERGE_WINDOW, AdwWindow)

/* What a merge left to be decided: both versions side by side, and below them what both changed.
 *
 * The signal `chosen` (string, nullable: id of an element, %NULL for the map itself) tells which of
 * it the user wants to look at. */

/**
 * prn_merge_window_new:
 * @parent: the window the map is in
 * @mine: the map as it was here
 * @theirs: (nullable): what another program wrote
 * @conflicts: (element-type PrnConflict): what both changed; only looked at during the call
 *
 * Returns: the window, not yet shown
 */
GtkWindow *prn_merge_window_new (GtkWindow *parent, PrnMap *mine, PrnMap *theirs,
                                 GPtrArray *conflicts);

G_END_DECLS
