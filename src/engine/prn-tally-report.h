/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-report.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/**
 * prn_tally_report:
 * @tally: what a replay or a simulation counted
 * @plan: the plan it was counted with
 * @log: (nullable): the log; %NULL makes it the report of a simulation
 * @as_of: end of observation
 *
 * Returns: (transfer full): the report
 */
PrnReport *prn_tally_report (const PrnTally *tally, PrnPlan *plan, PrnLog *log, gint64 as_of);

G_END_DECLS
