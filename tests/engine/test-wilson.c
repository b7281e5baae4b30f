/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-wilson.h"

#include <math.h>

typedef struct {
  guint64 with, of;
  double low, high;
} Answer;

static const Answer answers[] = {
  { 0, 1, 0, .793456709 },
  { 1, 1, .206543291, 1 },
  { 1, 11, .016231752, .377364625 },
  { 10, 100, .055228541, .174367304 },
  { 50, 100, .403829829, .596170171 },
  { 0, 1000000000, 0, 3.8416e-9 },
};

static void
test_shares (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    const Answer *answer = &answers[i];
    PrnReportShare share = prn_wilson_share (answer->with, answer->of);

    g_assert_cmpuint (share.with, ==, answer->with);
    g_assert_cmpuint (share.of, ==, answer->of);
    g_assert_cmpfloat (share.share, ==, (double) answer->with / (double) answer->of);
    g_assert_cmpfloat_with_epsilon (share.interval.low, answer->low, 1e-9);
    g_assert_cmpfloat_with_epsilon (share.interval.high, answer->high, 1e-9);
  }
}

static void
test_share_of_nobody (void)
{
  PrnReportShare share = prn_wilson_share (0, 0);

  g_assert_true (isnan (share.share));
  g_assert_true (isnan (share.interval.low));
  g_assert_true (isnan (share.interval.high));
}

/* The interval holds the share, and is its mirror image for the others. */
static void
test_share_properties (void)
{
  for (guint64 of = 1; of < 200; of += 7)
    for (guint64 with = 0; with <= of; with++) {
      PrnInterval some = prn_wilson (with, of);
      PrnInterval others = prn_wilson (of - with, of);
      double share = (double) with / (double) of;

      g_assert_true (some.low >= 0 && some.low <= share);
      g_assert_true (some.high <= 1 && some.high >= share);
      g_assert_cmpfloat_with_epsilon (some.low, 1 - others.high, 1e-14);
    }
}

/* 2, 4, 4, 4, 5, 5, 7, 9: mean 5, s² = 32/7. */
static void
test_mean (void)
{
  PrnReportMean mean = prn_mean (8, 40, 232);
  double half = 1.96 * sqrt (32. / 7 / 8);

  g_assert_cmpfloat (mean.mean, ==, 5);
  g_assert_cmpfloat_with_epsilon (mean.interval.low, 5 - half, 1e-14);
  g_assert_cmpfloat_with_epsilon (mean.interval.high, 5 + half, 1e-14);
}

static void
test_mean_of_losses (void)
{
  PrnReportMean gain = prn_mean (3, 6, 14);
  PrnReportMean loss = prn_mean (3, -6, 14);

  g_assert_cmpfloat (loss.mean, ==, -2);
  g_assert_cmpfloat (loss.interval.low, ==, -gain.interval.high);
  g_assert_cmpfloat (loss.interval.high, ==, -gain.interval.low);
}

static void
test_mean_of_few (void)
{
  g_assert_true (isnan (prn_mean (0, 0, 0).mean));
  g_assert_cmpfloat (prn_mean (1, 3, 9).mean, ==, 3);
  g_assert_true (isnan (prn_mean (1, 3, 9).interval.low));
}

/* Equal amounts do not vary, however large and however many: beyond 128 bits nearly so. */
static void
test_mean_of_equal (void)
{
  PrnSum amount = G_GINT64_CONSTANT (123456789012345);
  PrnReportMean many = prn_mean (1000000, 1000000 * amount,
                                 (PrnSumOfSquares) 1000000 * (PrnSumOfSquares) (amount * amount));
  guint64 n = G_GUINT64_CONSTANT (1000000000);
  PrnReportMean very_many =
      prn_mean (n, (PrnSum) n * amount, (PrnSumOfSquares) n * (PrnSumOfSquares) (amount * amount));

  g_assert_cmpfloat (many.interval.low, ==, (double) amount);
  g_assert_cmpfloat (many.interval.high, ==, (double) amount);
  g_assert_cmpfloat_with_epsilon (very_many.interval.low / (double) amount, 1, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/wilson/shares", test_shares);
  g_test_add_func ("/engine/wilson/share-of-nobody", test_share_of_nobody);
  g_test_add_func ("/engine/wilson/share-properties", test_share_properties);
  g_test_add_func ("/engine/wilson/mean", test_mean);
  g_test_add_func ("/engine/wilson/mean-of-losses", test_mean_of_losses);
  g_test_add_func ("/engine/wilson/mean-of-few", test_mean_of_few);
  g_test_add_func ("/engine/wilson/mean-of-equal", test_mean_of_equal);
  return g_test_run ();
}
