/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-binding.h"

G_BEGIN_DECLS

/* Which segments the customers of a log are in, by their attributes as last known at the end of
 * observation: the map's, and one for each value of a column. Immutable and shared by threads. */

/* A column with more values than this makes no segments. */
#define PRN_SEGMENTS_MAX_VALUES 200

/**
 * PrnSegmentLabel:
 * @of_map: whether it is a segment of the map
 * @id: (nullable): id of the segment, or the value; %NULL: customers without a value
 * @name: what it is called
 * @key: what tells it from the others, whatever the log: its id, or the value case-folded
 */
typedef struct {
  gboolean of_map;
  char *id, *name, *key;
} PrnSegmentLabel;

/* Frees what a label holds. */
void prn_segment_label_clear (PrnSegmentLabel *label);

/* The same once more. Transfer full. */
PrnSegmentLabel prn_segment_label_copy (const PrnSegmentLabel *label);

/* Of several spellings of a value the one that is shown: the first in byte order, since which comes
 * first in a file depends on how a log was split. */
void prn_segment_label_spell (PrnSegmentLabel *label, const char *text);

/* Sets the error of a column with too many values. */
void prn_segments_set_error_too_many (const char *column, guint n, GError **error);

/**
 * prn_segments_of_map:
 * @plan: a plan
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): the labels of the map's segments
 */
PrnSegmentLabel *prn_segments_of_map (PrnPlan *plan, guint *n);

typedef struct _PrnSegments PrnSegments;

/**
 * prn_segments_new:
 * @binding: plan and log; must outlive the segments
 * @column: (nullable): a column of the log or the table of customers whose values are segments
 *   beside those of the map
 * @error: return location: no such column, or one with over %PRN_SEGMENTS_MAX_VALUES values
 *
 * Returns: (transfer full): the segments, or %NULL with @error set
 */
PrnSegments *prn_segments_new (const PrnBinding *binding, const char *column, GError **error);

/**
 * prn_segments_free:
 * @segments: (transfer full): segments
 */
void prn_segments_free (PrnSegments *segments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnSegments, prn_segments_free)

/**
 * prn_segments_labels:
 * @segments: segments
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what they are: the map's in its order, then the values
 *   of the column by their text case-folded, customers without one last
 */
const PrnSegmentLabel *prn_segments_labels (const PrnSegments *segments, guint *n);

/**
 * prn_segments_of_customer:
 * @segments: segments
 * @part: a part of the log
 * @customer: a customer of the part
 * @end: the row after the last one that counts
 * @members: (array): room for as many as there are segments
 *
 * Returns: how many segments the customer is in; they are in @members
 */
guint prn_segments_of_customer (const PrnSegments *segments, const PrnLogPart *part,
                                guint32 customer, guint32 end, guint32 *members);

G_END_DECLS
