/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A strict reader of JSON: RFC 8259 and nothing more.
 *
 * General readers accept comments, repeated members and numbers that are none, lose the spelling
 * of numbers and do not say where a value stood. A map file needs all of that. So one pass checks
 * the text and lays a flat index of it: a token per value and per member name, in the order of
 * the text, each with its range. Values are taken from the text only when asked for. */

#define PRN_JSON_LARGEST (64 << 20) /* bytes */
#define PRN_JSON_DEEPEST 64

typedef enum {
  PRN_JSON_NULL,
  PRN_JSON_FALSE,
  PRN_JSON_TRUE,
  PRN_JSON_NUMBER,
  PRN_JSON_STRING,
  PRN_JSON_ARRAY,
  PRN_JSON_OBJECT,
} PrnJsonType;

/**
 * PrnJsonToken:
 * @type: what it is; the name of a member is a string
 * @escaped: string: whether there is a backslash in it
 * @is_name: whether it is the name of a member
 * @start: where the text of the value begins, quotes and brackets included
 * @end: where it ends
 * @next: the token after this value and all that is in it
 * @parent: the array or object it is in; itself for the root
 * @ordinal: array item: its index
 * @n: array or object: how many items or members; name: a hash of its spelling
 *
 * In an object names and values take turns: the value of the name at i is at i + 1, and the next
 * name is at the value's @next.
 */
typedef struct {
  PrnJsonType type : 8;
  guint escaped : 1;
  guint is_name : 1;
  guint32 start;
  guint32 end;
  guint32 next;
  guint32 parent;
  guint32 ordinal;
  guint32 n;
} PrnJsonToken;

/**
 * PrnJson:
 * @text: the text, not terminated, owned by the caller
 * @tokens: the root is token 0
 * @repeated: names that stand a second time in their object, in no particular order
 */
typedef struct {
  const char *text;
  gsize size;
  PrnJsonToken *tokens;
  guint32 n_tokens;
  GArray *repeated;
} PrnJson;

/**
 * prn_json_scan:
 * @text: (array length=size): UTF-8
 * @size: its length in bytes
 * @error: return location; the place is a line and a column
 *
 * Checks the whole text. Repeated members do not fail here: their place is a path.
 *
 * Returns: (transfer full): the index, valid as long as @text, or %NULL with @error set
 */
PrnJson *prn_json_scan (const char *text, gsize size, GError **error);

/**
 * prn_json_scan_large:
 * @text: as of prn_json_scan(), of any size below 4 GiB
 * @size: its length in bytes
 * @error: return location
 *
 * The same for what a program has written to read it again, without the limit on size.
 *
 * Returns: (transfer full): the index, or %NULL with @error set
 */
PrnJson *prn_json_scan_large (const char *text, gsize size, GError **error);

void prn_json_free (PrnJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnJson, prn_json_free)

/**
 * prn_json_path:
 * @json: a scanned text
 * @token: a value, or a member's name
 *
 * Returns: (transfer full): where it stands: `stages[3].position.x`; "" for the root
 */
char *prn_json_path (const PrnJson *json, guint32 token);

/**
 * prn_json_find:
 * @json: a scanned text
 * @object: an object
 * @name: a name
 *
 * Returns: the value of the first member with that name, 0 when there is none
 */
guint32 prn_json_find (const PrnJson *json, guint32 object, const char *name);

/**
 * prn_json_dup_string:
 * @json: a scanned text
 * @token: a string or a name
 * @length: (out) (optional): bytes without the terminator; more than strlen() when the string
 *   holds U+0000
 *
 * Returns: (transfer full): the string without quotes and escapes
 */
char *prn_json_dup_string (const PrnJson *json, guint32 token, gsize *length);

/**
 * prn_json_string_is:
 * @json: a scanned text
 * @token: any value, or a name
 * @text: what it may be
 *
 * Returns: whether it is a string equal to @text
 */
gboolean prn_json_string_is (const PrnJson *json, guint32 token, const char *text);

/**
 * prn_json_get_number:
 * @json: a scanned text
 * @token: a number
 *
 * Returns: the nearest double, always finite
 */
double prn_json_get_number (const PrnJson *json, guint32 token);

/**
 * prn_json_append_pretty:
 * @json: a scanned text
 * @token: any value
 * @out: where to append
 * @depth: levels of two spaces in front of its lines after the first
 *
 * Appends the value with one member or item a line, every name, string and number spelled as in
 * the text.
 */
void prn_json_append_pretty (const PrnJson *json, guint32 token, GString *out, guint depth);

/**
 * prn_json_type_name:
 * @type: a type
 *
 * Returns: what it is called in a message: `a number`
 */
const char *prn_json_type_name (PrnJsonType type);

G_END_DECLS
