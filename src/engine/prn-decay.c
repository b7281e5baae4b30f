/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-decay.h"

#include <math.h>

/* Of the decay in a slot at most. */
#define SLOT_DECAY (1. / 1024)

/* A slot has half of that at least, so that many slots see a unit shrink to less than 1e-17. */
#define MOST_SLOTS 81920

#define MOST_BITS 62

void
prn_decay_init (PrnDecay *decay, double rate, gint64 longest)
{
  guint bits = MOST_BITS;

  while (bits > 0 && rate * ldexp (1, (int) bits) > SLOT_DECAY)
    bits--;
  decay->rate = rate;
  decay->slot_bits = bits;
  decay->last = MIN ((guint64) MAX (longest, 0) >> bits, MOST_SLOTS);
  decay->slots = g_new (double, decay->last + 1);
  for (guint64 i = 0; i <= decay->last; i++)
    decay->slots[i] = exp (-rate * ldexp ((double) i, (int) bits));
}

void
prn_decay_clear (PrnDecay *decay)
{
  g_clear_pointer (&decay->slots, g_free);
}
