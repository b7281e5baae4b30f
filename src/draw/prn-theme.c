/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-theme.h"

#include <string.h>

#include "prn-theme-table.h"

#define RGB(hex)                                                                   \
  {                                                                                \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 \
  }

/* What a contrast has to be, and a little: colours are rounded when they are painted. The lower
 * bounds are those of WCAG 2.1, 1.4.3 and 1.4.6. */
#define READABLE 4.6
#define HIGH     7.1

#define USUAL    .edge = 1, .thin = 1.5, .contrast = READABLE
#define OUTLINED .edge = 2, .thin = 2.5, .outlined = TRUE, .contrast = HIGH

static const PrnThemeTable themes[] = {
  [PRN_THEME_LIGHT] = {
    .ground = RGB (0xfafafb), .dots = RGB (0xd5d5da), .text = RGB (0x1e1e22),
    .muted = RGB (0x5c5b63), .card = RGB (0xffffff), .outline = RGB (0xdcdbe0),
    .line = RGB (0x63626b), .accent = RGB (0x1c71d8), .pill = RGB (0xfafafb),
    .shadow = 0.022, .band = 0.08, USUAL,
  },
  [PRN_THEME_DARK] = {
    .ground = RGB (0x1d1d20), .dots = RGB (0x3a3a40), .text = RGB (0xf4f4f6),
    .muted = RGB (0xb9b8c0), .card = RGB (0x2c2c31), .outline = RGB (0x45454c),
    .line = RGB (0xa6a5ae), .accent = RGB (0x78aeed), .pill = RGB (0x1d1d20),
    .shadow = 0.07, .band = 0.08, USUAL,
  },
  [PRN_THEME_PRINT] = {
    .ground = RGB (0xffffff), .dots = RGB (0xcccccc), .text = RGB (0x000000),
    .muted = RGB (0x4a4a50), .card = RGB (0xffffff), .outline = RGB (0x8c8b93),
    .line = RGB (0x3d3d42), .accent = RGB (0x1c71d8), .pill = RGB (0xffffff),
    .shadow = 0.0, .band = 0.08, USUAL,
  },
  [PRN_THEME_LIGHT_CONTRAST] = {
    .ground = RGB (0xffffff), .dots = RGB (0xa3a2aa), .text = RGB (0x000000),
    .muted = RGB (0x2e2d33), .card = RGB (0xffffff), .outline = RGB (0x3d3d42),
    .line = RGB (0x1a1a1d), .accent = RGB (0x0f4c9c), .pill = RGB (0xffffff),
    .shadow = 0.0, .band = 0.1, OUTLINED,
  },
  [PRN_THEME_DARK_CONTRAST] = {
    .ground = RGB (0x0e0e10), .dots = RGB (0x66656e), .text = RGB (0xffffff),
    .muted = RGB (0xe0dfe6), .card = RGB (0x1c1c20), .outline = RGB (0xc8c7d0),
    .line = RGB (0xf0eff4), .accent = RGB (0xa8cdfa), .pill = RGB (0x0e0e10),
    .shadow = 0.0, .band = 0.14, OUTLINED,
  },
};

/* The palette of the map format, in the order of that page; one row per theme kind would
 * differ too little to tell apart, so dark takes the lighter shade. */
static const struct {
  const char *name;
  PrnColor light, dark;
} palette[] = {
  { "blue", RGB (0x3584e4), RGB (0x62a0ea) },
  { "green", RGB (0x2aa66d), RGB (0x57c990) },
  { "yellow", RGB (0xe5a50a), RGB (0xf0c548) },
  { "orange", RGB (0xe66100), RGB (0xff9a4d) },
  { "red", RGB (0xd92638), RGB (0xf2707b) },
  { "purple", RGB (0x9141ac), RGB (0xc67fe0) },
  { "brown", RGB (0x8a6040), RGB (0xc49a78) },
  { "gray", RGB (0x77767b), RGB (0x9d9ca3) },
};

gboolean
prn_color_parse (const char *text, PrnColor *color)
{
  gsize length = strlen (text);
  guint value[8];

  if (text[0] != '#' || (length != 4 && length != 7 && length != 9))
    return FALSE;

  for (gsize i = 1; i < length; i++) {
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
    value[i - 1] = (guint) g_ascii_xdigit_value (text[i]);
  }

  if (length == 4)
    *color = (PrnColor){ value[0] / 15.0, value[1] / 15.0, value[2] / 15.0, 1.0 };
  else
    *color = (PrnColor){ (value[0] * 16 + value[1]) / 255.0, (value[2] * 16 + value[3]) / 255.0,
                         (value[4] * 16 + value[5]) / 255.0,
                         length == 9 ? (value[6] * 16 + value[7]) / 255.0 : 1.0 };

  return TRUE;
}

const PrnThemeTable *
prn_theme_table (PrnThemeKind theme)
{
  return &themes[theme <= PRN_THEME_DARK_CONTRAST ? theme : PRN_THEME_LIGHT];
}

gboolean
prn_theme_is_dark (PrnThemeKind theme)
{
  return theme == PRN_THEME_DARK || theme == PRN_THEME_DARK_CONTRAST;
}

PrnColor
prn_theme_ground (PrnThemeKind theme)
{
  return prn_theme_table (theme)->ground;
}

PrnColor
prn_theme_accent (PrnThemeKind theme)
{
  return prn_theme_table (theme)->accent;
}

const char *
prn_palette_name (guint index)
{
  return index < G_N_ELEMENTS (palette) ? palette[index].name : NULL;
}

gboolean
prn_palette_color (PrnThemeKind theme, const char *name, PrnColor *color)
{
  if (name == NULL || name[0] == '\0')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    if (g_str_equal (palette[i].name, name)) {
      *color = prn_theme_is_dark (theme) ? palette[i].dark : palette[i].light;
      return TRUE;
    }

  return prn_color_parse (name, color);
}

PrnColor
prn_color_mix (PrnColor under, PrnColor over, double share)
{
  return (PrnColor){ under.r + (over.r - under.r) * share, under.g + (over.g - under.g) * share,
                     under.b + (over.b - under.b) * share, 1.0 };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : __builtin_pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (PrnColor color)
{
  return 0.2126 * linear (color.r) + 0.7152 * linear (color.g) + 0.0722 * linear (color.b);
}

double
prn_color_contrast (PrnColor a, PrnColor b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

PrnColor
prn_theme_readable (const PrnThemeTable *colors, PrnColor hue, PrnColor ground)
{
  PrnColor towards =
      luminance (ground) > 0.18 ? (PrnColor){ 0, 0, 0, 1 } : (PrnColor){ 1, 1, 1, 1 };
  PrnColor color = hue;

  for (int step = 1; step <= 20 && prn_color_contrast (color, ground) < colors->contrast;
       step++)
    color = prn_color_mix (hue, towards, step / 20.0);

  return color;
}
