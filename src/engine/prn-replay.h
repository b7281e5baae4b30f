/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-plan.h"
#include "prn-progress.h"
#include "prn-report.h"
#include "prn-table.h"

G_BEGIN_DECLS

/**
 * PrnReplayOptions:
 * @has_as_of: whether @as_of is given; else it is the latest time in the log
 * @as_of: end of observation
 * @threads: 0: as many as there are processors; the report is the same to the byte
 * @customers: (nullable): what is known of customers before their first row: their attributes
 *   begin with these cells
 */
typedef struct {
  gboolean has_as_of;
  gint64 as_of;
  guint threads;
  PrnTable *customers;
} PrnReplayOptions;

/**
 * prn_replay:
 * @plan: the map
 * @log: a log read with (at least) the columns of prn_plan_columns(); a column it does not have is
 *   one whose cells are all missing
 * @options: (nullable): how
 * @progress: (nullable): to watch and stop it
 * @error: return location
 *
 * Walks every customer of @log through the map, as the semantics page says.
 *
 * Returns: (transfer full): the report, or %NULL with @error set
 */
PrnReport *prn_replay (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options,
                       PrnProgress *progress, GError **error);

G_END_DECLS
