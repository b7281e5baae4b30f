/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-pen.h"

G_BEGIN_DECLS

/**
 * prn_pen_svg_new:
 * @out: where the elements are written to; outlives the pen
 *
 * A pen that writes SVG with real text: every line of text is a text element, in the font of the
 * interface, that can be selected and searched.
 *
 * Returns: (transfer full): the pen
 */
PrnPen *prn_pen_svg_new (GString *out);

/* Appends text as XML has it: escaped, and without the characters XML has no way to write, which
 * become spaces. */
void prn_svg_append (GString *out, const char *text);

G_END_DECLS
