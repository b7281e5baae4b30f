/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-card.h"

#define GAP        6
#define ROWS_MAX   3
#define EDGE_SIGN  9  /* radius of a sign on the edge of a card that has no room for words */
#define FAR_SIGN   13 /* the same seen from afar */

/* Rows from the left, at 0, 0; returns how many it took. */
static guint
flow (const PrnBadges *badges, double width, PrnRectangle *places)
{
  double x = 0;
  guint row = 0;

  for (guint i = 0; i < badges->n; i++) {
    double w = MIN (prn_badge_width (&badges->items[i]), width);

    if (x > 0 && x + w > width) {
      row++;
      x = 0;
    }
    places[i] = (PrnRectangle){ x, row * (PRN_BADGE_HEIGHT + GAP), w, PRN_BADGE_HEIGHT };
    x += w + GAP;
  }
  return row + 1;
}

double
prn_card_place_badges (PrnCard *self, double left, double top, double width, double height)
{
  const PrnBadges *badges = self->figures.badges;
  double needed;
  guint rows;

  if (badges == NULL)
    return 0;

  self->badges = g_new0 (PrnRectangle, badges->n);
  rows = flow (badges, width, self->badges);
  needed = rows * (PRN_BADGE_HEIGHT + GAP);
  if (rows > ROWS_MAX || needed > height) {
    g_clear_pointer (&self->badges, g_free);
    return 0;
  }

  for (guint i = 0; i < badges->n; i++) {
    PrnRectangle *r = &self->badges[i];

    r->x += left;
    r->y += top;
    if (self->rtl)
      r->x = 2 * self->rect.x + self->rect.w - r->x - r->w;
  }
  return needed;
}

double
prn_card_badges_above (const PrnCard *self)
{
  return self->figures.badges != NULL && self->badges == NULL ? EDGE_SIGN + 1 : 0;
}

/* Signs alone, in a row, as far as there is room. */
static void
paint_signs (const PrnBadges *badges, PrnPen *pen, PrnThemeKind theme, double x, double y,
             double radius, double room, gboolean leftwards)
{
  double step = 2 * radius + 4;

  for (guint i = 0; i < badges->n && i * step + 2 * radius <= room; i++)
    prn_badge_paint_sign (pen, theme, badges->items[i].verdict,
                          leftwards ? x - radius - i * step : x + radius + i * step, y, radius);
}

void
prn_card_paint_badges (const PrnCard *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnBadges *badges = self->figures.badges;

  if (badges == NULL)
    return;
  /* A goal has its flag at the other end. */
  if (self->badges == NULL)
    paint_signs (badges, pen, theme,
                 self->rect.x + (self->rtl ? self->rect.w - PRN_CARD_RADIUS : PRN_CARD_RADIUS),
                 self->rect.y, EDGE_SIGN, self->rect.w - 2 * PRN_CARD_RADIUS, self->rtl);
  else
    for (guint i = 0; i < badges->n; i++)
      prn_badge_paint (&badges->items[i], pen, theme, &self->badges[i], self->ground, self->rtl);
}

void
prn_card_paint_far_badges (const PrnCard *self, PrnPen *pen, PrnThemeKind theme, double x, double y,
                           double room)
{
  if (self->figures.badges != NULL)
    paint_signs (self->figures.badges, pen, theme, x, y, FAR_SIGN, room, self->rtl);
}
