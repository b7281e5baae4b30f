/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many customers went through each sequence of stages. A customer's sequence is gathered
 * in a buffer and looked up as a whole when the customer is done, so that a different sequence
 * costs a few bytes once, and one customer a single look-up. */

typedef struct _PrnPaths PrnPaths;

/**
 * PrnPath:
 * @customers: how many went this way
 * @bytes: the stages, see prn_path_next()
 * @length: of @bytes
 * @hash: of @bytes
 */
typedef struct {
  guint64 customers;
  const guint8 *bytes;
  guint32 length;
  guint32 hash;
} PrnPath;

/**
 * prn_paths_new:
 *
 * Returns: (transfer full): no paths
 */
PrnPaths *prn_paths_new (void);

/**
 * prn_paths_free:
 * @paths: (transfer full): paths
 */
void prn_paths_free (PrnPaths *paths);

/**
 * prn_paths_append:
 * @paths: paths
 * @stage: the stage that the customer at hand enters next
 */
void prn_paths_append (PrnPaths *paths, guint32 stage);

/**
 * prn_paths_end:
 * @paths: paths
 *
 * Counts the sequence gathered so far for one customer and begins the next one.
 */
void prn_paths_end (PrnPaths *paths);

/* The same for several customers. */
void prn_paths_end_many (PrnPaths *paths, guint64 customers);

/**
 * prn_paths_merge:
 * @paths: paths
 * @other: added to @paths
 */
void prn_paths_merge (PrnPaths *paths, const PrnPaths *other);

/**
 * prn_paths_n:
 * @paths: paths
 *
 * Returns: how many different sequences there are
 */
guint32 prn_paths_n (const PrnPaths *paths);

/**
 * prn_paths_nth:
 * @paths: paths
 * @index: below prn_paths_n(); the order says nothing
 *
 * Returns: (transfer none): one sequence
 */
const PrnPath *prn_paths_nth (const PrnPaths *paths, guint32 index);

/**
 * prn_path_next:
 * @bytes: (inout): where to read in the bytes of a path
 *
 * Returns: the next stage
 */
guint32 prn_path_next (const guint8 **bytes);

G_END_DECLS
