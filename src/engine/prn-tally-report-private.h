/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-incidence.h"
#include "prn-tally-set.h"

G_BEGIN_DECLS

/* The sections of a report, each filled from a tally. */

/* A stage's id, owned by the map. */
static inline const char *
prn_tally_report_stage_id (PrnPlan *plan, guint32 stage)
{
  return prn_element_id (prn_map_nth (plan->map, PRN_KIND_STAGE, stage));
}

/* A flow; @from %PRN_NONE is an entry. What it holds is the caller's. */
PrnReportFlow prn_tally_report_flow (PrnPlan *plan, guint32 from, guint32 to, guint64 moves);

/* The activities with rows, most rows first, at most @most of them. */
PrnReportUnmatched *prn_tally_report_activities (const guint64 *rows, const PrnTallySet *set,
                                                 guint most, guint *n);

/* How long the customers of a conversion took; those who did not yet are censored. Transfer full. */
PrnSurvival *prn_tally_report_conversion (const PrnTally *tally, guint index);

/* Flows, moves off the map, paths: of a tally with or without measures. */
void prn_tally_report_fill_flows (PrnReport *report, const PrnTally *tally, PrnPlan *plan);
void prn_tally_report_fill_off_map (PrnReport *report, const PrnTally *tally, PrnPlan *plan);
void prn_tally_report_fill_paths (PrnReport *report, const PrnTally *tally);

/* Cohorts and months. */
void prn_tally_report_fill_time (PrnReport *report, const PrnTally *tally);

/* Conversions, and what those who left did next. */
void prn_tally_report_fill_conversions (PrnReport *report, const PrnTally *tally);
void prn_tally_report_fill_losses (PrnReport *report, const PrnTally *tally,
                                   const PrnTallySet *set);

/* Money; without measures it is not known. */
void prn_tally_report_fill_money (PrnReport *report, const PrnTally *tally);

/**
 * PrnMeasured:
 * @never: whether it is a median that is not reached: longer than anything
 *
 * What a target measures.
 */
typedef struct {
  double actual;
  PrnInterval interval;
  gboolean never;
} PrnMeasured;

/**
 * PrnTallyReport:
 * @tally: what was counted of all customers or of a segment; %NULL when there is no such report
 * @report: what is said of it
 * @in_time: by target of the map, how many visits its trigger ended in time, if it asks for that
 *
 * A report in the making.
 */
typedef struct {
  const PrnTally *tally;
  PrnReport *report;
  PrnMeasured *in_time;
} PrnTallyReport;

/* Makes room for what targets measure in time. */
void prn_tally_report_begin_targets (PrnTallyReport *of);

/* Measures the share of @trigger for the targets that give it a time. */
void prn_tally_report_measure_in_time (PrnTallyReport *of, const char *trigger,
                                       const PrnIncidence *incidence);

/* Targets, once all else is filled. With @segment %PRN_NONE, of all customers, they are all of the
 * map's, and @segments are the reports of its segments; else those for the segment and for none. */
void prn_tally_report_fill_targets (PrnTallyReport *of, const PrnTallySet *set, guint32 segment,
                                    const PrnTallyReport *segments);

G_END_DECLS
