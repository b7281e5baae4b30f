/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"
#include "prn-steps.h"

G_BEGIN_DECLS

/**
 * PrnIncidence:
 * @n: at how many lengths anything ended
 * @n_causes: how many ways there are to end
 * @times: (array length=n): the lengths in microseconds, ascending
 * @at_risk: (array length=n): n, how many had lasted that long
 * @ends: (array): at i·n_causes + c, d of cause c, how many ended there by it
 * @before: (array length=n): S just before: the part that lasts at least that long
 * @incidence: (array): at i·n_causes + c, F of cause c: the part that has ended by it
 *
 * Aalen-Johansen cumulative incidences, each cause competing with all others:
 * F_c(t) = Σ S(t−)·d_c/n over the lengths up to t; at equal lengths the ends come before what is
 * open. (O. O. Aalen and S. Johansen, "An Empirical Transition Matrix for Non-homogeneous Markov
 * Chains Based on Censored Observations", Scandinavian Journal of Statistics 5, 1978.)
 */
typedef struct {
  guint n, n_causes;
  double *times;
  guint64 *at_risk;
  guint64 *ends;
  double *before;
  double *incidence;
} PrnIncidence;

/**
 * prn_incidence_new:
 * @steps: what ended when, and how
 *
 * Returns: (transfer full): the incidences
 */
PrnIncidence *prn_incidence_new (const PrnSteps *steps);

/**
 * prn_incidence_new_from_histograms:
 * @ends: (array length=n_causes): for each cause the lengths of what ended by it
 * @n_causes: how many, at least one
 * @open: (nullable): lengths so far of what had not ended when it was last seen
 *
 * Returns: (transfer full): the incidences
 */
PrnIncidence *prn_incidence_new_from_histograms (const PrnHistogram *ends, guint n_causes,
                                                 const PrnHistogram *open);

/**
 * prn_incidence_free:
 * @incidence: (transfer full): incidences
 */
void prn_incidence_free (PrnIncidence *incidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnIncidence, prn_incidence_free)

/**
 * prn_incidence_at:
 * @incidence: incidences
 * @cause: which one
 * @time: in microseconds, infinite for the limit; of incidences made from histograms see
 *   prn_steps_reading()
 * @interval: (out) (optional): the 95 % interval, see prn_incidence_interval()
 *
 * Returns: F(@time): what ended at @time itself counts; 0 when nothing ever ended
 */
double prn_incidence_at (const PrnIncidence *incidence, guint cause, double time,
                         PrnInterval *interval);

/**
 * prn_incidence_limit:
 * @incidence: incidences
 * @cause: which one
 * @interval: (out) (optional): the 95 % interval
 *
 * Returns: F(∞): the incidence at the longest time seen
 */
double prn_incidence_limit (const PrnIncidence *incidence, guint cause, PrnInterval *interval);

/**
 * prn_incidence_variance:
 * @incidence: incidences
 * @cause: which one
 * @time: in microseconds
 *
 * The variance of F(@time) by the delta method, the ends at each length being multinomial:
 * Σ (F(t) − F(tᵢ))²·d/(n(n − d)) + Σ S²·d_c·(n − d_c)/n³ − 2·Σ (F(t) − F(tᵢ))·S·d_c/n². (J. J.
 * Gaynor and others, "On the use of cause-specific failure and conditional failure probabilities:
 * examples from clinical oncology data", JASA 88, 1993; with one cause it is Greenwood's.)
 *
 * Returns: the variance
 */
double prn_incidence_variance (const PrnIncidence *incidence, guint cause, double time);

/**
 * prn_incidence_interval:
 * @incidence: incidences
 * @cause: which one
 * @time: in microseconds
 *
 * The 95 % interval of F(@time) on the log(−log) scale, F^exp(± 1.96·√variance / (F·log F)),
 * which stays within 0 … 1 (J. B. Choudhury, "Non-parametric confidence interval estimation for
 * competing risks analysis", Statistics in Medicine 21, 2002). Where F is 0 or 1 there is no such
 * scale, and it is Wilson's of none or all of what had ended by then.
 *
 * Returns: the interval; NaN when nothing had ended by then
 */
PrnInterval prn_incidence_interval (const PrnIncidence *incidence, guint cause, double time);

/**
 * prn_incidence_quantile:
 * @incidence: incidences
 * @cause: which one
 * @share: q, between 0 and 1
 *
 * Returns: how long it takes to end that way: the smallest length, in microseconds, at which
 *   F(t)/F(∞) ≥ q, for 0 the shortest; NaN when nothing ended that way
 */
double prn_incidence_quantile (const PrnIncidence *incidence, guint cause, double share);

G_END_DECLS
