/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-card.h"

G_BEGIN_DECLS

/* What the files of a card share: where things stand on it. */

#define PRN_CARD_PAD_LEFT    18
#define PRN_CARD_PAD_RIGHT   14
#define PRN_CARD_PAD_TOP     11
#define PRN_CARD_PAD_BOTTOM  12
#define PRN_CARD_DWELL_TOP   36 /* under the count */
#define PRN_CARD_FOOT        10 /* of the bar of shares and the space over it */
#define PRN_CARD_SHADOWS     5  /* layers of a shadow, each a step wider */
#define PRN_CARD_LOSS_LENGTH 30

/* A large count is set smaller. */
PrnTextStyle prn_card_count_style (const PrnCard *self);

/* The width of the widest text. */
double prn_card_inner_width (const PrnCard *self);

/* Where texts begin from the left; the bar is at the side where reading begins. */
double prn_card_text_left (const PrnCard *self);

/* Where the line under the name begins, from the top. */
double prn_card_meta_top (const PrnCard *self);

/**
 * prn_card_place_chips:
 * @self: a card whose badges and texts are known
 * @events: (array length=n): the stage's events
 * @n: how many
 * @room: how much higher it may become
 *
 * Sets its badges, and below them as many chips as find room; makes the card as high as they need.
 */
void prn_card_place_chips (PrnCard *self, const PrnEvent *const *events, guint n, double room);

/* Paints a chip of the card. */
void
prn_card_paint_chip (const PrnCard *self, const PrnChip *chip, PrnPen *pen, PrnThemeKind theme);

G_END_DECLS
