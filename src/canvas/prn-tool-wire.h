/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-tool.h"

G_BEGIN_DECLS

/* What the tools that lead a line somewhere have in common. */

/**
 * prn_wire_target:
 * @canvas: a canvas
 * @drag: where the pointer is
 * @phases: a phase will do as well
 *
 * Returns: (transfer none) (nullable): the stage the line would lead to
 */
const PrnItem *prn_wire_target (PrnCanvas *canvas, const PrnDrag *drag, gboolean phases);

/**
 * prn_wire_snapshot:
 * @canvas: a canvas
 * @snapshot: where to draw
 * @from: where the line comes from, in pixels of the view
 * @to: where it leads to
 * @target: (nullable): id of what it would lead to, which is marked
 *
 * Draws a line that is being led somewhere.
 */
void prn_wire_snapshot (PrnCanvas *canvas, GtkSnapshot *snapshot, PrnSpot from, PrnSpot to,
                        const char *target);

G_END_DECLS
