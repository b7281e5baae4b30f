/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

/* Whether a target is met, in a sign and in words: on a terminal, on the map and beside it. */

typedef enum {
  PRN_VERDICT_UNKNOWN, /* there is nothing to measure yet */
  PRN_VERDICT_MET,
  PRN_VERDICT_NEAR,   /* not met, but the bound is within the 95 % interval */
  PRN_VERDICT_MISSED,
} PrnVerdict;

/**
 * prn_verdict:
 * @target: a target of the map
 * @found: (nullable): what the report says of it
 *
 * Returns: how it stands
 */
PrnVerdict prn_verdict (const PrnTarget *target, const PrnReportTarget *found);

/**
 * prn_verdict_sign:
 * @verdict: how a target stands
 *
 * Returns: `✓`, `≈`, `✗` or `–`
 */
const char *prn_verdict_sign (PrnVerdict verdict);

/* In a word: `met`, `nearly`, `missed`, `not known`. */
const char *prn_verdict_word (PrnVerdict verdict);

/**
 * prn_verdict_subject:
 * @map: its map
 * @target: a target
 *
 * Returns: (transfer full): what is measured: `Starts a trial in 30 d` (its share), `reach of Trial`
 */
char *prn_verdict_subject (PrnMap *map, const PrnTarget *target);

/* What is asked for: `≥ 35 %`, `≤ 30 d`. Transfer full. */
char *prn_verdict_bound (PrnMap *map, const PrnTarget *target);

/**
 * prn_verdict_value:
 * @map: its map
 * @target: a target
 * @value: as it is measured: a share, a count, seconds, an amount; or NaN
 *
 * Returns: (transfer full): the value with its unit; `–` for NaN
 */
char *prn_verdict_value (PrnMap *map, const PrnTarget *target, double value);

/* The same of both ends of an interval: `32.1–37.9 %`; "" when there is none. */
char *prn_verdict_interval (PrnMap *map, const PrnTarget *target, PrnInterval interval);

G_END_DECLS
