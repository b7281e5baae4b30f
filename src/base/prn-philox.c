/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-philox.h"

#ifdef __SSE2__
#include <emmintrin.h>
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

#ifdef __SSE2__

/* 52 bits behind the binary point of a number from 1 to 2, less nearly 1. */
static inline __m128d
to_units (__m128i high, __m128i low)
{
  const __m128i lower = _mm_set1_epi64x (0xffffffff);
  const __m128i one = _mm_set1_epi64x (0x3ff0000000000000);
  __m128i bits = _mm_or_si128 (_mm_slli_epi64 (high, 32), _mm_and_si128 (low, lower));

  return _mm_sub_pd (_mm_castsi128_pd (_mm_or_si128 (_mm_srli_epi64 (bits, 12), one)),
                     _mm_set1_pd (1 - 0x1p-53));
}

/* Two blocks are side by side: each word is the lower half of 64 bits, as the multiplication wants
 * it, and what is in the upper half means nothing. Two such pairs take turns, so that one is worked
 * on while the other waits for its product. */
void
prn_stream_fill (PrnStream *stream)
{
  const __m128i multiplier_0 = _mm_set1_epi64x (MULTIPLIER_0);
  const __m128i multiplier_1 = _mm_set1_epi64x (MULTIPLIER_1);
  const __m128i weyl_0 = _mm_set1_epi64x (WEYL_0), weyl_1 = _mm_set1_epi64x (WEYL_1);
  gint64 draw = (gint64) stream->draw;
  __m128i x0[2] = { _mm_set_epi64x (draw + 1, draw), _mm_set_epi64x (draw + 3, draw + 2) };
  __m128i x1[2] = { _mm_srli_epi64 (x0[0], 32), _mm_srli_epi64 (x0[1], 32) };
  __m128i customer = _mm_set1_epi64x ((gint64) stream->customer);
  __m128i x2[2] = { customer, customer };
  __m128i x3[2] = { _mm_srli_epi64 (customer, 32), _mm_srli_epi64 (customer, 32) };
  __m128i k0 = _mm_set1_epi64x ((gint64) stream->seed);
  __m128i k1 = _mm_srli_epi64 (k0, 32);

  for (int i = 0; i < ROUNDS; i++) {
#pragma GCC unroll 2
    for (int k = 0; k < 2; k++) {
      __m128i a = _mm_mul_epu32 (x0[k], multiplier_0);
      __m128i b = _mm_mul_epu32 (x2[k], multiplier_1);

      x0[k] = _mm_xor_si128 (_mm_xor_si128 (x1[k], k0), _mm_srli_epi64 (b, 32));
      x2[k] = _mm_xor_si128 (_mm_xor_si128 (x3[k], k1), _mm_srli_epi64 (a, 32));
      x1[k] = b;
      x3[k] = a;
    }
    k0 = _mm_add_epi32 (k0, weyl_0);
    k1 = _mm_add_epi32 (k1, weyl_1);
  }

#pragma GCC unroll 2
  for (int k = 0; k < 2; k++) {
    __m128d first = to_units (x0[k], x1[k]), second = to_units (x2[k], x3[k]);

    _mm_storeu_pd (stream->numbers + 4 * k, _mm_unpacklo_pd (first, second));
    _mm_storeu_pd (stream->numbers + 4 * k + 2, _mm_unpackhi_pd (first, second));
  }
  stream->draw += 4;
  stream->next = 0;
}

#else

static double
to_unit (guint32 high, guint32 low)
{
  guint64 bits = (((guint64) high << 32) | low) >> 12;

  return ((double) bits + 0.5) * 0x1p-52;
}

void
prn_stream_fill (PrnStream *stream)
{
  const guint32 key[2] = { (guint32) stream->seed, (guint32) (stream->seed >> 32) };

  for (guint i = 0; i < PRN_STREAM_NUMBERS; i += 2, stream->draw++) {
    const guint32 counter[4] = { (guint32) stream->draw, (guint32) (stream->draw >> 32),
                                 (guint32) stream->customer, (guint32) (stream->customer >> 32) };
    guint32 out[4];

    prn_philox (counter, key, out);
    stream->numbers[i] = to_unit (out[0], out[1]);
    stream->numbers[i + 1] = to_unit (out[2], out[3]);
  }
  stream->next = 0;
}

#endif
