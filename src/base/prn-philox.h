/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A random generator without a state: what is drawn is a function of key and counter, so that a
 * customer's draws depend on nothing but the seed and the customer's number.
 *
 * Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
 * (SC 2011). */

/**
 * prn_philox:
 * @counter: (array fixed-size=4): what to draw
 * @key: (array fixed-size=2): the generator
 * @out: (out) (array fixed-size=4): 128 random bits
 *
 * The ten rounds of the block function.
 */
void prn_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4]);

/* Numbers of a stream that are drawn together: two from each of four blocks. */
#define PRN_STREAM_NUMBERS 8

/**
 * PrnStream:
 * @seed: the key
 * @customer: the upper half of the counter
 * @draw: the lower half: which block comes next
 * @next: which of @numbers comes next; PRN_STREAM_NUMBERS when they are all given
 * @numbers: what was drawn
 *
 * The draws of one customer, in order.
 */
typedef struct {
  guint64 seed;
  guint64 customer;
  guint64 draw;
  guint next;
  double numbers[PRN_STREAM_NUMBERS];
} PrnStream;

/**
 * prn_stream_init:
 * @stream: (out): a stream at its beginning
 * @seed: the seed
 * @customer: whose draws
 */
static inline void
prn_stream_init (PrnStream *stream, guint64 seed, guint64 customer)
{
  stream->seed = seed;
  stream->customer = customer;
  stream->draw = 0;
  stream->next = PRN_STREAM_NUMBERS;
}

/* Draws four blocks. */
void prn_stream_fill (PrnStream *stream);

/**
 * prn_stream_next:
 * @stream: a stream
 *
 * Returns: a number between 0 and 1, evenly spread, never 0 and never 1: the middle of one of
 *   2⁵² parts
 */
static inline double
prn_stream_next (PrnStream *stream)
{
  if (stream->next == PRN_STREAM_NUMBERS)
    prn_stream_fill (stream);
  return stream->numbers[stream->next++];
}

G_END_DECLS
