/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-picture.h"

#include <gio/gio.h>
#include <string.h>

#include "prn-json-scan.h"

#define KEYWORD   "perennial-map"
#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define BEGIN     "<metadata id=\"" KEYWORD "\">"
#define END       "</metadata>"

/* --- PNG --- */

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* No more than a map may have: a small chunk can unpack to any length. */
static GBytes *
unpack (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, G_CONVERTER (zlib));
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gsize n = 1;

  while (n > 0 && text->len <= PRN_JSON_LARGEST) {
    guint length = text->len;

    g_byte_array_set_size (text, length + 65536);
    if (!g_input_stream_read_all (stream, text->data + length, 65536, &n, NULL, NULL))
      return NULL;
    g_byte_array_set_size (text, length + (guint) n);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/* An iTXt chunk is keyword, 0, whether the text is packed, how, language, 0, the keyword
 * translated, 0, text. (PNG specification, 11.3.4.5) */
static GBytes *
read_text (const guint8 *chunk, gsize size)
{
  const guint8 *at = chunk + sizeof KEYWORD, *end = chunk + size;
  gboolean packed;

  if (size < sizeof KEYWORD + 2 || memcmp (chunk, KEYWORD, sizeof KEYWORD) != 0)
    return NULL;
  packed = at[0] != 0;
  at += 2;
  for (guint i = 0; i < 2; i++) {
    at = memchr (at, 0, (gsize) (end - at));
    if (at == NULL)
      return NULL;
    at++;
  }
  return packed ? unpack (at, (gsize) (end - at)) : g_bytes_new (at, (gsize) (end - at));
}

/* A chunk is length, type, data, check sum. */
static GBytes *
find_in_png (const guint8 *data, gsize size)
{
  GBytes *text = NULL;

  for (gsize at = strlen (SIGNATURE); text == NULL && size - at >= 12;) {
    gsize length = big_endian (data + at);

    if (length > size - at - 12)
      return NULL;
    if (memcmp (data + at + 4, "iTXt", 4) == 0)
      text = read_text (data + at + 8, length);
    at += length + 12;
  }
  return text;
}

/* --- SVG --- */

static void
append_unescaped (GString *text, const char *begin, const char *end)
{
  static const struct {
    const char *entity;
    char letter;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };

  for (const char *c = begin; c < end;) {
    gsize length = 1;
    char letter = *c;

    for (guint i = 0; *c == '&' && i < G_N_ELEMENTS (entities); i++) {
      gsize n = strlen (entities[i].entity);

      if ((gsize) (end - c) >= n && memcmp (c, entities[i].entity, n) == 0) {
        letter = entities[i].letter;
        length = n;
      }
    }
    g_string_append_c (text, letter);
    c += length;
  }
}

static GBytes *
find_in_svg (const char *data, gsize size)
{
  const char *begin = g_strstr_len (data, (gssize) size, BEGIN);
  const char *end;
  GString *text;

  if (begin == NULL)
    return NULL;
  begin += strlen (BEGIN);
  end = g_strstr_len (begin, (gssize) (size - (gsize) (begin - data)), END);
  if (end == NULL)
    return NULL;
  text = g_string_sized_new ((gsize) (end - begin));
  append_unescaped (text, begin, end);
  return g_string_free_to_bytes (text);
}

GBytes *
prn_map_find_in_picture (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > strlen (SIGNATURE) && memcmp (data, SIGNATURE, strlen (SIGNATURE)) == 0)
    return find_in_png ((const guint8 *) data, size);
  return size > 0 && *data == '<' ? find_in_svg (data, size) : NULL;
}
