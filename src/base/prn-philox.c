/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-philox.h"

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

void
prn_stream_init (PrnStream *stream, guint64 seed, guint64 customer)
{
  *stream = (PrnStream){ .seed = seed, .customer = customer };
}

static double
to_unit (guint32 high, guint32 low)
{
  guint64 bits = (((guint64) high << 32) | low) >> 12;

  return ((double) bits + 0.5) * 0x1p-52;
}

double
prn_stream_next (PrnStream *stream)
{
  guint32 counter[4], key[2], out[4];

  if (stream->has_spare) {
    stream->has_spare = FALSE;
    return stream->spare;
  }

  counter[0] = (guint32) stream->draw;
  counter[1] = (guint32) (stream->draw >> 32);
  counter[2] = (guint32) stream->customer;
  counter[3] = (guint32) (stream->customer >> 32);
  key[0] = (guint32) stream->seed;
  key[1] = (guint32) (stream->seed >> 32);
  stream->draw++;
  prn_philox (counter, key, out);

  stream->spare = to_unit (out[2], out[3]);
  stream->has_spare = TRUE;
  return to_unit (out[0], out[1]);
}
