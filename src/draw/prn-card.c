/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-card-private.h"

#include <math.h>
#include <string.h>

#define FLAG      17    /* its pole; below the owner of the phase */
#define LOSS_FROM 0.005 /* a smaller loss is not worth an arrow */

PrnDetail
prn_detail_at (double zoom)
{
  return zoom < 0.1    ? PRN_DETAIL_SPECK
         : zoom < 0.15 ? PRN_DETAIL_BLOCK
         : zoom < 0.35 ? PRN_DETAIL_NAME
         : zoom < 0.6  ? PRN_DETAIL_FACTS
                       : PRN_DETAIL_ALL;
}

PrnTextStyle
prn_card_count_style (const PrnCard *self)
{
  return strlen (self->count) > 5 ? PRN_TEXT_COUNT_SMALL : PRN_TEXT_COUNT;
}

double
prn_card_inner_width (const PrnCard *self)
{
  return MAX (8, self->rect.w - PRN_CARD_PAD_LEFT - PRN_CARD_PAD_RIGHT);
}

double
prn_card_text_left (const PrnCard *self)
{
  return self->rect.x + (self->rtl ? PRN_CARD_PAD_RIGHT : PRN_CARD_PAD_LEFT);
}

double
prn_card_meta_top (const PrnCard *self)
{
  double top = PRN_CARD_PAD_TOP + self->name_lines * prn_text_line_height (PRN_TEXT_NAME) + 2;

  /* On the line of the dwell, clear of the count above it. */
  return self->count != NULL ? MAX (top, PRN_CARD_DWELL_TOP) : top;
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
prn_card_init (PrnCard *self,
               PrnThemeKind theme,
               const PrnEvent *const *events,
               guint n_events,
               double room)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const char *name = prn_element_label (self->stage);
  double figures_width = 0;

  self->core_height = self->rect.h;
  self->ground = self->stage->role == PRN_ROLE_EXIT
                     ? prn_color_mix (colors->ground, colors->card, 0.5)
                     : colors->card;
  self->meta = prn_text_shared (prn_words_meta (self->stage));
  set_figures (self);

  if (self->count != NULL)
    figures_width = prn_text_width (prn_card_count_style (self), self->count) + 8;
  if (self->dwell != NULL)
    figures_width = MAX (figures_width, prn_text_width (PRN_TEXT_FACT, self->dwell) + 8);
  self->name_width = MAX (24, prn_card_inner_width (self) - figures_width);
  self->name_lines = prn_text_width (PRN_TEXT_NAME, name) + 1 <= self->name_width ? 1 : 2;
  if (self->name_lines == 2 && self->rect.h < 64)
    self->name_lines = 1;
  prn_card_place_chips (self, events, n_events, room);
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
  return (PrnRectangle){ self->rect.x + 10, self->rect.y + self->rect.h, width,
                         PRN_CARD_LOSS_LENGTH + 6 };
}

PrnRectangle
prn_card_ink (const PrnCard *self)
{
  PrnRectangle ink = prn_rectangle_grown (self->rect, PRN_CARD_SHADOWS),
               flag = prn_card_flag (self);

  ink.h += 3;
  if (prn_card_badges_above (self) > PRN_CARD_SHADOWS) {
    ink.h += prn_card_badges_above (self) - PRN_CARD_SHADOWS;
    ink.y -= prn_card_badges_above (self) - PRN_CARD_SHADOWS;
  }
  if (flag.w > 0)
    ink = prn_rectangle_union (ink, prn_rectangle_grown (flag, 1));
  return prn_rectangle_union (ink, prn_card_loss (self));
}
