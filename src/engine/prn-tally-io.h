/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-json-scan.h"
#include "prn-tally.h"

G_BEGIN_DECLS

/* Writing and reading by the same code: each function below writes a value when there is a text to
 * write to, and else reads it, so that what is read is always what was written. */

/**
 * PrnTallyIo:
 * @out: (nullable): what is written so far; %NULL when reading
 * @json: what is read
 * @at: the object or list that is being read
 * @item: in a list the next item
 * @left: in a list how many items are left
 * @place: (nullable): where something was not as expected; nothing is read from then on
 */
typedef struct {
  GString *out;
  const PrnJson *json;
  guint32 at, item, left;
  char *place;
} PrnTallyIo;

/* Notes that the value at a token is not what it should be. */
void prn_tally_io_fail (PrnTallyIo *io, guint32 token);

/* Begins and ends an object that is a member (@key) or, with @key %NULL, an item or the root. */
PrnTallyIo prn_tally_io_object (PrnTallyIo *io, const char *key);
void prn_tally_io_end_object (PrnTallyIo *io, PrnTallyIo *object);

/* The same for a list. */
PrnTallyIo prn_tally_io_list (PrnTallyIo *io, const char *key);
void prn_tally_io_end_list (PrnTallyIo *io, PrnTallyIo *list);

/* Reading: whether there is another item in a list. */
gboolean prn_tally_io_more (const PrnTallyIo *io);

/* Whole numbers, as members or, with @key %NULL, as items. */
void prn_tally_io_wide (PrnTallyIo *io, const char *key, __int128 *value);
void prn_tally_io_count (PrnTallyIo *io, const char *key, guint64 *value);
void prn_tally_io_time (PrnTallyIo *io, const char *key, gint64 *value);

/* An index that must be below @end; 0 is read for one that is not, and that is noted. */
void prn_tally_io_index (PrnTallyIo *io, const char *key, guint32 *value, guint32 end);

/* A text, nullable; when reading, what @text points to is freed and replaced. */
void prn_tally_io_text (PrnTallyIo *io, const char *key, char **text);

/* A histogram: its buckets that are not empty, each with its count. */
void prn_tally_io_histogram (PrnTallyIo *io, const char *key, PrnHistogram *histogram);

/* Counts of which most are 0: the others, each with its index. */
void prn_tally_io_counts (PrnTallyIo *io, const char *key, guint64 *counts, guint32 n);

/* A whole tally: writes it, or fills one that is empty. */
void prn_tally_io_tally (PrnTallyIo *io, const char *key, PrnTally *tally);

G_END_DECLS
