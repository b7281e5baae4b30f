/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-histogram.h"

G_BEGIN_DECLS

/**
 * PrnSteps:
 * @n: how many different lengths
 * @n_causes: how many ways there are to end
 * @times: (array length=n): the lengths in microseconds, ascending, each once
 * @ends: (array): at @ends[i·n_causes + c], how many ended after @times[i] by cause c
 * @open: (array length=n): how many had not ended when they were last seen, after @times[i]
 *
 * How long things lasted and how they ended: what Kaplan-Meier and Aalen-Johansen are made of.
 * The numbers are counts, exact if the lengths are.
 */
typedef struct {
  guint n;
  guint n_causes;
  double *times;
  guint64 *ends;
  guint64 *open;
} PrnSteps;

/**
 * prn_steps_new:
 * @n_causes: how many ways there are to end, at least one
 * @n: how many different lengths
 *
 * Returns: (transfer full): steps at which nothing happens yet, to be filled in by the caller
 */
PrnSteps *prn_steps_new (guint n_causes, guint n);

/**
 * prn_steps_new_from_histograms:
 * @ends: (array length=n_causes): for each cause the lengths of what ended by it
 * @n_causes: how many, at least one
 * @open: (nullable): lengths so far of what had not ended when it was last seen
 *
 * A histogram's bucket is one step, at its middle: within it nothing says what came first.
 *
 * Returns: (transfer full): the steps
 */
PrnSteps *prn_steps_new_from_histograms (const PrnHistogram *ends, guint n_causes,
                                         const PrnHistogram *open);

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
 * prn_steps_ends_at:
 * @steps: steps
 * @i: which one
 *
 * Returns: how many ended there, whatever the cause
 */
static inline guint64
prn_steps_ends_at (const PrnSteps *steps, guint i)
{
  guint64 ends = 0;

  for (guint c = 0; c < steps->n_causes; c++)
    ends += steps->ends[(gsize) i * steps->n_causes + c];
  return ends;
}

/**
 * prn_steps_total:
 * @steps: steps
 *
 * Returns: how many there are in all, ended or open
 */
guint64 prn_steps_total (const PrnSteps *steps);

G_END_DECLS
