/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"
#include "prn-viewport.h"

G_BEGIN_DECLS

/* The way of all stages from where they were to where a layout puts them, seen for a quarter of a
 * second. */

typedef struct _PrnTransition PrnTransition;

/* A map of more items goes there at once. */
#define PRN_TRANSITION_ITEMS_MAX 1500

/**
 * prn_transition_new:
 * @widget: what shows it; it is drawn again at every frame until the end
 * @from: the scene before
 * @to: the scene after
 *
 * Returns: (transfer full) (nullable): a transition, %NULL when the desktop wants no animations or
 *   the map is too large for one
 */
PrnTransition *prn_transition_new (GtkWidget *widget, PrnScene *from, PrnScene *to);
void prn_transition_free (PrnTransition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTransition, prn_transition_free)

/**
 * prn_transition_part:
 * @elapsed: microseconds since it began
 *
 * Returns: how much of the way is done, from 0 to 1: fast at first, then slower (a cubic)
 */
double prn_transition_part (gint64 elapsed);

/**
 * prn_transition_snapshot:
 * @self: a transition
 * @viewport: what is in view
 * @theme: the scenes' theme
 * @snapshot: where to draw, in pixels of the view
 *
 * Returns: whether there was something to draw; else it is over
 */
gboolean prn_transition_snapshot (PrnTransition *self, const PrnViewport *viewport,
                                  PrnThemeKind theme, GtkSnapshot *snapshot);

G_END_DECLS
