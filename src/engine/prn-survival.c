/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-survival.h"

#include <math.h>

#include "prn-duration.h"
#include "prn-wilson.h"

/* A product of many factors is a little off: 0.5 must still be reached by (3/4)·(2/3). */
#define TOLERANCE 1e-12

PrnSurvival *
prn_survival_new (const PrnSteps *steps)
{
  PrnSurvival *survival = g_new0 (PrnSurvival, 1);
  guint64 at_risk = prn_steps_total (steps);
  double s = 1, sum = 0;
  guint n = 0;

  survival->times = g_new (double, steps->n);
  survival->at_risk = g_new (guint64, steps->n);
  survival->ends = g_new (guint64, steps->n);
  survival->survival = g_new (double, steps->n);
  survival->greenwood = g_new (double, steps->n);

  for (guint i = 0; i < steps->n; i++) {
    guint64 ends = steps->ends[i];

    if (ends > 0) {
      double of = (double) at_risk, later = (double) (at_risk - ends);

      s *= later / of;
      sum += (double) ends / (of * later);
      survival->times[n] = steps->times[i];
      survival->at_risk[n] = at_risk;
      survival->ends[n] = ends;
      survival->survival[n] = s;
      survival->greenwood[n++] = sum;
    }
    at_risk -= ends + steps->open[i];
  }
  survival->n = n;
  return survival;
}

PrnSurvival *
prn_survival_new_from_histograms (const PrnHistogram *ended, const PrnHistogram *open)
{
  g_autoptr (PrnSteps) steps = prn_steps_new_from_histograms (ended, open);

  return prn_survival_new (steps);
}

void
prn_survival_free (PrnSurvival *survival)
{
  g_free (survival->times);
  g_free (survival->at_risk);
  g_free (survival->ends);
  g_free (survival->survival);
  g_free (survival->greenwood);
  g_free (survival);
}

static PrnInterval
interval_of (double s, double greenwood)
{
  double spread;

  if (s >= 1 || s <= 0)
    return (PrnInterval){ NAN, NAN };

  spread = exp (PRN_Z_QUANTILE * sqrt (greenwood) / -log (s));
  return (PrnInterval){ pow (s, spread), pow (s, 1 / spread) };
}

double
prn_survival_at (const PrnSurvival *survival, double time, PrnInterval *interval)
{
  guint n = prn_steps_by (survival->times, survival->n, time);
  double s = n > 0 ? survival->survival[n - 1] : 1;

  if (interval != NULL)
    *interval = interval_of (s, n > 0 ? survival->greenwood[n - 1] : 0);
  return s;
}

double
prn_survival_ended_by (const PrnSurvival *survival, double time, PrnInterval *interval)
{
  PrnInterval lasting;
  double s = prn_survival_at (survival, time, &lasting);

  if (interval != NULL)
    *interval = (PrnInterval){ 1 - lasting.high, 1 - lasting.low };
  return 1 - s;
}

double
prn_survival_quantile (const PrnSurvival *survival, double share)
{
  for (guint i = 0; i < survival->n; i++)
    if (survival->survival[i] <= 1 - share + TOLERANCE)
      return survival->times[i];
  return NAN;
}

static PrnReportPoint
point_of (const PrnSurvival *survival, guint i)
{
  PrnReportPoint point = { .seconds = survival->times[i] / PRN_SECOND };

  point.share = prn_survival_ended_by (survival, survival->times[i], &point.interval);
  return point;
}

PrnReportPoint *
prn_survival_points (const PrnSurvival *survival, guint max, guint *n)
{
  PrnReportPoint *points = g_new (PrnReportPoint, MIN (survival->n, max));
  guint last = survival->n - 1;
  double fall, span;
  guint kept = 0;

  *n = 0;
  if (survival->n <= max) {
    for (*n = 0; *n < survival->n; (*n)++)
      points[*n] = point_of (survival, *n);
    return points;
  }

  /* At most (max − 2)/2 points each for share and time, and the two ends. */
  fall = (survival->survival[0] - survival->survival[last]) / ((max - 2) / 2);
  span = (survival->times[last] - survival->times[0]) / ((max - 2) / 2);
  for (guint i = 0; i <= last; i++) {
    if (i > 0 && i < last &&
        survival->survival[kept] - survival->survival[i] < fall &&
        survival->times[i] - survival->times[kept] < span)
      continue;
    kept = i;
    points[(*n)++] = point_of (survival, i);
  }
  return points;
}
