/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"
#include "prn-theme.h"

G_BEGIN_DECLS

typedef enum {
  PRN_EXPORT_PNG,
  PRN_EXPORT_SVG,
  PRN_EXPORT_PDF,
  PRN_EXPORT_DOT,
  PRN_EXPORT_MERMAID,
} PrnExportFormat;

/**
 * PrnExportOptions:
 * @theme: colours
 * @scale: pixels a map unit; 0: 1, unless @width and @height say otherwise
 * @width: in pixels; 0: as large as the map; with @height: the map is fitted into it, centred
 * @height: in pixels
 * @dpi: written into a PNG; 0: none
 * @transparent: no ground
 * @background: (nullable): another ground, `#rrggbb`
 * @title: the map's title above it
 * @legend: what lines, signs and numbers mean, below it
 * @frame: (nullable): only what is inside this frame
 * @frames: one page (PDF) for each frame, in order
 * @embed: the map's JSON is put into the PNG (iTXt `perennial-map`) or SVG (`<metadata>`)
 *
 * Zero-initialise it.
 */
typedef struct {
  PrnThemeKind theme;
  double scale;
  int width, height;
  double dpi;
  gboolean transparent;
  const char *background;
  gboolean title, legend;
  const char *frame;
  gboolean frames;
  gboolean embed;
} PrnExportOptions;

/**
 * prn_export_format_from_path:
 * @path: a file name
 * @format: (out): what its ending says
 *
 * Returns: whether the ending (`.png`, `.svg`, `.pdf`, `.dot` or `.gv`, `.mmd`) is known
 */
gboolean prn_export_format_from_path (const char *path, PrnExportFormat *format);

/**
 * prn_export:
 * @map: a map
 * @report: (nullable): numbers to be shown on it
 * @format: what to make
 * @options: (nullable): how
 * @error: return location: a picture over 32,767 pixels a side or 400 megapixels, an unknown
 *   frame, a bad colour
 *
 * Draws a map into a file's content.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
GBytes *prn_export (PrnMap *map, const PrnReport *report, PrnExportFormat format,
                    const PrnExportOptions *options, GError **error);

G_END_DECLS
