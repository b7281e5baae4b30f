/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-journey.h"

G_BEGIN_DECLS

/* Moves written as a log that can be replayed: a CSV with the columns `customer` (his number, from
 * 0), `stage` (where he is now), `time`, `trigger` (that moved him there, none for the entry) and
 * `segment` (he was drawn into, or none), in order of the customers and for each in order of time.
 * The file appears whole or not at all, and is the same to the byte whatever the threads. */

typedef struct _PrnMoveLog PrnMoveLog;

/**
 * prn_move_log_open:
 * @path: where to; `-` is the standard output
 * @plan: whose moves; must outlive the log
 * @error: return location
 *
 * Returns: (transfer full): the log with its header, or %NULL with @error set
 */
PrnMoveLog *prn_move_log_open (const char *path, PrnPlan *plan, GError **error);

/**
 * prn_move_log_free:
 * @log: (transfer full): a log; if it was not finished nothing is left of it
 */
void prn_move_log_free (PrnMoveLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnMoveLog, prn_move_log_free)

/**
 * prn_move_log_print:
 * @log: a log
 * @journey: of one customer
 * @customer: his number
 * @segment: of the map, or %PRN_NONE
 * @rows: where to append his rows
 */
void prn_move_log_print (const PrnMoveLog *log, const PrnJourney *journey, guint64 customer,
                         guint32 segment, GString *rows);

/**
 * prn_move_log_put:
 * @log: a log
 * @first: number of the first of some customers
 * @end: number after the last one
 * @rows: their rows
 *
 * Writes rows when it is their turn: a thread waits here until those of all customers before
 * @first have been put by others. Everybody's rows must be put, or prn_move_log_stop() be called.
 *
 * Returns: %FALSE when writing has failed or was stopped, and there is no use in going on
 */
gboolean prn_move_log_put (PrnMoveLog *log, guint64 first, guint64 end, const GString *rows);

/* Lets those who wait go: nothing more is written. */
void prn_move_log_stop (PrnMoveLog *log);

/**
 * prn_move_log_finish:
 * @log: a log with all rows
 * @error: return location
 *
 * Returns: whether the file is there now
 */
gboolean prn_move_log_finish (PrnMoveLog *log, GError **error);

G_END_DECLS
