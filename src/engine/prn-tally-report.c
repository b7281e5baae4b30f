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
fill_dwell (PrnReportStage *to,
            const PrnTally *tally,
            const PrnTriggerVisits *visits,
            guint32 stage)
{
  g_autoptr (PrnSurvival) dwell = NULL;

  to->p25 = to->median = to->p75 = to->mean = NAN;
  if (tally->stages[stage].left > 0)
    to->mean = (double) tally->stages[stage].dwell / (double) to->left / PRN_SECOND;
  if (tally->measures == NULL)
    return;
  dwell = prn_trigger_visits_dwell (visits, stage);
  to->p25 = prn_survival_quantile (dwell, .25) / PRN_SECOND;
  to->median = prn_survival_quantile (dwell, .5) / PRN_SECOND;
  to->p75 = prn_survival_quantile (dwell, .75) / PRN_SECOND;
}

static void
fill_stages (PrnReport *report, const PrnTally *tally, const PrnTriggerVisits *visits)
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
    fill_dwell (to, tally, visits, i);
  }
}

static void
fill_trigger (PrnReportTrigger *trigger, const PrnTriggerVisits *visits, guint index)
{
  g_autoptr (PrnIncidence) incidence = prn_trigger_visits_incidence (visits, index, FALSE);

  trigger->share = prn_incidence_limit (incidence, 0, &trigger->interval);
  trigger->p25 = prn_incidence_quantile (incidence, 0, .25) / PRN_SECOND;
  trigger->median = prn_incidence_quantile (incidence, 0, .5) / PRN_SECOND;
  trigger->p75 = prn_incidence_quantile (incidence, 0, .75) / PRN_SECOND;
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
    if (prn_trigger_visits_count (visits, i, &trigger->fired) > 0 && tally->measures != NULL)
      fill_trigger (trigger, visits, i);
  }
}

/* All but the targets and what is inside. */
static PrnReport *
make_report (const PrnTally *tally, const PrnTallySet *set)
{
  g_autoptr (PrnTriggerVisits) visits = prn_trigger_visits_new (tally->plan, tally);
  PrnReport *report = g_new0 (PrnReport, 1);

  report->kind = g_strdup (set->is_simulation ? "simulation" : "replay");
  report->as_of = set->as_of;
  report->customers = tally->customers;
  report->entered = tally->entered;
  if (!set->is_simulation)
    fill_rows (report, tally, set);
  fill_stages (report, tally, visits);
  fill_triggers (report, tally, visits);
  prn_tally_report_fill_flows (report, tally, tally->plan);
  prn_tally_report_fill_off_map (report, tally, tally->plan);
  prn_tally_report_fill_paths (report, tally);
  prn_tally_report_fill_money (report, tally);
  report->expected = NAN;
  if (tally->measures == NULL)
    return report;

  prn_tally_report_fill_time (report, tally);
  prn_tally_report_fill_conversions (report, tally);
  prn_tally_report_fill_losses (report, tally, set);
  if (tally->drawn > 0)
    report->expected = (double) tally->seen / (double) tally->drawn;
  return report;
}

/* Values of a column that no customer has in the end are left out, segments of the map are not. */
static gboolean
is_shown (const PrnTallySet *set, guint segment)
{
  if (set->by_column != NULL)
    return !set->labels[segment].of_map && set->segments[segment] != NULL;
  return set->labels[segment].of_map;
}

PrnReport *
prn_tally_set_report (PrnTallySet *set)
{
  PrnReport *report;

  for (guint32 i = 0; i < set->n_segments; i++)
    if (set->labels[i].of_map)
      prn_tally_set_segment (set, i);

  report = make_report (set->total, set);
  prn_tally_report_fill_targets (report, set, PRN_NONE);
  report->segments = g_new0 (PrnReportSegment, set->n_segments);
  for (guint32 i = 0; i < set->n_segments; i++)
    if (is_shown (set, i)) {
      PrnReportSegment *segment = &report->segments[report->n_segments++];

      segment->id = g_strdup (set->labels[i].id);
      segment->name = g_strdup (set->labels[i].name);
      segment->report = make_report (set->segments[i], set);
      prn_tally_report_fill_targets (segment->report, set, i);
    }
  return report;
}
