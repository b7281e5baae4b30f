/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-record.h"

G_BEGIN_DECLS

/* Money later is money less: an amount at t after a customer's first entry counts
 * (1 + r)^(-t / 1 y) = exp(-rate·t). */

/**
 * prn_discount_rate:
 * @per_year: the discount of a year, such as 0.1
 *
 * Returns: the same as a rate per microsecond: ln(1 + @per_year) / 1 y
 */
double prn_discount_rate (double per_year);

/**
 * prn_discount_lost:
 * @distribution: (nullable): of a delay; %NULL is fixed at 0
 * @rate: per microsecond, not negative
 *
 * What is lost of an amount of 1 that comes after the delay: E[1 - exp(-@rate·delay)], one less
 * the distribution's Laplace transform. Divided by the rate it is the discounted length of the
 * delay, E[∫exp(-@rate·t)dt].
 *
 * In closed form for fixed, uniform, triangular and exponential delays and for the straight pieces
 * of empirical ones. Lognormal and Weibull delays have none: there it is the trapezoidal rule over
 * the normal quantile and over the logarithm of the exponential one, which converges faster than
 * any power of the step for integrands so smooth (Trefethen and Weideman, "The exponentially
 * convergent trapezoidal rule", SIAM Review 56, 2014); the steps are chosen for errors below
 * 1e-12, but for Weibull shapes under 0.008.
 *
 * Returns: between 0 and 1
 */
double prn_discount_lost (const PrnDistribution *distribution, double rate);

G_END_DECLS
