/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-histogram.h"

G_BEGIN_DECLS

/**
 * PrnSteps:
 * @n: how many different lengths
 * @times: (array length=n): the lengths in microseconds, ascending, each once
 * @ends: (array length=n): how many ended after @times[i]
 * @open: (array length=n): how many had not ended when they were last seen, after @times[i]
 *
 * How long things lasted: what Kaplan-Meier is made of. The numbers are counts, exact if the lengths
 * are.
 */
typedef struct {
  guint n;
  double *times;
  guint64 *ends;
  guint64 *open;
} PrnSteps;

/**
 * prn_steps_new:
 * @n: how many different lengths
 *
 * Returns: (transfer full): steps at which nothing happens yet, to be filled in by the caller
 */
PrnSteps *prn_steps_new (guint n);

/**
 * prn_steps_new_from_histograms:
 * @ended: lengths of what came to an end
 * @open: (nullable): lengths so far of what had not ended when it was last seen
 *
 * A histogram's bucket is one step, at its middle: within it nothing says what came first.
 *
 * Returns: (transfer full): the steps
 */
PrnSteps *prn_steps_new_from_histograms (const PrnHistogram *ended, const PrnHistogram *open);

/**
 * prn_steps_free:
 * @steps: (transfer full): steps
 */
void prn_steps_free (PrnSteps *steps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnSteps, prn_steps_free)

/**
 * prn_steps_by:
 * @times: (array length=n): ascending
 * @n: how many
 * @time: a time
 *
 * Returns: how many of @times are at @time or before
 */
guint prn_steps_by (const double *times, guint n, double time);

/**
 * prn_steps_reading:
 * @length: microseconds, not negative
 *
 * Returns: the time at which a curve made from histograms is read for @length, so that all of the
 *   bucket that @length falls into counts
 */
double prn_steps_reading (gint64 length);

/**
 * prn_steps_total:
 * @steps: steps
 *
 * Returns: how many there are in all, ended or open
 */
guint64 prn_steps_total (const PrnSteps *steps);

G_END_DECLS
