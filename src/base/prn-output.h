/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * prn_output_write:
 * @path: a file, `-` for standard output
 * @bytes: the whole content
 * @error: return location; the message begins with @path
 *
 * Writes a file whole or not at all: to a temporary name beside it, flushed to the disk, renamed.
 * A file that is there keeps its permissions; a symbolic link stays one, and what it points to is
 * written. What is no regular file (a device, a pipe) is written as it is.
 *
 * Returns: whether it was written
 */
gboolean prn_output_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
