/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares and delays of the triggers from what was counted. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-calibrate-private.h"
#include "prn-schema.h"

/* A sum of shares that misses the part that leaves is worth a word from here on, beyond so many
 * standard errors. */
#define WORTH_A_WORD .005
#define MAX_ERRORS   3

/* A bucket of a histogram is 0.2 % wide to each side; more than four digits would say nothing and
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
        PRN_DURATION (round_length (prn_incidence_quantile (incidence, (double) i / last)));
  return delay;
}

/* The share from some visits and the delay from others, often the same. Either may be %NULL. */
static void
find_number (const PrnCalibrator *calibrator,
             const PrnTriggerVisits *for_share,
             const PrnTriggerVisits *for_delay,
             guint trigger,
             PrnNumber *number)
{
  g_autoptr (PrnSurvival) all = NULL;
  g_autoptr (PrnIncidence) incidence = NULL;
  guint64 fired, n = 0;

  if (for_share != NULL)
    n = prn_trigger_visits_count (for_share, trigger, &fired);
  if (n > 0) {
    number->is_new = TRUE;
    all = prn_trigger_visits_of_sources (for_share, trigger, calibrator->complete);
    incidence = prn_trigger_visits_incidence (for_share, trigger, all);
    number->share = calibrator->complete ? (double) fired / (double) n
                                         : prn_incidence_limit (incidence, NULL);
  }

  if (for_delay != NULL && for_delay != for_share) {
    g_clear_pointer (&incidence, prn_incidence_free);
    g_clear_pointer (&all, prn_survival_free);
    all = prn_trigger_visits_of_sources (for_delay, trigger, calibrator->complete);
    incidence = prn_trigger_visits_incidence (for_delay, trigger, all);
  }
  if (for_delay != NULL && incidence != NULL && prn_incidence_limit (incidence, NULL) > 0)
    number->delay = make_delay (incidence);
}

static void
note_missing (PrnCalibrator *calibrator, guint trigger, guint class_index, guint64 visits)
{
  const PrnTrigger *of = prn_calibrator_trigger (calibrator, trigger);

  if (visits == 0)
    prn_calibrator_note (calibrator, PRN_CALIBRATION_NO_VISITS, of, class_index,
                         _ ("nobody came to where it leaves from; it keeps its numbers"));
  else
    prn_calibrator_note (
        calibrator, PRN_CALIBRATION_NEVER_FIRED, of, class_index,
        g_dngettext (
            GETTEXT_PACKAGE,
            "it moved nobody in %lu visit; its share is 0 now, and its delay stays as it was",
            "it moved nobody in %lu visits; its share is 0 now, and its delay stays as it was",
            (gulong) visits),
        (gulong) visits);
}

/* The numbers of everyone who has none of their own. */
static void
find_for_all (PrnCalibrator *calibrator)
{
  for (guint i = 0; i < calibrator->plan->n_triggers; i++) {
    const PrnTriggerVisits *visits = prn_calibrator_visits_without (calibrator, i, FALSE);
    PrnNumber *number = PRN_CALIBRATOR_NUMBER (calibrator, 0, i);

    find_number (calibrator, visits, prn_calibrator_visits_without (calibrator, i, TRUE), i,
                 number);
    if (number->delay == NULL)
      note_missing (calibrator, i, 0, prn_trigger_visits_count (visits, i, NULL));
  }
}

/* The numbers of a segment, of what the map says of it alone: where a trigger has a share of its
 * own for it, the other triggers of the stage get one too, lest they no longer add up. */
static void
find_for_segment (PrnCalibrator *calibrator, guint class_index)
{
  const PrnTriggerVisits *visits = prn_calibrator_visits (calibrator, class_index);
  const PrnSegment *segment = prn_calibrator_segment (calibrator, class_index);

  for (guint i = 0; i < calibrator->plan->n_triggers; i++) {
    const PrnTrigger *trigger = prn_calibrator_trigger (calibrator, i);
    gboolean share = prn_calibrator_has_own (calibrator, class_index, i, FALSE);
    gboolean delay = prn_calibrator_has_own (calibrator, class_index, i, TRUE);
    guint64 fired, n = prn_trigger_visits_count (visits, i, &fired);

    find_number (calibrator, share ? visits : NULL, delay ? visits : NULL, i,
                 PRN_CALIBRATOR_NUMBER (calibrator, class_index, i));
    if (fired == 0 && prn_calibrator_by_segment (trigger, segment) != NULL)
      note_missing (calibrator, i, class_index, n);
  }
}

/* Whether some customers have shares of their own there. */
static gboolean
has_own_shares (const PrnCalibrator *calibrator, guint32 stage)
{
  const PrnPlanStage *of = &calibrator->plan->stages[stage];

  for (guint i = 1; i < calibrator->n_classes; i++)
    if (calibrator->is_drawn[i] && of->n_edges > 0 &&
        prn_calibrator_has_own (calibrator, i,
                                PRN_PLAN_EDGE (calibrator->plan, of->first_edge)->trigger, FALSE))
      return TRUE;
  return FALSE;
}

/* Says where the map cannot say what the log shows of a stage. */
static void
note_stages (PrnCalibrator *calibrator)
{
  const PrnTriggerVisits *visits = prn_calibrator_visits (calibrator, 0);

  for (guint32 i = 0; i < calibrator->plan->n_stages; i++) {
    const PrnTallyStage *counts = &calibrator->tallies[0]->stages[i];
    const PrnStage *stage = prn_map_nth (calibrator->plan->map, PRN_KIND_STAGE, i);
    double leaving, shares, variance;

    if (counts->visits == 0)
      continue;
    if (counts->off_map.n > 0)
      prn_calibrator_note (
          calibrator, PRN_CALIBRATION_OFF_MAP, stage, 0,
          _ ("%lu of %lu visits ended in moves that no trigger allows; in a simulation they stay"),
          (gulong) counts->off_map.n, (gulong) counts->visits);

    if (has_own_shares (calibrator, i))
      continue;
    leaving = prn_trigger_visits_leaving (visits, i, calibrator->complete, &variance);
    shares = prn_calibrator_sum_of_shares (calibrator, i);
    variance = MAX (variance, shares * MAX (1 - shares, 0) / (double) counts->visits);
    if (fabs (shares - leaving) > WORTH_A_WORD + MAX_ERRORS * sqrt (variance))
      prn_calibrator_note (calibrator, PRN_CALIBRATION_SHARES, stage, 0,
                           _ ("%.1f %% of its visits leave by a trigger, but the shares add up to "
                              "%.1f %%: a trigger from several stages has one share for all"),
                           100 * leaving, 100 * shares);
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
  prn_calibrator_find_shares (calibrator);
  find_for_all (calibrator);
  prn_calibrator_make_fit (calibrator, 0);
  note_stages (calibrator);

  for (guint i = 1; i < calibrator->n_classes; i++) {
    if (!is_spoken_of (calibrator, i))
      continue;
    if (calibrator->tallies[i]->entered > 0)
      find_for_segment (calibrator, i);
    else
      prn_calibrator_note (calibrator, PRN_CALIBRATION_NO_SEGMENT,
                           prn_calibrator_segment (calibrator, i), 0,
                           _ ("nobody in the log is in this segment; what triggers say of it stays "
                              "as it was"));
    prn_calibrator_make_fit (calibrator, i);
  }
}
