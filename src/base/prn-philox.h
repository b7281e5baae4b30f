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

/* Numbers that are drawn together: two from each of four blocks. */
#define PRN_PHILOX_NUMBERS 8

/**
 * prn_philox_fill:
 * @seed: the key
 * @customers: (array length=n): the upper halves of the counters
 * @n: how many customers
 * @draw: the lower half: which block comes first
 * @numbers: (out): %PRN_PHILOX_NUMBERS for each of the customers
 *
 * Draws four blocks for each customer. Numbers are between 0 and 1, evenly spread, never 0 and
 * never 1: each is the middle of one of 2⁵² parts.
 */
void prn_philox_fill (guint64 seed, const guint64 *customers, guint n, guint64 draw,
                      double *numbers);

G_END_DECLS
