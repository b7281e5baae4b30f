/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-gather.h"
#include "prn-log-rows.h"
#include "prn-log-sample.h"

G_BEGIN_DECLS

/* XES (IEEE 1849) as a table: a row for each event, with the columns `case:concept:name`,
 * `concept:name`, `time:timestamp`, then every other attribute of an event, and of a trace with
 * `case:` before its key, in the order they first come. Attributes of attributes, globals and lists
 * are left out. */

/**
 * PrnXesRow:
 * @data: of the caller
 * @line: where the event begins
 * @reader: to ask for cells with prn_xes_cell()
 *
 * Takes an event.
 *
 * Returns: whether to go on
 */
typedef struct _PrnXesReader PrnXesReader;
typedef gboolean (*PrnXesRow) (gpointer data, guint64 line, PrnXesReader *reader);

/**
 * prn_xes_walk:
 * @source: a source of bytes as they are, at the beginning
 * @row: called for each event
 * @data: for @row
 * @columns: (nullable) (element-type utf8): takes the columns in order
 * @progress: (nullable): to watch and stop it
 * @error: return location; with the line
 *
 * Reads a log in one go. A document type is refused, so that no entity can grow.
 *
 * Returns: whether it came to the end, or @row had enough
 */
gboolean prn_xes_walk (PrnLogSource *source, PrnXesRow row, gpointer data, GPtrArray *columns,
                       PrnProgress *progress, GError **error);

/**
 * prn_xes_cell:
 * @reader: a reader at an event
 * @column: name of a column
 * @length: (out): length of the value
 *
 * Returns: (nullable): the value, not trimmed
 */
const char *prn_xes_cell (PrnXesReader *reader, const char *column, gsize *length);

/**
 * prn_xes_columns:
 * @source: a source of bytes as they are, at the beginning
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the columns of the whole log
 */
GPtrArray *prn_xes_columns (PrnLogSource *source, GError **error);

/**
 * prn_xes_sample:
 * @source: a source of bytes as they are, at the beginning
 * @columns: (nullable) (element-type utf8): the columns, if they are known
 * @most: how many events at most
 * @error: return location
 *
 * Returns: (transfer full): a row of columns and the first events
 */
PrnLogSample *prn_xes_sample (PrnLogSource *source, GPtrArray *columns, guint most, GError **error);

/**
 * prn_xes_read:
 * @source: a source
 * @plan: how times are read
 * @fields: which columns are what
 * @names: (array): names of the kept columns; those that @fields does not know are looked for by
 *   name
 * @gather: takes events in
 * @progress: (nullable): to watch and stop it
 * @error: return location
 *
 * Takes all events of a log in.
 *
 * Returns: whether it came to the end
 */
gboolean
prn_xes_read (PrnLogSource *source, const PrnLogPlan *plan, const PrnLogFields *fields,
              const char *const *names, PrnGather *gather, PrnProgress *progress, GError **error);

G_END_DECLS
