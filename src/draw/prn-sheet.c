/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-scene-private.h"

#define MARGIN 32.0       /* around the view, in map units */
#define SLIDE_MARGIN 0.03 /* around a view fitted into a size, of the shorter side */
#define TITLE 56.0        /* of the title, at a scale of 1 */
#define LEGEND 44.0
#define TITLE_LEAST 240.0 /* of a title, at least so much is left by targets */
#define TITLE_GAP 16.0

/* Title and legend are sized by the sheet, not by the map: on a slide they are always readable. */
static double
furniture_scale (const PrnSheet *self)
{
  return CLAMP (MIN (self->width / 1600, self->height / 900), 0.5, 8);
}

void
prn_sheet_init (PrnSheet *self, const PrnExportOptions *options)
{
  gboolean fits = options != NULL && (options->width > 0 || options->height > 0);
  double top = self->title != NULL ? TITLE : 0, bottom = self->legend ? LEGEND : 0;
  double margin, furniture = 1;

  if (!fits) {
    self->scale = options != NULL && options->scale > 0 ? options->scale : 1;
    margin = self->clipped ? 0 : MARGIN * self->scale;
    furniture = self->scale;
    self->width = self->view.w * self->scale + 2 * margin;
    self->height = self->view.h * self->scale + 2 * margin + (top + bottom) * furniture;
    if (self->title != NULL || self->legend)
      self->width = MAX (self->width, 640 * furniture);
    self->area = (PrnRectangle){ margin, margin + top * furniture, self->width - 2 * margin,
                                 self->view.h * self->scale };
  } else {
    double aspect = self->view.w > 0 && self->view.h > 0 ? self->view.w / self->view.h : 16.0 / 9;

    self->width = options->width > 0 ? options->width : round (options->height * aspect);
    self->height = options->height > 0 ? options->height : round (options->width / aspect);
    self->width = MAX (1, self->width);
    self->height = MAX (1, self->height);
    margin = self->clipped ? 0 : MIN (self->width, self->height) * SLIDE_MARGIN;
    furniture = furniture_scale (self);
    self->area = (PrnRectangle){ margin, margin + top * furniture, self->width - 2 * margin,
                                 MAX (1, self->height - 2 * margin - (top + bottom) * furniture) };
    self->scale = MIN (self->area.w / MAX (1, self->view.w), self->area.h / MAX (1, self->view.h));
    /* A map of one stage is not blown up to fill a wall. */
    if (!self->clipped)
      self->scale = MIN (self->scale, 3 * furniture);
  }
}

void
prn_sheet_clear (PrnSheet *self)
{
  g_free (self->title);
}

static double
furniture_of (const PrnSheet *self)
{
  double reserved = self->height - self->area.h;
  double top = self->title != NULL ? TITLE : 0, bottom = self->legend ? LEGEND : 0;

  return top + bottom > 0 ? MAX (0.1, (reserved - 2 * self->area.x) / (top + bottom)) : 1;
}

typedef struct {
  PrnWayStyle style;
  const char *words;
} LegendLine;

static double
paint_legend_line (PrnPen *pen, PrnThemeKind theme, PrnWayStyle style, const char *words, double x,
                   double y)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  PrnSpot spots[] = { { x, y }, { x + 36, y } };
  const PrnWay way = { .line = { 2, spots }, .style = style, .width = 1.5 };

  prn_way_paint_line (&way, pen, theme, 1, NULL);
  prn_pen_text (pen, PRN_TEXT_FACT, words, x + 44, y - prn_text_line_height (PRN_TEXT_FACT) / 2, 0,
                1, PRN_ALIGN_LEFT, colors->muted);
  return x + 44 + prn_text_width (PRN_TEXT_FACT, words) + 28;
}

/* Signs of targets and what they mean, if there are any on the map and there is room. */
static void
paint_legend_signs (const PrnSheet *self, PrnPen *pen, double x, double y)
{
  static const PrnVerdict verdicts[] = { PRN_VERDICT_MET, PRN_VERDICT_NEAR, PRN_VERDICT_MISSED };
  double needed = 0;

  if (!prn_figures_have_badges (self->scene->figures))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    needed += 48 + prn_text_width (PRN_TEXT_FACT, prn_verdict_word (verdicts[i]));
  if (x + needed > self->width / self->scale - MARGIN)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++) {
    const char *word = prn_verdict_word (verdicts[i]);

    prn_badge_paint_sign (pen, self->theme, verdicts[i], x + PRN_BADGE_SIGN, y, PRN_BADGE_SIGN);
    prn_pen_text (pen, PRN_TEXT_FACT, word, x + 20, y - prn_text_line_height (PRN_TEXT_FACT) / 2, 0,
                  1, PRN_ALIGN_LEFT, prn_theme_table (self->theme)->muted);
    x += 48 + prn_text_width (PRN_TEXT_FACT, word);
  }
}

static void
paint_legend (const PrnSheet *self, PrnPen *pen, double x, double y)
{
  static const LegendLine lines[] = {
    { PRN_WAY_SOLID, N_("goes on") },
    { PRN_WAY_DASHED, N_("goes back") },
    { PRN_WAY_DOTTED, N_("is lost") },
  };
  const PrnThemeTable *colors = prn_theme_table (self->theme);
  const char *words = self->figures
                          ? _ ("large: customers now · below it: median dwell · on lines: share of "
                               "visits · moves")
                          : _ ("+ positive event    • neutral event    − negative event");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    x = paint_legend_line (pen, self->theme, lines[i].style, _(lines[i].words), x, y);
  prn_pen_text (pen, PRN_TEXT_FACT, words, x, y - prn_text_line_height (PRN_TEXT_FACT) / 2, 0, 1,
                PRN_ALIGN_LEFT, colors->muted);
  paint_legend_signs (self, pen, x + prn_text_width (PRN_TEXT_FACT, words) + 28, y);
}

/* The title, and at the right end of its line the targets of the map as a whole. */
static void
paint_title (const PrnSheet *self, PrnPen *pen, double width)
{
  const PrnThemeTable *colors = prn_theme_table (self->theme);
  const PrnBadges *badges = self->scene->figures->badges;
  double least = MIN (TITLE_LEAST, prn_text_width (PRN_TEXT_TITLE, self->title));
  double right = width - MARGIN;

  for (guint i = badges != NULL ? badges->n : 0; i > 0; i--) {
    const PrnBadge *badge = &badges->items[i - 1];
    double w = prn_badge_width (badge);
    const PrnRectangle r = { right - w, 22 + 8, w, PRN_BADGE_HEIGHT };

    if (r.x < MARGIN + least + TITLE_GAP)
      continue;
    prn_badge_paint (badge, pen, self->theme, &r, colors->ground, FALSE);
    right = r.x - 8;
  }
  if (right < width - MARGIN)
    right -= TITLE_GAP;
  prn_pen_text (pen, PRN_TEXT_TITLE, self->title, MARGIN, 22, right - MARGIN, 1, PRN_ALIGN_LEFT,
                colors->text);
}

void
prn_sheet_paint (const PrnSheet *self, PrnPen *pen,
                 void (*enter) (const PrnSheet *sheet, gpointer data),
                 void (*leave) (const PrnSheet *sheet, gpointer data), gpointer data, double zoom)
{
  const PrnRectangle whole = { 0, 0, self->width, self->height };
  PrnSheet furniture = *self;

  if (!self->transparent) {
    prn_pen_rectangle (pen, &whole);
    prn_pen_fill (pen, self->ground);
  }

  enter (self, data);
  prn_scene_paint_with (self->scene, pen, self->clipped ? &self->view : NULL, zoom);
  leave (self, data);

  if (self->title == NULL && !self->legend)
    return;

  /* Title and legend are painted in a space of their own, in which they have their natural
   * size. */
  furniture.scale = furniture_of (self);
  furniture.view = (PrnRectangle){ 0, 0, self->width / furniture.scale,
                                   self->height / furniture.scale };
  furniture.area = whole;
  furniture.clipped = FALSE;
  enter (&furniture, data);
  prn_text_lock ();
  if (self->title != NULL)
    paint_title (self, pen, furniture.view.w);
  if (self->legend)
    paint_legend (&furniture, pen, MARGIN, furniture.view.h - 26);
  prn_text_unlock ();
  leave (&furniture, data);
}
