/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-export-settings.h"
#include "prn-findings.h"

G_BEGIN_DECLS

#define PRN_TYPE_EXPORT_DIALOG (prn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PrnExportDialog, prn_export_dialog, PRN, EXPORT_DIALOG, AdwWindow)

/* Asks what an exported picture is to be like. The answer is remembered.
 *
 * Signals: `export` (the user is content; prn_export_dialog_get_settings() has the answer). */

/**
 * prn_export_dialog_new:
 * @parent: where to show it
 * @map: what is exported
 * @findings: (nullable): numbers that may be shown on it
 *
 * Returns: a dialog, not yet shown
 */
GtkWidget *prn_export_dialog_new (GtkWindow *parent, PrnMap *map, PrnFindings *findings);

/* What was chosen so far. */
void prn_export_dialog_get_settings (PrnExportDialog *self, PrnExportSettings *settings);

G_END_DECLS
