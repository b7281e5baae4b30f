/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

/* What a replay found, and on which map: shared by the canvas, the panel and a thread that
 * exports. Immutable, reference-counted. */

typedef struct _PrnFindings PrnFindings;

/**
 * prn_findings_new:
 * @map: the map that was replayed on
 * @report: (transfer full): the report
 *
 * Returns: (transfer full): both in one
 */
PrnFindings *prn_findings_new (PrnMap *map, PrnReport *report);

PrnFindings *prn_findings_ref (PrnFindings *self);
void prn_findings_unref (PrnFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnFindings, prn_findings_unref)

/* The map and the report; both live as long as @self. */
PrnMap *prn_findings_get_map (PrnFindings *self);
const PrnReport *prn_findings_get_report (PrnFindings *self);

G_END_DECLS
