/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"
#include "prn-steps.h"

G_BEGIN_DECLS

/**
 * PrnSurvival:
 * @n: at how many lengths anything ended
 * @times: (array length=n): the lengths in microseconds, ascending
 * @at_risk: (array length=n): n, how many had lasted that long
 * @ends: (array length=n): d, how many ended there
 * @survival: (array length=n): S(t), the part that lasts longer than that
 * @greenwood: (array length=n): Greenwood's sum Σ d/(n·(n − d)), the variance of log S(t);
 *   infinite where S(t) is 0
 *
 * A Kaplan-Meier curve: S(t) = Π (1 − d/n) over the lengths up to t, d of n at risk ending there;
 * at equal lengths the ends come before what is open. (E. L. Kaplan and P. Meier, "Nonparametric
 * Estimation from Incomplete Observations", JASA 53, 1958; M. Greenwood, "The natural duration of
 * cancer", Reports on Public Health and Medical Subjects 33, 1926.)
 */
typedef struct {
  guint n;
  double *times;
  guint64 *at_risk;
  guint64 *ends;
  double *survival;
  double *greenwood;
} PrnSurvival;

/**
 * prn_survival_new:
 * @steps: what ended when
 *
 * Returns: (transfer full): the curve
 */
PrnSurvival *prn_survival_new (const PrnSteps *steps);

/**
 * prn_survival_new_from_histograms:
 * @ended: lengths of what came to an end
 * @open: (nullable): lengths so far of what had not ended when it was last seen
 *
 * Returns: (transfer full): the curve
 */
PrnSurvival *prn_survival_new_from_histograms (const PrnHistogram *ended,
                                               const PrnHistogram *open);

/**
 * prn_survival_free:
 * @survival: (transfer full): a curve
 */
void prn_survival_free (PrnSurvival *survival);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnSurvival, prn_survival_free)

/**
 * prn_survival_at:
 * @survival: a curve
 * @time: in microseconds; of a curve made from histograms see prn_steps_reading()
 * @interval: (out) (optional): the 95 % interval of S(t) on the log(−log) scale,
 *   S^exp(± 1.96·√greenwood / log S); NaN where S(t) is 1 or 0, for which there is none (J. D.
 *   Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data", 1980, 1.3)
 *
 * Returns: S(@time): what ended at @time itself has ended
 */
double prn_survival_at (const PrnSurvival *survival, double time, PrnInterval *interval);

/**
 * prn_survival_ended_by:
 * @survival: a curve
 * @time: in microseconds
 * @interval: (out) (optional): as of prn_survival_at(), of the part that has ended
 *
 * Returns: 1 − S(@time)
 */
double prn_survival_ended_by (const PrnSurvival *survival, double time, PrnInterval *interval);

/**
 * prn_survival_quantile:
 * @survival: a curve
 * @share: q, between 0 and 1
 *
 * Returns: the smallest length, in microseconds, at which S ≤ 1 − q, or NaN when that is never
 *   reached
 */
double prn_survival_quantile (const PrnSurvival *survival, double share);

/**
 * prn_survival_points:
 * @survival: a curve
 * @max: how many points at most, at least 4
 * @n: (out): how many there are
 *
 * Thins the curve of what has ended: a point is kept once share or time have gone on by enough
 * since the last one kept. The first and the last step are always kept, and every point kept is
 * one of the curve's own.
 *
 * Returns: (transfer full) (nullable) (array length=n): 1 − S(t) at the points, with intervals
 */
PrnReportPoint *prn_survival_points (const PrnSurvival *survival, guint max, guint *n);

G_END_DECLS
