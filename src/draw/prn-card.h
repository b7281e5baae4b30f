/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-bins.h"
#include "prn-figures.h"
#include "prn-pen.h"
#include "prn-theme-table.h"
#include "prn-words.h"

G_BEGIN_DECLS

/* A stage as a card. */

#define PRN_CARD_RADIUS 12

typedef enum {
  PRN_DETAIL_SPECK, /* colour alone: a count would be too small to be read */
  PRN_DETAIL_BLOCK, /* colour and count */
  PRN_DETAIL_NAME,  /* name and count, large */
  PRN_DETAIL_FACTS, /* the same, and the bar of shares */
  PRN_DETAIL_ALL,
} PrnDetail;

/* What is shown at a zoom. */
PrnDetail prn_detail_at (double zoom);

/* A chip: an event, or how many more there are (@event is NULL, @more the number). */
typedef struct {
  PrnRectangle rect;
  const PrnEvent *event;
  guint more;
} PrnChip;

typedef struct {
  const PrnStage *stage;
  PrnRectangle rect;   /* as drawn; may be higher than the stage's size to hold its chips */
  double core_height;  /* the stage's own height */
  PrnColor hue;
  PrnColor ground;
  gboolean rtl;
  guint name_lines;
  double name_width;
  GRefString *meta;    /* owner and channels */
  GRefString *count;   /* NULL: nothing known */
  GRefString *dwell;   /* nullable */
  GRefString *loss;    /* nullable: a share */
  PrnStageFigures figures; /* with a reference of the card's own to its badges */
  PrnRectangle *badges; /* (nullable): by target; NULL: no target, or no room for words */
  guint n_chips;
  PrnChip *chips;      /* shared by copies of the card; nullable */
} PrnCard;

/**
 * prn_card_init:
 * @self: a card, zeroed but for @stage, @rect, @hue, @rtl and @figures
 * @theme: colours
 * @events: (array length=n_events): the stage's events
 * @n_events: how many
 * @room: how much higher than @rect it may become
 *
 * Sets what stands where on the card. The caller holds the text lock.
 */
void prn_card_init (PrnCard *self, PrnThemeKind theme, const PrnEvent *const *events,
                    guint n_events, double room);
void prn_card_clear (PrnCard *self);

/* A card like another; texts are shared. */
PrnCard prn_card_copy (const PrnCard *self);

/* Whether two cards of the same theme are of one stage and look the same. */
gboolean prn_card_looks_like (const PrnCard *a, const PrnCard *b);

/**
 * prn_card_place_badges:
 * @self: a card
 * @left: where they may begin
 * @top: the same
 * @width: how much room there is
 * @height: the same
 *
 * Sets the badges of its targets in rows. Where they find no room, their signs alone go onto the
 * card's edge.
 *
 * Returns: how much of @height they take
 */
double prn_card_place_badges (PrnCard *self, double left, double top, double width, double height);

/* How far signs stand out above the card. */
double prn_card_badges_above (const PrnCard *self);

/* Paints them, or their signs on the edge. */
void prn_card_paint_badges (const PrnCard *self, PrnPen *pen, PrnThemeKind theme);

/* Paints their signs as seen from afar, beside the count: from @x on, centred on @y. */
void prn_card_paint_far_badges (const PrnCard *self, PrnPen *pen, PrnThemeKind theme, double x,
                                double y, double room);

/* Everything of it that is inked: shadow, flag, arrow of loss. */
PrnRectangle prn_card_ink (const PrnCard *self);

/* What lines and labels keep off beside the card itself: a goal's flag, the arrow of loss; a
 * rectangle without area when there is neither. */
PrnRectangle prn_card_flag (const PrnCard *self);
PrnRectangle prn_card_loss (const PrnCard *self);

/* Paints the card, its marks and texts, as far as @detail goes. */
void prn_card_paint (const PrnCard *self, PrnPen *pen, PrnThemeKind theme, PrnDetail detail);

G_END_DECLS
