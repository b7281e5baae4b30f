/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-plan.h"
#include "prn-table.h"

G_BEGIN_DECLS

/**
 * prn_find_mismatches:
 * @plan: a map
 * @log: a log, read with the columns of the plan
 * @customers: (nullable): a table of customers
 *
 * Finds where map and log do not fit together and a replay counts less than was meant, without an
 * error: a column that the map looks at and that is empty or nowhere, and values of a column with
 * amounts that are no numbers or beyond %PRN_AMOUNT_MOST; and a table that knows none of the
 * log's customers.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each, translated
 */
GPtrArray *prn_find_mismatches (PrnPlan *plan, PrnLog *log, PrnTable *customers);

G_END_DECLS
