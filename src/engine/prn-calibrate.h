/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-replay.h"

G_BEGIN_DECLS

/* A map's shares, delays and population from what a log shows, so that a simulation begins where
 * the log ends. */

/**
 * PrnCalibrationNoteKind:
 * @PRN_CALIBRATION_NOBODY: nobody had a stage; the population keeps its numbers
 * @PRN_CALIBRATION_NO_SEGMENT: nobody is in a segment; what the triggers say of it is kept
 * @PRN_CALIBRATION_NO_VISITS: nobody came to where a trigger leaves from; it keeps its numbers
 * @PRN_CALIBRATION_NEVER_FIRED: people came, but the trigger moved nobody: its share is 0, and its
 *   delay is kept
 * @PRN_CALIBRATION_OFF_MAP: visits to a stage ended in moves that no trigger allows; nothing in
 *   the map stands for them
 * @PRN_CALIBRATION_SHARES: the shares at a stage miss the part of its visits that leave by more
 *   than sampling error, since a trigger from several stages has one share for all of them
 * @PRN_CALIBRATION_NOT_SIMULATED: the calibrated map could not be simulated, and is not checked
 *
 * Where map and log do not fit together.
 */
typedef enum {
  PRN_CALIBRATION_NOBODY,
  PRN_CALIBRATION_NO_SEGMENT,
  PRN_CALIBRATION_NO_VISITS,
  PRN_CALIBRATION_NEVER_FIRED,
  PRN_CALIBRATION_OFF_MAP,
  PRN_CALIBRATION_SHARES,
  PRN_CALIBRATION_NOT_SIMULATED,
} PrnCalibrationNoteKind;

/**
 * PrnCalibrationNote:
 * @kind: what it is about
 * @of: (nullable): id of the trigger, stage or segment
 * @segment: (nullable): id of the segment, where it is about the numbers for one
 * @text: the same in words, a line
 */
typedef struct {
  PrnCalibrationNoteKind kind;
  char *of;
  char *segment;
  char *text;
} PrnCalibrationNote;

typedef enum {
  PRN_CALIBRATION_VISITS,
  PRN_CALIBRATION_CUSTOMERS,
  PRN_CALIBRATION_NOW,
} PrnCalibrationMeasure;

/**
 * PrnCalibrationMiss:
 * @stage: id of the stage
 * @measure: what was counted there
 * @replay: in the log
 * @simulation: of as many customers
 * @errors: by how many standard errors the simulation has more
 * @text: the same in words, a line
 *
 * A count of the simulation that misses the replay's by more than sampling error: where customers
 * go depends on more than where they are, on how they came or on how long ago.
 */
typedef struct {
  char *stage;
  PrnCalibrationMeasure measure;
  guint64 replay, simulation;
  double errors;
  char *text;
} PrnCalibrationMiss;

/**
 * PrnCalibration:
 * @map: the calibrated map
 * @notes: (element-type PrnCalibrationNote): in the order of the map
 * @misses: (element-type PrnCalibrationMiss): the same
 * @replay: report of the log on the map as it was
 * @simulation: (nullable): report of as many customers on the calibrated map, over the observed
 *   span; if the log's cases are finished, until theirs are
 * @n_triggers: how many triggers got numbers of the log
 */
typedef struct {
  PrnMap *map;
  GPtrArray *notes;
  GPtrArray *misses;
  PrnReport *replay;
  PrnReport *simulation;
  guint n_triggers;
} PrnCalibration;

void prn_calibration_free (PrnCalibration *calibration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCalibration, prn_calibration_free)

/**
 * prn_calibrate:
 * @plan: the map
 * @log: a log read as for prn_replay()
 * @options: (nullable): how to replay it
 * @complete: whether the log's cases are finished: an open visit is one that stays for ever
 * @progress: (nullable): to watch and stop it
 * @error: return location
 *
 * Replays the log. Of each trigger the share becomes the Aalen-Johansen limit over the visits to
 * its sources, open visits censored, and the delay the 41 quantiles of F(t)/F(∞); with @complete
 * the share is fired/visits and the delay the plain quantiles. The population gets the number of
 * customers who entered, how many at which entry, the time from the first to the last of them, and
 * until the end of observation as its horizon.
 *
 * What a trigger says of a segment becomes what the segment's customers did, and the other
 * triggers of the same stage get a share for it too, so that they add up. A simulated customer is
 * in at most one segment of the population: in the first that he is in, customers are counted here
 * as well. The weights of these segments become the parts of the customers, and what a trigger
 * says of everyone becomes what those did for whom it says nothing of their own.
 *
 * Then the calibrated map is simulated, and its counts by stage are held against the replay's: of
 * two samples of as many customers, by the two-sided 5 % level divided by the number of counts
 * (O. J. Dunn, "Multiple comparisons among means", JASA 56, 1961).
 *
 * Everything else in the map stays as it is, members that this version does not know among it.
 *
 * Returns: (transfer full): the calibrated map and how well it fits, or %NULL with @error set
 */
PrnCalibration *prn_calibrate (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options,
                               gboolean complete, PrnProgress *progress, GError **error);

G_END_DECLS
