/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-survival.h"

G_BEGIN_DECLS

/**
 * PrnIncidence:
 * @all: (transfer none): what ended, by whatever cause: the lengths, n, d and S are its
 * @ends: (array length=all.n): d_c, how many ended there by the cause
 * @incidence: (array length=all.n): F_c(t), the part that has ended by the cause
 *
 * The Aalen-Johansen cumulative incidence of one cause, which competes with all others:
 * F_c(t) = Σ S(t−)·d_c/n over the lengths up to t; at equal lengths the ends come before what is
 * open. The causes share one curve @all, and add up to 1 − S. (O. O. Aalen and S. Johansen, "An
 * Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored Observations",
 * Scandinavian Journal of Statistics 5, 1978.)
 */
typedef struct {
  const PrnSurvival *all;
  guint64 *ends;
  double *incidence;
} PrnIncidence;

/**
 * prn_incidence_new:
 * @all: what ended, by whatever cause; must outlive the incidence
 * @ends: (array length=all.n) (transfer full): how many of the ends at each of its lengths were by
 *   the cause
 *
 * Returns: (transfer full): the incidence of the cause
 */
PrnIncidence *prn_incidence_new (const PrnSurvival *all, guint64 *ends);

/**
 * prn_incidence_new_from_histogram:
 * @all: what ended, by whatever cause, made from histograms; must outlive the incidence
 * @ends: the lengths of what ended by the cause, which @all was made from among others
 *
 * Returns: (transfer full): the incidence of the cause
 */
PrnIncidence *prn_incidence_new_from_histogram (const PrnSurvival *all, const PrnHistogram *ends);

/**
 * prn_incidence_free:
 * @incidence: (transfer full): an incidence
 */
void prn_incidence_free (PrnIncidence *incidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnIncidence, prn_incidence_free)

/**
 * prn_incidence_at:
 * @incidence: an incidence
 * @time: in microseconds, infinite for the limit; of one made from histograms see
 *   prn_steps_reading()
 * @interval: (out) (optional): the 95 % interval; NaN when nothing had ended by then
 *
 * The interval is that of the log(−log) scale, F^exp(± 1.96·√variance / (F·log F)), which stays
 * within 0 … 1 (J. B. Choudhury, "Non-parametric confidence interval estimation for competing risks
 * analysis", Statistics in Medicine 21, 2002). Where F is 0 or 1 there is no such scale, and it is
 * Wilson's of none or all of what had ended by then.
 *
 * Returns: F(@time): what ended at @time itself counts; 0 when nothing ever ended
 */
double prn_incidence_at (const PrnIncidence *incidence, double time, PrnInterval *interval);

/**
 * prn_incidence_limit:
 * @incidence: an incidence
 * @interval: (out) (optional): the 95 % interval
 *
 * Returns: F(∞): the incidence at the longest time seen
 */
double prn_incidence_limit (const PrnIncidence *incidence, PrnInterval *interval);

/**
 * prn_incidence_variance:
 * @incidence: an incidence
 * @time: in microseconds
 *
 * The variance of F(@time) by the delta method, the ends at each length being multinomial:
 * Σ (F(t) − F(tᵢ))²·d/(n(n − d)) + Σ S²·d_c·(n − d_c)/n³ − 2·Σ (F(t) − F(tᵢ))·S·d_c/n². (J. J.
 * Gaynor and others, "On the use of cause-specific failure and conditional failure probabilities:
 * examples from clinical oncology data", JASA 88, 1993; with one cause it is Greenwood's.)
 *
 * Returns: the variance
 */
double prn_incidence_variance (const PrnIncidence *incidence, double time);

/**
 * prn_incidence_quantile:
 * @incidence: an incidence
 * @share: q, between 0 and 1
 *
 * Returns: how long it takes to end that way: the smallest length, in microseconds, at which
 *   F(t)/F(∞) ≥ q, for 0 the shortest; NaN when nothing ended that way
 */
double prn_incidence_quantile (const PrnIncidence *incidence, double share);

G_END_DECLS
