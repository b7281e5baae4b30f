/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Targets. */

#include "prn-duration.h"
#include "prn-histogram.h"
#include "prn-tally-report-private.h"

#include <math.h>

static const PrnMeasured nothing = { NAN, { NAN, NAN }, FALSE };

static PrnMeasured
measure_share (guint64 with, guint64 of)
{
  PrnReportShare share = prn_wilson_share (with, of);

  return (PrnMeasured){ share.share, share.interval, FALSE };
}

static PrnMeasured
measure_stage (const PrnTallyReport *from, const PrnTarget *target)
{
  int index = prn_map_index_of (from->tally->plan->map, PRN_KIND_STAGE, target->of);
  const PrnReportStage *stage;
  PrnMeasured measured = nothing;

  if (index < 0)
    return nothing;
  stage = &from->report->stages[index];
  if (target->metric == PRN_METRIC_REACH)
    return (PrnMeasured){ stage->reach.share, stage->reach.interval, FALSE };
  if (target->metric == PRN_METRIC_NOW) {
    measured.actual = (double) stage->now;
    return measured;
  }
  if (from->tally->measures == NULL)
    return nothing;
  measured.actual = stage->median;
  measured.never = stage->visits > 0 && isnan (stage->median);
  return measured;
}

static gboolean
asks_in_time (const PrnTarget *target)
{
  return target->metric == PRN_METRIC_SHARE && target->within.us >= 0;
}

void
prn_tally_report_begin_targets (PrnTallyReport *of)
{
  guint n;

  prn_map_targets (of->tally->plan->map, &n);
  of->in_time = g_new (PrnMeasured, n);
  while (n-- > 0)
    of->in_time[n] = nothing;
}

void
prn_tally_report_measure_in_time (PrnTallyReport *of,
                                  const char *trigger,
                                  const PrnIncidence *incidence)
{
  guint n;
  const PrnTarget *const *targets = prn_map_targets (of->tally->plan->map, &n);

  for (guint i = 0; i < n; i++)
    if (asks_in_time (targets[i]) && g_str_equal (targets[i]->of, trigger)) {
      double time = prn_steps_reading (targets[i]->within.us);

      of->in_time[i].actual = prn_incidence_at (incidence, time, &of->in_time[i].interval);
    }
}

static PrnMeasured
measure_trigger (const PrnTallyReport *from, const PrnTarget *target)
{
  int index = prn_map_index_of (from->tally->plan->map, PRN_KIND_TRIGGER, target->of);
  const PrnReportTrigger *trigger;

  if (index < 0)
    return nothing;
  trigger = &from->report->triggers[index];
  return (PrnMeasured){ trigger->share, trigger->interval, FALSE };
}

/* The conversion from the first entry to the stages of a role, or %PRN_NONE; they are the first of
 * the measures. */
static guint
find_clock (const PrnTally *tally, PrnRole role)
{
  const PrnMeasures *measures = tally->measures;

  for (guint i = 0; i < measures->n_clocks; i++) {
    const PrnStage *to = prn_map_nth (tally->plan->map, PRN_KIND_STAGE, measures->clocks[i].to[0]);

    if (measures->clocks[i].from == PRN_NONE && to->role == role)
      return i;
  }
  return PRN_NONE;
}

static PrnMeasured
measure_role (const PrnTally *tally, const PrnTarget *target)
{
  PrnRole role = target->metric == PRN_METRIC_EXIT_SHARE ? PRN_ROLE_EXIT : PRN_ROLE_GOAL;
  guint clock = find_clock (tally, role);
  g_autoptr (PrnSurvival) survival = NULL;
  PrnMeasured measured = nothing;

  if (clock == PRN_NONE || tally->entered == 0)
    return measure_share (0, tally->entered);
  if (target->within.us < 0)
    return measure_share (tally->clocks[clock].times.n, tally->entered);
  survival = prn_tally_report_conversion (tally, clock);
  measured.actual = prn_survival_ended_by (survival, prn_steps_reading (target->within.us),
                                           &measured.interval);
  return measured;
}

static PrnMeasured
measure (const PrnTallyReport *from, guint index, const PrnTarget *target)
{
  const PrnReportMoney *money = &from->report->money;

  switch (target->metric) {
  case PRN_METRIC_REACH:
  case PRN_METRIC_NOW:
  case PRN_METRIC_MEDIAN_DWELL:
    return measure_stage (from, target);
  case PRN_METRIC_SHARE:
    return asks_in_time (target) ? from->in_time[index] : measure_trigger (from, target);
  case PRN_METRIC_EXIT_SHARE:
  case PRN_METRIC_GOAL_SHARE:
    return from->tally->measures != NULL ? measure_role (from->tally, target) : nothing;
  case PRN_METRIC_LIFETIME_VALUE:
    return (PrnMeasured){ money->lifetime_value, money->interval, FALSE };
  }
  return nothing;
}

/* A length is known to its bucket of the histogram: one in the bound's own bucket meets it, as one
 * of exactly the bound must. */
static double
comparable (double seconds)
{
  return prn_histogram_bucket ((gint64) (seconds * PRN_SECOND));
}

static int
is_met (const PrnTarget *target, const PrnMeasured *measured)
{
  double actual = measured->actual, bound = target->bound;

  if (measured->never)
    return !target->at_most;
  if (isnan (actual))
    return -1;
  if (target->metric == PRN_METRIC_MEDIAN_DWELL) {
    actual = comparable (actual);
    bound = prn_histogram_bucket (target->bound_duration.us);
  }
  return target->at_most ? actual <= bound : actual >= bound;
}

/* The segment of the map that a target is about, or %PRN_NONE. */
static guint32
segment_of (const PrnTallySet *set, const PrnTarget *target)
{
  for (guint32 i = 0; target->segment != NULL && i < set->n_segments; i++)
    if (set->labels[i].of_map && g_str_equal (set->labels[i].id, target->segment))
      return i;
  return PRN_NONE;
}

void
prn_tally_report_fill_targets (PrnTallyReport *of,
                               const PrnTallySet *set,
                               guint32 segment,
                               const PrnTallyReport *segments)
{
  guint n;
  const PrnTarget *const *targets = prn_map_targets (set->plan->map, &n);
  PrnReport *report = of->report;

  report->targets = g_new0 (PrnReportTarget, n);
  for (guint i = 0; i < n; i++) {
    guint32 about = segment_of (set, targets[i]);
    gboolean is_about_all = targets[i]->segment == NULL;
    PrnMeasured measured = nothing;

    if (segment != PRN_NONE && !is_about_all && about != segment)
      continue;
    if (segment != PRN_NONE || is_about_all)
      measured = measure (of, i, targets[i]);
    else if (about != PRN_NONE)
      measured = measure (&segments[about], i, targets[i]);
    report->targets[report->n_targets++] =
        (PrnReportTarget){ g_strdup (targets[i]->element.id), measured.actual, measured.interval,
                           is_met (targets[i], &measured) };
  }
}
