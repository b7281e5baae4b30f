/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report from a set of tallies. */

#include "prn-tally-report-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "prn-duration.h"
#include "prn-trigger-visits.h"

static int
compare_unmatched (gconstpointer a, gconstpointer b)
{
  const PrnReportUnmatched *one = a, *other = b;

  if (one->rows != other->rows)
    return one->rows > other->rows ? -1 : 1;
  return strcmp (one->activity, other->activity);
}

PrnReportUnmatched *
prn_tally_report_activities (const guint64 *rows, const PrnTallySet *set, guint most, guint *n)
{
  PrnReportUnmatched *list;
  guint all = 0;

  for (guint i = 0; i < set->n_activities; i++)
    all += rows[i] > 0;
  list = g_new0 (PrnReportUnmatched, all);
  for (guint i = 0, k = 0; i < set->n_activities; i++)
    if (rows[i] > 0)
      list[k++] = (PrnReportUnmatched){ set->activities[i], rows[i] };
  if (all > 0)
    qsort (list, all, sizeof *list, compare_unmatched);
  *n = MIN (all, most);
  for (guint i = 0; i < *n; i++)
    list[i].activity = g_strdup (list[i].activity);
  return list;
}

/* What a report says of the rows. Those that were rejected are nobody's, so that a segment has only
 * rows that were accepted. */
static void
fill_rows (PrnReport *report, const PrnTally *tally, const PrnTallySet *set)
{
  PrnReportRows *rows = &report->rows;
  gboolean is_total = tally == set->total;

  rows->read = is_total ? set->read : tally->rows;
  rows->accepted = tally->rows;
  rows->rejected = is_total ? set->rejected : 0;
  rows->after_as_of = tally->after_as_of;
  rows->matched = tally->matched;
  rows->before_entry = tally->before_entry;
  rows->used = tally->used;
  for (guint i = 0; i < tally->n_activities; i++)
    rows->unmatched += tally->unmatched[i];

  if (is_total) {
    report->n_rejects = set->n_rejects;
    report->rejects = g_new (PrnReportReject, set->n_rejects);
    for (guint i = 0; i < set->n_rejects; i++)
      report->rejects[i] =
          (PrnReportReject){ set->rejects[i].line, g_strdup (set->rejects[i].reason) };
  }
  report->unmatched =
      prn_tally_report_activities (tally->unmatched, set, G_MAXUINT, &report->n_unmatched);
}

static void
fill_stages (PrnReport *report, const PrnTally *tally)
{
  report->n_stages = tally->n_stages;
  report->stages = g_new0 (PrnReportStage, tally->n_stages);
  for (guint32 i = 0; i < tally->n_stages; i++) {
    const PrnTallyStage *from = &tally->stages[i];
    PrnReportStage *to = &report->stages[i];

    to->id = g_strdup (prn_tally_report_stage_id (tally->plan, i));
    to->customers = from->customers;
    to->visits = from->visits;
    to->now = from->now;
    to->left = from->left;
    to->reach = prn_wilson_share (from->customers, tally->entered);
    to->here = prn_wilson_share (from->now, tally->entered);
    to->each = prn_mean (tally->entered, from->visits, from->squares);
    to->p25 = to->median = to->p75 = to->mean = NAN;
    if (from->left > 0)
      to->mean = (double) from->dwell / (double) from->left / PRN_SECOND;
  }
}

static void
fill_triggers (PrnReport *report, const PrnTally *tally, const PrnTriggerVisits *visits)
{
  report->n_triggers = tally->n_triggers;
  report->triggers = g_new0 (PrnReportTrigger, tally->n_triggers);
  for (guint i = 0; i < tally->n_triggers; i++) {
    PrnReportTrigger *trigger = &report->triggers[i];
    gconstpointer element = prn_map_nth (tally->plan->map, PRN_KIND_TRIGGER, i);

    trigger->id = g_strdup (prn_element_id (element));
    trigger->customers = tally->triggers[i].customers;
    trigger->share = trigger->interval.low = trigger->interval.high = NAN;
    trigger->p25 = trigger->median = trigger->p75 = NAN;
    prn_trigger_visits_count (visits, i, &trigger->fired);
  }
}

static void
fill_dwell (PrnReportStage *stage, const PrnSurvival *dwell)
{
  stage->p25 = prn_survival_quantile (dwell, .25) / PRN_SECOND;
  stage->median = prn_survival_quantile (dwell, .5) / PRN_SECOND;
  stage->p75 = prn_survival_quantile (dwell, .75) / PRN_SECOND;
}

static void
fill_delay (PrnTallyReport *of, const PrnTriggerVisits *visits, guint index, const PrnSurvival *all)
{
  g_autoptr (PrnIncidence) incidence = prn_trigger_visits_incidence (visits, index, all);
  PrnReportTrigger *trigger = &of->report->triggers[index];

  trigger->share = prn_incidence_limit (incidence, &trigger->interval);
  trigger->p25 = prn_incidence_quantile (incidence, .25) / PRN_SECOND;
  trigger->median = prn_incidence_quantile (incidence, .5) / PRN_SECOND;
  trigger->p75 = prn_incidence_quantile (incidence, .75) / PRN_SECOND;
  prn_tally_report_measure_in_time (of, trigger->id, incidence);
}

/* What follows from how long visits last. The triggers that leave one stage alone share its curve;
 * one with several sources has its own. */
static void
fill_lengths (PrnTallyReport *of, const PrnTriggerVisits *visits)
{
  const PrnTally *tally = of->tally;

  for (guint32 i = 0; i < tally->n_stages; i++) {
    const PrnPlanStage *stage = &tally->plan->stages[i];
    g_autoptr (PrnSurvival) dwell = NULL;

    if (tally->stages[i].visits == 0)
      continue;
    dwell = prn_trigger_visits_of_stage (visits, i, FALSE);
    fill_dwell (&of->report->stages[i], dwell);
    for (guint32 k = stage->first_edge; k < stage->first_edge + stage->n_edges; k++)
      if (prn_trigger_visits_only_source (visits, tally->plan_edges[k].trigger) == i)
        fill_delay (of, visits, tally->plan_edges[k].trigger, dwell);
  }

  for (guint i = 0; i < tally->n_triggers; i++)
    if (prn_trigger_visits_only_source (visits, i) == PRN_NONE &&
        prn_trigger_visits_count (visits, i, NULL) > 0) {
      g_autoptr (PrnSurvival) all = prn_trigger_visits_of_sources (visits, i, FALSE);

      fill_delay (of, visits, i, all);
    }
}

/* All but the targets and what is inside. */
static PrnTallyReport
begin_report (const PrnTally *tally, const PrnTallySet *set)
{
  g_autoptr (PrnTriggerVisits) visits = prn_trigger_visits_new (tally->plan, tally);
  PrnReport *report = g_new0 (PrnReport, 1);
  PrnTallyReport of = { tally, report, NULL };

  report->kind = g_strdup (set->is_simulation ? "simulation" : "replay");
  report->as_of = set->as_of;
  report->customers = tally->customers;
  report->entered = tally->entered;
  report->expected = NAN;
  if (!set->is_simulation)
    fill_rows (report, tally, set);
  fill_stages (report, tally);
  fill_triggers (report, tally, visits);
  prn_tally_report_fill_flows (report, tally, tally->plan);
  prn_tally_report_fill_off_map (report, tally, tally->plan);
  prn_tally_report_fill_paths (report, tally);
  prn_tally_report_fill_money (report, tally);
  prn_tally_report_begin_targets (&of);
  if (tally->measures == NULL)
    return of;

  fill_lengths (&of, visits);
  prn_tally_report_fill_time (report, tally);
  prn_tally_report_fill_conversions (report, tally);
  prn_tally_report_fill_losses (report, tally, set);
  if (tally->drawn > 0)
    report->expected = (double) tally->seen / (double) tally->drawn;
  return of;
}

/* Values of a column that no customer has in the end are left out, segments of the map are not. */
static gboolean
is_shown (const PrnTallySet *set, guint segment)
{
  if (set->by_column != NULL)
    return !set->labels[segment].of_map && set->segments[segment] != NULL;
  return set->labels[segment].of_map;
}

static void
add_segment (PrnReport *report, const PrnSegmentLabel *label, PrnReport *of)
{
  report->segments[report->n_segments++] =
      (PrnReportSegment){ g_strdup (label->id), g_strdup (label->name), of };
}

PrnReport *
prn_tally_set_report (const PrnTallySet *set)
{
  PrnTallyReport whole = begin_report (set->total, set);
  g_autofree PrnTallyReport *segments = g_new0 (PrnTallyReport, set->n_segments);
  g_autoptr (PrnTally) nobody = prn_tally_new (set->plan, set->measures, set->n_activities);

  for (guint32 i = 0; i < set->n_segments; i++)
    if (set->labels[i].of_map || set->segments[i] != NULL) {
      segments[i] = begin_report (set->segments[i] != NULL ? set->segments[i] : nobody, set);
      prn_tally_report_fill_targets (&segments[i], set, i, NULL);
    }
  prn_tally_report_fill_targets (&whole, set, PRN_NONE, segments);

  whole.report->segments = g_new0 (PrnReportSegment, set->n_segments);
  for (guint32 i = 0; i < set->n_segments; i++) {
    g_free (segments[i].in_time);
    if (is_shown (set, i))
      add_segment (whole.report, &set->labels[i], segments[i].report);
    else
      g_clear_pointer (&segments[i].report, prn_report_free);
  }
  g_free (whole.in_time);
  return whole.report;
}
