/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tally-io.h"

#include <string.h>

#include "prn-json-write.h"

void
prn_tally_io_fail (PrnTallyIo *io, guint32 token)
{
  if (io->place == NULL)
    io->place = prn_json_path (io->json, token);
}

/* Where the next value is, or a token that has none of the types asked for. */
static guint32
next_value (PrnTallyIo *io, const char *key)
{
  guint32 token;

  if (io->place != NULL)
    return 0;
  if (key != NULL) {
    token = prn_json_find (io->json, io->at, key);
  } else if (io->left > 0) {
    token = io->item;
    io->item = io->json->tokens[token].next;
    io->left--;
  } else {
    token = 0;
  }
  if (token == 0)
    prn_tally_io_fail (io, io->at);
  return token;
}

static void
begin_value (PrnTallyIo *io, const char *key)
{
  char last = io->out->len > 0 ? io->out->str[io->out->len - 1] : '[';

  if (last != '[' && last != '{')
    g_string_append_c (io->out, ',');
  if (key != NULL)
    g_string_append_printf (io->out, "\n\"%s\":", key);
}

static PrnTallyIo
begin_inner (PrnTallyIo *io, const char *key, PrnJsonType type)
{
  PrnTallyIo inner = { .out = io->out, .json = io->json };
  gboolean is_root = io->out == NULL && io->at == 0 && key == NULL && io->item == 0;

  if (io->out != NULL) {
    begin_value (io, key);
    g_string_append_c (io->out, type == PRN_JSON_OBJECT ? '{' : '[');
    return inner;
  }
  inner.at = is_root ? 0 : next_value (io, key);
  if (io->place == NULL && io->json->tokens[inner.at].type != type)
    prn_tally_io_fail (io, inner.at);
  inner.place = g_steal_pointer (&io->place);
  inner.left = inner.place == NULL ? io->json->tokens[inner.at].n : 0;
  inner.item = inner.at + 1;
  return inner;
}

static void
end_inner (PrnTallyIo *io, PrnTallyIo *inner, char bracket)
{
  if (io->out != NULL)
    g_string_append_c (io->out, bracket);
  io->place = g_steal_pointer (&inner->place);
}

PrnTallyIo
prn_tally_io_object (PrnTallyIo *io, const char *key)
{
  return begin_inner (io, key, PRN_JSON_OBJECT);
}

void
prn_tally_io_end_object (PrnTallyIo *io, PrnTallyIo *object)
{
  end_inner (io, object, '}');
}

PrnTallyIo
prn_tally_io_list (PrnTallyIo *io, const char *key)
{
  return begin_inner (io, key, PRN_JSON_ARRAY);
}

void
prn_tally_io_end_list (PrnTallyIo *io, PrnTallyIo *list)
{
  end_inner (io, list, ']');
}

gboolean
prn_tally_io_more (const PrnTallyIo *io)
{
  return io->place == NULL && io->left > 0;
}

/* 128 bits have 39 digits; C prints no numbers that wide. */
static void
append_wide (GString *out, __int128 value)
{
  char digits[40];
  guint at = sizeof digits;
  unsigned __int128 left = value < 0 ? -(unsigned __int128) value : (unsigned __int128) value;

  do
    digits[--at] = (char) ('0' + (int) (left % 10));
  while ((left /= 10) > 0);
  if (value < 0)
    digits[--at] = '-';
  g_string_append_len (out, digits + at, sizeof digits - at);
}

static gboolean
parse_wide (const PrnJson *json, guint32 token, __int128 *value)
{
  const char *p = json->text + json->tokens[token].start;
  const char *end = json->text + json->tokens[token].end;
  gboolean negative = p < end && *p == '-';
  unsigned __int128 parsed = 0;

  if (json->tokens[token].type != PRN_JSON_NUMBER || end - p > 40)
    return FALSE;
  for (p += negative; p < end; p++) {
    if (!g_ascii_isdigit (*p))
      return FALSE;
    parsed = parsed * 10 + (unsigned) (*p - '0');
  }
  *value = (__int128) (negative ? -parsed : parsed);
  return TRUE;
}

void
prn_tally_io_wide (PrnTallyIo *io, const char *key, __int128 *value)
{
  guint32 token;

  if (io->out != NULL) {
    begin_value (io, key);
    append_wide (io->out, *value);
    return;
  }
  token = next_value (io, key);
  if (io->place == NULL && !parse_wide (io->json, token, value))
    prn_tally_io_fail (io, token);
}

void
prn_tally_io_count (PrnTallyIo *io, const char *key, guint64 *value)
{
  __int128 wide = *value;

  prn_tally_io_wide (io, key, &wide);
  *value = (guint64) wide;
}

void
prn_tally_io_time (PrnTallyIo *io, const char *key, gint64 *value)
{
  __int128 wide = *value;

  prn_tally_io_wide (io, key, &wide);
  *value = (gint64) wide;
}

void
prn_tally_io_index (PrnTallyIo *io, const char *key, guint32 *value, guint32 end)
{
  __int128 wide = *value;

  prn_tally_io_wide (io, key, &wide);
  if (io->out != NULL)
    return;
  if (io->place == NULL && (wide < 0 || wide >= end))
    prn_tally_io_fail (io, io->at);
  *value = io->place == NULL ? (guint32) wide : 0;
}

void
prn_tally_io_text (PrnTallyIo *io, const char *key, char **text)
{
  guint32 token;
  gsize length;

  if (io->out != NULL) {
    begin_value (io, key);
    if (*text != NULL)
      prn_json_append_string (io->out, *text);
    else
      g_string_append (io->out, "null");
    return;
  }

  token = next_value (io, key);
  g_clear_pointer (text, g_free);
  if (io->place != NULL || io->json->tokens[token].type == PRN_JSON_NULL)
    return;
  if (io->json->tokens[token].type == PRN_JSON_STRING)
    *text = prn_json_dup_string (io->json, token, &length);
  if (*text == NULL || strlen (*text) != length) {
    g_clear_pointer (text, g_free);
    prn_tally_io_fail (io, token);
  }
}

static void
write_histogram (PrnTallyIo *list, const PrnHistogram *histogram)
{
  for (guint32 i = 0; i < PRN_HISTOGRAM_BUCKETS; i++) {
    guint64 count = prn_histogram_count (histogram, i);

    if (count == 0)
      continue;
    prn_tally_io_index (list, NULL, &i, PRN_HISTOGRAM_BUCKETS);
    prn_tally_io_count (list, NULL, &count);
  }
}

void
prn_tally_io_histogram (PrnTallyIo *io, const char *key, PrnHistogram *histogram)
{
  PrnTallyIo list = prn_tally_io_list (io, key);

  if (io->out != NULL)
    write_histogram (&list, histogram);
  while (prn_tally_io_more (&list)) {
    guint32 bucket = 0;
    guint64 count = 0;

    prn_tally_io_index (&list, NULL, &bucket, PRN_HISTOGRAM_BUCKETS);
    prn_tally_io_count (&list, NULL, &count);
    prn_histogram_add_many (histogram, bucket, count);
  }
  prn_tally_io_end_list (io, &list);
}

void
prn_tally_io_counts (PrnTallyIo *io, const char *key, guint64 *counts, guint32 n)
{
  PrnTallyIo list = prn_tally_io_list (io, key);

  for (guint32 i = 0; io->out != NULL && i < n; i++)
    if (counts[i] > 0) {
      prn_tally_io_index (&list, NULL, &i, n);
      prn_tally_io_count (&list, NULL, &counts[i]);
    }
  while (prn_tally_io_more (&list)) {
    guint32 index = 0;
    guint64 count = 0;

    prn_tally_io_index (&list, NULL, &index, n);
    prn_tally_io_count (&list, NULL, &count);
    if (list.place == NULL)
      counts[index] += count;
  }
  prn_tally_io_end_list (io, &list);
}
