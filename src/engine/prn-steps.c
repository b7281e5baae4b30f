/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-steps.h"

/* Its arrays are as they happen to be. */
static PrnSteps *
steps_new_unset (guint n)
{
  PrnSteps *steps = g_new (PrnSteps, 1);

  *steps = (PrnSteps){ n, g_new (double, n), g_new (guint64, n), g_new (guint64, n) };
  return steps;
}

PrnSteps *
prn_steps_new (guint n)
{
  PrnSteps *steps = steps_new_unset (n);

  for (guint i = 0; i < n; i++)
    steps->times[i] = steps->ends[i] = steps->open[i] = 0;
  return steps;
}

void
prn_steps_free (PrnSteps *steps)
{
  g_free (steps->times);
  g_free (steps->ends);
  g_free (steps->open);
  g_free (steps);
}

/* Adds its buckets as the last steps, but for those that nothing is in. */
static void
add_octave (PrnSteps *steps, const PrnHistogram *ended, const PrnHistogram *open, guint octave)
{
  guint64 ends[PRN_HISTOGRAM_STEPS], opens[PRN_HISTOGRAM_STEPS];
  guint n = steps->n;

  prn_histogram_read_octave (ended, octave, ends);
  prn_histogram_read_octave (open, octave, opens);
  for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++)
    if ((ends[i] | opens[i]) > 0) {
      steps->times[n] = prn_histogram_middle (octave * PRN_HISTOGRAM_STEPS + i);
      steps->ends[n] = ends[i];
      steps->open[n++] = opens[i];
    }
  steps->n = n;
}

PrnSteps *
prn_steps_new_from_histograms (const PrnHistogram *ended, const PrnHistogram *open)
{
  const PrnHistogram none = { 0 };
  PrnSteps *steps;

  if (open == NULL)
    open = &none;
  steps = steps_new_unset ((ended->n_places + open->n_places) * PRN_HISTOGRAM_STEPS);
  steps->n = 0;
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++)
    if (prn_histogram_has_octave (ended, octave) || prn_histogram_has_octave (open, octave))
      add_octave (steps, ended, open, octave);
  return steps;
}

guint
prn_steps_by (const double *times, guint n, double time)
{
  guint low = 0, high = n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (times[middle] <= time)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

double
prn_steps_reading (gint64 length)
{
  return MAX ((double) length, prn_histogram_middle (prn_histogram_bucket (length)));
}

guint64
prn_steps_total (const PrnSteps *steps)
{
  guint64 total = 0;

  for (guint i = 0; i < steps->n; i++)
    total += steps->ends[i] + steps->open[i];
  return total;
}
