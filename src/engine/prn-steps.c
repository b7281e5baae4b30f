/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-steps.h"

/* The caller fills in all of it. */
static PrnSteps *
steps_new_unset (guint n_causes, guint n)
{
  PrnSteps *steps = g_new (PrnSteps, 1);

  *steps = (PrnSteps){
    .n = n,
    .n_causes = n_causes,
    .times = g_new (double, n),
    .ends = g_new (guint64, (gsize) n * n_causes),
    .open = g_new (guint64, n),
  };
  return steps;
}

PrnSteps *
prn_steps_new (guint n_causes, guint n)
{
  PrnSteps *steps = steps_new_unset (n_causes, n);

  for (guint i = 0; i < n; i++)
    steps->times[i] = steps->open[i] = 0;
  for (gsize i = 0; i < (gsize) n * n_causes; i++)
    steps->ends[i] = 0;
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

static gboolean
has_octave (const PrnHistogram *ends, guint n_causes, const PrnHistogram *open, guint octave)
{
  if (prn_histogram_has_octave (open, octave))
    return TRUE;
  for (guint c = 0; c < n_causes; c++)
    if (prn_histogram_has_octave (&ends[c], octave))
      return TRUE;
  return FALSE;
}

/* The counts of an octave: one array after the other, of each cause and of what is open. */
static void
read_octave (const PrnHistogram *ends, guint n_causes, const PrnHistogram *open, guint octave,
             guint64 *counts)
{
  for (guint c = 0; c < n_causes; c++)
    prn_histogram_read_octave (&ends[c], octave, counts + c * PRN_HISTOGRAM_STEPS);
  prn_histogram_read_octave (open, octave, counts + n_causes * PRN_HISTOGRAM_STEPS);
}

/* Adds its buckets as the last steps, but for those that nothing is in. */
static void
add_octave (PrnSteps *steps, const guint64 *counts, guint octave)
{
  guint n_causes = steps->n_causes;

  for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++) {
    guint64 *row = &steps->ends[(gsize) steps->n * n_causes];
    guint64 open = counts[n_causes * PRN_HISTOGRAM_STEPS + i], all = open;

    steps->open[steps->n] = open;
    for (guint c = 0; c < n_causes; c++)
      all += row[c] = counts[c * PRN_HISTOGRAM_STEPS + i];
    if (all > 0)
      steps->times[steps->n++] = prn_histogram_middle (octave * PRN_HISTOGRAM_STEPS + i);
  }
}

PrnSteps *
prn_steps_new_from_histograms (const PrnHistogram *ends, guint n_causes, const PrnHistogram *open)
{
  const PrnHistogram none = { 0 };
  g_autofree guint64 *counts = g_new (guint64, (n_causes + 1) * PRN_HISTOGRAM_STEPS);
  PrnSteps *steps;
  guint n_octaves = 0;

  if (open == NULL)
    open = &none;
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++)
    n_octaves += has_octave (ends, n_causes, open, octave);

  steps = steps_new_unset (n_causes, n_octaves * PRN_HISTOGRAM_STEPS);
  steps->n = 0;
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++) {
    if (!has_octave (ends, n_causes, open, octave))
      continue;
    read_octave (ends, n_causes, open, octave, counts);
    add_octave (steps, counts, octave);
  }
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
    total += prn_steps_ends_at (steps, i) + steps->open[i];
  return total;
}
