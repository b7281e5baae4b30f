/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-export-settings.h"

static void
test_sizes (void)
{
  static const struct {
    double scale;
    int width, height;
  } expected[] = {
    { 0, 1920, 1080 }, { 0, 3840, 2160 }, { 0, 1920, 1440 }, { 0, 3840, 2880 },
    { 1, 0, 0 },       { 2, 0, 0 },       { 4, 0, 0 },
  };
  g_auto (GStrv) labels = prn_export_sizes ();

  g_assert_cmpuint (g_strv_length (labels), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    PrnExportSettings settings = { .size = i };
    PrnExportOptions options;

    g_test_message ("%s", labels[i]);
    prn_export_settings_options (&settings, &options);
    g_assert_cmpfloat (options.scale, ==, expected[i].scale);
    g_assert_cmpint (options.width, ==, expected[i].width);
    g_assert_cmpint (options.height, ==, expected[i].height);
  }
}

/* A size that is not offered any more is taken for the last one. */
static void
test_unknown_size (void)
{
  PrnExportSettings settings = { .size = 1000 };
  PrnExportOptions options;

  prn_export_settings_options (&settings, &options);
  g_assert_cmpfloat (options.scale, ==, 4);
}

static void
test_transparent (void)
{
  static const struct {
    PrnExportFormat format;
    gboolean asked, given;
  } rows[] = {
    { PRN_EXPORT_PNG, TRUE, TRUE },
    { PRN_EXPORT_SVG, TRUE, TRUE },
    { PRN_EXPORT_PDF, TRUE, FALSE },
    { PRN_EXPORT_PNG, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnExportSettings settings = { .format = rows[i].format, .transparent = rows[i].asked };
    PrnExportOptions options;

    prn_export_settings_options (&settings, &options);
    g_assert_cmpint (options.transparent, ==, rows[i].given);
  }
}

static void
test_file_name (void)
{
  static const struct {
    PrnExportFormat format;
    const char *title, *file_name, *expected;
  } rows[] = {
    { PRN_EXPORT_PNG, "Any", "trial.lifecycle.json", "trial.png" },
    { PRN_EXPORT_SVG, "Any", "trial.json", "trial.svg" },
    { PRN_EXPORT_PDF, "Any", "no-ending", "no-ending.pdf" },
    { PRN_EXPORT_PNG, "SaaS trial", NULL, "SaaS trial.png" },
    { PRN_EXPORT_PNG, "Sales/Support: a map", NULL, "Sales-Support a map.png" },
    { PRN_EXPORT_PNG, "", NULL, "Map.png" },
    { PRN_EXPORT_PNG, "Hidden", ".json", "Hidden.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnExportSettings settings = { .format = rows[i].format };
    g_autofree char *name =
        prn_export_settings_file_name (&settings, rows[i].title, rows[i].file_name);

    g_assert_cmpstr (name, ==, rows[i].expected);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-settings/sizes", test_sizes);
  g_test_add_func ("/export-settings/unknown-size", test_unknown_size);
  g_test_add_func ("/export-settings/transparent", test_transparent);
  g_test_add_func ("/export-settings/file-name", test_file_name);

  return g_test_run ();
}
