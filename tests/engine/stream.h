/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-philox.h"

/* Random numbers one by one. Zero but for @seed and @customer it is at its beginning. */
typedef struct {
  guint64 seed, customer;
  guint64 n;
  double numbers[PRN_PHILOX_NUMBERS];
} Stream;

/* Returns the next of the numbers between 0 and 1. */
static inline double
stream_next (Stream *stream)
{
  if (stream->n % PRN_PHILOX_NUMBERS == 0)
    prn_philox_fill (stream->seed, &stream->customer, 1, stream->n / 2, stream->numbers);
  return stream->numbers[stream->n++ % PRN_PHILOX_NUMBERS];
}
