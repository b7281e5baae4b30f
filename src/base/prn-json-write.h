/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON as this program writes it: each value has exactly one spelling. */

/**
 * prn_json_append_string:
 * @text: where to append
 * @value: UTF-8
 *
 * Appends @value in quotes. Only what RFC 8259 wants escaped is: the quote, the backslash and the
 * control characters, the five of these that have a short form by it, the others as `\u001f`.
 */
void prn_json_append_string (GString *text, const char *value);

/**
 * prn_json_append_number:
 * @text: where to append
 * @value: a finite number
 *
 * Appends the shortest decimal number that reads back as @value, laid out as in RFC 8785
 * (ECMAScript): `1000000`, `0.1`, `1e+21`, `1e-7`; a negative zero is `0`.
 */
void prn_json_append_number (GString *text, double value);

/**
 * prn_json_append_integer:
 * @text: where to append
 * @value: a number
 *
 * Appends a whole number exactly.
 */
void prn_json_append_integer (GString *text, gint64 value);

/**
 * prn_json_append_count:
 * @text: where to append
 * @value: a number
 *
 * Appends a whole number exactly.
 */
void prn_json_append_count (GString *text, guint64 value);

G_END_DECLS
