/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-philox-private.h"

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

/* The first @n numbers of a customer. */
static void
draw (guint64 seed, guint64 customer, guint n, double *numbers)
{
  for (guint i = 0; i < n; i += PRN_PHILOX_NUMBERS)
    prn_philox_fill (seed, &customer, 1, i / 2, numbers + i);
}

static void
test_customers_draw_their_own (void)
{
  double a[1000], again[1000], other_customer[1000], other_seed[1000];

  draw (7, 1, 1000, a);
  draw (7, 1, 1000, again);
  draw (7, 2, 1000, other_customer);
  draw (8, 1, 1000, other_seed);
  for (int i = 0; i < 1000; i++) {
    g_assert_cmpfloat (a[i], ==, again[i]);
    g_assert_cmpfloat (a[i], !=, other_customer[i]);
    g_assert_cmpfloat (a[i], !=, other_seed[i]);
  }
}

/* Each customer gets the blocks of his counter one after the other, two numbers from each, however
 * many customers draw together. */
static void
check_numbers (void (*fill) (guint64, const guint64 *, guint, guint64, double *))
{
  static const guint64 seeds[] = { 0, 1, G_MAXUINT64, G_GUINT64_CONSTANT (0x123456789abcdef0) };
  static const guint64 customers[] = { 0, 1, 1000003, G_MAXUINT64 - 5, G_GUINT64_CONSTANT (5) << 32,
                                       77, G_MAXUINT32 };
  static const guint64 draws[] = { 0, 4, G_MAXUINT32 - 1, G_GUINT64_CONSTANT (9) << 32 };
  double numbers[G_N_ELEMENTS (customers) * PRN_PHILOX_NUMBERS];

  for (gsize i = 0; i < G_N_ELEMENTS (seeds) * G_N_ELEMENTS (draws); i++)
    for (guint n = 0; n <= G_N_ELEMENTS (customers); n++) {
      guint64 seed = seeds[i / G_N_ELEMENTS (draws)], first = draws[i % G_N_ELEMENTS (draws)];
      const guint32 key[2] = { (guint32) seed, (guint32) (seed >> 32) };

      fill (seed, customers, n, first, numbers);
      for (guint k = 0; k < n * PRN_PHILOX_NUMBERS; k++) {
        guint64 customer = customers[k / PRN_PHILOX_NUMBERS];
        guint64 block = first + k % PRN_PHILOX_NUMBERS / 2;
        const guint32 counter[4] = { (guint32) block, (guint32) (block >> 32), (guint32) customer,
                                     (guint32) (customer >> 32) };
        guint32 out[4];
        guint64 bits;

        prn_philox (counter, key, out);
        bits = ((guint64) out[k % 2 * 2] << 32 | out[k % 2 * 2 + 1]) >> 12;
        g_assert_cmpfloat (numbers[k], ==, ((double) bits + 0.5) * 0x1p-52);
      }
    }
}

static void
test_numbers_are_the_blocks (void)
{
  check_numbers (prn_philox_fill);
  check_numbers (prn_philox_fill_one_by_one);
#ifdef __x86_64__
  if (__builtin_cpu_supports ("avx2"))
    check_numbers (prn_philox_fill_by_four);
  if (__builtin_cpu_supports ("avx512f"))
    check_numbers (prn_philox_fill_by_eight);
#endif
}

/* Mean 1/2 and variance 1/12, within five standard errors. */
static void
test_evenly_spread (void)
{
  const int n = 1000000;
  g_autofree double *numbers = g_new (double, n);
  double sum = 0, squares = 0;

  draw (1, 0, n, numbers);
  for (int i = 0; i < n; i++) {
    double x = numbers[i];

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
  g_test_add_func ("/base/philox/customers-draw-their-own", test_customers_draw_their_own);
  g_test_add_func ("/base/philox/numbers-are-the-blocks", test_numbers_are_the_blocks);
  g_test_add_func ("/base/philox/evenly-spread", test_evenly_spread);

  return g_test_run ();
}
