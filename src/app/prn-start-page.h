/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-recovered-list.h"

G_BEGIN_DECLS

#define PRN_TYPE_START_PAGE (prn_start_page_get_type ())
G_DECLARE_FINAL_TYPE (PrnStartPage, prn_start_page, PRN, START_PAGE, AdwBin)

/* The gallery that a window begins with. It appears at once and fills itself afterwards.
 *
 * Signals: `template-chosen` (string: id of a built-in map, empty for a blank one),
 * `map-chosen` (string: path of a recent map). */

/* Returns: a gallery */
GtkWidget *prn_start_page_new (void);

/* (transfer none): the maps that were not saved last time, on the page above the recent ones. */
PrnRecoveredList *prn_start_page_get_recovered (PrnStartPage *self);

/**
 * prn_start_page_refresh:
 * @self: a gallery
 *
 * Lists the recent maps anew.
 */
void prn_start_page_refresh (PrnStartPage *self);

G_END_DECLS
