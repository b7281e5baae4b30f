/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-money.h"

#include <math.h>

#include "prn-text-table.h"

#define WITHOUT_CENTS 1e4
#define LARGEST       9e15 /* beyond this a double has no cents, nor every whole number */

char *
prn_money_format (double amount, const char *currency)
{
  double size = MIN (fabs (amount), LARGEST);
  guint64 cents = (guint64) llround (size < WITHOUT_CENTS ? size * 100 : 0);
  gboolean whole = size >= WITHOUT_CENTS || size == floor (size);
  g_autofree char *number =
      prn_text_table_number (size < WITHOUT_CENTS ? cents / 100 : (guint64) llround (size));
  g_autofree char *fraction =
      whole ? g_strdup ("") : g_strdup_printf (".%02u", (guint) (cents % 100));
  gboolean is_negative = amount < 0 && (cents > 0 || size >= WITHOUT_CENTS);

  if (currency == NULL)
    currency = "";
  return g_strconcat (is_negative ? "−" : "", number, fraction, currency[0] != '\0' ? " " : "",
                      currency, NULL);
}
