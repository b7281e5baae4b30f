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
 * A file that is there keeps its permissions, and one that they forbid to write stays as it is; a
 * symbolic link stays one, and what it points to is written. What is no regular file (a device, a pipe) is written as it is.
 *
 * Returns: whether it was written
 */
gboolean prn_output_write (const char *path, GBytes *bytes, GError **error);

typedef struct _PrnOutput PrnOutput;

/**
 * prn_output_open:
 * @path: a file, `-` for standard output
 * @error: return location; the message begins with @path
 *
 * Begins to write a file piece by piece that still appears whole or not at all, as
 * prn_output_write() does: nothing stands at @path before prn_output_finish().
 *
 * Returns: (transfer full): what to write to, or %NULL with @error set
 */
PrnOutput *prn_output_open (const char *path, GError **error);

/**
 * prn_output_append:
 * @output: an output
 * @data: (array length=size): what comes next
 * @size: how many bytes
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean prn_output_append (PrnOutput *output, const char *data, gsize size, GError **error);

/**
 * prn_output_finish:
 * @output: an output; only prn_output_free() is left
 * @error: return location
 *
 * Flushes it to the disk and gives it its name.
 *
 * Returns: whether the file is there now
 */
gboolean prn_output_finish (PrnOutput *output, GError **error);

/**
 * prn_output_free:
 * @output: (transfer full): an output; if it was not finished nothing is left of it
 */
void prn_output_free (PrnOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnOutput, prn_output_free)

G_END_DECLS
