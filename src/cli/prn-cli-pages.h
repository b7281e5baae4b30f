/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"
#include "prn-export.h"

G_BEGIN_DECLS

/**
 * prn_cli_export_pages:
 * @map: a map
 * @report: (nullable): numbers to be shown on it
 * @format: PNG or SVG
 * @options: how
 * @path: a file name: `tour.png` makes `tour-1.png`, `tour-2.png` ...
 *
 * Draws each frame of a map into a file of its own. Nothing is written before all are drawn.
 *
 * Returns: how the program ends
 */
PrnCliStatus prn_cli_export_pages (PrnMap *map,
                                   const PrnReport *report,
                                   PrnExportFormat format,
                                   const PrnExportOptions *options,
                                   const char *path);

G_END_DECLS
