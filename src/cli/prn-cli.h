/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/**
 * PrnCliStatus:
 * @PRN_CLI_DONE: done
 * @PRN_CLI_PROBLEMS: done, and what was asked about has problems
 * @PRN_CLI_USAGE: wrong usage
 * @PRN_CLI_UNREADABLE: an input cannot be read or an output cannot be written
 *
 * How the program ends.
 */
typedef enum {
  PRN_CLI_DONE = 0,
  PRN_CLI_PROBLEMS = 1,
  PRN_CLI_USAGE = 2,
  PRN_CLI_UNREADABLE = 3,
} PrnCliStatus;

typedef struct _PrnCliCommand PrnCliCommand;

/**
 * PrnCliCommand:
 * @name: what is typed
 * @operands: the operands in order: `MAP LOG`; "" for none; `...` at the end: one or more of the
 *   last
 * @summary: what it does, in a line
 * @description: what `--help` says below the options; untranslated
 * @example: one line that works as it stands
 * @run: does it; @arguments holds the command's name and all that follows, and is changed
 *
 * One command of the program.
 */
struct _PrnCliCommand {
  const char *name;
  const char *operands;
  const char *summary;
  const char *description;
  const char *example;
  PrnCliStatus (*run) (const PrnCliCommand *command, GStrv *arguments);
};

extern const PrnCliCommand prn_cli_templates;
extern const PrnCliCommand prn_cli_new;
extern const PrnCliCommand prn_cli_check;
extern const PrnCliCommand prn_cli_columns;
extern const PrnCliCommand prn_cli_replay;
extern const PrnCliCommand prn_cli_explain;
extern const PrnCliCommand prn_cli_simulate;
extern const PrnCliCommand prn_cli_calibrate;
extern const PrnCliCommand prn_cli_sum;
extern const PrnCliCommand prn_cli_discover;
extern const PrnCliCommand prn_cli_layout;
extern const PrnCliCommand prn_cli_export;
extern const PrnCliCommand prn_cli_diff;
extern const PrnCliCommand prn_cli_merge;
extern const PrnCliCommand prn_cli_convert;

/**
 * prn_cli_parse:
 * @command: the command
 * @arguments: (inout): the command's name and all that follows
 * @entries: (nullable) (array zero-terminated=1): the command's own options
 * @group: (nullable) (transfer full): options it shares with others
 * @operands: (out) (transfer full): exactly as many as the command names, or at least as many
 * @status: (out): how the program ends if this returns %FALSE
 *
 * Reads the options of a command. `--help` and wrong usage are dealt with here.
 *
 * Returns: whether to go on
 */
gboolean prn_cli_parse (const PrnCliCommand *command,
                        GStrv *arguments,
                        const GOptionEntry *entries,
                        GOptionGroup *group,
                        GStrv *operands,
                        PrnCliStatus *status);

G_END_DECLS
