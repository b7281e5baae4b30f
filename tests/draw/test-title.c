/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-file.h"
#include "prn-title.h"

static const char map_text[] =
    "{\"format\":\"perennial-map\",\"version\":1,\"title\":\"Titles\","
    "\"phases\":[{\"id\":\"p\",\"name\":\"Sales\"}],"
    "\"stages\":[{\"id\":\"a\",\"name\":\"Trial\",\"role\":\"entry\",\"phase\":\"p\"},"
    "{\"id\":\"b\",\"name\":\"Paying\"}],"
    "\"triggers\":[{\"id\":\"named\",\"name\":\"Pays\",\"from\":\"a\",\"to\":\"b\"},"
    "{\"id\":\"t-1\",\"from\":\"a\",\"to\":\"b\"},"
    "{\"id\":\"t-2\",\"from\":\"p\",\"to\":\"b\"},"
    "{\"id\":\"t-3\",\"from\":\"*\",\"to\":\"a\"}]}";

static const struct {
  const char *id, *title;
} rows[] = {
  { "a", "Trial" },
  { "p", "Sales" },
  { "named", "Pays" },
  { "t-1", "Trial → Paying" },
  { "t-2", "any stage of Sales → Paying" },
  { "t-3", "any stage → Trial" },
};

static void
test_titles (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map_text, sizeof map_text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *title = prn_title_of (map, prn_map_lookup (map, rows[i].id));

    g_assert_cmpstr (title, ==, rows[i].title);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/of", test_titles);
  return g_test_run ();
}
