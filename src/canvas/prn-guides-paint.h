/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-guides.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/**
 * prn_guides_snapshot:
 * @self: guides
 * @viewport: what is in view
 * @theme: colours
 * @snapshot: where to append them, in pixels of the view
 *
 * Shows guides: a thin line for what is in line, one with ends for a gap that is equal to another.
 * Each is a node of its own, so that only they are painted when they change.
 */
void prn_guides_snapshot (const PrnGuides *self, const PrnViewport *viewport, PrnThemeKind theme,
                          GtkSnapshot *snapshot);

G_END_DECLS
