/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-theme.h"

G_BEGIN_DECLS

/* The colours of a theme, and what can be mixed of them. */

/**
 * PrnThemeTable:
 * @ground: what everything stands on
 * @dots: the grid while editing
 * @text: names and figures
 * @muted: facts beside them
 * @card: the ground of a card
 * @outline: its edge
 * @line: triggers
 * @accent: selection and focus
 * @pill: the ground of a trigger's label
 * @shadow: strength of a card's shadow, 0 for none
 * @band: how much of a phase's colour its band has
 * @edge: map units: how wide the edge of a card is
 * @thin: map units: how wide a line is that shows no flow
 * @outlined: whether what a colour alone sets off has an edge as well: bands, chips and notes
 * @contrast: the least contrast of words in a colour
 */
typedef struct {
  PrnColor ground, dots, text, muted, card, outline, line, accent, pill;
  double shadow, band, edge, thin;
  gboolean outlined;
  double contrast;
} PrnThemeTable;

/**
 * prn_theme_table:
 * @theme: a theme
 *
 * Returns: (transfer none): its colours
 */
const PrnThemeTable *prn_theme_table (PrnThemeKind theme);

/**
 * prn_palette_name:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the name of a palette colour, NULL after the last
 */
const char *prn_palette_name (guint index);

/**
 * prn_palette_color:
 * @theme: a theme
 * @name: (nullable): a palette name or `#rrggbb`
 * @color: (out): the colour, for areas and bars; not for text
 *
 * Returns: whether @name is a colour; @color is not touched if it is not
 */
gboolean prn_palette_color (PrnThemeKind theme, const char *name, PrnColor *color);

/* @share (0 to 1) of @over laid over @under; opaque. */
PrnColor prn_color_mix (PrnColor under, PrnColor over, double share);

/* Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio"). */
double prn_color_contrast (PrnColor a, PrnColor b);

/**
 * prn_theme_readable:
 * @colors: a theme's
 * @hue: a colour
 * @ground: what text stands on
 *
 * Returns: @hue, darkened or lightened as little as gives text on @ground a contrast of 4.5 : 1, or
 *   of 7 : 1 where the contrast is to be high
 */
PrnColor prn_theme_readable (const PrnThemeTable *colors, PrnColor hue, PrnColor ground);

G_END_DECLS
