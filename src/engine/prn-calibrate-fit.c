/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares that do not add up are made to. A trigger from several stages has one share for all of
 * them, which is right on average but may be too much at one: there the stage's own triggers make
 * room, and only where those from several stages alone are too many must they shrink, for all of
 * their stages. What the map says of a segment that the log knows nothing of makes no room. */

#include <math.h>

#include "prn-calibrate-private.h"

/* Sums of shares may miss 1 by the rounding of their terms. */
#define ROUNDING 1e-9

typedef enum {
  TIER_KEPT, /* of the map, for a segment the log knows nothing of */
  TIER_WIDE, /* of a trigger from several stages */
  TIER_OWN,  /* of a trigger from this stage alone */
  N_TIERS,
} Tier;

static double
own_share (const PrnCalibrator *calibrator, guint class_index, guint trigger)
{
  const PrnBySegment *own;

  if (class_index == 0)
    return NAN;
  own = prn_calibrator_by_segment (prn_calibrator_trigger (calibrator, trigger),
                                   prn_calibrator_segment (calibrator, class_index));
  return own != NULL ? own->share : NAN;
}

/* What the calibrated map says. */
static double
share_of (const PrnCalibrator *calibrator, guint class_index, guint trigger)
{
  double share = PRN_CALIBRATOR_NUMBER (calibrator, class_index, trigger)->share;

  if (isnan (share))
    share = own_share (calibrator, class_index, trigger);
  if (isnan (share))
    share = PRN_CALIBRATOR_NUMBER (calibrator, 0, trigger)->share;
  if (isnan (share))
    share = prn_calibrator_trigger (calibrator, trigger)->share;
  return isnan (share) ? 0 : share;
}

static Tier
tier_of (const PrnCalibrator *calibrator, guint class_index, guint trigger)
{
  if (isnan (PRN_CALIBRATOR_NUMBER (calibrator, class_index, trigger)->share) &&
      !isnan (own_share (calibrator, class_index, trigger)))
    return TIER_KEPT;
  return calibrator->n_sources[trigger] > 1 ? TIER_WIDE : TIER_OWN;
}

/* The shares at a stage, by tier. */
static void
sum_shares (const PrnCalibrator *calibrator, guint class_index, guint32 stage, double *sums)
{
  const PrnPlanStage *of = &calibrator->plan->stages[stage];

  for (guint k = 0; k < N_TIERS; k++)
    sums[k] = 0;
  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++) {
    guint trigger = PRN_PLAN_EDGE (calibrator->plan, i)->trigger;

    sums[tier_of (calibrator, class_index, trigger)] +=
        share_of (calibrator, class_index, trigger);
  }
}

double
prn_calibrator_sum_of_shares (const PrnCalibrator *calibrator, guint32 stage)
{
  double sums[N_TIERS];

  sum_shares (calibrator, 0, stage, sums);
  return sums[TIER_KEPT] + sums[TIER_WIDE] + sums[TIER_OWN];
}

/* Lowers what the shares of a tier at a stage are multiplied by. */
static void
lower_factors (const PrnCalibrator *calibrator,
               guint class_index,
               guint32 stage,
               Tier tier,
               double factor,
               double *factors)
{
  const PrnPlanStage *of = &calibrator->plan->stages[stage];

  for (guint32 i = of->first_edge; i < of->first_edge + of->n_edges; i++) {
    guint trigger = PRN_PLAN_EDGE (calibrator->plan, i)->trigger;

    if (tier_of (calibrator, class_index, trigger) == tier)
      factors[trigger] = MIN (factors[trigger], factor);
  }
}

/* Makes a tier fit into the room that those before it leave, at every stage. */
static void
fit_tier (PrnCalibrator *calibrator, guint class_index, Tier tier)
{
  g_autofree double *factors = g_new (double, calibrator->plan->n_triggers);
  double sums[N_TIERS];

  for (guint i = 0; i < calibrator->plan->n_triggers; i++)
    factors[i] = 1;

  for (guint32 i = 0; i < calibrator->plan->n_stages; i++) {
    double room = 1;

    sum_shares (calibrator, class_index, i, sums);
    for (guint k = 0; k < tier; k++)
      room -= sums[k];
    if (sums[tier] > 0 && sums[tier] > room + ROUNDING)
      lower_factors (calibrator, class_index, i, tier, MAX (room, 0) / sums[tier], factors);
  }

  for (guint i = 0; i < calibrator->plan->n_triggers; i++)
    if (factors[i] < 1)
      PRN_CALIBRATOR_NUMBER (calibrator, class_index, i)->share =
          share_of (calibrator, class_index, i) * factors[i];
}

void
prn_calibrator_make_fit (PrnCalibrator *calibrator, guint class_index)
{
  fit_tier (calibrator, class_index, TIER_WIDE);
  fit_tier (calibrator, class_index, TIER_OWN);
}
