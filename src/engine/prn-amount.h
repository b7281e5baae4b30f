/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No real amount is beyond this; a million customers with it can still be squared and summed in 128
 * bits. */
#define PRN_AMOUNT_MOST G_GINT64_CONSTANT (1000000000000)

/**
 * PrnAmountKind:
 * @PRN_AMOUNT_GOOD: an amount of money
 * @PRN_AMOUNT_NO_NUMBER: something else
 * @PRN_AMOUNT_TOO_LARGE: a number, but one beyond %PRN_AMOUNT_MOST, up or down
 *
 * What a cell of a column with amounts says.
 */
typedef enum {
  PRN_AMOUNT_GOOD,
  PRN_AMOUNT_NO_NUMBER,
  PRN_AMOUNT_TOO_LARGE,
} PrnAmountKind;

/**
 * prn_amount_read:
 * @cell: a cell of a log
 * @parts: (out): the amount in 1/10,000 of the currency unit; 0 when it is none. What is none counts
 *   as no money rather than as another amount than was written
 *
 * Returns: what the cell says
 */
PrnAmountKind prn_amount_read (const char *cell, gint64 *parts);

G_END_DECLS
