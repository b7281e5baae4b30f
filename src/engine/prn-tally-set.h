/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"
#include "prn-segments.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/* The tally of all customers and one of each segment, with what a report says of the log: all that
 * a report is made of. Sets of any split of the customers can be added. */

/**
 * PrnTallySet:
 * @plan: the map
 * @measures: (nullable): what is counted beyond moves; %NULL: plain counts
 * @is_simulation: whether the customers were simulated
 * @as_of: end of observation
 * @read: rows with content in the log; @accepted and @rejected are among them
 * @rejects: (array length=n_rejects): the first rows rejected
 * @activities: (array length=n_activities): of the log, as a report shows them
 * @total: of all customers
 * @by_column: (nullable): the column whose values are segments beside the map's, and are shown in
 *   their place
 * @labels: (array length=n_segments): of the segments
 * @segments: (array length=n_segments): the tally of each, %NULL when nobody is in it
 */
typedef struct {
  PrnPlan *plan;
  PrnMeasures *measures;
  gboolean is_simulation;
  gint64 as_of;
  guint64 read, accepted, rejected;
  guint n_rejects;
  PrnReportReject *rejects;
  guint n_activities;
  char **activities;
  PrnTally *total;
  char *by_column;
  guint n_segments;
  PrnSegmentLabel *labels;
  PrnTally **segments;
} PrnTallySet;

/**
 * prn_tally_set_new:
 * @plan: what is counted
 * @measures: (nullable): what is counted beyond moves
 * @is_simulation: whether the customers are simulated
 * @as_of: end of observation
 * @n_activities: how many activities the log has
 *
 * Returns: (transfer full): a set without segments, of nothing
 */
PrnTallySet *prn_tally_set_new (PrnPlan *plan, PrnMeasures *measures, gboolean is_simulation,
                                gint64 as_of, guint n_activities);

/**
 * prn_tally_set_free:
 * @set: (transfer full): a set
 */
void prn_tally_set_free (PrnTallySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnTallySet, prn_tally_set_free)

/**
 * prn_tally_set_segment_by:
 * @set: a set without segments
 * @labels: (array length=n): what the segments are; copied
 * @n: how many
 * @column: (nullable): the column whose values are among them
 */
void prn_tally_set_segment_by (PrnTallySet *set, const PrnSegmentLabel *labels, guint n,
                               const char *column);

/**
 * prn_tally_set_segment_by_map:
 * @set: a set without segments
 *
 * Gives it the segments of the map.
 */
void prn_tally_set_segment_by_map (PrnTallySet *set);

/**
 * prn_tally_set_segment:
 * @set: a set
 * @segment: one of its segments
 *
 * Returns: (transfer none): the segment's tally, made if need be
 */
PrnTally *prn_tally_set_segment (PrnTallySet *set, guint32 segment);

/**
 * prn_tally_set_add_journey:
 * @set: a set
 * @journey: a customer who is done
 * @segments: (array length=n): the segments he is in
 * @n: how many
 */
static inline void
prn_tally_set_add_journey (PrnTallySet *set, const PrnJourney *journey, const guint32 *segments,
                           guint n)
{
  prn_tally_add_journey (set->total, journey);
  for (guint i = 0; i < n; i++)
    prn_tally_add_journey (prn_tally_set_segment (set, segments[i]), journey);
}

/**
 * prn_tally_set_settle:
 * @set: a set to which all journeys were added
 *
 * Makes it ready to be merged or read, see prn_tally_settle().
 */
void prn_tally_set_settle (PrnTallySet *set);

/**
 * prn_tally_set_take_log:
 * @set: a set of the log's activities
 * @log: what the report says of the rows; copied
 */
void prn_tally_set_take_log (PrnTallySet *set, PrnLog *log);

/**
 * prn_tally_set_merge:
 * @set: a set
 * @other: a set of other customers of the same log, map, measures and segments, as another thread
 *   counted them; added to @set
 */
void prn_tally_set_merge (PrnTallySet *set, const PrnTallySet *other);

/**
 * prn_tally_set_subtract:
 * @set: a set
 * @other: as of prn_tally_set_merge(); taken out as by prn_tally_subtract()
 */
void prn_tally_set_subtract (PrnTallySet *set, const PrnTallySet *other);

/**
 * prn_tally_set_report:
 * @set: what a replay or a simulation counted
 *
 * Returns: (transfer full): the report
 */
PrnReport *prn_tally_set_report (const PrnTallySet *set);

G_END_DECLS
