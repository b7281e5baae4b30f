/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"
#include "prn-log-read.h"

G_BEGIN_DECLS

/**
 * PrnCliLogOptions:
 * @customer, @event, @time, @stage_column, @trigger_column: columns, by header or `#N`
 * @time_format: how times are written
 * @zone: of times without one
 * @delimiter: a character or its name
 * @encoding: of the file
 * @no_header: the first row is data
 *
 * The options of every command that reads a log, as typed. Zero-initialise it and take its
 * address for prn_cli_log_options_group(); prn_cli_log_options_clear() frees what it holds.
 */
typedef struct {
  char *customer;
  char *event;
  char *time;
  char *stage_column;
  char *trigger_column;
  char *time_format;
  char *zone;
  char *delimiter;
  char *encoding;
  gboolean no_header;
} PrnCliLogOptions;

void prn_cli_log_options_clear (PrnCliLogOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrnCliLogOptions, prn_cli_log_options_clear)

/**
 * prn_cli_log_options_group:
 * @options: where the options go; must live as long as the group
 *
 * Returns: (transfer full): the group
 */
GOptionGroup *prn_cli_log_options_group (PrnCliLogOptions *options);

/**
 * prn_cli_log_options_resolve:
 * @options: the options as typed
 * @read: (out): the same for the reader, valid as long as @options; what is not a log option is 0
 * @error: return location
 *
 * Returns: whether they make sense
 */
gboolean
prn_cli_log_options_resolve (const PrnCliLogOptions *options, PrnLogOptions *read, GError **error);

/**
 * prn_cli_read_log:
 * @path: the log
 * @options: how to read it
 * @error: return location
 *
 * Reads a log with a progress line, and says what was guessed.
 *
 * Returns: (transfer full): the log, or %NULL with @error set
 */
PrnLog *prn_cli_read_log (const char *path, const PrnLogOptions *options, GError **error);

G_END_DECLS
