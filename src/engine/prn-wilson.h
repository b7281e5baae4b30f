/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-report.h"

G_BEGIN_DECLS

/* Intervals of plain shares and of plain means: of what was counted in full. */

/* Standard errors on each side of an interval of 95 %: for shares and means the customary rounded
 * number, with which tables are made and anyone can check them; for curves the exact quantile of
 * the normal distribution, as R's survival has it. */
#define PRN_Z          1.96
#define PRN_Z_QUANTILE 1.959963984540054

/* What is counted can be negative (a loss) and is summed up over very many customers. */
typedef __int128 PrnSum;
typedef unsigned __int128 PrnSumOfSquares;

/**
 * prn_wilson:
 * @with: how many of them do; not more than @of
 * @of: how many there are
 *
 * The score interval of a share: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96. (E.
 * B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22,
 * 1927.)
 *
 * Returns: the interval, within 0 … 1; NaN when @of is 0
 */
PrnInterval prn_wilson (guint64 with, guint64 of);

/**
 * prn_wilson_share:
 * @with: how many of them do; not more than @of
 * @of: how many there are
 *
 * Returns: both numbers, the share (NaN when @of is 0) and its interval
 */
PrnReportShare prn_wilson_share (guint64 with, guint64 of);

/**
 * prn_mean:
 * @n: how many numbers
 * @sum: their sum
 * @squares: the sum of their squares
 *
 * The mean and mean ± 1.96·s/√n, where s² is the sample variance, with n − 1.
 *
 * Returns: the mean, NaN when @n is 0, and its interval, NaN when @n is below 2
 */
PrnReportMean prn_mean (guint64 n, PrnSum sum, PrnSumOfSquares squares);

G_END_DECLS
