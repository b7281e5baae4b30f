/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-gather.h"

#include <sys/mman.h>

#ifndef MAP_POPULATE
#define MAP_POPULATE 0 /* Linux has it */
#endif

/* Chunks are mapped rather than allocated: a freed one goes back to the system at once, whatever
 * lies beside it. Asking for all pages at once costs half of meeting them one fault at a time. */
#define CHUNK_SIZE (64 * 1024)

static void
init_writer (PrnGatherWriter *writer, guint part_bits, guint n_columns, gboolean keep_lines)
{
  writer->n_columns = n_columns;
  writer->part_bits = part_bits;
  writer->keep_lines = keep_lines;
  writer->rooms = g_new0 (PrnGatherRoom, (gsize) 1 << part_bits);
  writer->parts = g_new0 (PrnGatherPart, (gsize) 1 << part_bits);
  for (gsize i = 0; i < (gsize) 1 << part_bits; i++)
    writer->parts[i].block = G_MAXUINT64;
  writer->first_time = G_MAXINT64;
  writer->last_time = G_MININT64;
  writer->rejects = g_array_new (FALSE, FALSE, sizeof (PrnReject));
  writer->max_rejects = PRN_LOG_MAX_REJECTS;
  writer->activities = prn_dictionary_new ();
  writer->value_caches = g_new0 (PrnTextCache, n_columns);
  writer->values = g_new (PrnDictionary *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    writer->values[i] = prn_dictionary_new ();
}

PrnGather *
prn_gather_new (guint n_writers, guint part_bits, guint n_columns, gboolean keep_lines)
{
  PrnGather *gather = g_new0 (PrnGather, 1);

  gather->n_writers = n_writers;
  gather->part_bits = part_bits;
  gather->writers = g_new0 (PrnGatherWriter, n_writers);
  for (guint i = 0; i < n_writers; i++) {
    init_writer (&gather->writers[i], part_bits, n_columns, keep_lines);
    gather->writers[i].mark_blocks = n_writers > 1;
  }
  return gather;
}

static void
clear_writer (PrnGatherWriter *writer)
{
  for (gsize i = 0; i < (gsize) 1 << writer->part_bits; i++) {
    PrnGatherChunk *next;

    for (PrnGatherChunk *chunk = writer->parts[i].first; chunk != NULL; chunk = next) {
      next = chunk->next;
      munmap (chunk, chunk->size);
    }
  }
  g_free (writer->rooms);
  g_free (writer->parts);
  for (guint i = 0; i < writer->rejects->len; i++)
    g_free (g_array_index (writer->rejects, PrnReject, i).reason);
  g_array_unref (writer->rejects);
  prn_dictionary_free (writer->activities);
  for (guint i = 0; i < writer->n_columns; i++)
    prn_dictionary_free (writer->values[i]);
  g_free (writer->values);
  g_free (writer->value_caches);
}

void
prn_gather_free (PrnGather *gather)
{
  for (guint i = 0; i < gather->n_writers; i++)
    clear_writer (&gather->writers[i]);
  g_free (gather->writers);
  g_free (gather);
}

guint8 *
prn_gather_mark (PrnGatherWriter *writer, guint part, guint8 *at)
{
  if (writer->parts[part].block == writer->block)
    return at;
  writer->parts[part].block = writer->block;
  *at++ = 0;
  memcpy (at, &writer->block, 8);
  return at + 8;
}

guint8 *
prn_gather_grow (PrnGatherWriter *writer, guint number, gsize size)
{
  PrnGatherPart *part = &writer->parts[number];
  PrnGatherRoom *room = &writer->rooms[number];
  gsize head = sizeof (PrnGatherChunk);
  gsize chunk_size = MAX (CHUNK_SIZE, (head + size + 4095) / 4096 * 4096);
  PrnGatherChunk *chunk = mmap (NULL, chunk_size, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

  if (chunk == MAP_FAILED)
    g_error ("Out of memory for %" G_GSIZE_FORMAT " bytes of a log", chunk_size);
  chunk->size = chunk_size;
  if (part->last != NULL) {
    part->last->end = room->at;
    part->last->next = chunk;
  } else {
    part->first = chunk;
  }
  part->last = chunk;
  room->at = chunk->bytes;
  room->end = (guint8 *) chunk + chunk_size;
  return room->at;
}

void
prn_gather_keep_rejects (PrnGather *gather, guint most)
{
  for (guint i = 0; i < gather->n_writers; i++)
    gather->writers[i].max_rejects = most;
}

void
prn_gather_reject (PrnGatherWriter *writer, guint64 line, char *reason)
{
  writer->n_rejected++;
  if (prn_gather_wants_reject (writer))
    g_array_append_vals (writer->rejects, &(PrnReject){ line, reason }, 1);
  else
    g_free (reason);
}
