/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Targets. */

#include "prn-duration.h"
#include "prn-histogram.h"
#include "prn-tally-report-private.h"
#include "prn-trigger-visits.h"

#include <math.h>

/* What a target measures. */
typedef struct {
  double actual;
  PrnInterval interval;
  gboolean never; /* a median that is not reached: longer than anything */
} Measured;

static const Measured nothing = { NAN, { NAN, NAN }, FALSE };

static Measured
measure_share (guint64 with, guint64 of)
{
  PrnReportShare share = prn_wilson_share (with, of);

  return (Measured){ share.share, share.interval, FALSE };
}

/* The visits of the tally last asked for: most targets are about the same one. */
typedef struct {
  const PrnTally *tally;
  PrnTriggerVisits *visits;
} Visits;

static const PrnTriggerVisits *
find_visits (Visits *cache, const PrnTally *tally)
{
  if (cache->tally != tally) {
    g_clear_pointer (&cache->visits, prn_trigger_visits_free);
    cache->tally = tally;
    cache->visits = prn_trigger_visits_new (tally->plan, tally);
  }
  return cache->visits;
}

static Measured
measure_stage (const PrnTally *tally, const PrnTarget *target, Visits *cache)
{
  int index = prn_map_index_of (tally->plan->map, PRN_KIND_STAGE, target->of);
  const PrnTallyStage *stage;
  g_autoptr (PrnSurvival) dwell = NULL;
  Measured measured = nothing;

  if (index < 0)
    return nothing;
  stage = &tally->stages[index];
  if (target->metric == PRN_METRIC_REACH)
    return measure_share (stage->customers, tally->entered);
  if (target->metric == PRN_METRIC_NOW) {
    measured.actual = (double) stage->now;
    return measured;
  }
  if (tally->measures == NULL)
    return nothing;
  dwell = prn_trigger_visits_dwell (find_visits (cache, tally), (guint32) index);
  measured.actual = prn_survival_quantile (dwell, .5) / PRN_SECOND;
  measured.never = stage->visits > 0 && isnan (measured.actual);
  return measured;
}

static Measured
measure_trigger (const PrnTally *tally, const PrnTarget *target, Visits *cache)
{
  int index = prn_map_index_of (tally->plan->map, PRN_KIND_TRIGGER, target->of);
  const PrnTriggerVisits *visits;
  g_autoptr (PrnIncidence) incidence = NULL;
  Measured measured = nothing;

  if (index < 0 || tally->measures == NULL)
    return nothing;
  visits = find_visits (cache, tally);
  if (prn_trigger_visits_count (visits, (guint) index, NULL) == 0)
    return nothing;
  incidence = prn_trigger_visits_incidence (visits, (guint) index, FALSE);
  if (target->within.us >= 0)
    measured.actual = prn_incidence_at (incidence, 0, prn_steps_reading (target->within.us),
                                        &measured.interval);
  else
    measured.actual = prn_incidence_limit (incidence, 0, &measured.interval);
  return measured;
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

static Measured
measure_role (const PrnTally *tally, const PrnTarget *target)
{
  PrnRole role = target->metric == PRN_METRIC_EXIT_SHARE ? PRN_ROLE_EXIT : PRN_ROLE_GOAL;
  guint clock = find_clock (tally, role);
  g_autoptr (PrnSurvival) survival = NULL;
  Measured measured = nothing;

  if (clock == PRN_NONE || tally->entered == 0)
    return measure_share (0, tally->entered);
  if (target->within.us < 0)
    return measure_share (tally->clocks[clock].times.n, tally->entered);
  survival = prn_tally_report_conversion (tally, clock);
  measured.actual = prn_survival_ended_by (survival, prn_steps_reading (target->within.us),
                                           &measured.interval);
  return measured;
}

static Measured
measure (const PrnTally *tally, const PrnTarget *target, Visits *cache)
{
  PrnReport of = { 0 };

  switch (target->metric) {
  case PRN_METRIC_REACH:
  case PRN_METRIC_NOW:
  case PRN_METRIC_MEDIAN_DWELL:
    return measure_stage (tally, target, cache);
  case PRN_METRIC_SHARE:
    return measure_trigger (tally, target, cache);
  case PRN_METRIC_EXIT_SHARE:
  case PRN_METRIC_GOAL_SHARE:
    return tally->measures != NULL ? measure_role (tally, target) : nothing;
  case PRN_METRIC_LIFETIME_VALUE:
    prn_tally_report_fill_money (&of, tally);
    return (Measured){ of.money.lifetime_value, of.money.interval, FALSE };
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
is_met (const PrnTarget *target, const Measured *measured)
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

/* The tally that a target is about; NULL: there is no such segment. */
static const PrnTally *
tally_of (const PrnTallySet *set, const PrnTarget *target, guint32 of)
{
  if (of != PRN_NONE)
    return set->segments[of];
  if (target->segment == NULL)
    return set->total;
  for (guint i = 0; i < set->n_segments; i++)
    if (set->labels[i].of_map && g_str_equal (set->labels[i].id, target->segment))
      return set->segments[i];
  return NULL;
}

static gboolean
is_about (const PrnTarget *target, const PrnTallySet *set, guint32 of)
{
  return of == PRN_NONE || target->segment == NULL ||
         (set->labels[of].of_map && g_str_equal (set->labels[of].id, target->segment));
}

void
prn_tally_report_fill_targets (PrnReport *report, const PrnTallySet *set, guint32 of)
{
  guint n;
  Visits cache = { NULL, NULL };
  const PrnTarget *const *targets = prn_map_targets (set->plan->map, &n);

  report->targets = g_new0 (PrnReportTarget, n);
  for (guint i = 0; i < n; i++) {
    const PrnTally *tally = tally_of (set, targets[i], of);
    Measured measured = tally != NULL ? measure (tally, targets[i], &cache) : nothing;

    if (is_about (targets[i], set, of))
      report->targets[report->n_targets++] =
          (PrnReportTarget){ g_strdup (targets[i]->element.id), measured.actual,
                             measured.interval, is_met (targets[i], &measured) };
  }
  g_clear_pointer (&cache.visits, prn_trigger_visits_free);
}
