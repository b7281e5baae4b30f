/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PRN_TYPE_PREFERENCES (prn_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PrnPreferences, prn_preferences, PRN, PREFERENCES, AdwPreferencesWindow)

/* What the user can have otherwise. Everything counts at once. */

/**
 * prn_preferences_new:
 * @parent: the window it is over
 *
 * Returns: the preferences, not shown yet
 */
GtkWidget *prn_preferences_new (GtkWindow *parent);

G_END_DECLS
