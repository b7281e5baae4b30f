/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-amount.h"

#include <math.h>

#include "prn-filter.h"
#include "prn-measures.h"

PrnAmountKind
prn_amount_read (const char *cell, gint64 *parts)
{
  double amount;

  *parts = 0;
  if (!prn_filter_cell_number (cell, &amount))
    return PRN_AMOUNT_NO_NUMBER;
  if (fabs (amount) > (double) PRN_AMOUNT_MOST)
    return PRN_AMOUNT_TOO_LARGE;
  *parts = (gint64) round (amount * PRN_MONEY_PARTS);
  return PRN_AMOUNT_GOOD;
}
