/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The short messages of a window, with what libadwaita 1.2 does not do for them: the button that
 * closes one has a name, and they stand in the middle of what one looks at, not of the window. */

/**
 * prn_toasts_show:
 * @overlay: where messages are shown
 * @toast: (transfer full): a message
 */
void prn_toasts_show (AdwToastOverlay *overlay, AdwToast *toast);

/**
 * prn_toasts_set_sides:
 * @overlay: where messages are shown
 * @start: pixels
 * @end: pixels
 *
 * Keeps messages off the panels at both sides, those that are shown now as well.
 */
void prn_toasts_set_sides (AdwToastOverlay *overlay, int start, int end);

G_END_DECLS
