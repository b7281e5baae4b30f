/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"

G_BEGIN_DECLS

/* The files of a command, none of which may be written over by mistake. */

/**
 * PrnCliFile:
 * @name: what the command line calls it: `LOG`, `--rejects`
 * @path: (nullable): the file; `-` and %NULL are none
 *
 * A file that a command reads or writes.
 */
typedef struct {
  const char *name;
  const char *path;
} PrnCliFile;

/**
 * prn_cli_is_same_file:
 * @a: (nullable): a path, `-` for a standard stream
 * @b: (nullable): another
 *
 * Returns: whether both are one regular file, or would be
 */
gboolean prn_cli_is_same_file (const char *a, const char *b);

/**
 * prn_cli_files_differ:
 * @command: the command
 * @read: (array length=n_read): what it reads and must be there afterwards
 * @n_read: how many
 * @written: (array length=n_written): what it writes
 * @n_written: how many
 *
 * Says so when the command would write over a file that it reads, or twice to the same, under
 * whatever names, or would read the standard input twice.
 *
 * Returns: whether to go on
 */
gboolean prn_cli_files_differ (const PrnCliCommand *command,
                               const PrnCliFile *read,
                               guint n_read,
                               const PrnCliFile *written,
                               guint n_written);

G_END_DECLS
