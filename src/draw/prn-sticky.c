/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-sticky.h"

#include <math.h>

#define FOLD 14
#define PAD 12
#define DOT 4.0
#define DOTS_MAX 12
#define TAB 22

void
prn_sticky_init (PrnSticky *self, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  PrnColor hue = { 0, 0, 0, 1 };

  if (!prn_palette_color (theme, self->note->color, &hue))
    prn_palette_color (theme, "yellow", &hue);
  self->ground = prn_color_mix (colors->card, hue, prn_theme_is_dark (theme) ? 0.22 : 0.28);
}

static void
paint_dots (const PrnSticky *self, PrnPen *pen, const PrnThemeTable *colors, double y)
{
  guint n = (guint) CLAMP (self->note->votes, 0, DOTS_MAX);
  double x = self->rect.x + PAD + DOT;

  for (guint i = 0; i < n && x + DOT < self->rect.x + self->rect.w - FOLD; i++) {
    prn_pen_circle (pen, x, y, DOT);
    prn_pen_fill (pen, prn_color_mix (self->ground, colors->text, 0.65));
    x += 2 * DOT + 3;
  }
}

static void
paint_paper (const PrnSticky *self, PrnPen *pen, const PrnThemeTable *colors)
{
  const PrnRectangle *r = &self->rect;
  double fold = MIN (FOLD, MIN (r->w, r->h) / 3), right = r->x + r->w, bottom = r->y + r->h;

  if (colors->shadow > 0) {
    const PrnRectangle shadow = { r->x + 1, r->y + 2, r->w, r->h - fold / 2 };

    prn_pen_rounded (pen, &shadow, 3);
    prn_pen_fill (pen, (PrnColor){ 0, 0, 0, colors->shadow * 4 });
  }
  prn_pen_move_to (pen, r->x, r->y);
  prn_pen_line_to (pen, right, r->y);
  prn_pen_line_to (pen, right, bottom - fold);
  prn_pen_line_to (pen, right - fold, bottom);
  prn_pen_line_to (pen, r->x, bottom);
  prn_pen_close (pen);
  prn_pen_fill (pen, self->ground);
  prn_pen_move_to (pen, right, bottom - fold);
  prn_pen_line_to (pen, right - fold, bottom - fold);
  prn_pen_line_to (pen, right - fold, bottom);
  prn_pen_close (pen);
  prn_pen_fill (pen, prn_color_mix (self->ground, (PrnColor){ 0, 0, 0, 1 }, 0.14));
  if (!colors->outlined)
    return;
  prn_pen_move_to (pen, r->x + 1, r->y + 1);
  prn_pen_line_to (pen, right - 1, r->y + 1);
  prn_pen_line_to (pen, right - 1, bottom - fold);
  prn_pen_line_to (pen, right - fold, bottom - 1);
  prn_pen_line_to (pen, r->x + 1, bottom - 1);
  prn_pen_close (pen);
  prn_pen_stroke (pen, colors->outline, colors->edge);
}

void
prn_sticky_paint (const PrnSticky *self, PrnPen *pen, PrnThemeKind theme, double zoom)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const PrnRectangle *r = &self->rect;
  double line = prn_text_line_height (PRN_TEXT_NOTE), foot = PAD;
  gboolean has_author = self->note->author[0] != '\0', has_votes = self->note->votes > 0;
  double width = r->w - 2 * PAD;
  int lines;

  paint_paper (self, pen, colors);
  if (zoom < 0.35 || width < 8)
    return;

  if (has_votes || has_author)
    foot += 16;
  lines = (int) floor ((r->h - PAD - foot + 2) / line);
  if (lines > 0)
    prn_pen_text (pen, PRN_TEXT_NOTE, self->note->text, r->x + PAD, r->y + PAD - 2, width,
                  (guint) lines, self->rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT, colors->text);
  if (has_votes)
    paint_dots (self, pen, colors, r->y + r->h - PAD - DOT);
  else if (has_author && r->h > 40)
    prn_pen_text (pen, PRN_TEXT_LABEL, self->note->author, r->x + PAD, r->y + r->h - PAD - 11,
                  width - FOLD, 1, self->rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT,
                  prn_theme_readable (colors, colors->muted, self->ground));
}

static PrnRectangle
frame_rectangle (const PrnFrame *frame)
{
  return (PrnRectangle){ frame->position.x, frame->position.y, frame->size.w, frame->size.h };
}

PrnRectangle
prn_frame_ink (const PrnFrame *frame)
{
  PrnRectangle r = prn_rectangle_grown (frame_rectangle (frame), 1);

  if (isnan (frame->position.x) || isnan (frame->position.y))
    return (PrnRectangle){ 0 };
  r.y -= TAB;
  r.h += TAB;
  return r;
}

static char *
tab_text (const PrnFrame *frame, guint index)
{
  return frame->name[0] != '\0' ? g_strdup_printf ("%u  %s", index + 1, frame->name)
                                : g_strdup_printf ("%u", index + 1);
}

/* The tab of a frame at its corner, as if no other were there. */
static PrnRectangle
tab_at_corner (const PrnFrame *frame, const char *text)
{
  PrnRectangle r = frame_rectangle (frame);

  return (PrnRectangle){ r.x, r.y - TAB,
                         MIN (prn_text_width (PRN_TEXT_FACT, text) + 18, MAX (r.w, 24)), TAB };
}

/* Frames often begin at one corner: a tab stands beside those of the frames before it. */
static PrnRectangle
tab_beside (PrnMap *map, guint index, const char *text)
{
  guint n;
  const PrnFrame *const *frames = prn_map_frames (map, &n);
  PrnRectangle corner = tab_at_corner (frames[index], text), tab = corner;
  double right = corner.x + MAX (frames[index]->size.w, 24);

  for (guint i = 0; i < index; i++) {
    g_autofree char *other_text = tab_text (frames[i], i);
    PrnRectangle other = tab_at_corner (frames[i], other_text);

    if (prn_rectangle_overlaps (&other, &corner))
      tab.x += other.w + 3;
  }
  tab.x = MIN (tab.x, right - 24);
  tab.w = MIN (tab.w, right - tab.x);
  return tab;
}

void
prn_frame_paint (PrnMap *map, guint index, PrnPen *pen, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const PrnFrame *frame = prn_map_nth (map, PRN_KIND_FRAME, index);
  g_autofree char *text = tab_text (frame, index);
  PrnRectangle r = frame_rectangle (frame), tab = tab_beside (map, index, text);

  prn_pen_rectangle (pen, &r);
  prn_pen_stroke (pen, colors->line, 1);
  prn_pen_rounded (pen, &tab, 5);
  prn_pen_fill (pen, colors->line);
  prn_pen_text (pen, PRN_TEXT_FACT, text, tab.x + 8, tab.y + 3, tab.w - 12, 1, PRN_ALIGN_LEFT,
                prn_theme_readable (colors, colors->ground, colors->line));
}
