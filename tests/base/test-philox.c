/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-philox.h"

/* The known answers that come with Random123 (kat_vectors, philox4x32 10). */
static void
test_known_answers (void)
{
  static const struct {
    guint32 counter[4], key[2], out[4];
  } rows[] = {
    { { 0, 0, 0, 0 }, { 0, 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
    { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
      { 0xffffffff, 0xffffffff },
      { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
    { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
      { 0xa4093822, 0x299f31d0 },
      { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint32 out[4];

    prn_philox (rows[i].counter, rows[i].key, out);
    for (int k = 0; k < 4; k++)
      g_assert_cmphex (out[k], ==, rows[i].out[k]);
  }
}

static void
test_streams_are_their_own (void)
{
  PrnStream a, again, other_customer, other_seed;

  prn_stream_init (&a, 7, 1);
  prn_stream_init (&again, 7, 1);
  prn_stream_init (&other_customer, 7, 2);
  prn_stream_init (&other_seed, 8, 1);

  for (int i = 0; i < 1000; i++) {
    double x = prn_stream_next (&a);

    g_assert_cmpfloat (x, ==, prn_stream_next (&again));
    g_assert_cmpfloat (x, !=, prn_stream_next (&other_customer));
    g_assert_cmpfloat (x, !=, prn_stream_next (&other_seed));
  }
}

/* A stream gives the blocks of its counter one after the other, two numbers from each. */
static void
test_numbers_are_the_blocks (void)
{
  static const guint64 seeds[] = { 0, 1, G_MAXUINT64, G_GUINT64_CONSTANT (0x123456789abcdef0) };
  static const guint64 customers[] = { 0, 1, 1000003, G_MAXUINT64 - 5 };

  for (gsize s = 0; s < G_N_ELEMENTS (seeds); s++)
    for (gsize c = 0; c < G_N_ELEMENTS (customers); c++) {
      PrnStream stream;

      prn_stream_init (&stream, seeds[s], customers[c]);
      for (guint32 draw = 0; draw < 50; draw++) {
        const guint32 counter[4] = { draw, 0, (guint32) customers[c],
                                     (guint32) (customers[c] >> 32) };
        const guint32 key[2] = { (guint32) seeds[s], (guint32) (seeds[s] >> 32) };
        guint32 out[4];

        prn_philox (counter, key, out);
        for (guint i = 0; i < 4; i += 2) {
          guint64 bits = ((guint64) out[i] << 32 | out[i + 1]) >> 12;

          g_assert_cmpfloat (prn_stream_next (&stream), ==, ((double) bits + 0.5) * 0x1p-52);
        }
      }
    }
}

/* Mean 1/2 and variance 1/12, within five standard errors. */
static void
test_evenly_spread (void)
{
  const int n = 1000000;
  double sum = 0, squares = 0;
  PrnStream stream;

  prn_stream_init (&stream, 1, 0);
  for (int i = 0; i < n; i++) {
    double x = prn_stream_next (&stream);

    g_assert_cmpfloat (x, >, 0);
    g_assert_cmpfloat (x, <, 1);
    sum += x;
    squares += (x - 0.5) * (x - 0.5);
  }

  g_assert_cmpfloat (fabs (sum / n - 0.5), <, 5 * sqrt (1.0 / 12 / n));
  g_assert_cmpfloat (fabs (squares / n - 1.0 / 12), <, 5 * sqrt (1.0 / 180 / n));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/philox/known-answers", test_known_answers);
  g_test_add_func ("/base/philox/streams-are-their-own", test_streams_are_their_own);
  g_test_add_func ("/base/philox/numbers-are-the-blocks", test_numbers_are_the_blocks);
  g_test_add_func ("/base/philox/evenly-spread", test_evenly_spread);

  return g_test_run ();
}
