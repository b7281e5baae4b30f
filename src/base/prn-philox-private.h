/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-philox.h"

G_BEGIN_DECLS

/* The same numbers drawn in several ways, of which prn_philox_fill() takes the fastest that the
 * processor knows. */

/* Multipliers and key increments of the reference (Random123). */
#define PRN_PHILOX_MULTIPLIER_0 0xD2511F53u
#define PRN_PHILOX_MULTIPLIER_1 0xCD9E8D57u
#define PRN_PHILOX_WEYL_0       0x9E3779B9u /* the golden ratio */
#define PRN_PHILOX_WEYL_1       0xBB67AE85u /* the square root of 3, less 1 */
#define PRN_PHILOX_ROUNDS       10

/* One block after the other, on any processor. */
void prn_philox_fill_one_by_one (guint64 seed, const guint64 *customers, guint n, guint64 first,
                                 double *numbers);

#ifdef __x86_64__

/* Four blocks side by side, on a processor with AVX2. */
void prn_philox_fill_by_four (guint64 seed, const guint64 *customers, guint n, guint64 draw,
                              double *numbers);

/* Eight blocks side by side, on a processor with AVX-512F. */
void prn_philox_fill_by_eight (guint64 seed, const guint64 *customers, guint n, guint64 draw,
                               double *numbers);

#endif

G_END_DECLS
