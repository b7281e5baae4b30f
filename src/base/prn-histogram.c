/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-histogram.h"

G_STATIC_ASSERT (PRN_HISTOGRAM_STEPS == 1 << PRN_HISTOGRAM_STEP_BITS);

void
prn_histogram_clear (PrnHistogram *histogram)
{
  for (guint i = 0; i < PRN_HISTOGRAM_OCTAVES; i++)
    g_clear_pointer (&histogram->octaves[i], g_free);
  histogram->n = 0;
}

double
prn_histogram_middle (guint bucket)
{
  guint64 first;
  guint shift;

  if (bucket < 2 * PRN_HISTOGRAM_STEPS)
    return bucket;

  shift = (bucket >> PRN_HISTOGRAM_STEP_BITS) - 1;
  first = (guint64) (bucket - (shift << PRN_HISTOGRAM_STEP_BITS)) << shift;
  return (double) first + (double) ((G_GUINT64_CONSTANT (1) << shift) - 1) / 2;
}

guint64 *
prn_histogram_make_octave (PrnHistogram *histogram, guint octave)
{
  if (histogram->octaves[octave] == NULL)
    histogram->octaves[octave] = g_new0 (guint64, PRN_HISTOGRAM_STEPS);
  return histogram->octaves[octave];
}

void
prn_histogram_merge (PrnHistogram *histogram, const PrnHistogram *other)
{
  for (guint i = 0; i < PRN_HISTOGRAM_OCTAVES; i++) {
    if (other->octaves[i] == NULL)
      continue;
    prn_histogram_make_octave (histogram, i);
    for (guint step = 0; step < PRN_HISTOGRAM_STEPS; step++)
      histogram->octaves[i][step] += other->octaves[i][step];
  }
  histogram->n += other->n;
}

void
prn_histogram_add_many (PrnHistogram *histogram, guint bucket, guint64 count)
{
  guint64 *octave = prn_histogram_make_octave (histogram, bucket >> PRN_HISTOGRAM_STEP_BITS);

  octave[bucket & (PRN_HISTOGRAM_STEPS - 1)] += count;
  histogram->n += count;
}

void
prn_histogram_subtract (PrnHistogram *histogram, const PrnHistogram *other)
{
  for (guint i = 0; i < PRN_HISTOGRAM_OCTAVES; i++) {
    guint64 *octave = histogram->octaves[i];

    for (guint step = 0; octave != NULL && other->octaves[i] != NULL && step < PRN_HISTOGRAM_STEPS;
         step++) {
      guint64 count = MIN (octave[step], other->octaves[i][step]);

      octave[step] -= count;
      histogram->n -= count;
    }
  }
}

guint64
prn_histogram_count (const PrnHistogram *histogram, guint bucket)
{
  const guint64 *octave = histogram->octaves[bucket >> PRN_HISTOGRAM_STEP_BITS];

  return octave != NULL ? octave[bucket & (PRN_HISTOGRAM_STEPS - 1)] : 0;
}
