/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-card.h"

#include <math.h>
#include <string.h>

#define BAR 4
#define PAD_LEFT 18
#define PAD_RIGHT 14
#define PAD_TOP 11
#define PAD_BOTTOM 12
#define DWELL_TOP 36   /* under the count */
#define FOOT 10        /* of the bar of shares and the space over it */
#define FAR_PAD 18
#define FAR_EDGE 6 /* of a block of colour */
#define FAR_PAD_END 9
#define FAR_GAP 14     /* between a count and the signs of targets */
#define CHIP 20
#define CHIP_GAP 6
#define CHIP_PAD 8
#define CHIP_SIGN 12
#define CHIP_ROWS_MAX 5
#define SHADOWS 5      /* layers of a shadow, each a step wider */
#define LOSS_LENGTH 30
#define FLAG 17        /* its pole; below the owner of the phase */
#define LOSS_FROM 0.005 /* a smaller loss is not worth an arrow */

PrnDetail
prn_detail_at (double zoom)
{
  return zoom < 0.1 ? PRN_DETAIL_SPECK : zoom < 0.15 ? PRN_DETAIL_BLOCK
       : zoom < 0.35 ? PRN_DETAIL_NAME : zoom < 0.6 ? PRN_DETAIL_FACTS : PRN_DETAIL_ALL;
}

static PrnTextStyle
count_style (const PrnCard *self)
{
  return strlen (self->count) > 5 ? PRN_TEXT_COUNT_SMALL : PRN_TEXT_COUNT;
}

static double
inner_width (const PrnCard *self)
{
  return MAX (8, self->rect.w - PAD_LEFT - PAD_RIGHT);
}

/* Where texts begin from the left; the bar is at the side where reading begins. */
static double
text_left (const PrnCard *self)
{
  return self->rect.x + (self->rtl ? PAD_RIGHT : PAD_LEFT);
}

static double
meta_top (const PrnCard *self)
{
  double top = PAD_TOP + self->name_lines * prn_text_line_height (PRN_TEXT_NAME) + 2;

  /* On the line of the dwell, clear of the count above it. */
  return self->count != NULL ? MAX (top, DWELL_TOP) : top;
}

/* Below the name and the meta line, and below the dwell at the right. */
static double
chips_top (const PrnCard *self)
{
  double top = meta_top (self);

  if (self->meta[0] != '\0')
    top += prn_text_line_height (PRN_TEXT_FACT);
  if (self->dwell != NULL)
    top = MAX (top, 52);
  return top + 7;
}

static double
chip_width (const PrnEvent *event, double most)
{
  double width = 2 * CHIP_PAD + CHIP_SIGN +
                 ceil (prn_text_width (PRN_TEXT_LABEL, prn_element_label (event))) + 2;

  return MIN (width, most);
}

/* Sets chips in rows; returns how many rows it took. Chips past the last row are replaced by one
 * that counts them. */
static guint
flow_chips (PrnCard *self, const PrnEvent *const *events, guint n, guint rows_max)
{
  double left = self->rect.x + PAD_LEFT, width = inner_width (self), more_width = 34;
  double x = 0;
  guint row = 0;

  self->n_chips = 0;
  for (guint i = 0; i < n; i++) {
    double w = chip_width (events[i], width);
    gboolean tight = row + 1 == rows_max && i + 1 < n;

    if (x > 0 && x + w > width) {
      row++;
      x = 0;
      tight = row + 1 == rows_max && i + 1 < n;
    }
    /* In the last row the counting chip must still find room after this one. */
    if (row == rows_max || (tight && x + w + CHIP_GAP + more_width > width &&
                            (x > 0 || w > width - CHIP_GAP - more_width))) {
      if (row < rows_max && x == 0) {
        w = width - CHIP_GAP - more_width;
      } else {
        PrnChip *last = self->n_chips > 0 ? &self->chips[self->n_chips - 1] : NULL;
        PrnChip more = { { left + x, 0, more_width, CHIP }, NULL, n - i };

        if (row == rows_max && last != NULL) {
          row--;
          more.rect.x = last->rect.x + last->rect.w + CHIP_GAP;
        }
        more.rect.y = row * (CHIP + CHIP_GAP);
        self->chips[self->n_chips++] = more;
        break;
      }
    }
    self->chips[self->n_chips++] =
        (PrnChip){ { left + x, row * (CHIP + CHIP_GAP), w, CHIP }, events[i], 0 };
    x += w + CHIP_GAP;
  }
  return self->n_chips > 0 ? row + 1 : 0;
}

/* Badges first, then as many chips as find room. */
static void
place_chips (PrnCard *self, const PrnEvent *const *events, guint n, double room)
{
  double top = chips_top (self);
  double foot = PAD_BOTTOM + (self->count != NULL ? FOOT : 0) - CHIP_GAP;
  double free_height = self->rect.h + room - top - foot;
  double badges = prn_card_place_badges (self, self->rect.x + PAD_LEFT, self->rect.y + top,
                                         inner_width (self), free_height);
  int fitting = (int) floor ((free_height - badges) / (CHIP + CHIP_GAP));
  guint rows = 0;

  self->chips = g_atomic_rc_box_alloc0 ((n + 1) * sizeof (PrnChip));
  top += badges;
  if (fitting > 0 && n > 0)
    rows = flow_chips (self, events, n, (guint) MIN (fitting, CHIP_ROWS_MAX));
  if (rows == 0 && badges <= 0)
    return;

  for (guint i = 0; i < self->n_chips; i++) {
    PrnRectangle *r = &self->chips[i].rect;

    r->y += self->rect.y + top;
    if (self->rtl)
      r->x = 2 * self->rect.x + self->rect.w - r->x - r->w;
  }
  self->rect.h = MAX (self->rect.h, ceil ((top + rows * (CHIP + CHIP_GAP) + foot) / 8) * 8);
}

static void
set_figures (PrnCard *self)
{
  const PrnStageFigures *f = &self->figures;

  if (!f->known)
    return;
  if (f->badges != NULL)
    prn_badges_ref (f->badges);
  self->count = prn_text_shared (prn_figures_count (f->now));
  self->dwell = prn_text_shared (prn_figures_dwell (f->median));
  if (f->visits > 0 && (double) f->lost_unseen / (double) f->visits >= LOSS_FROM)
    self->loss = prn_text_shared (prn_figures_share ((double) f->lost_unseen / (double) f->visits));
}

void
prn_card_init (PrnCard *self, PrnThemeKind theme, const PrnEvent *const *events, guint n_events,
               double room)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const char *name = prn_element_label (self->stage);
  double figures_width = 0;

  self->core_height = self->rect.h;
  self->ground = self->stage->role == PRN_ROLE_EXIT
                     ? prn_color_mix (colors->ground, colors->card, 0.5) : colors->card;
  self->meta = prn_text_shared (prn_words_meta (self->stage));
  set_figures (self);

  if (self->count != NULL)
    figures_width = prn_text_width (count_style (self), self->count) + 8;
  if (self->dwell != NULL)
    figures_width = MAX (figures_width, prn_text_width (PRN_TEXT_FACT, self->dwell) + 8);
  self->name_width = MAX (24, inner_width (self) - figures_width);
  self->name_lines = prn_text_width (PRN_TEXT_NAME, name) + 1 <= self->name_width ? 1 : 2;
  if (self->name_lines == 2 && self->rect.h < 64)
    self->name_lines = 1;
  place_chips (self, events, n_events, room);
}

void
prn_card_clear (PrnCard *self)
{
  g_clear_pointer (&self->meta, g_ref_string_release);
  g_clear_pointer (&self->count, g_ref_string_release);
  g_clear_pointer (&self->dwell, g_ref_string_release);
  g_clear_pointer (&self->loss, g_ref_string_release);
  g_clear_pointer (&self->chips, g_atomic_rc_box_release);
  g_free (self->badges);
  g_clear_pointer (&self->figures.badges, prn_badges_unref);
}

static gboolean
is_same_color (PrnColor a, PrnColor b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b;
}

gboolean
prn_card_looks_like (const PrnCard *a, const PrnCard *b)
{
  if (a->stage != b->stage || !prn_rectangle_equal (&a->rect, &b->rect) ||
      !is_same_color (a->hue, b->hue) || a->n_chips != b->n_chips ||
      !prn_stage_figures_equal (&a->figures, &b->figures))
    return FALSE;
  for (guint i = 0; i < a->n_chips; i++)
    if (a->chips[i].event != b->chips[i].event || a->chips[i].more != b->chips[i].more ||
        !prn_rectangle_equal (&a->chips[i].rect, &b->chips[i].rect))
      return FALSE;
  return TRUE;
}

PrnCard
prn_card_copy (const PrnCard *self)
{
  PrnCard copy = *self;
  GRefString **texts[] = { &copy.meta, &copy.count, &copy.dwell, &copy.loss };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != NULL)
      g_ref_string_acquire (*texts[i]);
  if (self->chips != NULL)
    g_atomic_rc_box_acquire (self->chips);
  if (self->figures.badges != NULL)
    prn_badges_ref (self->figures.badges);
  if (self->badges != NULL)
    copy.badges = g_memdup2 (self->badges, self->figures.badges->n * sizeof (PrnRectangle));
  return copy;
}

PrnRectangle
prn_card_flag (const PrnCard *self)
{
  if (self->stage->role != PRN_ROLE_GOAL)
    return (PrnRectangle){ 0, 0, 0, 0 };
  return (PrnRectangle){ self->rtl ? self->rect.x + 10 : self->rect.x + self->rect.w - 29,
                         self->rect.y - FLAG, 19, FLAG };
}

PrnRectangle
prn_card_loss (const PrnCard *self)
{
  double width;

  if (self->loss == NULL)
    return (PrnRectangle){ 0, 0, 0, 0 };
  width = 26 + prn_text_width (PRN_TEXT_LABEL, self->loss);
  return (PrnRectangle){ self->rect.x + 10, self->rect.y + self->rect.h, width, LOSS_LENGTH + 6 };
}

PrnRectangle
prn_card_ink (const PrnCard *self)
{
  PrnRectangle ink = prn_rectangle_grown (self->rect, SHADOWS), flag = prn_card_flag (self);

  ink.h += 3;
  if (prn_card_badges_above (self) > SHADOWS) {
    ink.h += prn_card_badges_above (self) - SHADOWS;
    ink.y -= prn_card_badges_above (self) - SHADOWS;
  }
  if (flag.w > 0)
    ink = prn_rectangle_union (ink, prn_rectangle_grown (flag, 1));
  return prn_rectangle_union (ink, prn_card_loss (self));
}

static void
paint_shadow (const PrnCard *self, PrnPen *pen, const PrnThemeTable *colors)
{
  if (colors->shadow <= 0 || self->stage->role == PRN_ROLE_EXIT)
    return;
  for (int i = 0; i < SHADOWS; i++) {
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
  double x = r.x + 10, bottom = r.y + LOSS_LENGTH;
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
  double width = inner_width (self),
         total = (double) f->now + (double) f->advanced + (double) f->lost;
  double x = text_left (self), y = self->rect.y + self->rect.h - PAD_BOTTOM - 1;
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
  double width = self->rect.w - PAD_LEFT - PAD_RIGHT, x = text_left (self), y;

  if (self->count == NULL)
    return;
  style = count_style (self);
  y = self->rect.y + 8 + (26.4 - prn_text_line_height (style)) / 2;
  prn_pen_text (pen, style, self->count, x, y, width, 1,
                self->rtl ? PRN_ALIGN_LEFT : PRN_ALIGN_RIGHT, colors->text);
  if (self->dwell != NULL)
    prn_pen_text (pen, PRN_TEXT_FACT, self->dwell, x, self->rect.y + DWELL_TOP, width, 1,
                  self->rtl ? PRN_ALIGN_LEFT : PRN_ALIGN_RIGHT, colors->muted);
  paint_shares (self, pen, theme);
}

/* The sign says what the colour says: plus, dot, minus. */
static void
paint_sign (PrnPen *pen, PrnOutcome outcome, double x, double y, PrnColor color)
{
  if (outcome == PRN_OUTCOME_NEUTRAL) {
    prn_pen_circle (pen, x, y, 2.5);
    prn_pen_fill (pen, color);
    return;
  }

  prn_pen_move_to (pen, x - 4, y);
  prn_pen_line_to (pen, x + 4, y);
  if (outcome == PRN_OUTCOME_POSITIVE) {
    prn_pen_move_to (pen, x, y - 4);
    prn_pen_line_to (pen, x, y + 4);
  }
  prn_pen_stroke (pen, color, 1.75);
}

static void
paint_chip (const PrnCard *self, const PrnChip *chip, PrnPen *pen, PrnThemeKind theme)
{
  static const char *const hues[] = { [PRN_OUTCOME_NEUTRAL] = "gray",
                                      [PRN_OUTCOME_POSITIVE] = "green",
                                      [PRN_OUTCOME_NEGATIVE] = "red" };
  const PrnThemeTable *colors = prn_theme_table (theme);
  const PrnRectangle *r = &chip->rect;
  PrnColor hue = colors->muted, ground;
  double text_x = r->x + CHIP_PAD + CHIP_SIGN, sign_x = r->x + CHIP_PAD + 4;

  if (chip->event == NULL) {
    g_autofree char *more = g_strdup_printf ("+%u", chip->more);

    prn_pen_rounded (pen, r, CHIP / 2);
    prn_pen_fill (pen, prn_color_mix (self->ground, colors->muted, 0.12));
    prn_pen_text_centered (pen, PRN_TEXT_LABEL, more, r->x + r->w / 2, r->y + r->h / 2, 0,
                           colors->text);
    return;
  }

  prn_palette_color (theme, hues[chip->event->outcome], &hue);
  ground = prn_color_mix (self->ground, hue, 0.12);
  prn_pen_begin (pen, chip->event->element.id, prn_element_label (chip->event));
  prn_pen_rounded (pen, r, CHIP / 2);
  prn_pen_fill (pen, ground);
  if (colors->outlined) {
    prn_pen_edge (pen, r, CHIP / 2, 1);
    prn_pen_stroke (pen, prn_theme_readable (colors, hue, ground), 1);
  }
  if (self->rtl) {
    sign_x = r->x + r->w - CHIP_PAD - 4;
    text_x = r->x + CHIP_PAD - 4;
  }
  paint_sign (pen, chip->event->outcome, sign_x, r->y + r->h / 2,
              prn_theme_readable (colors, hue, ground));
  prn_pen_text (pen, PRN_TEXT_LABEL, prn_element_label (chip->event), text_x,
                r->y + (CHIP - prn_text_line_height (PRN_TEXT_LABEL)) / 2,
                r->w - 2 * CHIP_PAD - CHIP_SIGN + 4, 1,
                self->rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT, colors->text);
  prn_pen_end (pen);
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
  double x = text_left (self), meta_width = inner_width (self);

  if (self->rtl)
    x += inner_width (self) - self->name_width;
  prn_pen_text (pen, name_style (self), prn_element_label (self->stage), x, self->rect.y + PAD_TOP,
                self->name_width, self->name_lines, align, is_exit ? colors->muted : colors->text);

  /* Beside the dwell there is less room. */
  if (self->dwell != NULL && meta_top (self) < 51)
    meta_width = MAX (8, meta_width - prn_text_width (PRN_TEXT_FACT, self->dwell) - 10);
  if (meta_top (self) + prn_text_line_height (PRN_TEXT_FACT) <= self->rect.h - 4)
    prn_pen_text (pen, PRN_TEXT_FACT, self->meta,
                  text_left (self) + (self->rtl ? inner_width (self) - meta_width : 0),
                  self->rect.y + meta_top (self), meta_width, 1, align, colors->muted);
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
  double foot = detail == PRN_DETAIL_FACTS && self->count != NULL ? FOOT + 4 : 4;
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
    paint_chip (self, &self->chips[i], pen, theme);
  prn_card_paint_badges (self, pen, theme);
}
