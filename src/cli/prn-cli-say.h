/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"

G_BEGIN_DECLS

/* Words, which go to the standard error, and data, which go to the standard output. */

/**
 * prn_cli_say:
 * @format: what to say, one line without its end
 *
 * Writes `perennial-cli: …` to the standard error. Control characters become spaces, so that a
 * name taken from a file can neither break the line nor steer the terminal.
 */
void prn_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * prn_cli_say_in_english:
 *
 * From here on messages are not translated: some of them become part of data, which are the same in
 * every locale.
 */
void prn_cli_say_in_english (void);

/**
 * prn_cli_fail:
 * @error: why
 *
 * Says why something failed.
 *
 * Returns: the status that goes with it
 */
PrnCliStatus prn_cli_fail (const GError *error);

/**
 * prn_cli_refuse:
 * @command: the command
 * @format: what is wrong with how it was called
 *
 * Says what is wrong and where to read how it is done.
 *
 * Returns: %PRN_CLI_USAGE
 */
PrnCliStatus
prn_cli_refuse (const PrnCliCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * prn_cli_write:
 * @path: (nullable): a file; `-` or %NULL is the standard output
 * @bytes: (transfer full): the content
 *
 * Writes data, whole or not at all, and says so if it cannot.
 *
 * Returns: %PRN_CLI_DONE or %PRN_CLI_UNREADABLE
 */
PrnCliStatus prn_cli_write (const char *path, GBytes *bytes);

/* The same for a text. */
PrnCliStatus prn_cli_write_text (const char *path, GString *text);

G_END_DECLS
