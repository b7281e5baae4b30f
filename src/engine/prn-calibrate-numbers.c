/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares and delays of the triggers from what was counted. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-calibrate-private.h"
#include "prn-schema.h"
#include "prn-trigger-visits.h"

/* Sums of shares may miss 1 by the rounding of their terms. */
#define ROUNDING 1e-9

/* A sum of shares that misses the part that leaves is worth a word from here on, beyond so many
 * standard errors. */
#define WORTH_A_WORD .005
#define MAX_ERRORS   3

const PrnBySegment *
prn_calibrator_by_segment (const PrnTrigger *trigger, const PrnSegment *segment)
{
  for (guint i = 0; i < trigger->by_segment.n; i++)
    if (g_str_equal (trigger->by_segment.items[i].segment, prn_element_id (segment)))
      return &trigger->by_segment.items[i];
  return NULL;
}

/* A bucket of a histogram is 0.4 % wide to each side; more than four digits would say nothing and
 * read badly. */
static gint64
round_length (double length)
{
  static const gint64 units[] = { PRN_MINUTE, PRN_SECOND, PRN_SECOND / 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (length >= 5000. * (double) units[i])
      return (gint64) (length / (double) units[i] + .5) * units[i];
  return (gint64) (length + .5);
}

static PrnDistribution *
make_delay (const PrnIncidence *incidence)
{
  PrnDistribution *delay = g_new0 (PrnDistribution, 1);
  guint last = PRN_CALIBRATE_QUANTILES - 1;

  prn_record_init (&prn_distribution_record, delay);
  delay->kind = PRN_DISTRIBUTION_EMPIRICAL;
  delay->durations.n = PRN_CALIBRATE_QUANTILES;
  delay->durations.items = g_new (PrnDuration, PRN_CALIBRATE_QUANTILES);
  for (guint i = 0; i <= last; i++)
    delay->durations.items[i] =
        PRN_DURATION (round_length (prn_incidence_quantile (incidence, 0, (double) i / last)));
  return delay;
}

/* Returns how many visits there were. */
static guint64
find_number (const PrnCalibrator *calibrator,
             const PrnTriggerVisits *visits,
             guint trigger,
             PrnNumber *number)
{
  guint64 fired, n = prn_trigger_visits_count (visits, trigger, &fired);
  g_autoptr (PrnIncidence) incidence = NULL;

  if (n == 0)
    return 0;

  incidence = prn_trigger_visits_incidence (visits, trigger, calibrator->complete);
  number->is_new = TRUE;
  number->share = calibrator->complete ? (double) fired / (double) n
                                       : prn_incidence_limit (incidence, 0, NULL);
  if (fired > 0)
    number->delay = make_delay (incidence);
  return n;
}

static void
note_missing (PrnCalibrator *calibrator, guint trigger, guint class_index, guint64 visits)
{
  const PrnTrigger *of = prn_calibrator_trigger (calibrator, trigger);

  if (visits == 0)
    prn_calibrator_note (calibrator, PRN_CALIBRATION_NO_VISITS, of, class_index,
                         _ ("nobody came to where it leaves from; it keeps its numbers"));
  else
    prn_calibrator_note (calibrator, PRN_CALIBRATION_NEVER_FIRED, of, class_index,
                         _ ("it moved nobody in %" G_GUINT64_FORMAT " visits; its share is 0 now, "
                            "and its delay stays as it was"),
                         visits);
}

/* The numbers of everyone. */
static void
find_for_all (PrnCalibrator *calibrator, const PrnTriggerVisits *visits)
{
  for (guint i = 0; i < calibrator->plan->n_triggers; i++) {
    PrnNumber *number = PRN_CALIBRATOR_NUMBER (calibrator, 0, i);
    guint64 n = find_number (calibrator, visits, i, number);

    if (number->delay == NULL)
      note_missing (calibrator, i, 0, n);
  }
}

/* Which stages have a trigger with a share of its own for a segment. */
static gboolean *
stages_with_shares (const PrnCalibrator *calibrator, guint class_index)
{
  const PrnPlan *plan = calibrator->plan;
  const PrnSegment *segment = prn_calibrator_segment (calibrator, class_index);
  gboolean *stages = g_new0 (gboolean, plan->n_stages);

  for (guint32 i = 0; i < plan->edges->len; i++) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, i);
    const PrnBySegment *own =
        prn_calibrator_by_segment (prn_calibrator_trigger (calibrator, edge->trigger), segment);

    if (own != NULL && !isnan (own->share))
      stages[edge->from] = TRUE;
  }
  return stages;
}

/* The numbers of a segment, of what the map says of it alone: where a trigger has a share of its
 * own for it, the other triggers of the stage get one too, lest they no longer add up. */
static void
find_for_segment (PrnCalibrator *calibrator, const PrnTriggerVisits *visits, guint class_index)
{
  const PrnPlan *plan = calibrator->plan;
  const PrnSegment *segment = prn_calibrator_segment (calibrator, class_index);
  g_autofree gboolean *stages = stages_with_shares (calibrator, class_index);
  g_autofree gboolean *with_share = g_new0 (gboolean, plan->n_triggers);

  for (guint32 i = 0; i < plan->edges->len; i++)
    with_share[PRN_PLAN_EDGE (plan, i)->trigger] |= stages[PRN_PLAN_EDGE (plan, i)->from];

  for (guint i = 0; i < plan->n_triggers; i++) {
    PrnNumber *number = PRN_CALIBRATOR_NUMBER (calibrator, class_index, i);
    const PrnBySegment *own =
        prn_calibrator_by_segment (prn_calibrator_trigger (calibrator, i), segment);
    guint64 n;

    if (!with_share[i] && (own == NULL || own->delay == NULL))
      continue;
    n = find_number (calibrator, visits, i, number);
    if (own != NULL && number->delay == NULL)
      note_missing (calibrator, i, class_index, n);
    if (!with_share[i])
      number->share = NAN;
    if ((own == NULL || own->delay == NULL) && number->delay != NULL) {
      prn_record_free (&prn_distribution_record, number->delay);
      number->delay = NULL;
    }
  }
}

/* What the calibrated map says. */
static double
share_of (const PrnCalibrator *calibrator, guint class_index, guint trigger)
{
  const PrnTrigger *of = prn_calibrator_trigger (calibrator, trigger);
  double share = PRN_CALIBRATOR_NUMBER (calibrator, class_index, trigger)->share;

  if (isnan (share) && class_index > 0) {
    const PrnBySegment *own =
        prn_calibrator_by_segment (of, prn_calibrator_segment (calibrator, class_index));

    share = own != NULL ? own->share : NAN;
  }
  if (isnan (share))
    share = PRN_CALIBRATOR_NUMBER (calibrator, 0, trigger)->share;
  if (isnan (share))
    share = of->share;
  return isnan (share) ? 0 : share;
}

/* The shares at a stage: of triggers that leave other stages too, and of its own alone. */
static void
sum_shares (const PrnCalibrator *calibrator,
            guint class_index,
            guint32 stage,
            double *wide,
            double *own)
{
  const PrnPlanStage *of = &calibrator->plan->stages[stage];

  *wide = *own = 0;
  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++) {
    guint trigger = PRN_PLAN_EDGE (calibrator->plan, i)->trigger;
    double share = share_of (calibrator, class_index, trigger);

    *(calibrator->n_sources[trigger] > 1 ? wide : own) += share;
  }
}

/* Lowers what the shares at a stage are multiplied by: those of triggers that leave other stages
 * too, or those of its own alone. */
static void
lower_factors (const PrnCalibrator *calibrator,
               guint32 stage,
               gboolean wide,
               double factor,
               double *factors)
{
  const PrnPlanStage *of = &calibrator->plan->stages[stage];

  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++) {
    guint trigger = PRN_PLAN_EDGE (calibrator->plan, i)->trigger;

    if ((calibrator->n_sources[trigger] > 1) == wide)
      factors[trigger] = MIN (factors[trigger], factor);
  }
}

static void
scale (PrnCalibrator *calibrator, guint class_index, double *factors)
{
  for (guint i = 0; i < calibrator->plan->n_triggers; i++) {
    double share = share_of (calibrator, class_index, i);

    if (factors[i] < 1)
      PRN_CALIBRATOR_NUMBER (calibrator, class_index, i)->share = share * factors[i];
    factors[i] = 1;
  }
}

/* A trigger from several stages has one share for all of them, which is right on average but may
 * be too much at one. Where even those alone are, they must shrink; else the stage's own triggers
 * make room. */
static void
make_fit (PrnCalibrator *calibrator, guint class_index)
{
  g_autofree double *factors = g_new (double, calibrator->plan->n_triggers);
  double wide, own;

  for (guint i = 0; i < calibrator->plan->n_triggers; i++)
    factors[i] = 1;

  for (guint32 i = 0; i < calibrator->plan->n_stages; i++) {
    sum_shares (calibrator, class_index, i, &wide, &own);
    if (wide > 1 + ROUNDING)
      lower_factors (calibrator, i, TRUE, 1 / wide, factors);
  }
  scale (calibrator, class_index, factors);

  for (guint32 i = 0; i < calibrator->plan->n_stages; i++) {
    sum_shares (calibrator, class_index, i, &wide, &own);
    if (wide + own > 1 + ROUNDING)
      lower_factors (calibrator, i, FALSE, MAX (1 - wide, 0) / own, factors);
  }
  scale (calibrator, class_index, factors);
}

/* Says where the map cannot say what the log shows of a stage. */
static void
note_stages (PrnCalibrator *calibrator, const PrnTriggerVisits *visits)
{
  for (guint32 i = 0; i < calibrator->plan->n_stages; i++) {
    const PrnTallyStage *counts = &calibrator->tallies[0]->stages[i];
    const PrnStage *stage = prn_map_nth (calibrator->plan->map, PRN_KIND_STAGE, i);
    double leaving, wide, own, variance;

    if (counts->visits == 0)
      continue;
    if (counts->off_map.n > 0)
      prn_calibrator_note (calibrator, PRN_CALIBRATION_OFF_MAP, stage, 0,
                           _ ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " visits ended in "
                              "moves that no trigger allows; in a simulation they stay"),
                           counts->off_map.n, counts->visits);

    leaving = prn_trigger_visits_leaving (visits, i, calibrator->complete, &variance);
    sum_shares (calibrator, 0, i, &wide, &own);
    variance = MAX (variance, (wide + own) * MAX (1 - wide - own, 0) / (double) counts->visits);
    if (fabs (wide + own - leaving) > WORTH_A_WORD + MAX_ERRORS * sqrt (variance))
      prn_calibrator_note (calibrator, PRN_CALIBRATION_SHARES, stage, 0,
                           _ ("%.1f %% of its visits leave by a trigger, but the shares add up to "
                              "%.1f %%: a trigger from several stages has one share for all"),
                           100 * leaving, 100 * (wide + own));
  }
}

/* Whether a trigger says anything of a segment. */
static gboolean
is_spoken_of (const PrnCalibrator *calibrator, guint class_index)
{
  const PrnSegment *segment = prn_calibrator_segment (calibrator, class_index);

  for (guint i = 0; i < calibrator->plan->n_triggers; i++)
    if (prn_calibrator_by_segment (prn_calibrator_trigger (calibrator, i), segment) != NULL)
      return TRUE;
  return FALSE;
}

void
prn_calibrator_find_numbers (PrnCalibrator *calibrator)
{
  g_autoptr (PrnTriggerVisits) visits =
      prn_trigger_visits_new (calibrator->plan, calibrator->tallies[0]);

  find_for_all (calibrator, visits);
  make_fit (calibrator, 0);
  note_stages (calibrator, visits);

  for (guint i = 1; i < calibrator->n_classes; i++) {
    g_autoptr (PrnTriggerVisits) of_class = NULL;

    if (calibrator->tallies[i] == NULL || !is_spoken_of (calibrator, i))
      continue;
    if (calibrator->tallies[i]->entered == 0) {
      prn_calibrator_note (calibrator, PRN_CALIBRATION_NO_SEGMENT,
                           prn_calibrator_segment (calibrator, i), 0,
                           _ ("nobody in the log is in this segment; what triggers say of it stays "
                              "as it was"));
      continue;
    }
    of_class = prn_trigger_visits_new (calibrator->plan, calibrator->tallies[i]);
    find_for_segment (calibrator, of_class, i);
    make_fit (calibrator, i);
  }
}
