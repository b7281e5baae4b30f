/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-map.h"
#include "prn-report.h"

/* The semantics once more, as plain and slow as can be: every moment is worked out from the whole
 * history. It shares no code with the engine, only the access to maps and logs. */

/**
 * reference_replay:
 * @map: a map
 * @log: a log
 * @as_of: end of observation
 *
 * Returns: (transfer full): the report's integers, one fact a line
 */
char *reference_replay (PrnMap *map, PrnLog *log, gint64 as_of);

/**
 * reference_lines:
 * @report: a report of the engine
 *
 * Returns: (transfer full): the same lines
 */
char *reference_lines (const PrnReport *report);
