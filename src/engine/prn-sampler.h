/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

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

/* Parts of the numbers from 0 to 1 that a sampler knows a delay's spread of. */
#define PRN_SAMPLER_BINS 256

/**
 * PrnSamplerBin:
 * @low: where the delays of this part begin
 * @width: how far they reach from there, above 0; 0: not looked at yet; %PRN_SAMPLER_EXACT: the
 *   part is none that a straight line would do for
 */
typedef struct {
  double low;
  double width;
} PrnSamplerBin;

#define PRN_SAMPLER_EXACT (-1.0)

/**
 * PrnSampler:
 * @distribution: (nullable): what is drawn from
 * @bins: (array length=scale): atomic, since threads share it
 * @scale: how many parts there are
 * @only: the one part of a sampler without a table
 *
 * Draws delays quickly. What is made of straight lines is drawn from these, to the same number. Of
 * the others, in each of 256 parts of equal probability the quantile function is taken for a line
 * of the same mean and the same variance as the function has there: means of delays are not biased,
 * as they are where such a line joins quantiles. Parts in which the quantile grows by more than a
 * tenth, such as those of the tails, are drawn exactly.
 *
 * What a part is like is found when it is first drawn from, by any thread.
 */
typedef struct {
  const PrnDistribution *distribution;
  PrnSamplerBin *bins;
  double scale;
  PrnSamplerBin only;
} PrnSampler;

/**
 * prn_sampler_init:
 * @sampler: (out): a sampler; it must stay in its place
 * @distribution: (nullable): must outlive the sampler; %NULL is fixed at 0
 * @may_have_table: whether there is room for a table
 */
void prn_sampler_init (PrnSampler *sampler, const PrnDistribution *distribution,
                       gboolean may_have_table);

/**
 * prn_sampler_init_fixed:
 * @sampler: (out): a sampler; it must stay in its place
 * @delay: what it draws
 */
void prn_sampler_init_fixed (PrnSampler *sampler, gint64 delay);

/**
 * prn_sampler_clear:
 * @sampler: a sampler
 */
void prn_sampler_clear (PrnSampler *sampler);

/* What prn_sampler_draw() does when it knows nothing yet, or has to be exact. */
gint64 prn_sampler_draw_slowly (PrnSampler *sampler, double u);

/**
 * prn_sampler_draw:
 * @sampler: a sampler
 * @u: above 0 and below 1
 *
 * Returns: the delay in microseconds at which the distribution function is @u, or near to it
 */
static inline gint64
prn_sampler_draw (PrnSampler *sampler, double u)
{
  double at = u * sampler->scale, low, width;
  guint i = (guint) at;
  const PrnSamplerBin *bin = &sampler->bins[i];
  gint64 bits;

  __atomic_load (&bin->width, &width, __ATOMIC_ACQUIRE);
  __atomic_load (&bin->low, &low, __ATOMIC_RELAXED);
  memcpy (&bits, &width, sizeof bits); /* looked at as such: it is there already */
  if (G_LIKELY (bits > 0))
    return (gint64) (low + (at - i) * width + 0.5);
  return prn_sampler_draw_slowly (sampler, u);
}

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
