/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

/**
 * prn_report_rows:
 * @map: the map that was replayed on
 * @report: what the replay found
 *
 * Says a report in the rows of a side panel: targets, stages, triggers, conversion, cohorts, months,
 * money, losses, segments, paths, moves off the map, then where every row of the log went,
 * unmatched activities and rejected rows. Every figure is of
 * the report; nothing is left out but what the report itself leaves out, which is said.
 *
 * Returns: (transfer full) (element-type PrnPanelRow): the rows
 */
GListModel *prn_report_rows (PrnMap *map, const PrnReport *report);

G_END_DECLS
