/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"
#include "prn-document.h"

G_BEGIN_DECLS

/**
 * prn_link_picker_popup:
 * @canvas: the canvas of the map
 * @document: the map
 * @from: a stage of it
 * @x: where the list points at, in pixels of the canvas
 * @y: the same
 *
 * Lets the stage be picked that a new trigger leads to, by its name and from the keyboard alone.
 * The new trigger is selected, and the canvas has the focus again.
 */
void prn_link_picker_popup (PrnCanvas *canvas, PrnDocument *document, const char *from, double x,
                            double y);

G_END_DECLS
