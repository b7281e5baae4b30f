/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PRN_TYPE_RECOVERED_LIST (prn_recovered_list_get_type ())
G_DECLARE_FINAL_TYPE (PrnRecoveredList, prn_recovered_list, PRN, RECOVERED_LIST, AdwBin)

/* The maps that were not saved when the program last ended by accident. Not to be seen as long as
 * there is none.
 *
 * Signals: `found` when there is one, `chosen` (#PrnDocument) when the user wants it back. */

/**
 * prn_recovered_list_load:
 * @self: a list
 *
 * Looks for what was left behind, in a thread.
 */
void prn_recovered_list_load (PrnRecoveredList *self);

G_END_DECLS
