/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PRN_ERROR (prn_error_quark ())

/**
 * PrnError:
 * @PRN_ERROR_SYNTAX: not JSON, CSV, XML ... at all
 * @PRN_ERROR_TYPE: a value of another type than the one expected
 * @PRN_ERROR_RANGE: a value outside of what it may be
 * @PRN_ERROR_REFERENCE: an id that names nothing, or two things
 * @PRN_ERROR_LIMIT: a limit on size, depth or count is exceeded
 * @PRN_ERROR_IO: a file cannot be read or written
 * @PRN_ERROR_USAGE: the caller asked for something that makes no sense
 *
 * Why an operation on maps, logs or reports failed.
 *
 * Every message is one line that says what is wrong, where, and what was
 * expected. Cancellation is always %G_IO_ERROR_CANCELLED.
 */
typedef enum {
  PRN_ERROR_SYNTAX,
  PRN_ERROR_TYPE,
  PRN_ERROR_RANGE,
  PRN_ERROR_REFERENCE,
  PRN_ERROR_LIMIT,
  PRN_ERROR_IO,
  PRN_ERROR_USAGE,
} PrnError;

GQuark prn_error_quark (void);

/**
 * prn_set_error_at:
 * @error: (out) (optional): where to put the error
 * @code: what kind of error
 * @place: where in the input: `stages[3].position.x`, `line 12`
 * @format: what is wrong and what was expected, one line
 *
 * Sets @error to "@place: message".
 */
void prn_set_error_at (GError **error, PrnError code, const char *place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/**
 * prn_quote:
 * @text: any text, UTF-8
 *
 * Makes a foreign text fit into a message of one line: in quotation marks, at most 40 characters
 * with an ellipsis for the rest, control characters as U+FFFD.
 *
 * Returns: (transfer full): `“Trial”`, or as the user's language quotes
 */
char *prn_quote (const char *text);

G_END_DECLS
