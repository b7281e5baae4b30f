/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-json-write.h"

#define EXACT_DIGITS 15 /* integers of so many digits are doubles */
#define EXACT_POWER  22 /* powers of ten up to this one are doubles */

static guint
read_code_unit (const char *digits)
{
  guint value = 0;

  for (guint i = 0; i < 4; i++)
    value = value * 16 + (guint) g_ascii_xdigit_value (digits[i]);
  return value;
}

/* Takes the escape at @p, which the scanner has found to be good, and appends what it stands for.
 */
static const char *
decode_escape (const char *p, char **out)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  gunichar unit;

  p++;
  if (*p != 'u') {
    *(*out)++ = values[strchr (names, *p) - names];
    return p + 1;
  }

  unit = read_code_unit (p + 1);
  p += 5;
  if (unit >= 0xd800 && unit < 0xdc00) {
    unit = 0x10000 + ((unit - 0xd800) << 10) + (read_code_unit (p + 2) - 0xdc00);
    p += 6;
  }
  *out += g_unichar_to_utf8 (unit, *out);
  return p;
}

char *
prn_json_dup_string (const PrnJson *json, guint32 token, gsize *length)
{
  const char *p = json->text + json->tokens[token].start + 1;
  const char *end = json->text + json->tokens[token].end - 1;
  char *string, *out;

  if (!json->tokens[token].escaped) {
    if (length != NULL)
      *length = (gsize) (end - p);
    return g_strndup (p, (gsize) (end - p));
  }

  /* What an escape stands for is never longer than the escape. */
  string = out = g_malloc ((gsize) (end - p) + 1);
  while (p < end) {
    if (*p == '\\')
      p = decode_escape (p, &out);
    else
      *out++ = *p++;
  }
  *out = '\0';
  if (length != NULL)
    *length = (gsize) (out - string);
  return string;
}

gboolean
prn_json_string_is (const PrnJson *json, guint32 token, const char *text)
{
  const PrnJsonToken *t = &json->tokens[token];
  gsize length = strlen (text), size;
  g_autofree char *decoded = NULL;

  if (t->type != PRN_JSON_STRING)
    return FALSE;
  if (!t->escaped)
    return t->end - t->start - 2 == length && memcmp (json->text + t->start + 1, text, length) == 0;

  decoded = prn_json_dup_string (json, token, &size);
  return size == length && memcmp (decoded, text, length) == 0;
}

guint32
prn_json_find (const PrnJson *json, guint32 object, const char *name)
{
  const PrnJsonToken *tokens = json->tokens;

  for (guint32 i = object + 1; i < tokens[object].next; i = tokens[i + 1].next)
    if (prn_json_string_is (json, i, name))
      return i + 1;
  return 0;
}

/* With few digits and a small power both are exact and one operation rounds once: William
 * Clinger, "How to read floating point numbers accurately", 1990. */
double
prn_json_get_number (const PrnJson *json, guint32 token)
{
  static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  const char *start = json->text + json->tokens[token].start;
  const char *end = json->text + json->tokens[token].end;
  const char *p = start + (*start == '-');
  g_autofree char *copy = NULL;
  gint64 digits = 0;
  guint n = 0, decimals = 0;
  gboolean in_decimals = FALSE;

  for (; p < end && n <= EXACT_DIGITS; p++) {
    if (*p == '.') {
      in_decimals = TRUE;
    } else if (g_ascii_isdigit (*p)) {
      digits = digits * 10 + (*p - '0');
      n += digits > 0;
      decimals += in_decimals;
    } else {
      break;
    }
  }
  if (p == end && n <= EXACT_DIGITS && decimals <= EXACT_POWER)
    return (*start == '-' ? -1.0 : 1.0) * (double) digits / powers[decimals];

  copy = g_strndup (start, (gsize) (end - start));
  return g_ascii_strtod (copy, NULL);
}

static void
append_line (GString *out, guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append_len (out, "  ", 2);
}

void
prn_json_append_pretty (const PrnJson *json, guint32 token, GString *out, guint depth)
{
  const PrnJsonToken *t = &json->tokens[token];
  gboolean is_object = t->type == PRN_JSON_OBJECT;

  if (t->type < PRN_JSON_ARRAY || t->n == 0) {
    if (t->type < PRN_JSON_ARRAY)
      g_string_append_len (out, json->text + t->start, t->end - t->start);
    else
      g_string_append (out, is_object ? "{}" : "[]");
    return;
  }

  g_string_append_c (out, is_object ? '{' : '[');
  for (guint32 i = token + 1; i < t->next; i = json->tokens[i].next) {
    if (i > token + 1)
      g_string_append_c (out, ',');
    append_line (out, depth + 1);
    if (is_object) {
      prn_json_append_pretty (json, i++, out, depth + 1);
      g_string_append (out, ": ");
    }
    prn_json_append_pretty (json, i, out, depth + 1);
  }
  append_line (out, depth);
  g_string_append_c (out, is_object ? '}' : ']');
}

#define LONGEST_STEP 40 /* characters of a name shown in a path */

/* A name that could not be told from the path around it is put in quotes. */
static void
append_name (GString *path, const PrnJson *json, guint32 name)
{
  g_autofree char *step = prn_json_dup_string (json, name, NULL);
  g_autofree char *shown = g_utf8_substring (step, 0, MIN (LONGEST_STEP, g_utf8_strlen (step, -1)));
  gboolean plain = *shown != '\0';

  for (const char *p = shown; *p != '\0'; p++)
    plain = plain && (g_ascii_isalnum (*p) || *p == '_' || *p == '-');

  if (plain) {
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", shown);
  } else {
    g_string_append_c (path, '[');
    prn_json_append_string (path, shown);
    g_string_append_c (path, ']');
  }
}

static void
append_path (GString *path, const PrnJson *json, guint32 token)
{
  const PrnJsonToken *t = &json->tokens[token];

  if (token == 0)
    return;
  append_path (path, json, t->parent);
  if (json->tokens[t->parent].type == PRN_JSON_ARRAY)
    g_string_append_printf (path, "[%u]", t->ordinal);
  else
    append_name (path, json, t->is_name ? token : token - 1);
}

char *
prn_json_path (const PrnJson *json, guint32 token)
{
  GString *path = g_string_new (NULL);

  append_path (path, json, token);
  return g_string_free (path, FALSE);
}

const char *
prn_json_type_name (PrnJsonType type)
{
  static const char *const names[] = { "null",          "false",       "true",
                                       N_ ("a number"), N_ ("a text"), N_ ("a list"),
                                       N_ ("an object") };

  return _ (names[type]);
}
