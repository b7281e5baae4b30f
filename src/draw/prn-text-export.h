/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

/* A map as text that other programs draw. The same map and report give the same bytes. */

/**
 * prn_dot_write:
 * @map: a map
 * @report: (nullable): numbers to be put on it
 *
 * Returns: (transfer full): the map in the DOT language of Graphviz
 */
GBytes *prn_dot_write (PrnMap *map, const PrnReport *report);

/**
 * prn_mermaid_write:
 * @map: a map
 * @report: (nullable): numbers to be put on it
 *
 * Returns: (transfer full): the map as a Mermaid flowchart
 */
GBytes *prn_mermaid_write (PrnMap *map, const PrnReport *report);

G_END_DECLS
