/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-error.h"
#include "prn-json-scan.h"

G_BEGIN_DECLS

/* What the parts of the scanner share. */

typedef struct {
  PrnJson *json;
  const char *begin;
  const char *p;
  const char *end;
  GArray *tokens;
  guint32 stack[PRN_JSON_DEEPEST];
  guint depth;
  GError **error;
} PrnJsonScanner;

/**
 * prn_json_scanner_fail:
 * @scanner: a scanner
 * @code: what kind of failure
 * @at: where in the text
 * @message: what is wrong
 *
 * Returns: %FALSE
 */
gboolean prn_json_scanner_fail (PrnJsonScanner *scanner, PrnError code, const char *at,
                                const char *message);

/**
 * prn_json_scanner_expected:
 * @scanner: a scanner
 * @expected: what was expected where it stands
 *
 * Returns: %FALSE
 */
gboolean prn_json_scanner_expected (PrnJsonScanner *scanner, const char *expected);

/**
 * prn_json_scanner_string:
 * @scanner: a scanner at a quote
 * @escaped: (out): whether there is a backslash in the string
 *
 * Goes to the end of a string. The other two do so for a number and for `true`, `false`, `null`.
 *
 * Returns: whether it is one
 */
gboolean prn_json_scanner_string (PrnJsonScanner *scanner, gboolean *escaped);
gboolean prn_json_scanner_number (PrnJsonScanner *scanner);
gboolean prn_json_scanner_word (PrnJsonScanner *scanner, const char *word);

/**
 * prn_json_find_repeated:
 * @json: the index so far
 * @object: an object of it, complete
 *
 * Adds the names that stand a second time in @object to @json->repeated.
 */
void prn_json_find_repeated (PrnJson *json, guint32 object);

G_END_DECLS
