/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"
#include "prn-table.h"

G_BEGIN_DECLS

/**
 * PrnCliCustomers:
 * @table: (nullable): `--customers-table`
 * @key: (nullable): `--customers-key`
 *
 * What is known of the customers beside the log, as typed.
 */
typedef struct {
  char *table;
  char *key;
} PrnCliCustomers;

void prn_cli_customers_clear (PrnCliCustomers *options);

/**
 * prn_cli_customers_read:
 * @options: as typed
 * @customers: (out) (nullable) (transfer full): the table, if one is asked for
 * @error: return location
 *
 * Reads the table, and says how many rows were left out.
 *
 * Returns: whether it could be read
 */
gboolean
prn_cli_customers_read (const PrnCliCustomers *options, PrnTable **customers, GError **error);

G_END_DECLS
