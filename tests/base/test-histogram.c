/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-histogram.h"

static void
test_buckets (void)
{
  guint last = 0;

  for (gint64 length = 0; length < G_MAXINT64 / 2; length += length / 1000 + 1) {
    guint bucket = prn_histogram_bucket (length);
    double middle = prn_histogram_middle (bucket);

    g_assert_cmpuint (bucket, >=, last);
    g_assert_cmpuint (bucket, <=, last + 1);
    g_assert_cmpuint (bucket, <, PRN_HISTOGRAM_BUCKETS);
    g_assert_cmpfloat_with_epsilon (middle, (double) length, .0025 * (double) length + 1e-9);
    /* Ends and what is still open are told apart when they are half a percent apart. */
    g_assert_cmpuint (prn_histogram_bucket (length + length / 200 + 1), >, bucket);
    last = bucket;
  }
  g_assert_cmpuint (prn_histogram_bucket (G_MAXINT64), <, PRN_HISTOGRAM_BUCKETS);
  g_assert_cmpfloat (prn_histogram_middle (prn_histogram_bucket (255)), ==, 255);
  g_assert_cmpuint (prn_histogram_bucket (-1), ==, PRN_HISTOGRAM_BUCKETS - 1);
}

static void
test_merge (void)
{
  PrnHistogram whole = { 0 }, parts[3] = { { 0 } }, sum = { 0 };
  GRand *rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 5000; i++) {
    gint64 length = (gint64) g_rand_int (rand) << g_rand_int_range (rand, 0, 20);

    prn_histogram_add (&whole, length);
    prn_histogram_add (&parts[i % 3], length);
  }
  for (guint i = 3; i-- > 0;)
    prn_histogram_merge (&sum, &parts[i]);

  g_assert_cmpuint (sum.n, ==, whole.n);
  for (guint i = 0; i < PRN_HISTOGRAM_BUCKETS; i++)
    g_assert_cmpuint (prn_histogram_count (&sum, i), ==, prn_histogram_count (&whole, i));

  prn_histogram_clear (&whole);
  g_assert_cmpuint (whole.n, ==, 0);
  prn_histogram_clear (&sum);
  for (guint i = 0; i < 3; i++)
    prn_histogram_clear (&parts[i]);
  g_rand_free (rand);
}

/* Counts too large for the small arrays, from one by one and from sums, and taken out again. */
static void
test_large_counts (void)
{
  PrnHistogram one = { 0 }, other = { 0 };

  for (guint i = 0; i < 200000; i++)
    prn_histogram_add (&one, i % 2 == 0 ? 7 : 70000);
  prn_histogram_add (&one, 1);
  prn_histogram_add_many (&other, 7, 65530);
  prn_histogram_add_many (&other, 7, G_GUINT64_CONSTANT (10000000000));
  prn_histogram_add_many (&other, 200, 3);
  prn_histogram_merge (&other, &one);
  g_assert_cmpuint (other.n, ==, G_GUINT64_CONSTANT (10000265534));
  g_assert_cmpuint (prn_histogram_count (&other, 7), ==, G_GUINT64_CONSTANT (10000165530));
  g_assert_cmpuint (prn_histogram_count (&other, prn_histogram_bucket (70000)), ==, 100000);
  g_assert_cmpuint (prn_histogram_count (&other, 200), ==, 3);
  g_assert_cmpuint (prn_histogram_count (&other, 1), ==, 1);
  for (guint octave = 0; octave < PRN_HISTOGRAM_OCTAVES; octave++) {
    guint64 counts[PRN_HISTOGRAM_STEPS];

    prn_histogram_read_octave (&other, octave, counts);
    for (guint i = 0; i < PRN_HISTOGRAM_STEPS; i++)
      g_assert_cmpuint (counts[i], ==,
                        prn_histogram_count (&other, octave * PRN_HISTOGRAM_STEPS + i));
  }

  prn_histogram_subtract (&one, &other);
  g_assert_cmpuint (one.n, ==, 0);
  g_assert_cmpuint (prn_histogram_count (&one, 7), ==, 0);
  prn_histogram_clear (&one);
  prn_histogram_clear (&other);
}

/* Sums of small counts, of which one is too large for the small arrays; and less than nothing. */
static void
test_small_counts (void)
{
  PrnHistogram one = { 0 }, other = { 0 }, sum = { 0 };

  prn_histogram_add_many (&one, 600, 40000);
  prn_histogram_add_many (&one, 601, 5);
  prn_histogram_add_many (&one, 900, 7);
  prn_histogram_add_many (&other, 600, 30000);
  prn_histogram_add_many (&other, 602, 65535);

  prn_histogram_merge (&sum, &one);
  prn_histogram_merge (&sum, &other);
  g_assert_cmpuint (sum.n, ==, 135547);
  g_assert_cmpuint (prn_histogram_count (&sum, 600), ==, 70000);
  g_assert_cmpuint (prn_histogram_count (&sum, 601), ==, 5);
  g_assert_cmpuint (prn_histogram_count (&sum, 602), ==, 65535);
  g_assert_cmpuint (prn_histogram_count (&sum, 900), ==, 7);
  g_assert_cmpuint (prn_histogram_count (&one, 600), ==, 40000);

  prn_histogram_subtract (&one, &other);
  g_assert_cmpuint (one.n, ==, 10012);
  g_assert_cmpuint (prn_histogram_count (&one, 600), ==, 10000);
  g_assert_cmpuint (prn_histogram_count (&one, 601), ==, 5);
  g_assert_cmpuint (prn_histogram_count (&one, 602), ==, 0);
  prn_histogram_subtract (&sum, &other);
  g_assert_cmpuint (sum.n, ==, 40012);
  g_assert_cmpuint (prn_histogram_count (&sum, 600), ==, 40000);
  prn_histogram_clear (&one);
  prn_histogram_clear (&other);
  prn_histogram_clear (&sum);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/histogram/buckets", test_buckets);
  g_test_add_func ("/base/histogram/merge", test_merge);
  g_test_add_func ("/base/histogram/large-counts", test_large_counts);
  g_test_add_func ("/base/histogram/small-counts", test_small_counts);
  return g_test_run ();
}
