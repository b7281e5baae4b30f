/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-incidence.h"

#include <math.h>

#include "prn-wilson.h"

/* A sum of many terms is a little off: its half must still be reached by half of them. */
#define TOLERANCE 1e-12

PrnIncidence *
prn_incidence_new (const PrnSteps *steps)
{
  PrnIncidence *incidence = g_new0 (PrnIncidence, 1);
  gsize n_causes = steps->n_causes;
  g_autofree double *sum = g_new0 (double, n_causes);
  guint64 at_risk = prn_steps_total (steps);
  double survival = 1;

  incidence->n_causes = steps->n_causes;
  incidence->times = g_new (double, steps->n);
  incidence->at_risk = g_new (guint64, steps->n);
  incidence->ends = g_new (guint64, steps->n * n_causes);
  incidence->before = g_new (double, steps->n);
  incidence->incidence = g_new (double, steps->n * n_causes);

  for (guint i = 0; i < steps->n; i++) {
    guint64 ends = prn_steps_ends_at (steps, i);

    if (ends > 0) {
      guint k = incidence->n++;

      incidence->times[k] = steps->times[i];
      incidence->at_risk[k] = at_risk;
      incidence->before[k] = survival;
      for (guint c = 0; c < n_causes; c++) {
        guint64 by_cause = steps->ends[i * n_causes + c];

        if (by_cause > 0)
          sum[c] += survival * (double) by_cause / (double) at_risk;
        incidence->ends[k * n_causes + c] = by_cause;
        incidence->incidence[k * n_causes + c] = MIN (sum[c], 1);
      }
      survival *= (double) (at_risk - ends) / (double) at_risk;
    }
    at_risk -= ends + steps->open[i];
  }
  return incidence;
}

PrnIncidence *
prn_incidence_new_from_histograms (const PrnHistogram *ends,
                                   guint n_causes,
                                   const PrnHistogram *open)
{
  g_autoptr (PrnSteps) steps = prn_steps_new_from_histograms (ends, n_causes, open);

  return prn_incidence_new (steps);
}

void
prn_incidence_free (PrnIncidence *incidence)
{
  g_free (incidence->times);
  g_free (incidence->at_risk);
  g_free (incidence->ends);
  g_free (incidence->before);
  g_free (incidence->incidence);
  g_free (incidence);
}

static double
value_after (const PrnIncidence *incidence, guint cause, guint n_steps)
{
  if (n_steps == 0)
    return 0;
  return incidence->incidence[(gsize) (n_steps - 1) * incidence->n_causes + cause];
}

static guint64
ends_at (const PrnIncidence *incidence, guint i)
{
  guint64 ends = 0;

  for (guint c = 0; c < incidence->n_causes; c++)
    ends += incidence->ends[(gsize) i * incidence->n_causes + c];
  return ends;
}

double
prn_incidence_variance (const PrnIncidence *incidence, guint cause, double time)
{
  guint n_steps = prn_steps_by (incidence->times, incidence->n, time);
  double value = value_after (incidence, cause, n_steps);
  double variance = 0;

  for (guint i = 0; i < n_steps; i++) {
    double n = (double) incidence->at_risk[i];
    double all = (double) ends_at (incidence, i);
    double ends = (double) incidence->ends[(gsize) i * incidence->n_causes + cause];
    double later = value - value_after (incidence, cause, i + 1);
    double s = incidence->before[i];

    /* Where all end that are left, nothing ends later. */
    if (all < n)
      variance += later * later * all / (n * (n - all));
    variance += s * s * ends * (n - ends) / (n * n * n) - 2 * later * s * ends / (n * n);
  }
  return MAX (variance, 0);
}

PrnInterval
prn_incidence_interval (const PrnIncidence *incidence, guint cause, double time)
{
  guint n_steps = prn_steps_by (incidence->times, incidence->n, time);
  double value = value_after (incidence, cause, n_steps);
  double spread;

  if (value <= 0 || value >= 1 - TOLERANCE) {
    guint64 ended = 0;

    for (guint i = 0; i < n_steps; i++)
      ended += ends_at (incidence, i);
    return prn_wilson (value > 0 ? ended : 0, ended);
  }

  spread = exp (PRN_Z_QUANTILE * sqrt (prn_incidence_variance (incidence, cause, time)) /
                (value * -log (value)));
  return (PrnInterval){ pow (value, spread), pow (value, 1 / spread) };
}

double
prn_incidence_at (const PrnIncidence *incidence, guint cause, double time, PrnInterval *interval)
{
  if (interval != NULL)
    *interval = prn_incidence_interval (incidence, cause, time);
  return value_after (incidence, cause, prn_steps_by (incidence->times, incidence->n, time));
}

double
prn_incidence_limit (const PrnIncidence *incidence, guint cause, PrnInterval *interval)
{
  return prn_incidence_at (incidence, cause, INFINITY, interval);
}

double
prn_incidence_quantile (const PrnIncidence *incidence, guint cause, double share)
{
  double limit = value_after (incidence, cause, incidence->n);

  for (guint i = 0; i < incidence->n && limit > 0; i++) {
    double value = value_after (incidence, cause, i + 1);

    if (value > 0 && value >= (share - TOLERANCE) * limit)
      return incidence->times[i];
  }
  return NAN;
}
