/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be read only once, copied piece by piece to a temporary file that is gone with its
 * descriptor. */

typedef struct _PrnLogSpool PrnLogSpool;

/**
 * prn_log_spool_new:
 * @stream: (transfer full): a descriptor to read from; closed in the end unless it is standard
 * input
 * @path: what errors call it
 * @error: return location
 *
 * Returns: (transfer full): a spool of which nothing is copied yet
 */
PrnLogSpool *prn_log_spool_new (int stream, const char *path, GError **error);
void prn_log_spool_free (PrnLogSpool *spool);

/**
 * prn_log_spool_take:
 * @spool: a spool
 * @most: how many bytes at most
 * @error: return location
 *
 * Copies on. A stream ends when there is nothing left, so one that ends after exactly @most bytes
 * is not known to.
 *
 * Returns: %FALSE for an error
 */
gboolean prn_log_spool_take (PrnLogSpool *spool, guint64 most, GError **error);

/* Whether all of the stream is copied. */
gboolean prn_log_spool_is_whole (PrnLogSpool *spool);

/* The descriptor of the copy, which is the spool's. */
int prn_log_spool_copy (PrnLogSpool *spool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnLogSpool, prn_log_spool_free)

G_END_DECLS
