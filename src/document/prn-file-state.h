/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PrnFileState:
 * @exists: whether there is a file; if not, nothing else counts
 * @device: where it is
 * @inode: which one it is
 * @size: in bytes
 * @mtime: when it was written, in nanoseconds since 1970
 * @racy: whether it was written so shortly before it was looked at that it may be written once more
 *   without getting another @mtime
 * @hash: SHA-256 of its content, hexadecimal; "" when only the rest is known
 *
 * How a file was found, to tell later whether it is still the same.
 */
typedef struct {
  gboolean exists;
  guint64 device, inode, size;
  gint64 mtime;
  gboolean racy;
  char hash[65];
} PrnFileState;

/**
 * prn_file_read:
 * @path: a file
 * @state: (out): how it was found
 * @error: return location; the message begins with @path
 *
 * Reads a file, not more of it than a map may have.
 *
 * Returns: (transfer full): its content, or %NULL with @error set; @state then says whether the
 *   file is there
 */
GBytes *prn_file_read (const char *path, PrnFileState *state, GError **error);

/**
 * prn_file_state_is_current:
 * @state: (inout): how a file was found; brought up to date when only its outside changed
 * @path: the file
 * @thorough: whether to read the file even if it looks the same from outside
 * @exists: (out): whether it is there
 *
 * Returns: whether the file still holds what it held
 */
gboolean prn_file_state_is_current (PrnFileState *state, const char *path, gboolean thorough,
                                    gboolean *exists);

G_END_DECLS
