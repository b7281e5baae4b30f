/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-customers.h"

#include "prn-cli-say.h"

void
prn_cli_customers_clear (PrnCliCustomers *options)
{
  g_free (options->table);
  g_free (options->key);
}

gboolean
prn_cli_customers_read (const PrnCliCustomers *options, PrnTable **customers, GError **error)
{
  if (options->table == NULL)
    return TRUE;

  *customers = prn_table_read (options->table, options->key, NULL, error);
  if (*customers != NULL && prn_table_n_rejected (*customers) > 0) {
    gulong n = (gulong) prn_table_n_rejected (*customers);

    prn_cli_say (
        g_dngettext (
            GETTEXT_PACKAGE,
            "%s: %lu row left out: no customer, or another number of fields than there are columns",
            "%s: %lu rows left out: no customer, or another number of fields than there are "
            "columns",
            n),
        options->table, n);
  }
  if (*customers != NULL && prn_table_n_repeated (*customers) > 0) {
    gulong n = (gulong) prn_table_n_repeated (*customers);

    prn_cli_say (g_dngettext (GETTEXT_PACKAGE,
                              "%s: %lu row is of a customer who is there already: what it says "
                              "takes the place of what was said before",
                              "%s: %lu rows are of customers who are there already: what they say "
                              "takes the place of what was said before",
                              n),
                 options->table, n);
  }
  return *customers != NULL;
}
