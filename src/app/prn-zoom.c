/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-zoom.h"

#define ZOOM_STEP 1.25

void
prn_zoom_canvas (PrnCanvas *canvas, PrnZoom zoom)
{
  switch (zoom) {
  case PRN_ZOOM_IN:
    prn_canvas_zoom_by (canvas, ZOOM_STEP);
    break;
  case PRN_ZOOM_OUT:
    prn_canvas_zoom_by (canvas, 1 / ZOOM_STEP);
    break;
  case PRN_ZOOM_100:
    prn_canvas_zoom_to (canvas, 1);
    break;
  case PRN_ZOOM_FIT:
    prn_canvas_zoom_to_fit (canvas);
    break;
  case PRN_ZOOM_SELECTION:
    prn_canvas_zoom_to_selection (canvas);
    break;
  }
}
