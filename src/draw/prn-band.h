/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-pen.h"
#include "prn-theme-table.h"

G_BEGIN_DECLS

/* A phase as a band behind its stages. */

#define PRN_BAND_PAD 24
#define PRN_BAND_HEAD 48 /* above the topmost card */

typedef struct {
  const PrnPhase *phase;
  guint phase_index;
  PrnRectangle rect;
  PrnColor hue, ground;
  gboolean rtl;
} PrnBand;

/**
 * prn_bands_new:
 * @map: a map
 * @boxes: (array): the card of each stage, in map order
 * @theme: colours
 * @rtl: names at the right
 *
 * Makes a band for every phase that has stages. Where the cards of one phase stand among those
 * of another, the phase gets several bands: bands never overlap and never hold a foreign stage,
 * unless the cards themselves overlap.
 *
 * Returns: (transfer full) (element-type PrnBand): the bands, in the order of the phases
 */
GArray *prn_bands_new (PrnMap *map, const PrnRectangle *boxes, PrnThemeKind theme, gboolean rtl);

/**
 * prn_bands_add_changes:
 * @before: (element-type PrnBand): the bands of a scene
 * @after: (element-type PrnBand): those of the scene made of it
 * @changes: (element-type PrnRectangle): gets where the two look different
 *
 * Bands do not lie on one another, so that their order does not matter, and what several bands of
 * one phase cover looks as if one did but for their edges and headings.
 */
void prn_bands_add_changes (GArray *before, GArray *after, GArray *changes);

/* The name and the owner: what lines and labels keep off; no area for an owner that is not shown.
 */
PrnRectangle prn_band_head (const PrnBand *self);
PrnRectangle prn_band_owner (const PrnBand *self);

/* All ink of the name, seen from near or from afar. */
PrnRectangle prn_band_heading (const PrnBand *self);

/* Paints the band without its heading. */
void prn_band_paint (const PrnBand *self, PrnPen *pen, PrnThemeKind theme);

/* Paints name and owner, over what lines may pass there; @zoom decides how large, and what. */
void prn_band_paint_heading (const PrnBand *self, PrnPen *pen, PrnThemeKind theme, double zoom);

G_END_DECLS
