/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-theme.h"

G_BEGIN_DECLS

/**
 * prn_theming_current:
 *
 * Returns: the theme in which maps are shown on the screen now; it changes with
 *   #AdwStyleManager:dark
 */
PrnThemeKind prn_theming_current (void);

G_END_DECLS
