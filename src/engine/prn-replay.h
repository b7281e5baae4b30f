/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-plan.h"
#include "prn-progress.h"
#include "prn-report.h"
#include "prn-table.h"
#include "prn-tally-set.h"

G_BEGIN_DECLS

/**
 * PrnReplayOptions:
 * @has_as_of: whether @as_of is given; else it is the latest time in the log
 * @as_of: end of observation
 * @threads: 0: as many as there are processors; the report is the same to the byte
 * @customers: (nullable): what is known of customers before their first row: their attributes
 *   begin with these cells
 * @segment_by: (nullable): a column of @customers or of the log, kept when it was read, whose values
 *   take the place of the map's segments in the report
 * @measures: what is measured beside what the map asks for
 * @counts_only: only counts: no lengths, conversions, months, money and segments; the rest of the
 *   report is as if nothing was known of it
 */
typedef struct {
  gboolean has_as_of;
  gint64 as_of;
  guint threads;
  PrnTable *customers;
  const char *segment_by;
  PrnMeasuresOptions measures;
  gboolean counts_only;
} PrnReplayOptions;

/**
 * prn_replay:
 * @plan: the map
 * @log: a log read with (at least) the columns of prn_plan_columns(); a column it does not have is
 *   one whose cells are all missing
 * @options: (nullable): how
 * @progress: (nullable): to watch and stop it
 * @error: return location: a map that goes round, a column or a stage that is not there
 *
 * Walks every customer of @log through the map, as the semantics page says.
 *
 * Returns: (transfer full): the report, or %NULL with @error set
 */
PrnReport *prn_replay (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options,
                       PrnProgress *progress, GError **error);

/**
 * prn_replay_tally:
 * @plan: as of prn_replay(), and so are the others
 *
 * The same, but as a tally: what a report is made of, and calibration.
 *
 * Returns: (transfer full): the tally, or %NULL with @error set
 */
PrnTallySet *prn_replay_tally (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options,
                               PrnProgress *progress, GError **error);

/**
 * prn_replay_classes:
 * @plan: as of prn_replay(), and so are the others
 * @classes: (array length=n_classes) (nullable): segments of the map, by their place in its list
 * @n_classes: how many
 *
 * As prn_replay_tally(), but with classes that have no customer in common in the place of the
 * segments, as a simulation has them: the customers in the first of @classes, those in the second
 * but not in the first, and so on; the last one, after @n_classes, are those in none. @options
 * neither ask for counts only nor for segments by a column.
 *
 * Returns: (transfer full): the tally, or %NULL with @error set
 */
PrnTallySet *prn_replay_classes (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options,
                                 const guint32 *classes, guint n_classes, PrnProgress *progress,
                                 GError **error);

G_END_DECLS
