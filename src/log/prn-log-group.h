/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-gather.h"

G_BEGIN_DECLS

/* Common numbers for what each thread has numbered for itself. */
typedef struct {
  guint32 **activities; /* [writer][number] */
  guint32 ***values;    /* [column][writer][number] */
} PrnGroupMaps;

/* What a thread uses for one part after the other. */
typedef struct _PrnGrouper PrnGrouper;

/* Scratch space that grows as needed. */
PrnGrouper *prn_grouper_new (void);
void prn_grouper_free (PrnGrouper *grouper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnGrouper, prn_grouper_free)

/**
 * prn_grouper_take:
 * @grouper: a thread's scratch space
 * @gather: the gathered rows
 * @part: which part of them
 * @maps: common numbers
 * @arena: gives the memory for @rows
 * @rows: takes the rows grouped by customer and in order of (time, line)
 * @activity_rows: (array): counts each activity's rows
 *
 * Groups the rows of one part and frees its records.
 */
void prn_grouper_take (PrnGrouper *grouper, PrnGather *gather, guint part, const PrnGroupMaps *maps,
                       PrnArena *arena, PrnLogPart *rows, guint64 *activity_rows);

/**
 * prn_group_sort:
 * @rows: rows grouped by customer
 * @n_columns: how many columns of cells it has
 * @from: the first row
 * @to: after the last row
 *
 * Brings rows in order of time; those with the same time stay in the order they are in.
 */
void prn_group_sort (PrnLogPart *rows, guint n_columns, guint32 from, guint32 to);

G_END_DECLS
