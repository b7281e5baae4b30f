/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people read them, and what the command line says as a window says it. */

/**
 * prn_wording_count:
 * @count: any number
 *
 * Returns: (transfer full): the digits in groups of three: `1,213`; grouped as the locale does, or
 *   by commas where it does not say
 */
char *prn_wording_count (guint64 count);

/**
 * prn_wording_seconds:
 * @seconds: a length of time, or NaN
 *
 * Returns: (transfer full) (nullable): `18 d`, %NULL for NaN
 */
char *prn_wording_seconds (double seconds);

/**
 * prn_wording_share:
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full) (nullable): `43 %`, `< 1 %`; %NULL when @whole is 0
 */
char *prn_wording_share (guint64 part, guint64 whole);

/**
 * prn_wording_day:
 * @instant: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the day (UTC) as the locale writes it
 */
char *prn_wording_day (gint64 instant);

/**
 * prn_wording_sentence:
 * @message: what is told at the command line: "say with `when` what makes customers move"
 *
 * Returns: (transfer full): the same with a capital at the beginning, names of members in quotes
 */
char *prn_wording_sentence (const char *message);

/**
 * prn_wording_unbroken:
 * @text: what is shown in several lines
 *
 * Returns: (transfer full): the same, so that no line ends between a number and its unit, within a
 *   range, after a sign of comparison and before a dot in the middle: `median 18 d · 84 customers`
 */
char *prn_wording_unbroken (const char *text);

G_END_DECLS
