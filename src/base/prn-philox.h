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

/**
 * PrnStream:
 * @seed: the key
 * @customer: the upper half of the counter
 * @draw: the lower half: which block comes next
 * @spare: the second number of the last block
 * @has_spare: whether @spare is still to be given
 *
 * The draws of one customer, in order.
 */
typedef struct {
  guint64 seed;
  guint64 customer;
  guint64 draw;
  double spare;
  gboolean has_spare;
} PrnStream;

/**
 * prn_stream_init:
 * @stream: (out): a stream at its beginning
 * @seed: the seed
 * @customer: whose draws
 */
void prn_stream_init (PrnStream *stream, guint64 seed, guint64 customer);

/**
 * prn_stream_next:
 * @stream: a stream
 *
 * Returns: a number between 0 and 1, evenly spread, never 0 and never 1: the middle of one of
 *   2⁵² parts
 */
double prn_stream_next (PrnStream *stream);

G_END_DECLS
