/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-binding.h"
#include "prn-progress.h"
#include "prn-measures.h"

G_BEGIN_DECLS

/* One customer at a time walked through the map: the one place that knows what rows, timers and
 * moves do. A stepper belongs to one thread. */

typedef struct _PrnStepper PrnStepper;

/**
 * PrnMove:
 * @time: when
 * @by_timer: no row is at hand
 * @chained: not the first move of its moment
 * @from: stage left, or %PRN_NONE for an entry
 * @to: stage entered
 * @edge: the edge of the plan, or %PRN_NONE for an entry and off the map
 */
typedef struct {
  gint64 time;
  gboolean by_timer;
  gboolean chained;
  guint32 from, to, edge;
} PrnMove;

/**
 * PrnMoveFunc:
 * @stepper: the stepper just before the move: what was judged can be asked again
 * @move: the move
 * @user_data: as given
 */
typedef void (*PrnMoveFunc) (PrnStepper *stepper, const PrnMove *move, gpointer user_data);

/**
 * prn_stepper_new:
 * @binding: (transfer none): plan and log; must outlive the stepper
 * @as_of: end of observation
 * @progress: (nullable): when it is cancelled, long runs of timers end early
 *
 * Returns: (transfer full): a stepper
 */
PrnStepper *prn_stepper_new (const PrnBinding *binding, gint64 as_of, PrnProgress *progress);

/**
 * prn_stepper_free:
 * @stepper: (transfer full): a stepper
 */
void prn_stepper_free (PrnStepper *stepper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnStepper, prn_stepper_free)

/**
 * prn_stepper_watch:
 * @stepper: a stepper
 * @func: called before each move
 * @user_data: for @func
 *
 * Has every move told. Scores that no condition looks at are kept up to date as well from now on.
 */
void prn_stepper_watch (PrnStepper *stepper, PrnMoveFunc func, gpointer user_data);

/**
 * prn_stepper_measure:
 * @stepper: a stepper
 * @measures: (transfer none): must outlive the stepper
 *
 * Has journeys tell the times of rows and the money of events as well.
 */
void prn_stepper_measure (PrnStepper *stepper, const PrnMeasures *measures);

/**
 * prn_stepper_begin:
 * @stepper: a stepper
 * @part: where the next customer's rows are
 * @customer: which one of the part it is
 */
void prn_stepper_begin (PrnStepper *stepper, const PrnLogPart *part, guint32 customer);

/**
 * prn_stepper_row:
 * @stepper: a stepper
 * @row: the customer's next row in the part, not later than the end of observation
 *
 * Runs the timers due before the row, then the row.
 */
void prn_stepper_row (PrnStepper *stepper, guint32 row);

/**
 * prn_stepper_rows:
 * @stepper: a stepper that nobody watches
 * @row: as of prn_stepper_row()
 * @end: the row after the last one
 *
 * The same for several rows, in less time.
 */
void prn_stepper_rows (PrnStepper *stepper, guint32 row, guint32 end);

/**
 * prn_stepper_end:
 * @stepper: a stepper
 *
 * Runs the timers due until the end of observation and closes the customer.
 */
void prn_stepper_end (PrnStepper *stepper);

/**
 * prn_stepper_journey:
 * @stepper: a stepper
 *
 * Returns: (transfer none): what the customer at hand did so far
 */
PrnJourney *prn_stepper_journey (PrnStepper *stepper);

/**
 * prn_stepper_was_held:
 * @stepper: a stepper
 *
 * Returns: whether a trigger of the customer at hand was ever passed over because it leads back into
 *   a stage of the same moment; it may fire at the next moment of any kind
 */
gboolean prn_stepper_was_held (const PrnStepper *stepper);

/**
 * prn_stepper_is_running_round:
 * @stepper: a stepper
 * @stage: (out): a stage on the circle
 *
 * Says whether timers alone moved a customer more than %PRN_STEPPER_MAX_TIMER_MOVES times
 * between two rows; the rest of his timers were then left out, and no number can be trusted.
 *
 * Returns: whether that happened to any customer so far
 */
gboolean prn_stepper_is_running_round (const PrnStepper *stepper, guint32 *stage);

#define PRN_STEPPER_MAX_TIMER_MOVES 100000

/**
 * prn_stepper_stage:
 * @stepper: a stepper
 *
 * Returns: the stage the customer at hand is in, or %PRN_NONE
 */
guint32 prn_stepper_stage (const PrnStepper *stepper);

/**
 * prn_stepper_score:
 * @stepper: a stepper
 * @score: a score of the plan
 * @time: a moment, not before the last row
 *
 * Returns: the score of the customer at hand
 */
double prn_stepper_score (const PrnStepper *stepper, guint32 score, gint64 time);

/**
 * prn_stepper_leaf:
 * @stepper: a stepper
 * @leaf: a leaf of the plan
 * @time: the moment at hand
 *
 * Returns: whether the leaf holds
 */
gboolean prn_stepper_leaf (const PrnStepper *stepper, guint32 leaf, gint64 time);

/**
 * prn_stepper_event_count:
 * @stepper: a stepper
 * @leaf: an event leaf of the plan
 *
 * Returns: how many rows match its event, of the stage's history or of all rows, as the leaf says;
 *   windows are not looked at
 */
guint32 prn_stepper_event_count (const PrnStepper *stepper, guint32 leaf);

G_END_DECLS
