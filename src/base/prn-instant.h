/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An instant is a gint64: microseconds since 1970-01-01T00:00:00Z, no leap
 * seconds. The proleptic Gregorian years 0001 to 9999 can be read and written. */

#define PRN_INSTANT_MIN G_GINT64_CONSTANT (-62135596800000000)
#define PRN_INSTANT_MAX G_GINT64_CONSTANT (253402300799999999)

/**
 * prn_instant_from_civil:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the last of the month
 *
 * Returns: the midnight (UTC) that begins the day, in microseconds. Days are counted as
 *   in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
 */
gint64 prn_instant_from_civil (int year, int month, int day);

/**
 * prn_instant_to_civil:
 * @instant: an instant
 * @year: (out): 1 to 9999
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Gives the UTC day of @instant (civil_from_days of the same source).
 */
void prn_instant_to_civil (gint64 instant, int *year, int *month, int *day);

/**
 * prn_instant_parse:
 * @text: ISO 8601: `2026-11-21`, `2026-11-21T10:00:00Z`, with an optional fraction and offset
 * @instant: (out): microseconds since 1970 UTC; without a zone it is UTC
 * @error: return location
 *
 * Reads one instant as a map, a report or an option states it. Logs have a
 * reader of their own that knows many more forms.
 *
 * Returns: whether @instant was set
 */
gboolean prn_instant_parse (const char *text, gint64 *instant, GError **error);

/**
 * prn_instant_format:
 * @instant: an instant
 *
 * Writes `2026-11-21T10:00:00Z`, with a fraction of 1 to 6 digits only where there is one.
 *
 * Returns: (transfer full): the text
 */
char *prn_instant_format (gint64 instant);

G_END_DECLS
