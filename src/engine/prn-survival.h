/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-histogram.h"

G_BEGIN_DECLS

/**
 * prn_survival_quantiles:
 * @ended: lengths of what came to an end
 * @open: lengths so far of what had not ended when it was last seen
 * @shares: (array length=n): shares q between 0 and 1, ascending
 * @quantiles: (out caller-allocates) (array length=n): for each the smallest length, in
 *   microseconds, at which S ≤ 1 − q, or NaN when that is never reached
 * @n: how many
 *
 * Kaplan-Meier quantiles. S(t) = Π (1 − d/n) over the lengths up to t, d of n at risk ending
 * there; at equal lengths the ends come before what is open. (E. L. Kaplan and P. Meier,
 * "Nonparametric Estimation from Incomplete Observations", JASA 53, 1958.)
 */
void prn_survival_quantiles (const PrnHistogram *ended, const PrnHistogram *open,
                             const double *shares, double *quantiles, guint n);

G_END_DECLS
