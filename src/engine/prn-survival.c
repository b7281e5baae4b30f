/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-survival.h"

#include <math.h>

/* A product of many factors is a little off: 0.5 must still be reached by (3/4)·(2/3). */
#define TOLERANCE 1e-12

void
prn_survival_quantiles (const PrnHistogram *ended,
                        const PrnHistogram *open,
                        const double *shares,
                        double *quantiles,
                        guint n)
{
  guint64 at_risk = ended->n + open->n;
  double survival = 1;
  guint next = 0;

  for (guint bucket = 0; bucket < PRN_HISTOGRAM_BUCKETS && at_risk > 0; bucket++) {
    guint64 ends = prn_histogram_count (ended, bucket);

    if (ends > 0)
      survival *= 1 - (double) ends / (double) at_risk;
    while (ends > 0 && next < n && survival <= 1 - shares[next] + TOLERANCE)
      quantiles[next++] = prn_histogram_middle (bucket);
    at_risk -= ends + prn_histogram_count (open, bucket);
  }
  while (next < n)
    quantiles[next++] = NAN;
}
