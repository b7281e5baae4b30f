/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-group.h"

#include <sys/mman.h>

typedef struct {
  guint32 hash;
  guint32 number; /* of the customer, from 1 */
} Slot;

struct _PrnGrouper {
  Slot *slots;
  guint32 mask;
  guint32 *owner; /* of each row in the order of the file */
  gsize owner_size;
  guint32 *n_rows; /* of each customer; then where the next row goes */
  gsize customers_size;
  guint8 *unsorted; /* customers */
  GString *ids;
  GArray *id_offset;
};

PrnGrouper *
prn_grouper_new (void)
{
  PrnGrouper *grouper = g_new0 (PrnGrouper, 1);

  grouper->mask = 1023;
  grouper->slots = g_new0 (Slot, grouper->mask + 1);
  grouper->ids = g_string_new (NULL);
  grouper->id_offset = g_array_new (FALSE, FALSE, sizeof (guint32));
  return grouper;
}

void
prn_grouper_free (PrnGrouper *grouper)
{
  g_free (grouper->slots);
  g_free (grouper->owner);
  g_free (grouper->n_rows);
  g_free (grouper->unsorted);
  g_string_free (grouper->ids, TRUE);
  g_array_unref (grouper->id_offset);
  g_free (grouper);
}

/* Walks the records of one writer. */
typedef struct {
  const guint8 *at, *end;
  PrnGatherChunk *chunk;
  guint64 block;
  gboolean release; /* free chunks that are done with */
  gboolean done;
} Walk;

/* Comes to a record: over the end of a chunk and over the marks of blocks. */
static void
walk_settle (Walk *walk)
{
  for (;;) {
    if (walk->at == walk->end) {
      PrnGatherChunk *next = walk->chunk->next;

      if (walk->release)
        munmap (walk->chunk, walk->chunk->size);
      walk->chunk = next;
      if (next == NULL) {
        walk->done = TRUE;
        return;
      }
      walk->at = next->bytes;
      walk->end = next->end;
    } else if (*walk->at == 0) {
      memcpy (&walk->block, walk->at + 1, 8);
      walk->at += 9;
    } else {
      return;
    }
  }
}

static void
walk_begin (Walk *walk, PrnGatherPart *part, gboolean release)
{
  *walk = (Walk){ .chunk = part->first, .release = release, .done = part->first == NULL };
  if (walk->done)
    return;
  walk->at = part->first->bytes;
  walk->end = part->first->end;
  walk_settle (walk);
}

/* Blocks of the file went to one thread each: the records of the earliest block come next. */
static guint
walk_next (const Walk *walks, guint n)
{
  guint next = n;

  for (guint i = 0; i < n; i++)
    if (!walks[i].done && (next == n || walks[i].block < walks[next].block))
      next = i;
  return next;
}

static inline const guint8 *
skip_varint (const guint8 *at)
{
  while (*at++ >= 0x80)
    ;
  return at;
}

static void
grow_slots (PrnGrouper *grouper)
{
  guint32 mask = grouper->mask * 2 + 1;
  Slot *slots = g_new0 (Slot, (gsize) mask + 1);

  for (gsize i = 0; i <= grouper->mask; i++) {
    guint32 at = grouper->slots[i].hash & mask;

    if (grouper->slots[i].number == 0)
      continue;
    while (slots[at].number != 0)
      at = (at + 1) & mask;
    slots[at] = grouper->slots[i];
  }
  g_free (grouper->slots);
  grouper->slots = slots;
  grouper->mask = mask;
}

static guint32
add_customer (PrnGrouper *grouper, const char *id, guint32 length)
{
  guint32 number = grouper->id_offset->len;
  guint32 offset = (guint32) grouper->ids->len;

  if (number == grouper->customers_size) {
    grouper->customers_size = MAX (1024, grouper->customers_size * 2);
    grouper->n_rows = g_renew (guint32, grouper->n_rows, grouper->customers_size);
  }
  grouper->n_rows[number] = 0;
  g_array_append_val (grouper->id_offset, offset);
  g_string_append_len (grouper->ids, id, length);
  return number;
}

static inline guint32
intern_customer (PrnGrouper *grouper, const char *id, guint32 length)
{
  guint32 hash = (guint32) prn_hash_bytes (id, length);
  const guint32 *offsets = (const guint32 *) (gpointer) grouper->id_offset->data;
  guint32 at = hash & grouper->mask;
  guint32 number;

  for (; grouper->slots[at].number != 0; at = (at + 1) & grouper->mask) {
    if (grouper->slots[at].hash == hash) {
      guint32 begin, end;

      number = grouper->slots[at].number - 1;
      begin = offsets[number];
      end =
          number + 1 < grouper->id_offset->len ? offsets[number + 1] : (guint32) grouper->ids->len;
      if (end - begin == length && prn_hash_equal (grouper->ids->str + begin, id, length))
        return number;
    }
  }

  number = add_customer (grouper, id, length);
  grouper->slots[at] = (Slot){ hash, number + 1 };
  if (grouper->id_offset->len > grouper->mask / 2)
    grow_slots (grouper);
  return number;
}

static void
begin_walks (Walk *walks, PrnGather *gather, guint part, gboolean release)
{
  for (guint i = 0; i < gather->n_writers; i++)
    walk_begin (&walks[i], &gather->writers[i].parts[part], release);
}

/* The first pass: who owns each row, and how many rows each customer has. */
static guint32
find_owners (PrnGrouper *grouper, PrnGather *gather, guint part, Walk *walks)
{
  guint n_tail = gather->writers[0].n_columns;
  gsize n_fixed = gather->writers[0].keep_lines ? 16 : 8;
  guint32 n_rows = 0;
  guint next;

  begin_walks (walks, gather, part, FALSE);
  while ((next = walk_next (walks, gather->n_writers)) < gather->n_writers) {
    Walk *walk = &walks[next];
    guint64 block = walk->block;

    do {
      guint32 length, owner;
      const guint8 *at = prn_gather_get_varint (walk->at, &length);

      owner = intern_customer (grouper, (const char *) at, length);
      at = skip_varint (at + length) + n_fixed;
      for (guint i = 0; i < n_tail; i++)
        at = skip_varint (at);
      walk->at = at;
      if (n_rows == grouper->owner_size) {
        grouper->owner_size = MAX (4096, grouper->owner_size * 2);
        grouper->owner = g_renew (guint32, grouper->owner, grouper->owner_size);
      }
      grouper->owner[n_rows++] = owner;
      grouper->n_rows[owner]++;
      if (walk->at == walk->end || *walk->at == 0)
        walk_settle (walk);
    } while (!walk->done && walk->block == block);
  }
  return n_rows;
}

/* The second pass: each row to its place. */
static void
place_rows (PrnGrouper *grouper, PrnGather *gather, guint part, Walk *walks,
            const PrnGroupMaps *maps, PrnLogPart *rows, guint64 *activity_rows)
{
  guint n_columns = gather->writers[0].n_columns;
  guint32 row = 0;
  guint next;

  begin_walks (walks, gather, part, TRUE);
  while ((next = walk_next (walks, gather->n_writers)) < gather->n_writers) {
    Walk *walk = &walks[next];
    const guint32 *activities = maps->activities[next];
    guint64 block = walk->block;

    do {
      guint32 length, number, owner = grouper->owner[row++];
      guint32 place = grouper->n_rows[owner]++;
      const guint8 *at = prn_gather_get_varint (walk->at, &length);

      at = prn_gather_get_varint (at + length, &number);
      rows->activity[place] = activities[number];
      activity_rows[activities[number]]++;
      memcpy (&rows->time[place], at, 8);
      at += 8;
      if (place > rows->first_row[owner] && rows->time[place - 1] > rows->time[place])
        grouper->unsorted[owner] = TRUE;
      if (rows->line != NULL) {
        memcpy (&rows->line[place], at, 8);
        at += 8;
      }
      for (guint i = 0; i < n_columns; i++) {
        at = prn_gather_get_varint (at, &number);
        rows->cells[i][place] = number == 0 ? 0 : maps->values[i][next][number - 1];
      }
      walk->at = at;
      if (walk->at == walk->end || *walk->at == 0)
        walk_settle (walk);
    } while (!walk->done && walk->block == block);
  }
}

static void
allocate_rows (PrnGrouper *grouper, PrnGather *gather, PrnArena *arena, PrnLogPart *rows)
{
  guint n_columns = gather->writers[0].n_columns;
  guint32 first = 0;
  guint32 end = (guint32) grouper->ids->len;

  g_array_append_val (grouper->id_offset, end);
  rows->id_offset = prn_arena_take (arena, grouper->id_offset->len, sizeof (guint32));
  memcpy (rows->id_offset, grouper->id_offset->data, grouper->id_offset->len * sizeof (guint32));
  rows->ids = prn_arena_take (arena, grouper->ids->len, 1);
  memcpy (rows->ids, grouper->ids->str, grouper->ids->len);
  rows->first_row = prn_arena_take (arena, (gsize) rows->n_customers + 1, sizeof (guint32));
  for (guint32 c = 0; c < rows->n_customers; c++) {
    guint32 n = grouper->n_rows[c];

    rows->first_row[c] = grouper->n_rows[c] = first;
    first += n;
  }
  rows->first_row[rows->n_customers] = first;

  rows->time = prn_arena_take (arena, rows->n_rows, sizeof (gint64));
  rows->activity = prn_arena_take (arena, rows->n_rows, sizeof (guint32));
  if (gather->writers[0].keep_lines)
    rows->line = prn_arena_take (arena, rows->n_rows, sizeof (guint64));
  rows->cells = prn_arena_take (arena, n_columns, sizeof (guint32 *));
  for (guint i = 0; i < n_columns; i++)
    rows->cells[i] = prn_arena_take (arena, rows->n_rows, sizeof (guint32));
}

static void
forget_records (PrnGather *gather, guint part)
{
  for (guint i = 0; i < gather->n_writers; i++)
    gather->writers[i].parts[part] = (PrnGatherPart){ 0 };
}

void
prn_grouper_take (PrnGrouper *grouper, PrnGather *gather, guint part, const PrnGroupMaps *maps,
                  PrnArena *arena, PrnLogPart *rows, guint64 *activity_rows)
{
  g_autofree Walk *walks = g_new (Walk, gather->n_writers);

  memset (grouper->slots, 0, ((gsize) grouper->mask + 1) * sizeof (Slot));
  g_string_truncate (grouper->ids, 0);
  g_array_set_size (grouper->id_offset, 0);

  rows->n_rows = find_owners (grouper, gather, part, walks);
  rows->n_customers = grouper->id_offset->len;
  if (rows->n_rows == 0)
    return;

  allocate_rows (grouper, gather, arena, rows);
  g_free (grouper->unsorted);
  grouper->unsorted = g_new0 (guint8, rows->n_customers);
  place_rows (grouper, gather, part, walks, maps, rows, activity_rows);
  forget_records (gather, part);

  for (guint32 c = 0; c < rows->n_customers; c++)
    if (grouper->unsorted[c])
      prn_group_sort (rows, gather->writers[0].n_columns, rows->first_row[c],
                      rows->first_row[c + 1]);
}
