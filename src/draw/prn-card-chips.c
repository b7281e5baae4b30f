/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips on a card: its events, and above them the badges of its targets. */

#include "prn-card-private.h"

#include <math.h>

#define CHIP          20
#define CHIP_GAP      6
#define CHIP_PAD      8
#define CHIP_SIGN     12
#define CHIP_ROWS_MAX 5

/* Below the name and the meta line, and below the dwell at the right. */
static double
chips_top (const PrnCard *self)
{
  double top = prn_card_meta_top (self);

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
  double left = self->rect.x + PRN_CARD_PAD_LEFT, width = prn_card_inner_width (self),
         more_width = 34;
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
void
prn_card_place_chips (PrnCard *self, const PrnEvent *const *events, guint n, double room)
{
  double top = chips_top (self);
  double foot = PRN_CARD_PAD_BOTTOM + (self->count != NULL ? PRN_CARD_FOOT : 0) - CHIP_GAP;
  double free_height = self->rect.h + room - top - foot;
  double badges = prn_card_place_badges (self, self->rect.x + PRN_CARD_PAD_LEFT, self->rect.y + top,
                                         prn_card_inner_width (self), free_height);
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

void
prn_card_paint_chip (const PrnCard *self, const PrnChip *chip, PrnPen *pen, PrnThemeKind theme)
{
  static const char *const hues[] = {
    [PRN_OUTCOME_NEUTRAL] = "gray", [PRN_OUTCOME_POSITIVE] = "green", [PRN_OUTCOME_NEGATIVE] = "red"
  };
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
