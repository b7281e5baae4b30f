/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"

G_BEGIN_DECLS

/* Moves of the view. */
typedef enum {
  PRN_ZOOM_IN,
  PRN_ZOOM_OUT,
  PRN_ZOOM_100,
  PRN_ZOOM_FIT,
  PRN_ZOOM_SELECTION,
} PrnZoom;

/**
 * prn_zoom_canvas:
 * @canvas: a canvas
 * @zoom: how
 *
 * Changes what of the map is in view.
 */
void prn_zoom_canvas (PrnCanvas *canvas, PrnZoom zoom);

G_END_DECLS
