/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-journey.h"
#include "prn-report.h"

G_BEGIN_DECLS

/* What a scenario changes, customer by customer. A customer draws the same numbers in the map as
 * it is and in the scenario (common random numbers: Law and Kelton, "Simulation Modeling and
 * Analysis", 11.2), so that chance falls out of the difference for the most part, and its interval
 * is that of paired values. Sums of integers only: threads and order change nothing.
 *
 * Where the scenario changes how many customers there are or when they arrive, those compared are
 * the ones who come into both maps; means are over them. */

typedef struct _PrnCompare PrnCompare;

/**
 * prn_compare_new:
 * @plan: the map as it is; must outlive the comparison
 *
 * Returns: (transfer full): a comparison of nobody
 */
PrnCompare *prn_compare_new (PrnPlan *plan);

/**
 * prn_compare_free:
 * @compare: (transfer full): a comparison
 */
void prn_compare_free (PrnCompare *compare);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCompare, prn_compare_free)

/**
 * prn_compare_add:
 * @compare: a comparison
 * @base: what a customer did in the map as it is
 * @other: what the same customer did in the scenario
 * @base_money: what @base is worth in 1/10,000 of the currency
 * @other_money: the same of @other
 *
 * Adds a customer; one who did not come into both maps is left out.
 */
void prn_compare_add (PrnCompare *compare,
                      const PrnJourney *base,
                      const PrnJourney *other,
                      gint64 base_money,
                      gint64 other_money);

/**
 * prn_compare_merge:
 * @compare: a comparison
 * @more: one of other customers, added to @compare
 */
void prn_compare_merge (PrnCompare *compare, const PrnCompare *more);

/**
 * prn_compare_fill:
 * @compare: a comparison
 * @scenario: gets the differences: for each stage in map order `reach`, `now` and `visits`, and for
 *   the map `exit_share`, `goal_share` and `lifetime_value`; an interval is the mean of the paired
 *   differences ± 1.96 standard errors
 */
void prn_compare_fill (const PrnCompare *compare, PrnReportScenario *scenario);

G_END_DECLS
