/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-philox-private.h"

#ifdef __x86_64__

#include <immintrin.h>

#define WITH_AVX2 __attribute__ ((target ("avx2")))

/* The four blocks of a customer side by side. Each word is the lower half of 64 bits, as the
 * multiplication wants it; what is in the upper half means nothing. */
typedef struct {
  __m256i x0, x1, x2, x3;
} Blocks;

WITH_AVX2 static inline Blocks
blocks_of (guint64 customer, guint64 draw)
{
  const __m256i steps = _mm256_set_epi64x (3, 2, 1, 0);
  __m256i draws = _mm256_add_epi64 (_mm256_set1_epi64x ((gint64) draw), steps);
  __m256i upper = _mm256_set1_epi64x ((gint64) customer);

  return (Blocks){ draws, _mm256_srli_epi64 (draws, 32), upper, _mm256_srli_epi64 (upper, 32) };
}

WITH_AVX2 static inline Blocks
round_of (Blocks b, __m256i k0, __m256i k1)
{
  __m256i one = _mm256_mul_epu32 (b.x0, _mm256_set1_epi64x (PRN_PHILOX_MULTIPLIER_0));
  __m256i other = _mm256_mul_epu32 (b.x2, _mm256_set1_epi64x (PRN_PHILOX_MULTIPLIER_1));

  return (Blocks){
    _mm256_xor_si256 (_mm256_xor_si256 (b.x1, k0), _mm256_srli_epi64 (other, 32)),
    other,
    _mm256_xor_si256 (_mm256_xor_si256 (b.x3, k1), _mm256_srli_epi64 (one, 32)),
    one,
  };
}

/* Two words are 64 bits, of which 52 are put behind the binary point of a number from 1 to 2, less
 * nearly 1. */
WITH_AVX2 static inline __m256d
units_of (__m256i high, __m256i low)
{
  const __m256i one = _mm256_set1_epi64x (0x3ff0000000000000);
  __m256i bits = _mm256_blend_epi32 (low, _mm256_slli_epi64 (high, 32), 0xaa);

  bits = _mm256_or_si256 (_mm256_srli_epi64 (bits, 12), one);
  return _mm256_sub_pd (_mm256_castsi256_pd (bits), _mm256_set1_pd (1 - 0x1p-53));
}

WITH_AVX2 static inline void
store (Blocks b, double *numbers)
{
  __m256d first = units_of (b.x0, b.x1), second = units_of (b.x2, b.x3);
  __m256d even = _mm256_unpacklo_pd (first, second);
  __m256d odd = _mm256_unpackhi_pd (first, second);

  _mm256_storeu_pd (numbers, _mm256_permute2f128_pd (even, odd, 0x20));
  _mm256_storeu_pd (numbers + 4, _mm256_permute2f128_pd (even, odd, 0x31));
}

/* Two customers at a time, since each round waits for the one before. An odd one out is drawn
 * twice. */
WITH_AVX2 void
prn_philox_fill_by_four (guint64 seed,
                         const guint64 *customers,
                         guint n,
                         guint64 draw,
                         double *numbers)
{
  const __m256i weyl_0 = _mm256_set1_epi64x (PRN_PHILOX_WEYL_0);
  const __m256i weyl_1 = _mm256_set1_epi64x (PRN_PHILOX_WEYL_1);

  for (guint i = 0; i < n; i += 2) {
    guint other = MIN (i + 1, n - 1);
    __m256i k0 = _mm256_set1_epi64x ((gint64) seed), k1 = _mm256_srli_epi64 (k0, 32);
    Blocks a = blocks_of (customers[i], draw), b = blocks_of (customers[other], draw);

#pragma GCC unroll 10
    for (int k = 0; k < PRN_PHILOX_ROUNDS; k++) {
      a = round_of (a, k0, k1);
      b = round_of (b, k0, k1);
      k0 = _mm256_add_epi32 (k0, weyl_0);
      k1 = _mm256_add_epi32 (k1, weyl_1);
    }
    store (a, numbers + (gsize) i * PRN_PHILOX_NUMBERS);
    store (b, numbers + (gsize) other * PRN_PHILOX_NUMBERS);
  }
}

#endif
