/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-steps.h"

PrnSteps *
prn_steps_new (guint n_causes, guint n)
{
  PrnSteps *steps = g_new0 (PrnSteps, 1);

  steps->n = n;
  steps->n_causes = n_causes;
  steps->times = g_new0 (double, n);
  steps->ends = g_new0 (guint64, (gsize) n * n_causes);
  steps->open = g_new0 (guint64, n);
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

/* Adds a bucket as the last step, unless nothing is in it. */
static void
add_bucket (PrnSteps *steps, const PrnHistogram *ends, const PrnHistogram *open, guint bucket)
{
  guint64 *row = &steps->ends[(gsize) steps->n * steps->n_causes];
  guint64 n = prn_histogram_count (open, bucket);

  steps->open[steps->n] = n;
  for (guint c = 0; c < steps->n_causes; c++) {
    row[c] = prn_histogram_count (&ends[c], bucket);
    n += row[c];
  }
  if (n > 0)
    steps->times[steps->n++] = prn_histogram_middle (bucket);
}

PrnSteps *
prn_steps_new_from_histograms (const PrnHistogram *ends, guint n_causes, const PrnHistogram *open)
{
  const PrnHistogram none = { 0 };
  PrnSteps *steps;
  guint n_octaves = 0;

  if (open == NULL)
    open = &none;
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++)
    n_octaves += has_octave (ends, n_causes, open, octave);

  steps = prn_steps_new (n_causes, n_octaves * PRN_HISTOGRAM_STEPS);
  steps->n = 0;
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++) {
    if (!has_octave (ends, n_causes, open, octave))
      continue;
    for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++)
      add_bucket (steps, ends, open, octave * PRN_HISTOGRAM_STEPS + i);
  }
  return steps;
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
