/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-dictionary.h"
#include "prn-log-hash.h"
#include "prn-log-private.h"
#include "prn-progress.h"

G_BEGIN_DECLS

/* Rows on their way from a reader into a log: each goes, as a compact record of bytes, to the part
 * its customer belongs to. Each thread writes into chunks of its own; prn-log-group.c then takes
 * part by part, so that interning a customer's id meets a table that fits into the cache.
 *
 * A record: length of the id (varint), the id, activity (varint), time (8 bytes), [line (8 bytes)],
 * a varint for each kept column. A record whose id length is 0 is followed by the number (8 bytes)
 * of the block of the file that the next records come from. */

typedef struct _PrnGatherChunk PrnGatherChunk;

struct _PrnGatherChunk {
  PrnGatherChunk *next;
  gsize size; /* with this head */
  guint8 *end;
  guint8 bytes[];
};

/* What every row looks at, and little else: hundreds of parts must stay in the cache. */
typedef struct {
  guint8 *at, *end; /* what is free of the last chunk */
} PrnGatherRoom;

typedef struct {
  PrnGatherChunk *first, *last;
  guint64 block; /* that the records at hand come from */
} PrnGatherPart;

typedef struct {
  guint n_columns;
  guint part_bits;
  gboolean keep_lines;
  gboolean mark_blocks;
  guint64 block;
  PrnGatherRoom *rooms;
  PrnGatherPart *parts;
  gint64 first_time, last_time;
  guint64 n_accepted, n_rejected;
  GArray *rejects; /* of PrnReject */
  guint max_rejects;
  PrnDictionary *activities;
  PrnTextCache activity_cache;
  PrnTextCache *value_caches;
  PrnDictionary **values; /* of the kept columns; number 0 is the first value that is not empty */
} PrnGatherWriter;

typedef struct {
  guint n_writers;
  guint part_bits;
  PrnGatherWriter *writers;
} PrnGather;

/**
 * prn_gather_new:
 * @n_writers: how many threads write
 * @part_bits: there will be at most 2 to the power of it parts
 * @n_columns: how many columns are kept
 * @keep_lines: whether each row's line is kept
 *
 * Returns: (transfer full): a place to gather rows
 */
PrnGather *prn_gather_new (guint n_writers, guint part_bits, guint n_columns, gboolean keep_lines);
void prn_gather_free (PrnGather *gather);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnGather, prn_gather_free)

/**
 * prn_gather_keep_rejects:
 * @gather: a place to gather rows
 * @most: how many rejects to keep; %PRN_LOG_MAX_REJECTS unless called
 */
void prn_gather_keep_rejects (PrnGather *gather, guint most);

/**
 * prn_gather_reject:
 * @writer: a thread's writer
 * @line: where the row begins
 * @reason: (transfer full): why it is not taken in
 *
 * Counts a row that is not taken in, and keeps the first ones. A writer's rows come in the order of
 * the file.
 */
void prn_gather_reject (PrnGatherWriter *writer, guint64 line, char *reason);

/* Whether a reason would still be kept. */
static inline gboolean
prn_gather_wants_reject (PrnGatherWriter *writer)
{
  return writer->rejects->len < writer->max_rejects;
}

/* Makes room for a record of @size bytes in a part. */
guint8 *prn_gather_grow (PrnGatherWriter *writer, guint part, gsize size);

/* Marks that the next records of a part come from the block at hand; returns where they go. */
guint8 *prn_gather_mark (PrnGatherWriter *writer, guint part, guint8 *at);

/* Writes a number in groups of seven bits, lowest first; returns where the next byte goes. */
static inline guint8 *
prn_gather_put_varint (guint8 *at, guint32 value)
{
  while (value >= 0x80) {
    *at++ = (guint8) (value | 0x80);
    value >>= 7;
  }
  *at++ = (guint8) value;
  return at;
}

/* Reads what prn_gather_put_varint() wrote; returns where the next byte is. */
static inline const guint8 *
prn_gather_get_varint (const guint8 *at, guint32 *value)
{
  guint32 byte = *at++;
  guint32 result = byte & 0x7f;

  for (guint shift = 7; byte >= 0x80; shift += 7) {
    byte = *at++;
    result |= (byte & 0x7f) << shift;
  }
  *value = result;
  return at;
}

/**
 * prn_gather_add:
 * @writer: a thread's writer
 * @id: customer, trimmed, valid UTF-8, not empty
 * @id_length: its length
 * @activity: number in the writer's activities
 * @time: microseconds since 1970 UTC
 * @line: where the row begins; used where lines are kept
 * @cells: for each kept column 0 or 1 + the number in the writer's values
 * @readable: whether 16 bytes of @id can be read whatever its length
 *
 * Takes a row in.
 */
static inline void
prn_gather_add (PrnGatherWriter *writer, const char *id, gsize id_length, guint32 activity,
                gint64 time, guint64 line, const guint32 *cells, gboolean readable)
{
  guint64 hash = prn_hash_bytes (id, id_length);
  guint part = prn_log_part_of (hash, writer->part_bits);
  PrnGatherRoom *room = &writer->rooms[part];
  gsize most = id_length + 16 + 5 + 5 + 8 + 8 + 9 + 5 * (gsize) writer->n_columns;
  guint8 *at = room->at;

  if (G_UNLIKELY ((gsize) (room->end - at) < most))
    at = prn_gather_grow (writer, part, most);
  if (writer->mark_blocks)
    at = prn_gather_mark (writer, part, at);

  at = prn_gather_put_varint (at, (guint32) id_length);
  if (readable && id_length <= 16)
    memcpy (at, id, 16); /* a constant size needs no call */
  else
    memcpy (at, id, id_length);
  at = prn_gather_put_varint (at + id_length, activity);
  memcpy (at, &time, 8);
  at += 8;
  if (writer->keep_lines) {
    memcpy (at, &line, 8);
    at += 8;
  }
  for (guint i = 0; i < writer->n_columns; i++)
    at = prn_gather_put_varint (at, cells[i]);
  room->at = at;
  /* Until this part comes again, what it writes next can be fetched. */
  __builtin_prefetch (at + 64, 1);

  writer->n_accepted++;
  writer->first_time = MIN (writer->first_time, time);
  writer->last_time = MAX (writer->last_time, time);
}

/**
 * prn_gather_finish:
 * @gather: a place with all rows; they are freed on the way
 * @log: takes parts, counts, activities and values
 * @progress: (nullable): to watch and stop it
 * @error: return location
 *
 * Groups the rows by customer, with as many threads as there are writers.
 *
 * Returns: whether it was not stopped
 */
gboolean prn_gather_finish (PrnGather *gather, PrnLog *log, PrnProgress *progress, GError **error);

G_END_DECLS
