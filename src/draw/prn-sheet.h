/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-export.h"
#include "prn-pen.h"
#include "prn-scene.h"

G_BEGIN_DECLS

/* A sheet: a scene, or a part of it, with margins, and what stands above and below it. */

typedef struct {
  PrnScene *scene;
  PrnThemeKind theme;
  PrnRectangle view; /* what of the scene is shown, in map units */
  gboolean clipped;  /* nothing outside of @view is painted: a frame */
  char *title;       /* nullable */
  gboolean legend, figures;
  PrnColor ground;
  gboolean transparent;
  double width, height; /* of the sheet, in units of the output */
  double scale;         /* units of the output a map unit */
  PrnRectangle area;    /* where the view goes */
} PrnSheet;

/**
 * prn_sheet_init:
 * @self: a sheet with @scene, @theme, @view, @title, @legend, @ground set
 * @options: (nullable): its size
 *
 * Finds the scale: as wide and high as asked for, the view fitted in with margins and centred; else
 * as large as it must be.
 */
void prn_sheet_init (PrnSheet *self, const PrnExportOptions *options);
void prn_sheet_clear (PrnSheet *self);

/**
 * prn_sheet_paint:
 * @self: a sheet
 * @pen: what with; already in units of the output
 * @enter: (nullable) (scope call): called before the scene is painted, to move to map units
 * @leave: (nullable) (scope call): called after it
 * @data: for both
 * @zoom: the detail of the scene
 *
 * Paints ground, title, scene and legend.
 */
void prn_sheet_paint (const PrnSheet *self, PrnPen *pen,
                      void (*enter) (const PrnSheet *sheet, gpointer data),
                      void (*leave) (const PrnSheet *sheet, gpointer data), gpointer data,
                      double zoom);

G_END_DECLS
