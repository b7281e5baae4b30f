/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-philox-private.h"

void
prn_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4])
{
  guint32 x0 = counter[0], x1 = counter[1], x2 = counter[2], x3 = counter[3];
  guint32 k0 = key[0], k1 = key[1];

  for (int i = 0; i < PRN_PHILOX_ROUNDS; i++) {
    guint64 a = (guint64) PRN_PHILOX_MULTIPLIER_0 * x0;
    guint64 b = (guint64) PRN_PHILOX_MULTIPLIER_1 * x2;

    x0 = (guint32) (b >> 32) ^ x1 ^ k0;
    x1 = (guint32) b;
    x2 = (guint32) (a >> 32) ^ x3 ^ k1;
    x3 = (guint32) a;
    k0 += PRN_PHILOX_WEYL_0;
    k1 += PRN_PHILOX_WEYL_1;
  }

  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

static double
to_unit (guint32 high, guint32 low)
{
  guint64 bits = (((guint64) high << 32) | low) >> 12;

  return ((double) bits + 0.5) * 0x1p-52;
}

void
prn_philox_fill_one_by_one (guint64 seed, const guint64 *customers, guint n, guint64 first,
                            double *numbers)
{
  const guint32 key[2] = { (guint32) seed, (guint32) (seed >> 32) };

  for (guint i = 0; i < n * PRN_PHILOX_NUMBERS; i += 2) {
    guint64 customer = customers[i / PRN_PHILOX_NUMBERS];
    guint64 draw = first + i % PRN_PHILOX_NUMBERS / 2;
    const guint32 counter[4] = { (guint32) draw, (guint32) (draw >> 32), (guint32) customer,
                                 (guint32) (customer >> 32) };
    guint32 out[4];

    prn_philox (counter, key, out);
    numbers[i] = to_unit (out[0], out[1]);
    numbers[i + 1] = to_unit (out[2], out[3]);
  }
}

void
prn_philox_fill (guint64 seed, const guint64 *customers, guint n, guint64 draw, double *numbers)
{
#ifdef __x86_64__
  if (__builtin_cpu_supports ("avx512f")) {
    prn_philox_fill_by_eight (seed, customers, n, draw, numbers);
    return;
  }
  if (__builtin_cpu_supports ("avx2")) {
    prn_philox_fill_by_four (seed, customers, n, draw, numbers);
    return;
  }
#endif
  prn_philox_fill_one_by_one (seed, customers, n, draw, numbers);
}
