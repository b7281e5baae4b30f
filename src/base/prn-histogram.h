/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts of lengths of time in buckets that grow with the length: exact below 512 µs,
 * above that 256 buckets to each power of two, so that a bucket's middle is within 0.2 % of
 * everything in it, and a bucket is less than 0.4 % wide: what is taken for one instant is. Histograms
 * of any split of the same lengths add up to the same one.
 *
 * The scheme is that of Gil Tene's HdrHistogram (https://hdrhistogram.org). */

#define PRN_HISTOGRAM_STEP_BITS 8
#define PRN_HISTOGRAM_STEPS   256
#define PRN_HISTOGRAM_OCTAVES 57
#define PRN_HISTOGRAM_BUCKETS (PRN_HISTOGRAM_OCTAVES * PRN_HISTOGRAM_STEPS)

/**
 * PrnHistogram:
 * @n: how many lengths were added
 * @low: the counts of the octaves that have any, one octave after the other, without what is in
 *   @high: so small that those of many histograms stay in the processor's cache
 * @high: (nullable): at the same places, the counts' multiples of 65,536
 * @places: for each octave, which one it is in these arrays, counted from 1; 0: it has no counts
 * @n_places: how many octaves have counts
 *
 * A zero-initialised histogram is empty and needs no memory of its own.
 */
typedef struct {
  guint64 n;
  guint16 *low;
  guint64 *high;
  guint8 places[PRN_HISTOGRAM_OCTAVES];
  guint8 n_places;
} PrnHistogram;

/**
 * prn_histogram_clear:
 * @histogram: a histogram; it is empty afterwards
 */
void prn_histogram_clear (PrnHistogram *histogram);

/**
 * prn_histogram_bucket:
 * @length: microseconds, not negative
 *
 * Returns: the bucket that @length falls into; a longer length never has a lower bucket. That of a
 *   negative length is the last one
 */
static inline guint
prn_histogram_bucket (gint64 length)
{
  guint64 value = (guint64) length;

  /* The first two octaves are exact: in both the shift is 0. From there a step is twice as wide in
   * each. */
  guint highest = (guint) __builtin_clzll (value | PRN_HISTOGRAM_STEPS) ^ 63;
  guint shift = highest - PRN_HISTOGRAM_STEP_BITS;

  return (shift << PRN_HISTOGRAM_STEP_BITS) + (guint) (value >> shift);
}

/* Makes room for the counts of an octave; its place. */
guint prn_histogram_make_octave (PrnHistogram *histogram, guint octave);

/* Adds 65,536 to a bucket. */
void prn_histogram_carry (PrnHistogram *histogram, guint bucket);

/**
 * prn_histogram_has_octave:
 * @histogram: a histogram
 * @octave: below %PRN_HISTOGRAM_OCTAVES
 *
 * Returns: whether anything may be in its buckets, which are %PRN_HISTOGRAM_STEPS from @octave times
 *   as many on
 */
static inline gboolean
prn_histogram_has_octave (const PrnHistogram *histogram, guint octave)
{
  return histogram->places[octave] != 0;
}

/* Where in the arrays a bucket of an octave with a place is. */
static inline gsize
prn_histogram_index (gsize place, gsize bucket)
{
  return (place << PRN_HISTOGRAM_STEP_BITS) + (bucket & (PRN_HISTOGRAM_STEPS - 1)) -
         PRN_HISTOGRAM_STEPS;
}

/**
 * prn_histogram_add_one:
 * @histogram: a histogram
 * @bucket: the bucket of a length
 */
static inline void
prn_histogram_add_one (PrnHistogram *histogram, guint bucket)
{
  gsize place = histogram->places[bucket >> PRN_HISTOGRAM_STEP_BITS];

  if (G_UNLIKELY (place == 0))
    place = prn_histogram_make_octave (histogram, bucket >> PRN_HISTOGRAM_STEP_BITS);
  histogram->n++;
  if (G_UNLIKELY (++histogram->low[prn_histogram_index (place, bucket)] == 0))
    prn_histogram_carry (histogram, bucket);
}

/**
 * prn_histogram_add:
 * @histogram: a histogram
 * @length: microseconds, not negative
 */
static inline void
prn_histogram_add (PrnHistogram *histogram, gint64 length)
{
  prn_histogram_add_one (histogram, prn_histogram_bucket (length));
}

/**
 * prn_histogram_merge:
 * @histogram: a histogram
 * @other: added to @histogram
 */
void prn_histogram_merge (PrnHistogram *histogram, const PrnHistogram *other);

/**
 * prn_histogram_add_many:
 * @histogram: a histogram
 * @bucket: below %PRN_HISTOGRAM_BUCKETS
 * @count: how many lengths to add to it
 */
void prn_histogram_add_many (PrnHistogram *histogram, guint bucket, guint64 count);

/**
 * prn_histogram_subtract:
 * @histogram: a histogram
 * @other: lengths to be taken out of it; a bucket never gets below 0
 */
void prn_histogram_subtract (PrnHistogram *histogram, const PrnHistogram *other);

/**
 * prn_histogram_count:
 * @histogram: a histogram
 * @bucket: below %PRN_HISTOGRAM_BUCKETS
 *
 * Returns: how many lengths are in the bucket
 */
static inline guint64
prn_histogram_count (const PrnHistogram *histogram, guint bucket)
{
  gsize place = histogram->places[bucket >> PRN_HISTOGRAM_STEP_BITS];
  gsize index = prn_histogram_index (place, bucket);

  if (place == 0)
    return 0;
  return histogram->low[index] + (histogram->high != NULL ? histogram->high[index] : 0);
}

/**
 * prn_histogram_read_octave:
 * @histogram: a histogram
 * @octave: below %PRN_HISTOGRAM_OCTAVES
 * @counts: (out) (array fixed-size=PRN_HISTOGRAM_STEPS): how many lengths are in each of its buckets
 */
void prn_histogram_read_octave (const PrnHistogram *histogram, guint octave, guint64 *counts);

/**
 * prn_histogram_middle:
 * @bucket: below %PRN_HISTOGRAM_BUCKETS
 *
 * Returns: the length, in microseconds, that stands for all in the bucket
 */
static inline double
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

G_END_DECLS
