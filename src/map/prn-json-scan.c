/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-json-scan.h"

#include <math.h>
#include <string.h>

#include "prn-error.h"

/* More members than this are compared by sorting, so that an object of a million members takes
 * no longer than a million small ones. */
#define FEW_MEMBERS 24

typedef struct {
  PrnJson *json;
  const char *begin;
  const char *p;
  const char *end;
  GArray *tokens;
  guint32 stack[PRN_JSON_DEEPEST];
  guint depth;
  GError **error;
} Scanner;

typedef enum {
  NEXT_VALUE,
  NEXT_NAME,
  NEXT_SEPARATOR,
  NEXT_NOTHING,
  FAILED,
} State;

#define TOKEN(s, i) (&g_array_index ((s)->tokens, PrnJsonToken, (i)))

static State
fail_at (Scanner *s, PrnError code, const char *at, const char *message)
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
  return FAILED;
}

static State
fail_expected (Scanner *s, const char *expected)
{
  g_autofree char *found = NULL;
  g_autofree char *message = NULL;

  if (s->p >= s->end) {
    found = g_strdup ("the file ends");
  } else if ((guchar) *s->p < 0x20 || *s->p == 0x7f) {
    found = g_strdup_printf ("found the control character 0x%02x", (guchar) *s->p);
  } else {
    g_autofree char *character = g_utf8_substring (s->p, 0, 1);

    found = g_strdup_printf ("found “%s”", character);
  }
  message = g_strdup_printf ("%s, %s", expected, found);
  return fail_at (s, PRN_ERROR_SYNTAX, s->p, message);
}

static inline void
skip_space (Scanner *s)
{
  const char *p = s->p;

  while (p < s->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  s->p = p;
}

static guint32
push_token (Scanner *s, PrnJsonType type)
{
  guint32 index = s->tokens->len;
  PrnJsonToken token = { .type = type, .start = (guint32) (s->p - s->begin), .next = index + 1 };

  if (s->depth > 0)
    token.parent = s->stack[s->depth - 1];
  g_array_append_val (s->tokens, token);
  return index;
}

static State
end_value (Scanner *s, guint32 index)
{
  PrnJsonToken *token = TOKEN (s, index);

  token->end = (guint32) (s->p - s->begin);
  token->next = s->tokens->len;
  if (s->depth == 0)
    return NEXT_NOTHING;

  token->ordinal = TOKEN (s, token->parent)->n++;
  return NEXT_SEPARATOR;
}

static gboolean
read_hex (Scanner *s, guint *value)
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
scan_escape (Scanner *s)
{
  const char *at = s->p - 1;
  guint high, low;

  if (s->p < s->end && *s->p != '\0' && strchr ("\"\\/bfnrt", *s->p) != NULL) {
    s->p++;
    return TRUE;
  }
  if (s->p >= s->end || *s->p != 'u') {
    fail_expected (s, "expected one of \"\\/bfnrtu after a backslash");
    return FALSE;
  }
  s->p++;
  if (!read_hex (s, &high)) {
    fail_expected (s, "expected four hexadecimal digits after \\u");
    return FALSE;
  }
  if (high < 0xd800 || high > 0xdfff)
    return TRUE;
  if (high < 0xdc00 && s->end - s->p > 2 && s->p[0] == '\\' && s->p[1] == 'u') {
    s->p += 2;
    if (read_hex (s, &low) && low >= 0xdc00 && low <= 0xdfff)
      return TRUE;
  }
  fail_at (s, PRN_ERROR_SYNTAX, at, "half of a surrogate pair is no character");
  return FALSE;
}

static gboolean
scan_string (Scanner *s, guint32 index)
{
  const char *start = s->p++;

  for (;;) {
    const char *p = s->p;

    while (p < s->end && (guchar) *p >= 0x20 && *p != '"' && *p != '\\')
      p++;
    s->p = p;
    if (p >= s->end) {
      fail_at (s, PRN_ERROR_SYNTAX, start, "the text that begins here has no closing quote");
      return FALSE;
    }
    s->p++;
    if (*p == '"')
      break;
    if (*p != '\\') {
      s->p = p;
      fail_expected (s, "a control character in a text must be escaped");
      return FALSE;
    }
    TOKEN (s, index)->escaped = TRUE;
    if (!scan_escape (s))
      return FALSE;
  }
  return TRUE;
}

static gboolean
scan_digits (Scanner *s)
{
  if (s->p >= s->end || !g_ascii_isdigit (*s->p)) {
    fail_expected (s, "expected a digit");
    return FALSE;
  }
  while (s->p < s->end && g_ascii_isdigit (*s->p))
    s->p++;
  return TRUE;
}

/* The digits of a double end below 1e309: what is shorter and has no exponent is finite. */
static gboolean
scan_number (Scanner *s)
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

    if (!isfinite (g_ascii_strtod (number, NULL))) {
      fail_at (s, PRN_ERROR_LIMIT, start, "the number is too large for a double");
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
scan_word (Scanner *s, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (s->end - s->p) < length || memcmp (s->p, word, length) != 0) {
    fail_expected (s, "expected a value");
    return FALSE;
  }
  s->p += length;
  return TRUE;
}

/* A name's hash goes where a container keeps its count. */
static guint32
hash_name (const PrnJson *json, const PrnJsonToken *token)
{
  guint32 hash = 2166136261u;

  for (guint32 i = token->start + 1; i + 1 < token->end; i++)
    hash = (hash ^ (guchar) json->text[i]) * 16777619u;
  return hash;
}

static int
compare_names (const PrnJson *json, guint32 a, guint32 b)
{
  g_autofree char *decoded_a = NULL, *decoded_b = NULL;
  const PrnJsonToken *token_a = &json->tokens[a], *token_b = &json->tokens[b];
  const char *text_a = json->text + token_a->start + 1, *text_b = json->text + token_b->start + 1;
  gsize length_a = token_a->end - token_a->start - 2, length_b = token_b->end - token_b->start - 2;
  int order;

  if (token_a->escaped)
    text_a = decoded_a = prn_json_dup_string (json, a, &length_a);
  if (token_b->escaped)
    text_b = decoded_b = prn_json_dup_string (json, b, &length_b);

  order = memcmp (text_a, text_b, MIN (length_a, length_b));
  return order != 0 ? order : (length_a > length_b) - (length_a < length_b);
}

static int
compare_names_cb (gconstpointer a, gconstpointer b, gpointer json)
{
  guint32 name_a = *(const guint32 *) a, name_b = *(const guint32 *) b;
  int order = compare_names (json, name_a, name_b);

  return order != 0 ? order : (name_a > name_b) - (name_a < name_b);
}

static void
find_repeated_by_sorting (PrnJson *json, guint32 object)
{
  const PrnJsonToken *tokens = json->tokens;
  g_autoptr (GArray) names = g_array_sized_new (FALSE, FALSE, sizeof (guint32), tokens[object].n);

  for (guint32 i = object + 1; i < tokens[object].next; i = tokens[i + 1].next)
    g_array_append_val (names, i);
  g_array_sort_with_data (names, compare_names_cb, json);

  for (guint i = 1; i < names->len; i++)
    if (compare_names (json, g_array_index (names, guint32, i - 1),
                       g_array_index (names, guint32, i)) == 0)
      g_array_append_val (json->repeated, g_array_index (names, guint32, i));
}

static void
find_repeated (PrnJson *json, guint32 object)
{
  const PrnJsonToken *tokens = json->tokens;
  guint32 names[FEW_MEMBERS];
  guint n = 0;

  if (tokens[object].n > FEW_MEMBERS) {
    find_repeated_by_sorting (json, object);
    return;
  }
  for (guint32 i = object + 1; i < tokens[object].next; i = tokens[i + 1].next) {
    for (guint k = 0; k < n; k++) {
      gboolean alike = tokens[i].n == tokens[names[k]].n || tokens[i].escaped ||
                       tokens[names[k]].escaped;

      if (alike && compare_names (json, i, names[k]) == 0) {
        g_array_append_val (json->repeated, i);
        break;
      }
    }
    names[n++] = i;
  }
}

static State
open_container (Scanner *s, PrnJsonType type)
{
  guint32 index;

  if (s->depth == PRN_JSON_DEEPEST)
    return fail_at (s, PRN_ERROR_LIMIT, s->p, "more than 64 levels of nesting");

  index = push_token (s, type);
  s->stack[s->depth++] = index;
  s->p++;
  skip_space (s);
  if (s->p < s->end && *s->p == (type == PRN_JSON_OBJECT ? '}' : ']')) {
    s->p++;
    s->depth--;
    return end_value (s, index);
  }
  return type == PRN_JSON_OBJECT ? NEXT_NAME : NEXT_VALUE;
}

static State
scan_value (Scanner *s)
{
  PrnJsonType type = PRN_JSON_NUMBER;
  gboolean good;
  guint32 index;

  skip_space (s);
  if (s->p >= s->end)
    return fail_expected (s, "expected a value");
  if (*s->p == '{')
    return open_container (s, PRN_JSON_OBJECT);
  if (*s->p == '[')
    return open_container (s, PRN_JSON_ARRAY);

  if (*s->p == '"')
    type = PRN_JSON_STRING;
  else if (*s->p == 't')
    type = PRN_JSON_TRUE;
  else if (*s->p == 'f')
    type = PRN_JSON_FALSE;
  else if (*s->p == 'n')
    type = PRN_JSON_NULL;
  else if (*s->p != '-' && !g_ascii_isdigit (*s->p))
    return fail_expected (s, "expected a value");

  index = push_token (s, type);
  switch (type) {
  case PRN_JSON_STRING:
    good = scan_string (s, index);
    break;
  case PRN_JSON_NUMBER:
    good = scan_number (s);
    break;
  case PRN_JSON_TRUE:
    good = scan_word (s, "true");
    break;
  case PRN_JSON_FALSE:
    good = scan_word (s, "false");
    break;
  default:
    good = scan_word (s, "null");
  }
  return good ? end_value (s, index) : FAILED;
}

static State
scan_name (Scanner *s)
{
  guint32 index;
  PrnJsonToken *token;

  skip_space (s);
  if (s->p >= s->end || *s->p != '"')
    return fail_expected (s, "expected the name of a member in quotes");
  index = push_token (s, PRN_JSON_STRING);
  if (!scan_string (s, index))
    return FAILED;
  token = TOKEN (s, index);
  token->is_name = TRUE;
  token->end = (guint32) (s->p - s->begin);
  token->n = hash_name (s->json, token);

  skip_space (s);
  if (s->p >= s->end || *s->p != ':')
    return fail_expected (s, "expected “:” after the name of a member");
  s->p++;
  return NEXT_VALUE;
}

static State
scan_separator (Scanner *s)
{
  guint32 container = s->stack[s->depth - 1];
  gboolean is_object = TOKEN (s, container)->type == PRN_JSON_OBJECT;
  State state;

  skip_space (s);
  if (s->p < s->end && *s->p == ',') {
    s->p++;
    return is_object ? NEXT_NAME : NEXT_VALUE;
  }
  if (s->p >= s->end || *s->p != (is_object ? '}' : ']'))
    return fail_expected (s, is_object ? "expected “,” or “}” after a member"
                                       : "expected “,” or “]” after an item");

  s->p++;
  s->depth--;
  state = end_value (s, container);
  if (is_object) {
    s->json->tokens = (PrnJsonToken *) (gpointer) s->tokens->data;
    find_repeated (s->json, container);
  }
  return state;
}

static gboolean
scan_all (Scanner *s)
{
  State state = NEXT_VALUE;
  const char *bad;

  if (s->json->size > PRN_JSON_LARGEST)
    return fail_at (s, PRN_ERROR_LIMIT, s->p, "the file is larger than 64 MiB") != FAILED;
  if (!g_utf8_validate_len (s->begin, s->json->size, &bad))
    return fail_at (s, PRN_ERROR_SYNTAX, bad, "the text is not UTF-8") != FAILED;

  while (state != NEXT_NOTHING && state != FAILED) {
    if (state == NEXT_VALUE)
      state = scan_value (s);
    else if (state == NEXT_NAME)
      state = scan_name (s);
    else
      state = scan_separator (s);
  }
  if (state == FAILED)
    return FALSE;

  skip_space (s);
  if (s->p < s->end)
    return fail_expected (s, "expected nothing after the end of the value") != FAILED;
  return TRUE;
}

PrnJson *
prn_json_scan (const char *text, gsize size, GError **error)
{
  g_autoptr (PrnJson) json = g_new0 (PrnJson, 1);
  Scanner scanner = { .json = json, .begin = text, .p = text, .end = text + size, .error = error };
  gboolean good;

  json->text = text;
  json->size = size;
  json->repeated = g_array_new (FALSE, FALSE, sizeof (guint32));
  scanner.tokens = g_array_new (FALSE, FALSE, sizeof (PrnJsonToken));

  good = scan_all (&scanner);
  json->n_tokens = scanner.tokens->len;
  json->tokens = (PrnJsonToken *) (gpointer) g_array_free (scanner.tokens, FALSE);
  return good ? g_steal_pointer (&json) : NULL;
}

void
prn_json_free (PrnJson *json)
{
  g_free (json->tokens);
  g_array_unref (json->repeated);
  g_free (json);
}
