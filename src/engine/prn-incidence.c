/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-incidence.h"

#include <math.h>

#include "prn-wilson.h"

/* A sum of many terms is a little off: its half must still be reached by half of them. */
#define TOLERANCE 1e-12

PrnIncidence *
prn_incidence_new (const PrnSurvival *all, guint64 *ends)
{
  PrnIncidence *incidence = g_new (PrnIncidence, 1);
  double before = 1, sum = 0;

  *incidence = (PrnIncidence){ all, ends, g_new (double, all->n) };
  for (guint i = 0; i < all->n; i++) {
    if (ends[i] > 0)
      sum += before * (double) ends[i] / (double) all->at_risk[i];
    incidence->incidence[i] = MIN (sum, 1);
    before = all->survival[i];
  }
  return incidence;
}

PrnIncidence *
prn_incidence_new_from_histogram (const PrnSurvival *all, const PrnHistogram *ends)
{
  guint64 *counts = g_new (guint64, all->n);

  /* The middle of the last buckets, which a tally written by hand may use, is no signed number. */
  for (guint i = 0; i < all->n; i++)
    counts[i] = prn_histogram_count (ends, prn_histogram_bucket ((gint64) (guint64) all->times[i]));
  return prn_incidence_new (all, counts);
}

void
prn_incidence_free (PrnIncidence *incidence)
{
  g_free (incidence->ends);
  g_free (incidence->incidence);
  g_free (incidence);
}

static guint
n_steps_by (const PrnIncidence *incidence, double time)
{
  return prn_steps_by (incidence->all->times, incidence->all->n, time);
}

static double
value_after (const PrnIncidence *incidence, guint n_steps)
{
  return n_steps > 0 ? incidence->incidence[n_steps - 1] : 0;
}

static double
variance_after (const PrnIncidence *incidence, guint n_steps)
{
  const PrnSurvival *of = incidence->all;
  double value = value_after (incidence, n_steps);
  double s = 1, variance = 0;

  for (guint i = 0; i < n_steps; i++) {
    double n = (double) of->at_risk[i];
    double all = (double) of->ends[i];
    double later = value - incidence->incidence[i];

    /* Where all end that are left, nothing ends later. */
    if (all < n)
      variance += later * later * all / (n * (n - all));
    if (incidence->ends[i] > 0) {
      double ends = (double) incidence->ends[i];

      variance += s * s * ends * (n - ends) / (n * n * n) - 2 * later * s * ends / (n * n);
    }
    s = of->survival[i];
  }
  return MAX (variance, 0);
}

double
prn_incidence_variance (const PrnIncidence *incidence, double time)
{
  return variance_after (incidence, n_steps_by (incidence, time));
}

static PrnInterval
interval_after (const PrnIncidence *incidence, guint n_steps)
{
  double value = value_after (incidence, n_steps);
  double spread;

  if (value <= 0 || value >= 1 - TOLERANCE) {
    guint64 ended = 0;

    for (guint i = 0; i < n_steps; i++)
      ended += incidence->all->ends[i];
    return prn_wilson (value > 0 ? ended : 0, ended);
  }

  spread = exp (PRN_Z_QUANTILE * sqrt (variance_after (incidence, n_steps)) /
                (value * -log (value)));
  return (PrnInterval){ pow (value, spread), pow (value, 1 / spread) };
}

double
prn_incidence_at (const PrnIncidence *incidence, double time, PrnInterval *interval)
{
  guint n_steps = n_steps_by (incidence, time);

  if (interval != NULL)
    *interval = interval_after (incidence, n_steps);
  return value_after (incidence, n_steps);
}

double
prn_incidence_limit (const PrnIncidence *incidence, PrnInterval *interval)
{
  return prn_incidence_at (incidence, INFINITY, interval);
}

double
prn_incidence_quantile (const PrnIncidence *incidence, double share)
{
  guint n = incidence->all->n, low = 0, high = n;
  double least = (share - TOLERANCE) * value_after (incidence, n);

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (incidence->incidence[middle] > 0 && incidence->incidence[middle] >= least)
      high = middle;
    else
      low = middle + 1;
  }
  return low < n ? incidence->all->times[low] : NAN;
}
