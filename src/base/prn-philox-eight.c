/* SPDX-License-Identifier: GPL-3.0-or-later */

/* As prn-philox-four.c, with the blocks of two customers side by side. */

#include "prn-philox-private.h"

#ifdef __x86_64__

#include <immintrin.h>

#define WITH_AVX512 __attribute__ ((target ("avx512f")))

typedef struct {
  __m512i x0, x1, x2, x3;
} Blocks;

WITH_AVX512 static inline Blocks
blocks_of (guint64 customer, guint64 other, guint64 draw)
{
  const __m512i steps = _mm512_set_epi64 (3, 2, 1, 0, 3, 2, 1, 0);
  __m512i draws = _mm512_add_epi64 (_mm512_set1_epi64 ((gint64) draw), steps);
  __m512i upper =
      _mm512_mask_set1_epi64 (_mm512_set1_epi64 ((gint64) customer), 0xf0, (gint64) other);

  return (Blocks){ draws, _mm512_srli_epi64 (draws, 32), upper, _mm512_srli_epi64 (upper, 32) };
}

WITH_AVX512 static inline __m512i
xor_of_three (__m512i a, __m512i b, __m512i c)
{
  return _mm512_ternarylogic_epi64 (a, b, c, 0x96);
}

WITH_AVX512 static inline Blocks
round_of (Blocks b, __m512i k0, __m512i k1)
{
  __m512i one = _mm512_mul_epu32 (b.x0, _mm512_set1_epi64 (PRN_PHILOX_MULTIPLIER_0));
  __m512i other = _mm512_mul_epu32 (b.x2, _mm512_set1_epi64 (PRN_PHILOX_MULTIPLIER_1));

  return (Blocks){
    xor_of_three (b.x1, k0, _mm512_srli_epi64 (other, 32)),
    other,
    xor_of_three (b.x3, k1, _mm512_srli_epi64 (one, 32)),
    one,
  };
}

WITH_AVX512 static inline __m512d
units_of (__m512i high, __m512i low)
{
  const __m512i one = _mm512_set1_epi64 (0x3ff0000000000000);
  __m512i bits = _mm512_mask_blend_epi32 (0xaaaa, low, _mm512_slli_epi64 (high, 32));

  bits = _mm512_or_si512 (_mm512_srli_epi64 (bits, 12), one);
  return _mm512_sub_pd (_mm512_castsi512_pd (bits), _mm512_set1_pd (1 - 0x1p-53));
}

WITH_AVX512 static inline void
store (Blocks b, double *numbers, double *other)
{
  const __m512i lower = _mm512_set_epi64 (11, 3, 10, 2, 9, 1, 8, 0);
  const __m512i upper = _mm512_set_epi64 (15, 7, 14, 6, 13, 5, 12, 4);
  __m512d first = units_of (b.x0, b.x1), second = units_of (b.x2, b.x3);

  _mm512_storeu_pd (numbers, _mm512_permutex2var_pd (first, lower, second));
  _mm512_storeu_pd (other, _mm512_permutex2var_pd (first, upper, second));
}

/* Eight customers at a time, since each round waits for the one before. Those that are missing to
 * eight are drawn again. */
WITH_AVX512 void
prn_philox_fill_by_eight (guint64 seed,
                          const guint64 *customers,
                          guint n,
                          guint64 draw,
                          double *numbers)
{
  const __m512i weyl_0 = _mm512_set1_epi64 (PRN_PHILOX_WEYL_0);
  const __m512i weyl_1 = _mm512_set1_epi64 (PRN_PHILOX_WEYL_1);

  for (guint i = 0; i < n; i += 8) {
    __m512i k0 = _mm512_set1_epi64 ((gint64) seed), k1 = _mm512_srli_epi64 (k0, 32);
    gsize at[8];
    Blocks blocks[4];

#pragma GCC unroll 8
    for (guint k = 0; k < 8; k++)
      at[k] = MIN (i + k, n - 1);
#pragma GCC unroll 4
    for (guint k = 0; k < 4; k++)
      blocks[k] = blocks_of (customers[at[2 * k]], customers[at[2 * k + 1]], draw);
#pragma GCC unroll 10
    for (guint round = 0; round < PRN_PHILOX_ROUNDS; round++) {
#pragma GCC unroll 4
      for (guint k = 0; k < 4; k++)
        blocks[k] = round_of (blocks[k], k0, k1);
      k0 = _mm512_add_epi32 (k0, weyl_0);
      k1 = _mm512_add_epi32 (k1, weyl_1);
    }
#pragma GCC unroll 4
    for (guint k = 0; k < 4; k++)
      store (blocks[k], numbers + at[2 * k] * PRN_PHILOX_NUMBERS,
             numbers + at[2 * k + 1] * PRN_PHILOX_NUMBERS);
  }
}

#endif
