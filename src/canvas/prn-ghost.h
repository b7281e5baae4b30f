/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/* What is dragged, drawn on top of the map: painted once, then only shown elsewhere. So a frame of
 * a drag costs the same however large the map is. */

typedef struct _PrnGhost PrnGhost;

/**
 * prn_ghost_new:
 * @scene: what is shown
 * @ids: (array zero-terminated=1): what is dragged; phases take their stages along
 * @theme: the theme of @scene
 *
 * Returns: (transfer full): a ghost of it
 */
PrnGhost *prn_ghost_new (PrnScene *scene, const char *const *ids, PrnThemeKind theme);
void prn_ghost_free (PrnGhost *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnGhost, prn_ghost_free)

/**
 * prn_ghost_bounds:
 * @self: a ghost
 *
 * Returns: the cards, notes and frames where they were, in map units; empty if there are none
 */
PrnRectangle prn_ghost_bounds (const PrnGhost *self);

/**
 * prn_ghost_snapshot:
 * @self: a ghost
 * @snapshot: where to draw, in pixels of the view
 * @viewport: what is in view
 * @dx: how far it was dragged, in map units
 * @dy: the same downwards
 * @copy: the original stays
 *
 * Draws it where it is now, and pales the original.
 */
void prn_ghost_snapshot (PrnGhost *self, GtkSnapshot *snapshot, const PrnViewport *viewport,
                         double dx, double dy, gboolean copy);

G_END_DECLS
