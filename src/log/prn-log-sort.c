/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-group.h"

/* Most customers have few rows, which stay on the stack and are sorted by insertion; the rest are
 * merged bottom-up, so that a customer who owns the whole log costs n log n. */

#define FEW 64

typedef struct {
  gint64 time;
  guint32 row; /* from the first of the customer */
} Key;

static void
insert_sort (Key *keys, guint32 n)
{
  for (guint32 i = 1; i < n; i++) {
    Key key = keys[i];
    guint32 at = i;

    for (; at > 0 && keys[at - 1].time > key.time; at--)
      keys[at] = keys[at - 1];
    keys[at] = key;
  }
}

static void
merge_runs (const Key *from, Key *to, guint32 left, guint32 middle, guint32 right)
{
  guint32 a = left, b = middle;

  for (guint32 i = left; i < right; i++) {
    if (a < middle && (b >= right || from[a].time <= from[b].time))
      to[i] = from[a++];
    else
      to[i] = from[b++];
  }
}

static void
merge_sort (Key *keys, guint32 n)
{
  const guint32 run = 16;
  g_autofree Key *other = g_new (Key, n);
  Key *from = keys, *to = other;

  for (guint64 at = 0; at < n; at += run)
    insert_sort (keys + at, (guint32) MIN (run, n - at));
  for (guint64 width = run; width < n; width *= 2) {
    Key *swap;

    for (guint64 at = 0; at < n; at += 2 * width)
      merge_runs (from, to, (guint32) at, (guint32) MIN (at + width, n),
                  (guint32) MIN (at + 2 * width, n));
    swap = from;
    from = to;
    to = swap;
  }
  if (from != keys)
    memcpy (keys, from, n * sizeof (Key));
}

static void
permute32 (guint32 *values, guint32 *scratch, const Key *keys, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    scratch[i] = values[keys[i].row];
  memcpy (values, scratch, n * sizeof *values);
}

static void
permute64 (guint64 *values, guint64 *scratch, const Key *keys, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    scratch[i] = values[keys[i].row];
  memcpy (values, scratch, n * sizeof *values);
}

void
prn_group_sort (PrnLogPart *rows, guint n_columns, guint32 from, guint32 to)
{
  guint32 n = to - from;
  Key few_keys[FEW];
  guint64 few_scratch[FEW];
  g_autofree Key *many_keys = n > FEW ? g_new (Key, n) : NULL;
  g_autofree guint64 *many_scratch = n > FEW ? g_new (guint64, n) : NULL;
  Key *keys = n > FEW ? many_keys : few_keys;
  guint64 *scratch = n > FEW ? many_scratch : few_scratch;

  for (guint32 i = 0; i < n; i++)
    keys[i] = (Key){ rows->time[from + i], i };
  if (n > FEW)
    merge_sort (keys, n);
  else
    insert_sort (keys, n);

  for (guint32 i = 0; i < n; i++)
    rows->time[from + i] = keys[i].time;
  permute32 (rows->activity + from, (guint32 *) scratch, keys, n);
  if (rows->line != NULL)
    permute64 (rows->line + from, scratch, keys, n);
  for (guint c = 0; c < n_columns; c++)
    permute32 (rows->cells[c] + from, (guint32 *) scratch, keys, n);
}
