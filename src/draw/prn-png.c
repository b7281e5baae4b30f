/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-png.h"

#include <math.h>
#include <png.h>
#include <string.h>

#include "prn-error.h"

typedef struct {
  GByteArray *out;
  char message[128];
} Sink;

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

static void
write_chunks (png_structp png, png_infop info, double dpi, const char *key, const char *text)
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

static gboolean
encode (png_structp png, png_infop info, cairo_surface_t *surface, guint8 *row, double dpi,
        const char *key, const char *text)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  gboolean alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;

  if (setjmp (png_jmpbuf (png)))
    return FALSE;

  png_set_user_limits (png, 0x7fffffff, 0x7fffffff);
  png_set_compression_level (png, 3);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
  png_set_compression_buffer_size (png, 1 << 20);
  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8,
                alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  write_chunks (png, info, dpi, key, text);
  png_write_info (png, info);
  for (int y = 0; y < height; y++) {
    const guint32 *from = (gconstpointer) (pixels + (gsize) y * (gsize) stride);

    if (alpha)
      convert_transparent (from, row, width);
    else
      convert_opaque (from, row, width);
    png_write_row (png, row);
  }
  png_write_end (png, info);
  return TRUE;
}

GBytes *
prn_png_encode (cairo_surface_t *surface, double dpi, const char *key, const char *text,
                GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new (1 << 20);
  Sink sink = { out, "" };
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &sink, error_cb, warning_cb);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  g_autofree guint8 *row = NULL;
  gboolean done = FALSE;

  cairo_surface_flush (surface);
  row = g_malloc ((gsize) cairo_image_surface_get_width (surface) * 4 + 4);
  if (info != NULL) {
    png_set_write_fn (png, &sink, write_cb, flush_cb);
    done = encode (png, info, surface, row, dpi, key, text);
  }
  png_destroy_write_struct (&png, &info);

  if (!done) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_IO, "the picture cannot be written as PNG: %s",
                 sink.message[0] != '\0' ? sink.message : "out of memory");
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
