/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-scene.h"

G_BEGIN_DECLS

#define PRN_TYPE_THUMBNAIL (prn_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (PrnThumbnail, prn_thumbnail, PRN, THUMBNAIL, GtkWidget)

/* A whole map, small: drawn once by the painter of the canvas and kept as a picture. */

/* Returns: a thumbnail that shows an empty ground */
GtkWidget *prn_thumbnail_new (void);

/**
 * prn_thumbnail_set_map:
 * @self: a thumbnail
 * @map: (nullable): what to show
 * @report: (nullable): numbers to show on it; only looked at during the call
 * @theme: colours
 *
 * Shows a map.
 */
void prn_thumbnail_set_map (PrnThumbnail *self, PrnMap *map, const PrnReport *report,
                            PrnThemeKind theme);

G_END_DECLS
