/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "prn-log.h"
#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_ACTIVITY_ROW (prn_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (PrnActivityRow, prn_activity_row, PRN, ACTIVITY_ROW, GObject)

/* One activity of a log and what it is on a map. Immutable. */

/* The spelling that comes first in the log, and how many rows have it. */
const char *prn_activity_row_get_activity (PrnActivityRow *self);
guint64 prn_activity_row_get_rows (PrnActivityRow *self);

/**
 * prn_activity_row_get_meaning:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the names of the events (of the stages, for a stage log) it
 *   is one of, joined; %NULL when it matches none. Whether a single row matches may still
 *   depend on an event's filters.
 */
const char *prn_activity_row_get_meaning (PrnActivityRow *self);

/**
 * prn_activity_rows:
 * @map: (nullable): a map; without one nothing matches
 * @log: a log
 *
 * Returns: (transfer full) (element-type PrnActivityRow): the activities of @log, most rows first,
 *   equally frequent ones in the order of the log
 */
GListModel *prn_activity_rows (PrnMap *map, PrnLog *log);

/**
 * prn_activity_rows_matched:
 * @rows: what prn_activity_rows() gave
 *
 * Returns: how many of them match something
 */
guint prn_activity_rows_matched (GListModel *rows);

/**
 * prn_activity_row_add_columns:
 * @view: a table of activities
 *
 * Gives it a column for the activity, for its rows and for its meaning.
 *
 * Returns: (transfer none): the last one, which means nothing without a map
 */
GtkColumnViewColumn *prn_activity_row_add_columns (GtkColumnView *view);

G_END_DECLS
