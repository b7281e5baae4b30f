/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-json-private.h"

gboolean
prn_json_scanner_fail (PrnJsonScanner *s, PrnError code, const char *at, const char *message)
{
  g_autofree char *place = NULL;
  guint line = 1, column = 1;

  for (const char *p = s->begin; p < at; p++) {
    if (*p == '\n') {
      line++;
      column = 1;
    } else if (((guchar) *p & 0xc0) != 0x80) {
      column++;
    }
  }

  place = g_strdup_printf ("line %u, column %u", line, column);
  prn_set_error_at (s->error, code, place, "%s", message);
  return FALSE;
}

gboolean
prn_json_scanner_expected (PrnJsonScanner *s, const char *expected)
{
  g_autofree char *found = NULL;
  g_autofree char *message = NULL;

  if (s->p >= s->end) {
    found = g_strdup (_ ("the file ends"));
  } else if ((guchar) *s->p < 0x20 || *s->p == 0x7f) {
    found = g_strdup_printf (_ ("found the control character 0x%02x"), (guchar) *s->p);
  } else {
    g_autofree char *character = g_utf8_substring (s->p, 0, 1);

    found = g_strdup_printf ("found “%s”", character);
  }
  message = g_strdup_printf ("%s, %s", expected, found);
  return prn_json_scanner_fail (s, PRN_ERROR_SYNTAX, s->p, message);
}

static gboolean
read_hex (PrnJsonScanner *s, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, s->p++) {
    if (s->p >= s->end || !g_ascii_isxdigit (*s->p))
      return FALSE;
    *value = *value * 16 + (guint) g_ascii_xdigit_value (*s->p);
  }
  return TRUE;
}

/* After the backslash. Half of a surrogate pair is no character, so no text can hold it. */
static gboolean
scan_escape (PrnJsonScanner *s)
{
  const char *at = s->p - 1;
  guint high, low;

  if (s->p < s->end && *s->p != '\0' && strchr ("\"\\/bfnrt", *s->p) != NULL) {
    s->p++;
    return TRUE;
  }
  if (s->p >= s->end || *s->p != 'u')
    return prn_json_scanner_expected (s, _ ("expected one of \"\\/bfnrtu after a backslash"));
  s->p++;
  if (!read_hex (s, &high))
    return prn_json_scanner_expected (s, _ ("expected four hexadecimal digits after \\u"));
  if (high < 0xd800 || high > 0xdfff)
    return TRUE;
  if (high < 0xdc00 && s->end - s->p > 2 && s->p[0] == '\\' && s->p[1] == 'u') {
    s->p += 2;
    if (read_hex (s, &low) && low >= 0xdc00 && low <= 0xdfff)
      return TRUE;
  }
  return prn_json_scanner_fail (s, PRN_ERROR_SYNTAX, at,
                                _ ("half of a surrogate pair is no character"));
}

gboolean
prn_json_scanner_string (PrnJsonScanner *s, gboolean *escaped)
{
  const char *start = s->p++;

  *escaped = FALSE;
  for (;;) {
    const char *p = s->p;

    while (p < s->end && (guchar) *p >= 0x20 && *p != '"' && *p != '\\')
      p++;
    s->p = p;
    if (p >= s->end)
      return prn_json_scanner_fail (s, PRN_ERROR_SYNTAX, start,
                                    _ ("the text that begins here has no closing quote"));
    s->p++;
    if (*p == '"')
      break;
    if (*p != '\\') {
      s->p = p;
      return prn_json_scanner_expected (s, _ ("a control character in a text must be escaped"));
    }
    *escaped = TRUE;
    if (!scan_escape (s))
      return FALSE;
  }
  return TRUE;
}

static gboolean
scan_digits (PrnJsonScanner *s)
{
  if (s->p >= s->end || !g_ascii_isdigit (*s->p))
    return prn_json_scanner_expected (s, _ ("expected a digit"));
  while (s->p < s->end && g_ascii_isdigit (*s->p))
    s->p++;
  return TRUE;
}

/* The digits of a double end below 1e309: what is shorter and has no exponent is finite. */
gboolean
prn_json_scanner_number (PrnJsonScanner *s)
{
  const char *start = s->p;
  gboolean exponent = FALSE;

  if (*s->p == '-')
    s->p++;
  if (s->p < s->end && *s->p == '0')
    s->p++;
  else if (!scan_digits (s))
    return FALSE;
  if (s->p < s->end && *s->p == '.') {
    s->p++;
    if (!scan_digits (s))
      return FALSE;
  }
  if (s->p < s->end && (*s->p == 'e' || *s->p == 'E')) {
    exponent = TRUE;
    s->p++;
    if (s->p < s->end && (*s->p == '+' || *s->p == '-'))
      s->p++;
    if (!scan_digits (s))
      return FALSE;
  }
  if (exponent || s->p - start > 300) {
    g_autofree char *number = g_strndup (start, (gsize) (s->p - start));

    if (!isfinite (g_ascii_strtod (number, NULL)))
      return prn_json_scanner_fail (s, PRN_ERROR_LIMIT, start,
                                    _ ("the number is too large for a double"));
  }
  return TRUE;
}

gboolean
prn_json_scanner_word (PrnJsonScanner *s, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (s->end - s->p) < length || memcmp (s->p, word, length) != 0)
    return prn_json_scanner_expected (s, _ ("expected a value"));
  s->p += length;
  return TRUE;
}
