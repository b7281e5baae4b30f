/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-export.h"

G_BEGIN_DECLS

/* What an export dialog offers. */

/**
 * PrnExportSettings:
 * @format: %PRN_EXPORT_PNG, %PRN_EXPORT_SVG or %PRN_EXPORT_PDF
 * @size: index into prn_export_sizes()
 * @theme: colours
 * @transparent: no ground; means nothing to a PDF
 * @title: the map's title above it
 * @legend: what lines, signs and numbers mean
 * @numbers: figures of the replay are shown
 */
typedef struct {
  PrnExportFormat format;
  guint size;
  PrnThemeKind theme;
  gboolean transparent;
  gboolean title;
  gboolean legend;
  gboolean numbers;
} PrnExportSettings;

/**
 * prn_export_sizes:
 *
 * Returns: (transfer full) (array zero-terminated=1): the sizes offered, in words
 */
char **prn_export_sizes (void);

/**
 * prn_export_settings_options:
 * @settings: what was chosen
 * @options: (out): what prn_export() is to be given
 */
void prn_export_settings_options (const PrnExportSettings *settings, PrnExportOptions *options);

/**
 * prn_export_settings_file_name:
 * @settings: what was chosen
 * @title: the map's title
 * @file_name: (nullable): the map's file
 *
 * Returns: (transfer full): a name to offer: `trial.png` for `trial.lifecycle.json`, else made of
 *   the title
 */
char *prn_export_settings_file_name (const PrnExportSettings *settings, const char *title,
                                     const char *file_name);

G_END_DECLS
