/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "prn-theme.h"

G_BEGIN_DECLS

/* Returns: the theme in which maps are shown on the screen now: light or dark, in high contrast where
 * the system asks for that */
PrnThemeKind prn_theming_current (void);

/**
 * prn_theming_follow:
 * @object: a #GObject that shows something of a map
 * @changed: called with @object, as long as it lives, when the theme has become another
 */
void prn_theming_follow (gpointer object, GCallback changed);

G_END_DECLS
