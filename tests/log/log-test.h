/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-read.h"

/* Writes bytes to a temporary file, which prn_test_remove() deletes. Free the path with g_free().
 */
char *prn_test_file (const char *bytes, gssize size);
void prn_test_remove (const char *path);

/* Reads bytes as a log; G_MAXUINT rejects and lines are kept. NULL options are none. */
PrnLog *prn_test_read (const char *bytes, gssize size, const PrnLogOptions *options,
                       PrnLogGuess **guess, GError **error);

/* Everything of a log as text, customers in order of their ids: `ID ACTIVITY@TIME/LINE[CELL]…`,
 * then `!LINE REASON` for each reject. Times are microseconds, or seconds where they are whole. */
char *prn_test_describe (PrnLog *log);

/* The instant as `YYYY-MM-DD hh:mm:ss.ffffff`. */
char *prn_test_instant (gint64 instant);

/* The bytes as gzip. */
GBytes *prn_test_pack (const char *bytes, gsize size);
