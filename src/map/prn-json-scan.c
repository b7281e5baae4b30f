/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-json-private.h"

/* What is read next. */
typedef enum {
  FAILED = FALSE, /* as the parts say it */
  NEXT_VALUE,
  NEXT_NAME,
  NEXT_SEPARATOR,
  NEXT_NOTHING,
} State;

/* In a map as it is written; where there are more tokens the array grows. */
#define USUAL_BYTES_PER_TOKEN 16

#define TOKEN(s, i) (&g_array_index ((s)->tokens, PrnJsonToken, (i)))

static inline void
skip_space (PrnJsonScanner *s)
{
  const char *p = s->p;

  while (p < s->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  s->p = p;
}

static guint32
push_token (PrnJsonScanner *s, PrnJsonType type)
{
  guint32 index = s->tokens->len;
  PrnJsonToken token = { .type = type, .start = (guint32) (s->p - s->begin), .next = index + 1 };

  if (s->depth > 0)
    token.parent = s->stack[s->depth - 1];
  g_array_append_val (s->tokens, token);
  return index;
}

static State
end_value (PrnJsonScanner *s, guint32 index)
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
scan_string (PrnJsonScanner *s, guint32 index)
{
  gboolean escaped, good = prn_json_scanner_string (s, &escaped);

  TOKEN (s, index)->escaped = escaped;
  return good;
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

static State
open_container (PrnJsonScanner *s, PrnJsonType type)
{
  guint32 index;

  if (s->depth == PRN_JSON_DEEPEST)
    return prn_json_scanner_fail (s, PRN_ERROR_LIMIT, s->p, _ ("more than 64 levels of nesting"));

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
scan_value (PrnJsonScanner *s)
{
  PrnJsonType type = PRN_JSON_NUMBER;
  gboolean good;
  guint32 index;

  skip_space (s);
  if (s->p >= s->end)
    return prn_json_scanner_expected (s, _ ("expected a value"));
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
    return prn_json_scanner_expected (s, _ ("expected a value"));

  index = push_token (s, type);
  switch (type) {
  case PRN_JSON_STRING:
    good = scan_string (s, index);
    break;
  case PRN_JSON_NUMBER:
    good = prn_json_scanner_number (s);
    break;
  case PRN_JSON_TRUE:
    good = prn_json_scanner_word (s, "true");
    break;
  case PRN_JSON_FALSE:
    good = prn_json_scanner_word (s, "false");
    break;
  default:
    good = prn_json_scanner_word (s, "null");
  }
  return good ? end_value (s, index) : FAILED;
}

static State
scan_name (PrnJsonScanner *s)
{
  guint32 index;
  PrnJsonToken *token;

  skip_space (s);
  if (s->p >= s->end || *s->p != '"')
    return prn_json_scanner_expected (s, _ ("expected the name of a member in quotes"));
  index = push_token (s, PRN_JSON_STRING);
  if (!scan_string (s, index))
    return FAILED;
  token = TOKEN (s, index);
  token->is_name = TRUE;
  token->end = (guint32) (s->p - s->begin);
  token->n = hash_name (s->json, token);

  skip_space (s);
  if (s->p >= s->end || *s->p != ':')
    return prn_json_scanner_expected (s, _ ("expected “:” after the name of a member"));
  s->p++;
  return NEXT_VALUE;
}

static State
scan_separator (PrnJsonScanner *s)
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
    return prn_json_scanner_expected (s, is_object ? _ ("expected “,” or “}” after a member")
                                                   : _ ("expected “,” or “]” after an item"));

  s->p++;
  s->depth--;
  state = end_value (s, container);
  if (is_object) {
    s->json->tokens = (PrnJsonToken *) (gpointer) s->tokens->data;
    prn_json_find_repeated (s->json, container);
  }
  return state;
}

#define ASCII_MASK G_GUINT64_CONSTANT (0x8080808080808080)

/* Most of a map is ASCII, of which eight bytes are looked at together.
 *
 * Returns: the first byte that belongs to no character, or NULL */
static const char *
find_no_utf8 (const char *p, const char *end)
{
  while (p < end) {
    guint64 eight;

    if (end - p >= (gssize) sizeof eight) {
      memcpy (&eight, p, sizeof eight);
      if ((eight & ASCII_MASK) == 0) {
        p += sizeof eight;
        continue;
      }
    }
    if ((guchar) *p >= 0x80 && (gint32) g_utf8_get_char_validated (p, end - p) < 0)
      return p;
    p = g_utf8_next_char (p);
  }
  return NULL;
}

static gboolean
starts_with (const PrnJsonScanner *s, const char *bytes)
{
  return (gsize) (s->end - s->begin) >= strlen (bytes) &&
         memcmp (s->begin, bytes, strlen (bytes)) == 0;
}

static gboolean
scan_all (PrnJsonScanner *s, gsize largest)
{
  State state = NEXT_VALUE;
  const char *bad;

  if (s->json->size > largest)
    return prn_json_scanner_fail (s, PRN_ERROR_LIMIT, s->p,
                                  largest == PRN_JSON_LARGEST
                                      ? _ ("the file is larger than 64 MiB")
                                      : _ ("the file is larger than 4 GiB"));
  if (starts_with (s, "\xef\xbb\xbf"))
    return prn_json_scanner_fail (s, PRN_ERROR_SYNTAX, s->p,
                                  _ ("the file begins with a byte order mark; save it as UTF-8 "
                                     "without one"));
  if (starts_with (s, "\xff\xfe") || starts_with (s, "\xfe\xff"))
    return prn_json_scanner_fail (s, PRN_ERROR_SYNTAX, s->p,
                                  _ ("the text is UTF-16; save it as UTF-8"));
  bad = find_no_utf8 (s->begin, s->end);
  if (bad != NULL)
    return prn_json_scanner_fail (s, PRN_ERROR_SYNTAX, bad,
                                  _ ("the text is not UTF-8; save it as UTF-8"));

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
    return prn_json_scanner_expected (s, _ ("expected nothing after the end of the value"));
  return TRUE;
}

static PrnJson *
scan (const char *text, gsize size, gsize largest, GError **error)
{
  g_autoptr (PrnJson) json = g_new0 (PrnJson, 1);
  PrnJsonScanner scanner = {
    .json = json, .begin = text, .p = text, .end = text + size, .error = error
  };
  gboolean good;

  json->text = text;
  json->size = size;
  json->repeated = g_array_new (FALSE, FALSE, sizeof (guint32));
  scanner.tokens =
      g_array_sized_new (FALSE, FALSE, sizeof (PrnJsonToken),
                         (guint) (MIN (size, PRN_JSON_LARGEST) / USUAL_BYTES_PER_TOKEN));

  good = scan_all (&scanner, largest);
  json->n_tokens = scanner.tokens->len;
  json->tokens = (PrnJsonToken *) (gpointer) g_array_free (scanner.tokens, FALSE);
  return good ? g_steal_pointer (&json) : NULL;
}

PrnJson *
prn_json_scan (const char *text, gsize size, GError **error)
{
  return scan (text, size, PRN_JSON_LARGEST, error);
}

PrnJson *
prn_json_scan_large (const char *text, gsize size, GError **error)
{
  return scan (text, size, G_MAXUINT32, error);
}

void
prn_json_free (PrnJson *json)
{
  g_free (json->tokens);
  g_array_unref (json->repeated);
  g_free (json);
}
