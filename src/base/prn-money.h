/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_money_format:
 * @amount: an amount, not NaN
 * @currency: (nullable): ISO 4217, `EUR`; %NULL or "" for none
 *
 * Writes an amount for reading: with cents below 10,000, `1,234.50 EUR`, unless it is whole,
 * `−12 EUR`; without them above, `125,001 EUR`.
 *
 * Returns: (transfer full): the text
 */
char *prn_money_format (double amount, const char *currency);

G_END_DECLS
