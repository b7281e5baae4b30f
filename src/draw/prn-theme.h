/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first three are for exports as well, the others for a screen in high contrast. */
typedef enum {
  PRN_THEME_LIGHT,
  PRN_THEME_DARK,
  PRN_THEME_PRINT,
  PRN_THEME_LIGHT_CONTRAST,
  PRN_THEME_DARK_CONTRAST,
} PrnThemeKind;

/* Red, green, blue, alpha, 0 to 1, not premultiplied. */
typedef struct {
  double r, g, b, a;
} PrnColor;

/**
 * prn_color_parse:
 * @text: `#rgb`, `#rrggbb`, `#rrggbbaa`
 * @color: (out): the colour
 *
 * Returns: whether @text is a colour
 */
gboolean prn_color_parse (const char *text, PrnColor *color);

/**
 * prn_theme_is_dark:
 * @theme: a theme
 *
 * Returns: whether it has light words on a dark ground
 */
gboolean prn_theme_is_dark (PrnThemeKind theme);

/**
 * prn_theme_ground:
 * @theme: a theme
 *
 * Returns: the colour of the ground
 */
PrnColor prn_theme_ground (PrnThemeKind theme);

/**
 * prn_theme_accent:
 * @theme: a theme
 *
 * Returns: the colour of selection and focus
 */
PrnColor prn_theme_accent (PrnThemeKind theme);

G_END_DECLS
