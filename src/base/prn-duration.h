/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PRN_SECOND G_GINT64_CONSTANT (1000000)
#define PRN_MINUTE (60 * PRN_SECOND)
#define PRN_HOUR   (60 * PRN_MINUTE)
#define PRN_DAY    (24 * PRN_HOUR)
#define PRN_WEEK   (7 * PRN_DAY)
#define PRN_MONTH  G_GINT64_CONSTANT (2629800000000)  /* 30.4375 d */
#define PRN_YEAR   G_GINT64_CONSTANT (31557600000000) /* 365.25 d */

/**
 * PrnDuration:
 * @us: length in microseconds; negative when there is none
 * @spelling: (nullable): how the file wrote it where that is not what
 *   prn_duration_format() gives, so that saving gives the same bytes;
 *   interned, never compared
 *
 * A length of time as a map states it.
 */
typedef struct {
  gint64 us;
  const char *spelling;
} PrnDuration;

#define PRN_DURATION_NONE ((PrnDuration){ -1, NULL })
#define PRN_DURATION(microseconds) ((PrnDuration){ (microseconds), NULL })

/**
 * prn_duration_parse:
 * @text: number+unit terms: `14d`, `1d12h`, `1.5h`
 * @us: (out): microseconds, exact
 * @error: return location
 *
 * Reads a duration. Units are `s`, `min`, `h`, `d`, `w`, `mo` (30.4375 d) and
 * `y` (365.25 d). A fraction that is no whole microsecond, a sign, a space and
 * a length over 10,000 years are errors; the message says what was expected
 * but not where, which the caller knows.
 *
 * Returns: whether @us was set
 */
gboolean prn_duration_parse (const char *text, gint64 *us, GError **error);

/**
 * prn_duration_format:
 * @us: microseconds, not negative
 *
 * Writes a duration in whole terms, largest unit first, from years, months, weeks only
 * when they are the single exact term, else days, hours, minutes and seconds: `6mo`, `2w`,
 * `1d12h`, `1.5s`. prn_duration_parse() gives @us back.
 *
 * Returns: (transfer full): the text
 */
char *prn_duration_format (gint64 us);

/**
 * prn_duration_format_exact:
 * @us: microseconds, not negative
 *
 * Writes what prn_duration_format() writes with spaces, for reading: `30 d`, `1 d 12 h`.
 *
 * Returns: (transfer full): the text
 */
char *prn_duration_format_exact (gint64 us);

/**
 * prn_duration_of_seconds:
 * @seconds: as a report has them
 *
 * Returns: microseconds, from none to 10,000 years; none when @seconds is no number
 */
gint64 prn_duration_of_seconds (double seconds);

/**
 * prn_duration_format_short:
 * @us: microseconds, not negative
 *
 * Writes a duration for reading at a glance, rounded to two or three figures in
 * the unit that fits: `45 s`, `12 min`, `3.5 h`, `18 d`, `7.2 mo`, `2.1 y`, with the decimal
 * point of the locale.
 *
 * Returns: (transfer full): the text
 */
char *prn_duration_format_short (gint64 us);

G_END_DECLS
