/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-arena.h"
#include "prn-log-dictionary.h"
#include "prn-log.h"

/* What the makers of a log fill in. */

typedef struct {
  char *name;     /* as it was asked for: a header or `#N` */
  guint position; /* of the column in the file, from 0; G_MAXUINT when the file has not it */
  char *header;   /* (nullable) */
  gboolean absent; /* it was asked for, and the file surely has not it */
  PrnDictionary *values;
} PrnLogColumn;

struct _PrnLog {
  gatomicrefcount references;

  PrnArena *arena; /* what parts point to */
  PrnLogPart *parts;
  guint n_parts;
  guint64 n_customers, n_accepted, n_rejected;
  PrnReject *rejects;
  guint n_rejects;
  gint64 first_time, last_time;

  GPtrArray *activities; /* first spellings */
  PrnDictionary *folded; /* the same, folded */
  guint64 *activity_rows;

  PrnLogColumn *columns;
  guint n_columns;
  gboolean stage_column;
  int trigger_column; /* of @columns, or -1 */
};

/* A log without rows, that keeps @n_columns columns yet to be named. */
PrnLog *prn_log_new (guint n_columns);

/* Which part an id belongs to, @n_parts being a power of two: the top bits of its hash. */
static inline guint
prn_log_part_of (guint64 hash, guint part_bits)
{
  return part_bits == 0 ? 0 : (guint) (hash >> (64 - part_bits));
}
