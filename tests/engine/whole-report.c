/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "whole-report.h"

#include "prn-map-file.h"

static char *
path_of (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "engine", "files", name, NULL);
}

GBytes *
whole_report_json (void)
{
  g_autofree char *path = path_of ("whole.report.json");
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

PrnReport *
whole_report_new (void)
{
  g_autoptr (GBytes) json = whole_report_json ();
  g_autoptr (GError) error = NULL;
  PrnReport *report = prn_report_from_json (json, &error);

  g_assert_no_error (error);
  return report;
}

PrnMap *
whole_report_map (void)
{
  g_autofree char *path = path_of ("whole.lifecycle.json");
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_load (path, NULL, &error);

  g_assert_no_error (error);
  return map;
}
