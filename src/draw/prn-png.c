/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <string.h>
#include <zlib.h>

#include "prn-error.h"

/* A quarter of the default's time at a similar size. */
#define LEVEL 3

/* A lower picture is not worth a second thread. */
#define STRIPS_FROM 64

/* What compressed bytes are taken out of zlib in. */
#define PIECE (256 * 1024)

/* What the two bytes before deflated data say: a window of 32 KiB, a fast level, no dictionary
 * (RFC 1950). */
static const guint8 zlib_head[] = { 0x78, 0x5e };

typedef struct {
  GByteArray *out;
  char message[128];
} Sink;

/**
 * Strip:
 * @surface: the picture
 * @first: its first row
 * @end: the row below its last one
 * @is_last: the deflated data end with it
 * @out: (transfer full): raw deflated data; they end at a byte
 * @adler: checksum of what was deflated
 * @length: of that, in bytes
 * @done: zlib had the memory it needs
 *
 * Some rows of a picture, which one thread filters and deflates. Put one behind the other, strips
 * are one stream: each but the last ends with an empty block instead of a final one.
 */
typedef struct {
  cairo_surface_t *surface;
  int first, end;
  gboolean is_last;
  GByteArray *out;
  uLong adler;
  z_off_t length;
  gboolean done;
} Strip;

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  Sink *sink = png_get_io_ptr (png);

  g_byte_array_append (sink->out, data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static void
error_cb (png_structp png, png_const_charp message)
{
  Sink *sink = png_get_error_ptr (png);

  g_strlcpy (sink->message, message, sizeof sink->message);
  longjmp (png_jmpbuf (png), 1);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
}

/* Cairo's pixels are native-endian ARGB; PNG's are bytes R, G, B, A. */
static void
convert_opaque (const guint32 *from, guint8 *to, int width)
{
  for (int x = 0; x < width; x++, to += 3) {
    guint32 pixel = from[x];

    to[0] = (guint8) (pixel >> 16);
    to[1] = (guint8) (pixel >> 8);
    to[2] = (guint8) pixel;
  }
}

/* Cairo's colours are multiplied by alpha, PNG's are not. */
static void
convert_transparent (const guint32 *from, guint8 *to, int width)
{
  for (int x = 0; x < width; x++, to += 4) {
    guint32 pixel = from[x];
    guint a = pixel >> 24, r = (pixel >> 16) & 0xff, g = (pixel >> 8) & 0xff, b = pixel & 0xff;

    if (a != 0 && a != 255) {
      r = (r * 255 + a / 2) / a;
      g = (g * 255 + a / 2) / a;
      b = (b * 255 + a / 2) / a;
    }
    to[0] = (guint8) r;
    to[1] = (guint8) g;
    to[2] = (guint8) b;
    to[3] = (guint8) a;
  }
}

static gboolean
has_alpha (cairo_surface_t *surface)
{
  return cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
}

static void
convert_row (cairo_surface_t *surface, int y, guint8 *to)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface) + (gsize) y * stride;
  int width = cairo_image_surface_get_width (surface);

  if (has_alpha (surface))
    convert_transparent ((gconstpointer) pixels, to, width);
  else
    convert_opaque ((gconstpointer) pixels, to, width);
}

/* Each byte of @to is that of @row less the one above it; eight at a time, no borrow from one to the
 * next: Warren, Hacker's Delight, 2-18 (Multibyte Add, Subtract). */
static void
filter_up (guint8 *to, const guint8 *row, const guint8 *above, gsize length)
{
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  gsize i = 0;

  for (; i + 8 <= length; i += 8) {
    guint64 x, y, less;

    memcpy (&x, row + i, 8);
    memcpy (&y, above + i, 8);
    less = ((x | high) - (y & ~high)) ^ ((x ^ ~y) & high);
    memcpy (to + i, &less, 8);
  }
  for (; i < length; i++)
    to[i] = (guint8) (row[i] - above[i]);
}

/* Hands @length bytes to zlib and takes out what comes of them. */
static void
deflate_bytes (z_stream *stream, GByteArray *out, guint8 *bytes, gsize length, int flush)
{
  stream->next_in = bytes;
  stream->avail_in = (uInt) length;
  do {
    guint before = out->len;

    g_byte_array_set_size (out, before + PIECE);
    stream->next_out = out->data + before;
    stream->avail_out = PIECE;
    deflate (stream, flush);
    g_byte_array_set_size (out, before + PIECE - stream->avail_out);
  } while (stream->avail_out == 0);
}

/* Filtered with UP: each byte less the one above it; above the first row there are zeros. */
static void
deflate_rows (Strip *self, z_stream *stream)
{
  gsize bytes = (gsize) cairo_image_surface_get_width (self->surface) *
                (has_alpha (self->surface) ? 4 : 3);
  g_autofree guint8 *above = g_malloc0 (bytes);
  g_autofree guint8 *row = g_malloc (bytes);
  g_autofree guint8 *filtered = g_malloc (1 + bytes);

  if (self->first > 0)
    convert_row (self->surface, self->first - 1, above);

  filtered[0] = PNG_FILTER_VALUE_UP;
  for (int y = self->first; y < self->end; y++) {
    guint8 *swap = above;
    int flush = y + 1 < self->end ? Z_NO_FLUSH : self->is_last ? Z_FINISH : Z_FULL_FLUSH;

    convert_row (self->surface, y, row);
    filter_up (filtered + 1, row, above, bytes);
    self->adler = adler32 (self->adler, filtered, (uInt) (1 + bytes));
    self->length += (z_off_t) (1 + bytes);
    deflate_bytes (stream, self->out, filtered, 1 + bytes, flush);
    above = row;
    row = swap;
  }
}

static gpointer
deflate_strip (gpointer data)
{
  Strip *self = data;
  z_stream stream = { 0 };

  self->out = g_byte_array_sized_new (2 * PIECE);
  self->adler = adler32 (0, NULL, 0);
  if (deflateInit2 (&stream, LEVEL, Z_DEFLATED, -MAX_WBITS, 8, Z_FILTERED) != Z_OK)
    return NULL;
  deflate_rows (self, &stream);
  deflateEnd (&stream);
  self->done = TRUE;
  return NULL;
}

/* The same strips whatever the machine: a picture has always the same bytes. */
static guint
cut_strips (cairo_surface_t *surface, Strip *strips)
{
  int height = cairo_image_surface_get_height (surface);
  guint n = height < STRIPS_FROM ? 1 : 2;

  for (guint i = 0; i < n; i++)
    strips[i] = (Strip){ .surface = surface,
                         .first = height * (int) i / (int) n,
                         .end = height * (int) (i + 1) / (int) n,
                         .is_last = i + 1 == n };
  return n;
}

static gboolean
deflate_strips (Strip *strips, guint n)
{
  gboolean done = TRUE;
  GThread *other = n > 1 ? g_thread_try_new ("png", deflate_strip, &strips[1], NULL) : NULL;

  deflate_strip (&strips[0]);
  if (other != NULL)
    g_thread_join (other);
  else if (n > 1)
    deflate_strip (&strips[1]);

  for (guint i = 0; i < n; i++)
    done = done && strips[i].done;
  return done;
}

/* Both checksums of the strips are one of all rows: RFC 1950 wants it at the end, high byte first.
 */
static void
append_checksum (GByteArray *out, const Strip *strips, guint n)
{
  uLong adler = strips[0].adler;
  guint32 bytes;

  for (guint i = 1; i < n; i++)
    adler = adler32_combine (adler, strips[i].adler, strips[i].length);
  bytes = GUINT32_TO_BE ((guint32) adler);
  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static void
set_chunks (png_structp png, png_infop info, double dpi, const char *key, const char *text)
{
  png_text chunk = { 0 };

  if (dpi > 0) {
    png_uint_32 per_metre = (png_uint_32) lround (dpi / 0.0254);

    png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  }
  if (key == NULL || text == NULL)
    return;
  chunk.compression = PNG_ITXT_COMPRESSION_zTXt;
  chunk.key = (char *) key;
  chunk.text = (char *) text;
  chunk.itxt_length = strlen (text);
  chunk.lang = (char *) "";
  chunk.lang_key = (char *) "";
  png_set_text (png, info, &chunk, 1);
}

/* libpng writes what is around the pixels, and each chunk's checksum. */
static gboolean
write_file (png_structp png,
            png_infop info,
            cairo_surface_t *surface,
            double dpi,
            const char *key,
            const char *text,
            const Strip *strips,
            guint n)
{
  if (setjmp (png_jmpbuf (png)))
    return FALSE;

  png_set_user_limits (png, 0x7fffffff, 0x7fffffff);
  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (surface),
                (png_uint_32) cairo_image_surface_get_height (surface), 8,
                has_alpha (surface) ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  set_chunks (png, info, dpi, key, text);
  png_write_info (png, info);
  for (guint i = 0; i < n; i++)
    png_write_chunk (png, (png_const_bytep) "IDAT", strips[i].out->data, strips[i].out->len);
  png_write_chunk (png, (png_const_bytep) "IEND", NULL, 0);
  return TRUE;
}

static gboolean
encode (cairo_surface_t *surface, Strip *strips, guint n, Sink *sink, double dpi, const char *key,
        const char *text)
{
  png_structp png = NULL;
  png_infop info = NULL;
  gboolean done = FALSE;

  if (!deflate_strips (strips, n))
    return FALSE;

  g_byte_array_prepend (strips[0].out, zlib_head, sizeof zlib_head);
  append_checksum (strips[n - 1].out, strips, n);
  png = png_create_write_struct (PNG_LIBPNG_VER_STRING, sink, error_cb, warning_cb);
  info = png != NULL ? png_create_info_struct (png) : NULL;
  if (info != NULL) {
    png_set_write_fn (png, sink, write_cb, flush_cb);
    done = write_file (png, info, surface, dpi, key, text, strips, n);
  }
  png_destroy_write_struct (&png, &info);
  return done;
}

GBytes *
prn_png_encode (cairo_surface_t *surface, double dpi, const char *key, const char *text,
                GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new (1 << 20);
  Sink sink = { out, "" };
  Strip strips[2] = { { 0 } };
  gboolean done;
  guint n;

  cairo_surface_flush (surface);
  n = cut_strips (surface, strips);
  done = encode (surface, strips, n, &sink, dpi, key, text);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&strips[i].out, g_byte_array_unref);

  if (!done) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_IO, _ ("the picture cannot be written as PNG: %s"),
                 sink.message[0] != '\0' ? sink.message : "out of memory");
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
