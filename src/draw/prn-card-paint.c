/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a card is painted. */

#include "prn-card-private.h"

#include <math.h>

#define BAR         4
#define FAR_PAD     18
#define FAR_EDGE    6 /* of a block of colour */
#define FAR_PAD_END 9
#define FAR_GAP     14 /* between a count and the signs of targets */

static void
paint_shadow (const PrnCard *self, PrnPen *pen, const PrnThemeTable *colors)
{
  if (colors->shadow <= 0 || self->stage->role == PRN_ROLE_EXIT)
    return;
  for (int i = 0; i < PRN_CARD_SHADOWS; i++) {
    PrnRectangle r = prn_rectangle_grown (self->rect, i);

    r.y += 2;
    prn_pen_rounded (pen, &r, PRN_CARD_RADIUS + i);
    prn_pen_fill (pen, (PrnColor){ 0, 0, 0, colors->shadow });
  }
}

static void
paint_ground (const PrnCard *self, PrnPen *pen, const PrnThemeTable *colors, PrnDetail detail)
{
  gboolean is_exit = self->stage->role == PRN_ROLE_EXIT;

  if (detail >= PRN_DETAIL_FACTS)
    paint_shadow (self, pen, colors);

  prn_pen_rounded (pen, &self->rect, PRN_CARD_RADIUS);
  prn_pen_fill (pen, self->ground);
  prn_pen_side_bar (pen, &self->rect, self->rtl, BAR * (detail == PRN_DETAIL_NAME ? 2.5 : 1),
                    PRN_CARD_RADIUS);
  prn_pen_fill (pen, is_exit ? prn_color_mix (self->ground, self->hue, 0.6) : self->hue);

  prn_pen_edge (pen, &self->rect, PRN_CARD_RADIUS, colors->edge);
  if (is_exit)
    prn_pen_dash (pen, prn_color_mix (self->ground, colors->line, 0.75), 1.25 * colors->edge, 5, 4);
  else if (detail == PRN_DETAIL_NAME) /* without a shadow, and small */
    prn_pen_stroke (pen, prn_color_mix (colors->outline, colors->line, 0.2), 3);
  else
    prn_pen_stroke (pen, colors->outline, colors->edge);
}

static void
paint_flag (const PrnCard *self, PrnPen *pen, PrnThemeKind theme)
{
  PrnRectangle r = prn_card_flag (self);
  PrnColor green = { 0, 0, 0, 1 };

  if (r.w <= 0)
    return;
  prn_palette_color (theme, "green", &green);
  prn_pen_move_to (pen, r.x + 2, r.y);
  prn_pen_line_to (pen, r.x + r.w, r.y + 5);
  prn_pen_line_to (pen, r.x + 2, r.y + 10);
  prn_pen_close (pen);
  prn_pen_fill (pen, green);
  prn_pen_move_to (pen, r.x + 2, r.y);
  prn_pen_line_to (pen, r.x + 2, r.y + r.h);
  prn_pen_stroke (pen, prn_theme_table (theme)->line, 2);
}

/* A short arrow to the ground with the share that is lost. */
static void
paint_loss (const PrnCard *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  PrnRectangle r = prn_card_loss (self);
  double x = r.x + 10, bottom = r.y + PRN_CARD_LOSS_LENGTH;
  PrnColor red = colors->line;

  if (r.w <= 0)
    return;
  prn_palette_color (theme, "red", &red);
  prn_pen_move_to (pen, x, r.y + 2);
  prn_pen_line_to (pen, x, bottom - 8);
  prn_pen_dash (pen, red, 1.5, 2, 3);
  prn_pen_move_to (pen, x - 4.5, bottom - 8);
  prn_pen_line_to (pen, x + 4.5, bottom - 8);
  prn_pen_line_to (pen, x, bottom);
  prn_pen_close (pen);
  prn_pen_fill (pen, red);
  prn_pen_move_to (pen, x - 8, bottom + 2);
  prn_pen_line_to (pen, x + 8, bottom + 2);
  prn_pen_stroke (pen, red, 1.5);
  prn_pen_text (pen, PRN_TEXT_LABEL, self->loss, x + 12, r.y + 10, 0, 1, PRN_ALIGN_LEFT,
                prn_theme_readable (colors, red, colors->ground));
}

/* What became of the visits: still here, gone on, lost; always in this order. */
static void
paint_shares (const PrnCard *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnStageFigures *f = &self->figures;
  double width = prn_card_inner_width (self),
         total = (double) f->now + (double) f->advanced + (double) f->lost;
  double x = prn_card_text_left (self), y = self->rect.y + self->rect.h - PRN_CARD_PAD_BOTTOM - 1;
  PrnColor green = self->hue, red = self->hue;
  guint64 parts[] = { f->now, f->advanced, f->lost };

  prn_palette_color (theme, "green", &green);
  prn_palette_color (theme, "red", &red);
  if (total <= 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const PrnColor colors[] = { self->hue, prn_color_mix (self->ground, green, 0.55), red };
    PrnRectangle r = { x, y, width * (double) parts[i] / total, 4 };

    x += r.w;
    if (r.w < 0.5)
      continue;
    r.w = MAX (1, r.w - 1.5);
    prn_pen_rounded (pen, &r, 2);
    prn_pen_fill (pen, colors[i]);
  }
}

static void
paint_figures (const PrnCard *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  PrnTextStyle style;
  double width = self->rect.w - PRN_CARD_PAD_LEFT - PRN_CARD_PAD_RIGHT,
         x = prn_card_text_left (self), y;

  if (self->count == NULL)
    return;
  style = prn_card_count_style (self);
  y = self->rect.y + 8 + (26.4 - prn_text_line_height (style)) / 2;
  prn_pen_text (pen, style, self->count, x, y, width, 1,
                self->rtl ? PRN_ALIGN_LEFT : PRN_ALIGN_RIGHT, colors->text);
  if (self->dwell != NULL)
    prn_pen_text (pen, PRN_TEXT_FACT, self->dwell, x, self->rect.y + PRN_CARD_DWELL_TOP, width, 1,
                  self->rtl ? PRN_ALIGN_LEFT : PRN_ALIGN_RIGHT, colors->muted);
  paint_shares (self, pen, theme);
}

/* Beside a large count a long word is set smaller rather than broken. */
static PrnTextStyle
name_style (const PrnCard *self)
{
  const char *name = prn_element_label (self->stage);

  return prn_text_is_whole (PRN_TEXT_NAME, name, self->name_width, self->name_lines) ||
                 !prn_text_is_whole (PRN_TEXT_PHASE, name, self->name_width, self->name_lines)
             ? PRN_TEXT_NAME
             : PRN_TEXT_PHASE;
}

static void
paint_texts (const PrnCard *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  gboolean is_exit = self->stage->role == PRN_ROLE_EXIT;
  PrnTextAlign align = self->rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT;
  double x = prn_card_text_left (self), meta_width = prn_card_inner_width (self);

  if (self->rtl)
    x += prn_card_inner_width (self) - self->name_width;
  prn_pen_text (pen, name_style (self), prn_element_label (self->stage), x,
                self->rect.y + PRN_CARD_PAD_TOP, self->name_width, self->name_lines, align,
                is_exit ? colors->muted : colors->text);

  /* Beside the dwell there is less room. */
  if (self->dwell != NULL && prn_card_meta_top (self) < 51)
    meta_width = MAX (8, meta_width - prn_text_width (PRN_TEXT_FACT, self->dwell) - 10);
  if (prn_card_meta_top (self) + prn_text_line_height (PRN_TEXT_FACT) <= self->rect.h - 4)
    prn_pen_text (pen, PRN_TEXT_FACT, self->meta,
                  prn_card_text_left (self) +
                      (self->rtl ? prn_card_inner_width (self) - meta_width : 0),
                  self->rect.y + prn_card_meta_top (self), meta_width, 1, align, colors->muted);
}

/* How many lines of a style @height holds. */
static guint
lines_in (PrnTextStyle style, double height)
{
  return (guint) CLAMP (floor (height / prn_text_line_height (style)), 1, 3);
}

/* The largest style at which all of a name is seen, or else the smallest. */
static PrnTextStyle
far_style (const char *name, double width, double height)
{
  static const PrnTextStyle styles[] = { PRN_TEXT_FAR, PRN_TEXT_FAR_LONG };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (prn_text_is_whole (styles[i], name, width, lines_in (styles[i], height)))
      return styles[i];
  return PRN_TEXT_NAME;
}

/* Seen from afar: the name and the count alone, as large as the card holds. */
static void
paint_far (const PrnCard *self, PrnPen *pen, PrnThemeKind theme, PrnDetail detail)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const char *name = prn_element_label (self->stage);
  double width = MAX (8, self->rect.w - FAR_PAD - FAR_PAD_END), text_width, text_height, y;
  double foot = detail == PRN_DETAIL_FACTS && self->count != NULL ? PRN_CARD_FOOT + 4 : 4;
  double count = self->count != NULL ? prn_text_line_height (PRN_TEXT_COUNT_FAR) : 0;
  PrnTextStyle style = far_style (name, width, self->rect.h - 4 - foot - count);
  guint lines = lines_in (style, self->rect.h - 4 - foot - count);
  PrnTextAlign align = self->rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT;
  PrnColor color = self->stage->role == PRN_ROLE_EXIT ? colors->muted : colors->text;
  double x = self->rect.x + (self->rtl ? FAR_PAD_END : FAR_PAD);

  prn_text_size (prn_text_get (style, name, width, lines, align), &text_width, &text_height);
  y = self->rect.y + MAX (2, (self->rect.h - foot - text_height - count) / 2);
  prn_pen_text (pen, style, name, x, y, width, lines, align, color);
  if (self->count != NULL) {
    double used = prn_text_width (PRN_TEXT_COUNT_FAR, self->count) + FAR_GAP;

    prn_pen_text (pen, PRN_TEXT_COUNT_FAR, self->count, x, y + text_height, width, 1, align, color);
    prn_card_paint_far_badges (self, pen, theme, self->rtl ? x + width - used : x + used,
                               y + text_height + count / 2, width - used);
  }
  if (detail == PRN_DETAIL_FACTS)
    paint_shares (self, pen, theme);
}

static void
paint_block (const PrnCard *self, PrnPen *pen, const PrnThemeTable *colors, gboolean count)
{
  PrnColor ground = prn_color_mix (colors->card, self->hue, 0.3);

  prn_pen_rectangle (pen, &self->rect);
  prn_pen_fill (pen, ground);
  if (colors->outlined) {
    prn_pen_edge (pen, &self->rect, 0, FAR_EDGE);
    prn_pen_stroke (pen, colors->outline, FAR_EDGE);
  }
  if (count && self->count != NULL)
    prn_pen_text_centered (pen, PRN_TEXT_BLOCK, self->count, self->rect.x + self->rect.w / 2,
                           self->rect.y + self->rect.h / 2, self->rect.w, colors->text);
}

void
prn_card_paint (const PrnCard *self, PrnPen *pen, PrnThemeKind theme, PrnDetail detail)
{
  const PrnThemeTable *colors = prn_theme_table (theme);

  if (detail <= PRN_DETAIL_BLOCK) {
    paint_block (self, pen, colors, detail == PRN_DETAIL_BLOCK);
    return;
  }

  paint_ground (self, pen, colors, detail);
  if (detail == PRN_DETAIL_FACTS)
    paint_flag (self, pen, theme);
  if (detail < PRN_DETAIL_ALL) {
    paint_far (self, pen, theme, detail);
    return;
  }

  paint_flag (self, pen, theme);
  paint_texts (self, pen, theme);
  paint_figures (self, pen, theme);
  paint_loss (self, pen, theme);
  for (guint i = 0; i < self->n_chips; i++)
    prn_card_paint_chip (self, &self->chips[i], pen, theme);
  prn_card_paint_badges (self, pen, theme);
}
