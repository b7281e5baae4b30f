/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-png.h"

#include <string.h>

typedef struct {
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Pixels without a pattern, or with a simple one, every other one of them half seen. */
static cairo_surface_t *
new_picture (cairo_format_t format, int width, int height, gboolean is_noise)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, width, height);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *pixels = cairo_image_surface_get_data (surface);
  GRand *random = g_rand_new_with_seed (3);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++) {
    guint32 *row = (gpointer) (pixels + y * stride);

    for (int x = 0; x < width; x++) {
      guint32 color = is_noise ? g_rand_int (random) : (guint32) (x / 7 * 0x10203 + y / 5 * 0x30201);

      row[x] = 0xff000000 | (color & 0xffffff);
      if (format == CAIRO_FORMAT_ARGB32 && x % 2 == 1)
        row[x] = x % 4 == 1 ? 0 : 0x80000000 | (color & 0x7f7f7f);
    }
  }
  cairo_surface_mark_dirty (surface);
  g_rand_free (random);
  return surface;
}

static guint
most_apart (guint32 a, guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    most = MAX (most, (guint) ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

/* Where colours are multiplied by alpha, a rounding each way is allowed for. */
static void
check_same (cairo_surface_t *one, cairo_surface_t *other, guint allowed)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);

  g_assert_cmpint (cairo_image_surface_get_width (other), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (other), ==, height);
  for (int y = 0; y < height; y++) {
    const guint32 *a = (gpointer) (cairo_image_surface_get_data (one) +
                                   y * cairo_image_surface_get_stride (one));
    const guint32 *b = (gpointer) (cairo_image_surface_get_data (other) +
                                   y * cairo_image_surface_get_stride (other));

    for (int x = 0; x < width; x++)
      if (most_apart (a[x] | (allowed == 0 ? 0xff000000 : 0), b[x]) > allowed)
        g_error ("%d, %d: %08x became %08x", x, y, a[x], b[x]);
  }
}

static void
test_comes_back (void)
{
  static const struct {
    int width, height;
  } sizes[] = { { 1, 1 }, { 3, 63 }, { 5, 64 }, { 7, 65 }, { 300, 201 }, { 2000, 2 }, { 1, 3000 } };

  for (guint i = 0; i < 4 * G_N_ELEMENTS (sizes); i++) {
    cairo_format_t format = i % 2 == 0 ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
    cairo_surface_t *picture =
        new_picture (format, sizes[i / 4].width, sizes[i / 4].height, i % 4 < 2);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) png = prn_png_encode (picture, 0, NULL, NULL, &error);
    Source source;
    cairo_surface_t *back;

    g_assert_no_error (error);
    source.data = g_bytes_get_data (png, &source.left);
    back = cairo_image_surface_create_from_png_stream (read_cb, &source);
    g_assert_cmpint (cairo_surface_status (back), ==, CAIRO_STATUS_SUCCESS);
    check_same (picture, back, format == CAIRO_FORMAT_RGB24 ? 0 : 1);
    cairo_surface_destroy (back);
    cairo_surface_destroy (picture);
  }
}

/* Whatever thread is faster. */
static void
test_same_bytes (void)
{
  cairo_surface_t *picture = new_picture (CAIRO_FORMAT_RGB24, 700, 500, FALSE);
  g_autoptr (GBytes) first = prn_png_encode (picture, 96, "key", "text", NULL);

  for (guint i = 0; i < 5; i++) {
    g_autoptr (GBytes) again = prn_png_encode (picture, 96, "key", "text", NULL);

    g_assert_true (g_bytes_equal (first, again));
  }
  cairo_surface_destroy (picture);
}

static void
test_small (void)
{
  cairo_surface_t *picture = new_picture (CAIRO_FORMAT_RGB24, 1200, 800, FALSE);
  g_autoptr (GBytes) png = prn_png_encode (picture, 0, NULL, NULL, NULL);

  g_assert_cmpuint (g_bytes_get_size (png), <, 1200 * 800 * 3 / 20);
  cairo_surface_destroy (picture);
}

static void
test_no_pixels (void)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_png_encode (picture, 0, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "the picture cannot be written as PNG: "));
  cairo_surface_destroy (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/png/comes-back", test_comes_back);
  g_test_add_func ("/draw/png/same-bytes", test_same_bytes);
  g_test_add_func ("/draw/png/small", test_small);
  g_test_add_func ("/draw/png/no-pixels", test_no_pixels);
  return g_test_run ();
}
