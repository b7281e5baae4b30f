/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"

/**
 * whole_report_json:
 *
 * Returns: (transfer full): `files/whole.report.json`: a report that has something of everything
 */
GBytes *whole_report_json (void);

/**
 * whole_report_new:
 *
 * Returns: (transfer full): the same, read
 */
PrnReport *whole_report_new (void);

/* The map that it is of, `files/whole.lifecycle.json`. */
PrnMap *whole_report_map (void);
