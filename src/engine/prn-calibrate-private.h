/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-calibrate.h"
#include "prn-trigger-visits.h"

G_BEGIN_DECLS

/* What calibration is made of: numbers from tallies, a map with these numbers, a check. */

/* Quantiles of a delay. */
#define PRN_CALIBRATE_QUANTILES 41

/**
 * PrnNumber:
 * @share: NaN: as the map says
 * @delay: (nullable): as the map says
 * @is_new: whether the log had anything to say
 *
 * What the log says of a trigger.
 */
typedef struct {
  double share;
  PrnDistribution *delay;
  gboolean is_new;
} PrnNumber;

/**
 * PrnCalibrator:
 * @plan: the map
 * @complete: whether the log's cases are finished
 * @n_activities: of the log
 * @n_classes: 1 more than there are segments: class 0 is everyone, class k + 1 segment k
 * @tallies: (array length=n_classes): what was counted of each class
 * @is_drawn: (array length=n_classes): whether a simulation draws customers of the class: the
 *   population has the segment. No customer is counted in two such classes
 * @rest: (nullable): what was counted of the customers in no class that is drawn
 * @with_share: (array): by class and trigger: whether the trigger has a share of its own for the
 *   class, or must have one since another trigger of the same stage does
 * @n_sources: (array): by trigger: how many stages it leaves
 * @numbers: (array): by class and trigger
 * @pools: the visits of several classes together
 * @notes: (element-type PrnCalibrationNote): what there is to say
 */
typedef struct {
  PrnPlan *plan;
  gboolean complete;
  guint n_activities;
  guint n_classes;
  const PrnTally **tallies;
  gboolean *is_drawn;
  const PrnTally *rest;
  gboolean *with_share;
  guint *n_sources;
  PrnNumber *numbers;
  GHashTable *pools;
  GPtrArray *notes;
} PrnCalibrator;

#define PRN_CALIBRATOR_NUMBER(calibrator, class_index, trigger) \
  (&(calibrator)->numbers[(gsize) (class_index) * (calibrator)->plan->n_triggers + (trigger)])

/**
 * prn_calibrator_trigger:
 * @calibrator: a calibrator
 * @trigger: a trigger of the plan
 *
 * Returns: (transfer none): the trigger in the map
 */
static inline const PrnTrigger *
prn_calibrator_trigger (const PrnCalibrator *calibrator, guint trigger)
{
  return prn_map_nth (calibrator->plan->map, PRN_KIND_TRIGGER, trigger);
}

/**
 * prn_calibrator_segment:
 * @calibrator: a calibrator
 * @class_index: above 0
 *
 * Returns: (transfer none): the segment of a class
 */
static inline const PrnSegment *
prn_calibrator_segment (const PrnCalibrator *calibrator, guint class_index)
{
  return prn_map_nth (calibrator->plan->map, PRN_KIND_SEGMENT, class_index - 1);
}

/**
 * prn_calibrator_by_segment:
 * @trigger: a trigger
 * @segment: a segment
 *
 * Returns: (nullable): what the trigger says of the segment
 */
const PrnBySegment *
prn_calibrator_by_segment (const PrnTrigger *trigger, const PrnSegment *segment);

/* Finds out which trigger has a share of its own for which class. */
void prn_calibrator_find_shares (PrnCalibrator *calibrator);

/**
 * prn_calibrator_has_own:
 * @calibrator: a calibrator
 * @class_index: above 0
 * @trigger: a trigger of the plan
 * @delay: whether it is about the delay, else about the share
 *
 * Returns: whether the trigger has a number of its own for the class
 */
gboolean prn_calibrator_has_own (const PrnCalibrator *calibrator, guint class_index, guint trigger,
                                 gboolean delay);

/**
 * prn_calibrator_visits:
 * @calibrator: a calibrator
 * @class_index: a class
 *
 * Returns: (transfer none): its visits
 */
const PrnTriggerVisits *prn_calibrator_visits (PrnCalibrator *calibrator, guint class_index);

/**
 * prn_calibrator_visits_without:
 * @calibrator: a calibrator
 * @trigger: a trigger of the plan
 * @delay: whether it is about the delay, else about the share
 *
 * Returns: (transfer none): the visits of all to whom the trigger's number for everyone applies in
 *   a simulation: who are in no class that is drawn and has a number of its own
 */
const PrnTriggerVisits *prn_calibrator_visits_without (PrnCalibrator *calibrator, guint trigger,
                                                       gboolean delay);

/**
 * prn_calibrator_note:
 * @calibrator: a calibrator
 * @kind: what about
 * @of: (nullable): a trigger or a stage
 * @class_index: the class whose numbers it is about
 * @format: words; must be translated
 */
void prn_calibrator_note (PrnCalibrator *calibrator, PrnCalibrationNoteKind kind, gconstpointer of,
                          guint class_index, const char *format, ...) G_GNUC_PRINTF (5, 6);

/**
 * prn_calibrator_make_fit:
 * @calibrator: a calibrator
 * @class_index: a class
 *
 * Lowers shares where those of a stage are over 1 in sum.
 */
void prn_calibrator_make_fit (PrnCalibrator *calibrator, guint class_index);

/**
 * prn_calibrator_sum_of_shares:
 * @calibrator: a calibrator
 * @stage: a stage of the plan
 *
 * Returns: what the shares at the stage add up to, for everyone with none of their own
 */
double prn_calibrator_sum_of_shares (const PrnCalibrator *calibrator, guint32 stage);

/* Fills in the numbers, and says where there are none. */
void prn_calibrator_find_numbers (PrnCalibrator *calibrator);

/**
 * prn_calibrator_make_map:
 * @calibrator: a calibrator with its numbers
 * @as_of: end of observation
 *
 * Returns: (transfer full): the map with the numbers in it
 */
PrnMap *prn_calibrator_make_map (PrnCalibrator *calibrator, gint64 as_of);

/**
 * prn_calibration_check:
 * @replay: a report
 * @simulation: of as many customers, on a map with the same stages
 * @map: for names
 *
 * Returns: (transfer full) (element-type PrnCalibrationMiss): the counts by stage that differ by
 *   more than sampling error
 */
GPtrArray *prn_calibration_check (const PrnReport *replay, const PrnReport *simulation,
                                  PrnMap *map);

G_END_DECLS
