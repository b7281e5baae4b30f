/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-guides-paint.h"

#include <math.h>

#define END 4.0 /* of a gap's line, to each side */

static void
append_bar (GtkSnapshot *snapshot, const GdkRGBA *color, double x1, double y1, double x2, double y2)
{
  gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT ((float) floor (x1), (float) floor (y1),
                           (float) MAX (1, floor (x2) - floor (x1)),
                           (float) MAX (1, floor (y2) - floor (y1))));
}

static void
append_guide (GtkSnapshot *snapshot, const GdkRGBA *color, const PrnGuide *guide,
              const PrnViewport *v)
{
  double x1 = (guide->x1 - v->x) * v->zoom, y1 = (guide->y1 - v->y) * v->zoom;
  double x2 = (guide->x2 - v->x) * v->zoom, y2 = (guide->y2 - v->y) * v->zoom;

  append_bar (snapshot, color, x1, y1, x2, y2);
  if (guide->kind == PRN_GUIDE_LINE)
    return;
  if (guide->y1 == guide->y2) {
    append_bar (snapshot, color, x1, y1 - END, x1, y1 + END + 1);
    append_bar (snapshot, color, x2 - 1, y1 - END, x2 - 1, y1 + END + 1);
  } else {
    append_bar (snapshot, color, x1 - END, y1, x1 + END + 1, y1);
    append_bar (snapshot, color, x1 - END, y2 - 1, x1 + END + 1, y2 - 1);
  }
}

void
prn_guides_snapshot (const PrnGuides *self, const PrnViewport *viewport, PrnThemeKind theme,
                     GtkSnapshot *snapshot)
{
  PrnColor accent = prn_theme_accent (theme);
  const GdkRGBA color = { (float) accent.r, (float) accent.g, (float) accent.b, 0.8f };

  for (guint i = 0; i < self->n; i++)
    append_guide (snapshot, &color, &self->guides[i], viewport);
}
