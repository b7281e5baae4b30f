/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-pen.h"
#include "prn-theme-table.h"

G_BEGIN_DECLS

/* Sticky notes, and the frames of a presentation. */

typedef struct {
  const PrnNote *note;
  PrnRectangle rect;
  PrnColor ground;
  gboolean rtl;
} PrnSticky;

/* Sets the colours of a note with a theme. */
void prn_sticky_init (PrnSticky *self, PrnThemeKind theme);
void prn_sticky_paint (const PrnSticky *self, PrnPen *pen, PrnThemeKind theme, double zoom);

/* Paints the frame at @index of a map with its number, from 1, on a tab clear of other tabs. */
void prn_frame_paint (PrnMap *map, guint index, PrnPen *pen, PrnThemeKind theme);

/* Everything of a frame that is inked; nothing of one without a place. */
PrnRectangle prn_frame_ink (const PrnFrame *frame);

G_END_DECLS
