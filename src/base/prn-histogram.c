/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-histogram.h"

#define STEP_BITS 7

G_STATIC_ASSERT (PRN_HISTOGRAM_STEPS == 1 << STEP_BITS);

void
prn_histogram_clear (PrnHistogram *histogram)
{
  for (guint i = 0; i < PRN_HISTOGRAM_OCTAVES; i++)
    g_clear_pointer (&histogram->octaves[i], g_free);
  histogram->n = 0;
}

guint
prn_histogram_bucket (gint64 length)
{
  guint64 value = length > 0 ? (guint64) length : 0;
  guint shift;

  /* The first two octaves are exact, from there a step is twice as wide in each. */
  if (value < 2 * PRN_HISTOGRAM_STEPS)
    return (guint) value;

  shift = 63 - STEP_BITS - (guint) __builtin_clzll (value);
  return (shift << STEP_BITS) + (guint) (value >> shift);
}

double
prn_histogram_middle (guint bucket)
{
  guint64 first;
  guint shift;

  if (bucket < 2 * PRN_HISTOGRAM_STEPS)
    return bucket;

  shift = (bucket >> STEP_BITS) - 1;
  first = (guint64) (bucket - (shift << STEP_BITS)) << shift;
  return (double) first + (double) ((G_GUINT64_CONSTANT (1) << shift) - 1) / 2;
}

void
prn_histogram_add (PrnHistogram *histogram, gint64 length)
{
  guint bucket = prn_histogram_bucket (length);
  guint64 **octave = &histogram->octaves[bucket >> STEP_BITS];

  if (G_UNLIKELY (*octave == NULL))
    *octave = g_new0 (guint64, PRN_HISTOGRAM_STEPS);

  (*octave)[bucket & (PRN_HISTOGRAM_STEPS - 1)]++;
  histogram->n++;
}

void
prn_histogram_merge (PrnHistogram *histogram, const PrnHistogram *other)
{
  for (guint i = 0; i < PRN_HISTOGRAM_OCTAVES; i++) {
    if (other->octaves[i] == NULL)
      continue;
    if (histogram->octaves[i] == NULL)
      histogram->octaves[i] = g_new0 (guint64, PRN_HISTOGRAM_STEPS);
    for (guint step = 0; step < PRN_HISTOGRAM_STEPS; step++)
      histogram->octaves[i][step] += other->octaves[i][step];
  }
  histogram->n += other->n;
}

void
prn_histogram_add_many (PrnHistogram *histogram, guint bucket, guint64 count)
{
  guint64 **octave = &histogram->octaves[bucket >> STEP_BITS];

  if (*octave == NULL)
    *octave = g_new0 (guint64, PRN_HISTOGRAM_STEPS);
  (*octave)[bucket & (PRN_HISTOGRAM_STEPS - 1)] += count;
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
  const guint64 *octave = histogram->octaves[bucket >> STEP_BITS];

  return octave != NULL ? octave[bucket & (PRN_HISTOGRAM_STEPS - 1)] : 0;
}
