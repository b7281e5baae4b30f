/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-private.h"

#include <string.h>

/* More set texts than this are thrown away at the next request: some 50 MB. */
#define CACHE_LIMIT 30000

static const struct {
  double size;
  PangoWeight weight;
  double leading; /* of a line, in units of the size */
} styles[] = {
  [PRN_TEXT_NAME] = { 16, PANGO_WEIGHT_SEMIBOLD, 1.25 },
  [PRN_TEXT_FACT] = { 12, PANGO_WEIGHT_NORMAL, 1.25 },
  [PRN_TEXT_LABEL] = { 11, PANGO_WEIGHT_NORMAL, 1.25 },
  [PRN_TEXT_FIGURE] = { 11, PANGO_WEIGHT_SEMIBOLD, 1.25 },
  [PRN_TEXT_COUNT] = { 24, PANGO_WEIGHT_BOLD, 1.1 },
  [PRN_TEXT_COUNT_SMALL] = { 18, PANGO_WEIGHT_BOLD, 1.1 },
  [PRN_TEXT_PHASE] = { 14, PANGO_WEIGHT_SEMIBOLD, 1.25 },
  [PRN_TEXT_PHASE_FAR] = { 17, PANGO_WEIGHT_SEMIBOLD, 1.2 },
  [PRN_TEXT_FAR] = { 26, PANGO_WEIGHT_SEMIBOLD, 1.15 },
  [PRN_TEXT_FAR_LONG] = { 20, PANGO_WEIGHT_SEMIBOLD, 1.15 },
  [PRN_TEXT_FIGURE_FAR] = { 16, PANGO_WEIGHT_SEMIBOLD, 1.25 },
  [PRN_TEXT_COUNT_FAR] = { 30, PANGO_WEIGHT_BOLD, 1.1 },
  [PRN_TEXT_BLOCK] = { 44, PANGO_WEIGHT_BOLD, 1.1 },
  [PRN_TEXT_NOTE] = { 13, PANGO_WEIGHT_NORMAL, 1.3 },
  [PRN_TEXT_TITLE] = { 28, PANGO_WEIGHT_BOLD, 1.2 },
};

struct _PrnText {
  PrnTextStyle style;
  PrnTextAlign align;
  guint lines;
  double width;
  char *string;
  PangoLayout *layout;
};

typedef struct {
  PangoContext *context;
  PangoFontDescription *fonts[G_N_ELEMENTS (styles)];
  float advances[G_N_ELEMENTS (styles)][128];
  GHashTable *texts; /* PrnText to itself */
} TypeCase;

static GRecMutex type_case_lock;

static guint
text_hash (gconstpointer key)
{
  const PrnText *text = key;

  return g_str_hash (text->string) ^ (guint) text->style * 31 ^ (guint) (text->width * 64) ^
         text->lines << 24 ^ (guint) text->align << 28;
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const PrnText *left = a, *right = b;

  return left->style == right->style && left->width == right->width &&
         left->lines == right->lines && left->align == right->align &&
         g_str_equal (left->string, right->string);
}

static void
text_free (gpointer data)
{
  PrnText *text = data;

  g_clear_object (&text->layout);
  g_free (text->string);
  g_free (text);
}

/* Glyphs stand where the outline says, not on pixels, so that a picture twice as large shows the
 * same lines. */
static PangoContext *
context_new (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 96);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en"));

  cairo_font_options_destroy (options);
  g_object_unref (map);
  return context;
}

static PangoFontDescription *
font_new (PrnTextStyle style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, prn_text_family ());
  pango_font_description_set_weight (font, styles[style].weight);
  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  return font;
}

static TypeCase *
type_case_new (void)
{
  TypeCase *self = g_new0 (TypeCase, 1);

  self->context = context_new ();
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    self->fonts[i] = font_new (i);
  self->texts = g_hash_table_new_full (text_hash, text_equal, NULL, text_free);
  return self;
}

/* Fonts are loaded once in a process, as in every toolkit; the lock guards them. */
static TypeCase *
type_case (void)
{
  static TypeCase *shared = NULL;

  if (shared == NULL)
    shared = type_case_new ();
  return shared;
}

void
prn_text_lock (void)
{
  g_rec_mutex_lock (&type_case_lock);
}

void
prn_text_unlock (void)
{
  TypeCase *self = type_case ();

  if (g_hash_table_size (self->texts) > CACHE_LIMIT)
    g_hash_table_remove_all (self->texts);
  g_rec_mutex_unlock (&type_case_lock);
}

const char *
prn_text_family (void)
{
  return "Cantarell, Adwaita Sans, Noto Sans, sans-serif";
}

int
prn_text_weight (PrnTextStyle style)
{
  return styles[style].weight;
}

double
prn_text_points (PrnTextStyle style)
{
  return styles[style].size;
}

GRefString *
prn_text_shared (char *text)
{
  GRefString *shared = text != NULL ? g_ref_string_new (text) : NULL;

  g_free (text);
  return shared;
}

double
prn_text_line_height (PrnTextStyle style)
{
  return styles[style].size * styles[style].leading;
}

static PangoLayout *
layout_new (TypeCase *self, const PrnText *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((
                                          int) (prn_text_line_height (text->style) * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_font_description (layout, self->fonts[text->style]);
  pango_layout_set_text (layout, text->string, -1);
  if (text->width > 0) {
    pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
    pango_layout_set_height (layout, -(int) text->lines);
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  return layout;
}

/* Pango's left means the start of the paragraph's own direction; which that is, the first strong
 * letter says. */
static PangoAlignment
alignment (PangoLayout *layout, PrnTextAlign align)
{
  gboolean rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  switch (align) {
  case PRN_ALIGN_CENTER:
    return PANGO_ALIGN_CENTER;
  case PRN_ALIGN_LEFT:
    return rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  case PRN_ALIGN_RIGHT:
    return rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
  case PRN_ALIGN_START:
  default:
    return PANGO_ALIGN_LEFT;
  }
}

/* Valid, on one line where only one is wanted, and with a place to break after each underscore:
 * `payment_details` is two words to whoever reads it. */
static char *
prepared (const char *string, guint lines)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  GString *text;

  g_strdelimit (valid, "\r\t", ' ');
  if (lines == 1)
    g_strdelimit (valid, "\n", ' ');
  if (lines == 1 || strchr (valid, '_') == NULL)
    return g_steal_pointer (&valid);
  text = g_string_new (valid);
  g_string_replace (text, "_", "_" PRN_TEXT_BREAK, 0);
  return g_string_free (text, FALSE);
}

PrnText *
prn_text_get (PrnTextStyle style, const char *string, double width, guint lines, PrnTextAlign align)
{
  TypeCase *self = type_case ();
  PrnText key = { style, align, lines, width, (char *) string, NULL };
  PrnText *text = g_hash_table_lookup (self->texts, &key);

  if (text != NULL)
    return text;

  text = g_new0 (PrnText, 1);
  *text = key;
  text->string = prepared (string, lines);
  text->layout = layout_new (self, text);
  pango_layout_set_alignment (text->layout, alignment (text->layout, align));
  g_free (text->string);
  text->string = g_strdup (string);
  g_hash_table_add (self->texts, text);
  return text;
}

void
prn_text_size (PrnText *text, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

PangoLayout *
prn_text_layout (PrnText *text)
{
  return text->layout;
}

/* Every printable ASCII letter measured once; the space before it tells nothing about kerning,
 * which is the pixel or two. */
static const float *
advances (TypeCase *self, PrnTextStyle style)
{
  float *table = self->advances[style];

  if (table['x'] > 0)
    return table;

  for (char c = ' '; c <= '~'; c++) {
    const char ten[] = { c, c, c, c, c, c, c, c, c, c, '\0' };
    PrnText text = { style, PRN_ALIGN_LEFT, 1, 0, (char *) ten, NULL };
    g_autoptr (PangoLayout) layout = layout_new (self, &text);
    PangoRectangle logical;

    pango_layout_get_extents (layout, NULL, &logical);
    table[(guchar) c] = (float) logical.width / (10 * PANGO_SCALE);
  }
  return table;
}

double
prn_text_width (PrnTextStyle style, const char *string)
{
  const float *table = advances (type_case (), style);
  double width = 0, height;

  for (const char *c = string; *c != '\0'; c++) {
    if (*c < ' ' || *c > '~') {
      prn_text_size (prn_text_get (style, string, 0, 1, PRN_ALIGN_LEFT), &width, &height);
      return width;
    }
    width += table[(guchar) *c];
  }
  return width;
}

/* Names are broken after spaces, hyphens and underscores. */
static gboolean
words_fit (PrnTextStyle style, const char *string, double width)
{
  g_auto (GStrv) words = g_strsplit_set (string, " -_\n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (prn_text_width (style, words[i]) > width)
      return FALSE;
  return TRUE;
}

gboolean
prn_text_is_whole (PrnTextStyle style, const char *string, double width, guint lines)
{
  PrnText *text;

  if (prn_text_width (style, string) <= width)
    return TRUE;
  if (lines < 2 || !words_fit (style, string, width))
    return FALSE;
  text = prn_text_get (style, string, width, lines, PRN_ALIGN_LEFT);
  return !pango_layout_is_ellipsized (text->layout);
}
