/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"

G_BEGIN_DECLS

/**
 * prn_actions_attach_to_canvas:
 * @canvas: a canvas
 *
 * Gives a canvas the keys of its actions, which act only while it has the focus, and its context
 * menu, both from the table of actions.
 */
void prn_actions_attach_to_canvas (PrnCanvas *canvas);

G_END_DECLS
