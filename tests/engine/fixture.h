/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-map.h"
#include "prn-report.h"

/* Maps and logs written down in a line or two. */

/**
 * fixture_map:
 * @members: the map's members with single quotes: `'stages': [{'id': 'a'}]`
 *
 * Returns: (transfer full): the map
 */
PrnMap *fixture_map (const char *members);

/**
 * fixture_log:
 * @rows: `CUSTOMER ACTIVITY TIME [COLUMN=CELL]…; …`: times as a duration since 1970, a `_` in an
 *   activity or cell stands for a space, `-` for nothing
 * @columns: (nullable) (array zero-terminated=1): the columns to keep
 * @n_parts: over how many parts the customers are spread at most
 * @is_stage_log: whether activities are names of stages; a column `trigger` then names triggers
 *
 * Returns: (transfer full): the log
 */
PrnLog *fixture_log (const char *rows, const char *const *columns, guint n_parts,
                     gboolean is_stage_log);

/**
 * fixture_value:
 * @report: a report
 * @fact: `now STAGE`, `visits STAGE`, `left STAGE`, `reached STAGE` (customers), `fired TRIGGER`,
 *   `by TRIGGER` (customers), `flow FROM>TO`, `off FROM>TO`, `unmatched ACTIVITY`, `path A>B>C`,
 *   or the name of a number of the report
 *
 * Returns: what the report says
 */
guint64 fixture_value (const PrnReport *report, const char *fact);

/**
 * fixture_check:
 * @report: a report
 * @facts: `FACT = N; …`
 *
 * Fails the test unless the report says so.
 */
void fixture_check (const PrnReport *report, const char *facts);
