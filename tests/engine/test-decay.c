/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-decay.h"
#include "prn-discount.h"
#include "prn-duration.h"

/* At instants all over a hundred years, after which nothing is left at the highest rate. */
static void
test_left (void)
{
  static const double per_year[] = { 0, 1e-9, 0.01, 0.12, 1, 10 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize i = 0; i < G_N_ELEMENTS (per_year); i++) {
    double rate = prn_discount_rate (per_year[i]);
    PrnDecay decay;

    prn_decay_init (&decay, rate, 100 * PRN_YEAR);
    g_assert_cmpfloat (prn_decay_left (&decay, 0), ==, 1);
    for (guint k = 0; k < 100000; k++) {
      gint64 elapsed = (gint64) g_rand_double_range (rand, 0, 100 * (double) PRN_YEAR);
      double exact = exp (-rate * (double) elapsed);

      /* The exponent itself is rounded. */
      g_assert_cmpfloat (fabs (prn_decay_left (&decay, elapsed) - exact), <,
                         4e-16 * (1 + rate * (double) elapsed) * exact + 1e-17);
    }
    prn_decay_clear (&decay);
  }
}

/* Where one slot ends and the next begins. */
static void
test_ends_of_slots (void)
{
  double rate = prn_discount_rate (0.5);
  PrnDecay decay;

  prn_decay_init (&decay, rate, 3 * PRN_YEAR);
  for (gint64 slot = 1; slot < 1000; slot++)
    for (gint64 off = -1; off <= 1; off++) {
      gint64 elapsed = (slot << decay.slot_bits) + off;

      g_assert_cmpfloat_with_epsilon (prn_decay_left (&decay, elapsed),
                                      exp (-rate * (double) elapsed), 1e-15);
    }
  prn_decay_clear (&decay);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/decay/left", test_left);
  g_test_add_func ("/engine/decay/ends-of-slots", test_ends_of_slots);
  return g_test_run ();
}
