/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-theme-table.h"

static const PrnThemeKind kinds[] = { PRN_THEME_LIGHT, PRN_THEME_DARK, PRN_THEME_PRINT,
                                      PRN_THEME_LIGHT_CONTRAST, PRN_THEME_DARK_CONTRAST };

static gboolean
has_high_contrast (PrnThemeKind kind)
{
  return kind == PRN_THEME_LIGHT_CONTRAST || kind == PRN_THEME_DARK_CONTRAST;
}

/* WCAG 2.1: 1.4.3, and 1.4.6 where the contrast is to be high. */
static void
assert_readable (PrnThemeKind kind, PrnColor text, PrnColor ground)
{
  g_assert_cmpfloat (prn_color_contrast (text, ground), >=, has_high_contrast (kind) ? 7 : 4.5);
}

static void
test_contrast_of_known_colors (void)
{
  const PrnColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (prn_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (prn_color_contrast (white, white), 1, 1e-9);
}

static void
test_text_is_readable (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    const PrnThemeTable *t = prn_theme_table (kinds[k]);
    const PrnColor grounds[] = { t->ground, t->card, t->pill,
                                 prn_color_mix (t->ground, t->card, 0.5) };

    for (guint g = 0; g < G_N_ELEMENTS (grounds); g++) {
      assert_readable (kinds[k], t->text, grounds[g]);
      assert_readable (kinds[k], t->muted, grounds[g]);
    }
    g_assert_cmpfloat (prn_color_contrast (t->line, t->ground), >=, 3);
    g_assert_cmpfloat (prn_color_contrast (t->accent, t->ground), >=, 3);
  }
}

/* What has an edge is told from the ground by it, and lines are as good to see as words. */
static void
test_high_contrast (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    const PrnThemeTable *t = prn_theme_table (kinds[k]);

    g_assert_true (t->outlined == has_high_contrast (kinds[k]));
    if (!t->outlined)
      continue;
    assert_readable (kinds[k], t->line, t->ground);
    assert_readable (kinds[k], t->outline, t->ground);
    assert_readable (kinds[k], t->outline, t->card);
    assert_readable (kinds[k], t->accent, t->ground);
    g_assert_cmpfloat (t->edge, >, prn_theme_table (PRN_THEME_LIGHT)->edge);
    g_assert_cmpfloat (t->thin, >, prn_theme_table (PRN_THEME_LIGHT)->thin);
  }
}

/* A phase's name on its band, the owner beside it, and text on chips and notes of every colour. */
static void
test_text_on_colors_is_readable (void)
{
  static const char *const more[] = { "#ffffff", "#000000", "#ffff00", "#00ff00", "#0000ff" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    const PrnThemeTable *t = prn_theme_table (kinds[k]);

    for (guint i = 0; prn_palette_name (i) != NULL || i < 8 + G_N_ELEMENTS (more); i++) {
      const char *name = i < 8 ? prn_palette_name (i) : more[i - 8];
      PrnColor hue, band, chip, note;

      g_assert_true (prn_palette_color (kinds[k], name, &hue));
      band = prn_color_mix (t->ground, hue, t->band);
      chip = prn_color_mix (t->card, hue, 0.12);
      note = prn_color_mix (t->card, hue, prn_theme_is_dark (kinds[k]) ? 0.22 : 0.28);
      assert_readable (kinds[k], prn_theme_readable (t, hue, band), band);
      assert_readable (kinds[k], prn_theme_readable (t, t->muted, band), band);
      assert_readable (kinds[k], t->text, band);
      assert_readable (kinds[k], t->text, chip);
      assert_readable (kinds[k], prn_theme_readable (t, hue, chip), chip);
      assert_readable (kinds[k], t->text, note);
    }
  }
}

static void
test_palette_has_the_names_of_the_format (void)
{
  static const char *const expected[] = { "blue", "green", "yellow", "orange", "red", "purple",
                                          "brown", "gray" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (prn_palette_name (i), ==, expected[i]);
  g_assert_null (prn_palette_name (G_N_ELEMENTS (expected)));
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    gboolean good;
    PrnColor color;
  } rows[] = {
    { "#fff", TRUE, { 1, 1, 1, 1 } },
    { "#000000", TRUE, { 0, 0, 0, 1 } },
    { "#FF000080", TRUE, { 1, 0, 0, 128 / 255.0 } },
    { "", FALSE, { 0, 0, 0, 0 } },
    { "#", FALSE, { 0, 0, 0, 0 } },
    { "#ff", FALSE, { 0, 0, 0, 0 } },
    { "#gggggg", FALSE, { 0, 0, 0, 0 } },
    { "red", FALSE, { 0, 0, 0, 0 } },
    { "ffffff", FALSE, { 0, 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnColor color = { 0, 0, 0, 0 };

    g_assert_true (prn_color_parse (rows[i].text, &color) == rows[i].good);
    if (!rows[i].good)
      continue;
    g_assert_cmpfloat_with_epsilon (color.r, rows[i].color.r, 1e-9);
    g_assert_cmpfloat_with_epsilon (color.g, rows[i].color.g, 1e-9);
    g_assert_cmpfloat_with_epsilon (color.b, rows[i].color.b, 1e-9);
    g_assert_cmpfloat_with_epsilon (color.a, rows[i].color.a, 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/contrast-of-known-colors", test_contrast_of_known_colors);
  g_test_add_func ("/theme/text-is-readable", test_text_is_readable);
  g_test_add_func ("/theme/high-contrast", test_high_contrast);
  g_test_add_func ("/theme/text-on-colors-is-readable", test_text_on_colors_is_readable);
  g_test_add_func ("/theme/palette", test_palette_has_the_names_of_the_format);
  g_test_add_func ("/theme/parse", test_parse);
  return g_test_run ();
}
