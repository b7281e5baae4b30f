/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-money.h"

static void
test_format (void)
{
  static const struct {
    double amount;
    const char *currency;
    const char *text;
  } rows[] = {
    { 0, "EUR", "0 EUR" },
    { 12, "EUR", "12 EUR" },
    { 1234.5, "EUR", "1,234.50 EUR" },
    { 0.005, "USD", "0.01 USD" },
    { -0.001, "USD", "0.00 USD" },
    { -12.25, "USD", "−12.25 USD" },
    { 9999.999, "", "10,000.00" },
    { 50.000125, "EUR", "50.00 EUR" },
    { 125000.5, "CHF", "125,001 CHF" },
    { -1e6, NULL, "−1,000,000" },
    { 1e300, "EUR", "9,000,000,000,000,000 EUR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = prn_money_format (rows[i].amount, rows[i].currency);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/money/format", test_format);
  return g_test_run ();
}
