/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-philox.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

/* Multipliers and key increments of the reference (Random123). */
#define MULTIPLIER_0 0xD2511F53u
#define MULTIPLIER_1 0xCD9E8D57u
#define WEYL_0       0x9E3779B9u /* the golden ratio */
#define WEYL_1       0xBB67AE85u /* the square root of 3, less 1 */
#define ROUNDS       10

void
prn_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4])
{
  guint32 x0 = counter[0], x1 = counter[1], x2 = counter[2], x3 = counter[3];
  guint32 k0 = key[0], k1 = key[1];

  for (int i = 0; i < ROUNDS; i++) {
    guint64 a = (guint64) MULTIPLIER_0 * x0;
    guint64 b = (guint64) MULTIPLIER_1 * x2;

    x0 = (guint32) (b >> 32) ^ x1 ^ k0;
    x1 = (guint32) b;
    x2 = (guint32) (a >> 32) ^ x3 ^ k1;
    x3 = (guint32) a;
    k0 += WEYL_0;
    k1 += WEYL_1;
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

static void
fill_one_by_one (PrnStream *stream)
{
  const guint32 key[2] = { (guint32) stream->seed, (guint32) (stream->seed >> 32) };

  for (guint i = 0; i < PRN_STREAM_NUMBERS; i += 2) {
    guint64 draw = stream->draw + i / 2;
    const guint32 counter[4] = { (guint32) draw, (guint32) (draw >> 32),
                                 (guint32) stream->customer, (guint32) (stream->customer >> 32) };
    guint32 out[4];

    prn_philox (counter, key, out);
    stream->numbers[i] = to_unit (out[0], out[1]);
    stream->numbers[i + 1] = to_unit (out[2], out[3]);
  }
}

#ifdef __x86_64__

/* The four blocks side by side: the same numbers in a quarter of the time. Each word is the lower
 * half of 64 bits, as the multiplication wants it; what is in the upper half means nothing. A
 * number's 52 bits are put behind the binary point of a number from 1 to 2, less nearly 1. */
__attribute__ ((target ("avx2"))) static void
fill_at_once (PrnStream *stream)
{
  const __m256i multiplier_0 = _mm256_set1_epi64x (MULTIPLIER_0);
  const __m256i multiplier_1 = _mm256_set1_epi64x (MULTIPLIER_1);
  const __m256i weyl_0 = _mm256_set1_epi64x (WEYL_0), weyl_1 = _mm256_set1_epi64x (WEYL_1);
  const __m256i lower = _mm256_set1_epi64x (0xffffffff);
  const __m256i one = _mm256_set1_epi64x (0x3ff0000000000000);
  const __m256d nearly_one = _mm256_set1_pd (1 - 0x1p-53);
  gint64 draw = (gint64) stream->draw;
  __m256i x0 = _mm256_set_epi64x (draw + 3, draw + 2, draw + 1, draw);
  __m256i x1 = _mm256_srli_epi64 (x0, 32);
  __m256i x2 = _mm256_set1_epi64x ((gint64) stream->customer);
  __m256i x3 = _mm256_srli_epi64 (x2, 32);
  __m256i k0 = _mm256_set1_epi64x ((gint64) stream->seed);
  __m256i k1 = _mm256_srli_epi64 (k0, 32);
  __m256d first, second, even, odd;

  for (int i = 0; i < ROUNDS; i++) {
    __m256i a = _mm256_mul_epu32 (x0, multiplier_0);
    __m256i b = _mm256_mul_epu32 (x2, multiplier_1);

    x0 = _mm256_xor_si256 (_mm256_xor_si256 (x1, k0), _mm256_srli_epi64 (b, 32));
    x2 = _mm256_xor_si256 (_mm256_xor_si256 (x3, k1), _mm256_srli_epi64 (a, 32));
    x1 = b;
    x3 = a;
    k0 = _mm256_add_epi32 (k0, weyl_0);
    k1 = _mm256_add_epi32 (k1, weyl_1);
  }

  x0 = _mm256_or_si256 (_mm256_slli_epi64 (x0, 32), _mm256_and_si256 (x1, lower));
  x2 = _mm256_or_si256 (_mm256_slli_epi64 (x2, 32), _mm256_and_si256 (x3, lower));
  first = _mm256_castsi256_pd (_mm256_or_si256 (_mm256_srli_epi64 (x0, 12), one));
  second = _mm256_castsi256_pd (_mm256_or_si256 (_mm256_srli_epi64 (x2, 12), one));
  first = _mm256_sub_pd (first, nearly_one);
  second = _mm256_sub_pd (second, nearly_one);
  even = _mm256_unpacklo_pd (first, second);
  odd = _mm256_unpackhi_pd (first, second);
  _mm256_storeu_pd (stream->numbers, _mm256_permute2f128_pd (even, odd, 0x20));
  _mm256_storeu_pd (stream->numbers + 4, _mm256_permute2f128_pd (even, odd, 0x31));
}

static void
fill (PrnStream *stream)
{
  if (__builtin_cpu_supports ("avx2"))
    fill_at_once (stream);
  else
    fill_one_by_one (stream);
}

#else

static void
fill (PrnStream *stream)
{
  fill_one_by_one (stream);
}

#endif

void
prn_stream_fill (PrnStream *stream)
{
  fill (stream);
  stream->draw += 4;
  stream->next = 0;
}
