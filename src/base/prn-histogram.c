/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-histogram.h"

#include <string.h>

G_STATIC_ASSERT (PRN_HISTOGRAM_STEPS == 1 << PRN_HISTOGRAM_STEP_BITS);

void
prn_histogram_clear (PrnHistogram *histogram)
{
  g_free (histogram->low);
  g_free (histogram->high);
  *histogram = (PrnHistogram){ 0 };
}

guint
prn_histogram_make_octave (PrnHistogram *histogram, guint octave)
{
  guint all = histogram->n_places * PRN_HISTOGRAM_STEPS;

  if (histogram->places[octave] != 0)
    return histogram->places[octave];

  histogram->low = g_renew (guint16, histogram->low, all + PRN_HISTOGRAM_STEPS);
  memset (histogram->low + all, 0, PRN_HISTOGRAM_STEPS * sizeof *histogram->low);
  if (histogram->high != NULL) {
    histogram->high = g_renew (guint64, histogram->high, all + PRN_HISTOGRAM_STEPS);
    memset (histogram->high + all, 0, PRN_HISTOGRAM_STEPS * sizeof *histogram->high);
  }
  return histogram->places[octave] = ++histogram->n_places;
}

static guint64
count_at (const PrnHistogram *histogram, gsize index)
{
  return histogram->low[index] + (histogram->high != NULL ? histogram->high[index] : 0);
}

/* What the histogram has in all is not changed. */
static void
set_at (PrnHistogram *histogram, gsize index, guint64 count)
{
  guint64 high = count & ~(guint64) G_MAXUINT16;

  histogram->low[index] = (guint16) count;
  if (high > 0 && histogram->high == NULL)
    histogram->high = g_new0 (guint64, histogram->n_places * PRN_HISTOGRAM_STEPS);
  if (histogram->high != NULL)
    histogram->high[index] = high;
}

void
prn_histogram_carry (PrnHistogram *histogram, guint bucket)
{
  guint place = histogram->places[bucket >> PRN_HISTOGRAM_STEP_BITS];
  gsize index = prn_histogram_index (place, bucket);

  set_at (histogram, index, count_at (histogram, index) + G_MAXUINT16 + 1);
}

/* Where an octave that has a place begins in the arrays. */
static gsize
octave_at (const PrnHistogram *histogram, guint octave)
{
  return (histogram->places[octave] - 1u) * (gsize) PRN_HISTOGRAM_STEPS;
}

/* Adds small counts, all at a time; or FALSE, and nothing is done, where a sum is too large. */
static gboolean
add_small (guint16 *restrict counts, const guint16 *restrict others)
{
  guint16 over = 0;

  for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++)
    over |= (guint16) (counts[i] + others[i]) < counts[i];
  for (guint i = 0; over == 0 && i < PRN_HISTOGRAM_STEPS; i++)
    counts[i] = (guint16) (counts[i] + others[i]);
  return over == 0;
}

static void
merge_octave (PrnHistogram *histogram, const PrnHistogram *other, guint octave)
{
  gsize from = octave_at (other, octave), to;

  prn_histogram_make_octave (histogram, octave);
  to = octave_at (histogram, octave);
  if (other->high == NULL && add_small (histogram->low + to, other->low + from))
    return;
  for (guint step = 0; step < PRN_HISTOGRAM_STEPS; step++, from++, to++) {
    guint64 count = count_at (other, from);

    if (count > 0)
      set_at (histogram, to, count_at (histogram, to) + count);
  }
}

static PrnHistogram
histogram_copy (const PrnHistogram *histogram)
{
  gsize n = histogram->n_places * PRN_HISTOGRAM_STEPS;
  PrnHistogram copy = *histogram;

  copy.low = g_memdup2 (histogram->low, n * sizeof *copy.low);
  copy.high = g_memdup2 (histogram->high, n * sizeof *copy.high);
  return copy;
}

void
prn_histogram_merge (PrnHistogram *histogram, const PrnHistogram *other)
{
  if (histogram->n_places == 0) {
    *histogram = histogram_copy (other);
    return;
  }
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++)
    if (prn_histogram_has_octave (other, octave))
      merge_octave (histogram, other, octave);
  histogram->n += other->n;
}

void
prn_histogram_add_many (PrnHistogram *histogram, guint bucket, guint64 count)
{
  guint place = prn_histogram_make_octave (histogram, bucket >> PRN_HISTOGRAM_STEP_BITS);
  gsize index = prn_histogram_index (place, bucket);

  set_at (histogram, index, count_at (histogram, index) + count);
  histogram->n += count;
}

/* Takes small counts out, all at a time; how many there were to take. */
static guint64
subtract_small (guint16 *restrict counts, const guint16 *restrict others)
{
  guint less = 0;

  for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++) {
    guint16 taken = MIN (counts[i], others[i]);

    counts[i] = (guint16) (counts[i] - taken);
    less += taken;
  }
  return less;
}

static void
subtract_octave (PrnHistogram *histogram, const PrnHistogram *other, guint octave)
{
  gsize from = octave_at (other, octave), to = octave_at (histogram, octave);

  if (histogram->high == NULL && other->high == NULL) {
    histogram->n -= subtract_small (histogram->low + to, other->low + from);
    return;
  }
  for (guint step = 0; step < PRN_HISTOGRAM_STEPS; step++, from++, to++) {
    guint64 count = count_at (histogram, to), less = MIN (count, count_at (other, from));

    set_at (histogram, to, count - less);
    histogram->n -= less;
  }
}

void
prn_histogram_subtract (PrnHistogram *histogram, const PrnHistogram *other)
{
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++)
    if (prn_histogram_has_octave (histogram, octave) && prn_histogram_has_octave (other, octave))
      subtract_octave (histogram, other, octave);
}

void
prn_histogram_read_octave (const PrnHistogram *histogram, guint octave, guint64 *restrict counts)
{
  const guint16 *restrict low;
  const guint64 *restrict high;

  if (!prn_histogram_has_octave (histogram, octave)) {
    memset (counts, 0, PRN_HISTOGRAM_STEPS * sizeof *counts);
    return;
  }

  low = histogram->low + octave_at (histogram, octave);
  for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++)
    counts[i] = low[i];
  if (histogram->high == NULL)
    return;
  high = histogram->high + octave_at (histogram, octave);
  for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++)
    counts[i] += high[i];
}
