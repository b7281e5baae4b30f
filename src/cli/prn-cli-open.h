/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli-log-options.h"
#include "prn-plan.h"
#include "prn-table.h"

G_BEGIN_DECLS

/* How every command opens the map and the log it works on. */

/**
 * prn_cli_open_map:
 * @path: a map, `-` for standard input
 * @error: return location
 *
 * Reads a map, and says so if a newer program made it.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 */
PrnMap *prn_cli_open_map (const char *path, GError **error);

/**
 * prn_cli_open_plan:
 * @path: a map, `-` for standard input
 * @error: return location
 *
 * Returns: (transfer full): the map ready to be walked through, see prn_plan_get_map(), or %NULL
 *   with @error set
 */
PrnPlan *prn_cli_open_plan (const char *path, GError **error);

/**
 * prn_cli_open_log:
 * @path: a log, `-` for standard input
 * @options: how to read it; its columns are not looked at
 * @plan: the map, whose columns are kept
 * @column: (nullable): another column to keep
 * @error: return location
 *
 * Reads a log with a progress line, and says what was guessed.
 *
 * Returns: (transfer full): the log, or %NULL with @error set
 */
PrnLog *prn_cli_open_log (const char *path, const PrnLogOptions *options, PrnPlan *plan,
                          const char *column, GError **error);

/**
 * prn_cli_say_mismatches:
 * @plan: the map
 * @log: the log
 * @customers: (nullable): a table of customers
 * @path: the log's file
 *
 * Says where the two do not fit together.
 */
void prn_cli_say_mismatches (PrnPlan *plan, PrnLog *log, PrnTable *customers, const char *path);

G_END_DECLS
