/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-time-parts.h"

G_BEGIN_DECLS

/**
 * prn_time_pattern_is_known:
 * @pattern: a pattern of strptime()
 *
 * Returns: whether every conversion in it is one of `%Y %y %m %d %e %j %H %I %M %S %f %p %b %B %h
 *   %a %A %z %Z %T %R %F %D %n %t %%` and it states a day
 */
gboolean prn_time_pattern_is_known (const char *pattern);

/**
 * prn_time_pattern_read:
 * @pattern: a pattern that is known
 * @text: a text, need not be terminated
 * @length: its length
 * @parts: (out): what it says
 *
 * Reads a text as strptime() would, in English; numbers may lack leading zeros, and a fraction and
 * a zone may follow the time even where the pattern has none.
 *
 * Returns: whether the whole text fits
 */
gboolean
prn_time_pattern_read (const char *pattern, const char *text, gsize length, PrnTimeParts *parts);

G_END_DECLS
