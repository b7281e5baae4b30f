/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-findings.h"

G_BEGIN_DECLS

#define PRN_TYPE_REPORT_PANEL (prn_report_panel_get_type ())
G_DECLARE_FINAL_TYPE (PrnReportPanel, prn_report_panel, PRN, REPORT_PANEL, AdwBin)

/* The figures of a replay beside the map; without one, how to get there.
 *
 * Properties: `selected` (string, nullable: id of the element that the selected row is about). */

/**
 * prn_report_panel_set_findings:
 * @self: a panel
 * @findings: (nullable): what a replay found
 *
 * Shows a replay, or none.
 */
void prn_report_panel_set_findings (PrnReportPanel *self, PrnFindings *findings);

/**
 * prn_report_panel_set_log_name:
 * @self: a panel
 * @log_name: (nullable): what the log at hand is called
 *
 * Tells which log there is to be replayed, or was.
 */
void prn_report_panel_set_log_name (PrnReportPanel *self, const char *log_name);

G_END_DECLS
