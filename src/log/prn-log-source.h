/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of a log: of a file, a pipe or standard input, unpacked when they are gzip by content,
 * and turned into UTF-8 once the encoding is known. What cannot be read twice is first copied to a
 * nameless temporary file, so that guessing and reading see the same bytes: its beginning at once,
 * and the rest when that has been found to be a log's, since some streams never end. */

typedef struct _PrnLogSource PrnLogSource;

/**
 * prn_log_source_open:
 * @path: a file, `-` for standard input
 * @error: return location; the message begins with @path
 *
 * An empty file and a directory are errors. Of a stream only the beginning is there; see
 * prn_log_source_is_whole().
 *
 * Returns: (transfer full): the source, at its beginning
 */
PrnLogSource *prn_log_source_open (const char *path, GError **error);
void prn_log_source_free (PrnLogSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnLogSource, prn_log_source_free)

/* The path it was opened with. */
const char *prn_log_source_path (PrnLogSource *source);

/* Whether the content is gzip. */
gboolean prn_log_source_is_gzip (PrnLogSource *source);

/* Whether all of it is there, which may not be so for a stream. */
gboolean prn_log_source_is_whole (PrnLogSource *source);

/**
 * prn_log_source_take_rest:
 * @source: a source
 * @error: return location
 *
 * Waits until all of it is there.
 *
 * Returns: %FALSE when it cannot be read or kept
 */
gboolean prn_log_source_take_rest (PrnLogSource *source, GError **error);

/* The size of the file as it is on the disk, and how much of that has been read. */
guint64 prn_log_source_size (PrnLogSource *source);
guint64 prn_log_source_done (PrnLogSource *source);

/**
 * prn_log_source_rewind:
 * @source: a source
 * @encoding: (nullable): what the bytes are, turned into UTF-8 from now on; NULL gives them as they
 *   are
 * @error: return location
 *
 * Goes back to the beginning.
 *
 * Returns: whether @encoding is known
 */
gboolean prn_log_source_rewind (PrnLogSource *source, const char *encoding, GError **error);

/**
 * prn_log_source_read:
 * @source: a source
 * @buffer: (out) (array length=size): takes bytes
 * @size: how many at most, at least 8
 * @error: return location
 *
 * Reads on.
 *
 * Returns: how many bytes; 0 at the end; -1 for an error
 */
gssize prn_log_source_read (PrnLogSource *source, char *buffer, gsize size, GError **error);

/**
 * prn_log_source_peek:
 * @source: a source
 * @offset: where in the file
 * @buffer: (out) (array length=size): takes bytes as they are
 * @size: how many at most
 *
 * Looks at a place of a file that is not packed, without moving.
 *
 * Returns: how many bytes, 0 where it cannot be done
 */
gsize prn_log_source_peek (PrnLogSource *source, guint64 offset, char *buffer, gsize size);

G_END_DECLS
