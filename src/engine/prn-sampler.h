/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-record.h"

G_BEGIN_DECLS

/* Delays are drawn by the inverse of their distribution function: one even number between 0 and 1
 * gives one delay, whatever the distribution, so that scenarios that share their random numbers
 * differ by what was changed and nothing else. */

/**
 * prn_sampler_delay:
 * @distribution: (nullable): %NULL is fixed at 0
 * @u: between 0 and 1
 *
 * Returns: the delay in microseconds at which the distribution function is @u, rounded to a whole
 *   one, at most 10,000 years
 */
gint64 prn_sampler_delay (const PrnDistribution *distribution, double u);

/**
 * prn_sampler_mean:
 * @distribution: (nullable): %NULL is fixed at 0
 *
 * Returns: the mean in microseconds, in closed form: for lognormal m·exp(σ²/2), for Weibull
 *   s·Γ(1 + 1/k); infinite where it is beyond a double
 */
double prn_sampler_mean (const PrnDistribution *distribution);

/**
 * prn_sampler_normal:
 * @p: between 0 and 1
 *
 * Returns: the standard normal quantile of @p by algorithm AS 241 (PPND16) of Wichura, "The
 *   percentage points of the normal distribution", Applied Statistics 37 (1988), with a relative
 *   error of about 1e-16
 */
double prn_sampler_normal (double p);

G_END_DECLS
