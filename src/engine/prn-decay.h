/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PrnDecay:
 * @rate: per microsecond
 * @slot_bits: a slot of time is 2 to that power long
 * @last: the last one, to which all later ones belong too
 * @slots: (array): e^(−@rate·t) where each begins
 *
 * What is left of a unit that decays, looked up by the slot of time and brought to the instant by a
 * polynomial. It is right to the last digit or the one before. A unit of which less than 1e-17 is
 * left has gone. Immutable.
 */
typedef struct {
  double rate;
  guint slot_bits;
  guint64 last;
  double *slots;
} PrnDecay;

/**
 * prn_decay_init:
 * @decay: (out): a decay
 * @rate: per microsecond, not negative
 * @longest: for how long it is asked for at most
 */
void prn_decay_init (PrnDecay *decay, double rate, gint64 longest);

/* Frees what a decay holds. */
void prn_decay_clear (PrnDecay *decay);

/**
 * prn_decay_left:
 * @decay: a decay
 * @elapsed: microseconds, not negative
 *
 * Returns: e^(−rate·@elapsed)
 */
static inline double
prn_decay_left (const PrnDecay *decay, gint64 elapsed)
{
  guint64 slot = (guint64) elapsed >> decay->slot_bits;
  gint64 rest = elapsed & ((G_GINT64_CONSTANT (1) << decay->slot_bits) - 1);
  double x = decay->rate * (double) rest, square = x * x;

  /* The power series: as x is 1/1024 at most, what is left out is below 1e-17. */
  return decay->slots[MIN (slot, decay->last)] *
         ((1 - x) + square * ((1. / 2 - x * (1. / 6)) + square * (1. / 24)));
}

G_END_DECLS
