/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_cli_read_file:
 * @path: a file, `-` for standard input
 * @error: return location; the message begins with @path
 *
 * Reads a file of at most 256 MiB whole.
 *
 * Returns: (transfer full): its content, or %NULL with @error set
 */
GBytes *prn_cli_read_file (const char *path, GError **error);

G_END_DECLS
