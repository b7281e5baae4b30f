/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-settings.h"

#define SCHEMA        "app.perennial.Perennial"
#define RECENT        "recent-maps"
#define EXPORT_FOLDER "export-folder"
#define MAX_RECENT    8

GSettings *
prn_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* g_settings_new() aborts without the schema, as when the program runs where it was built. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

gboolean
prn_settings_get_flag (const char *key, gboolean otherwise)
{
  g_autoptr (GSettings) settings = prn_settings_new ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : otherwise;
}

char **
prn_settings_get_recent (void)
{
  g_autoptr (GSettings) settings = prn_settings_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (settings != NULL) {
    g_auto (GStrv) uris = g_settings_get_strv (settings, RECENT);

    for (guint i = 0; uris[i] != NULL; i++) {
      g_autofree char *path = g_filename_from_uri (uris[i], NULL, NULL);

      if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  }
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_steal (paths, NULL);
}

void
prn_settings_add_recent (const char *path)
{
  g_autoptr (GSettings) settings = prn_settings_new ();
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_auto (GStrv) before = NULL;
  const char *uris[MAX_RECENT + 1] = { uri };
  guint n = 1;

  if (settings == NULL || uri == NULL)
    return;
  before = g_settings_get_strv (settings, RECENT);
  for (guint i = 0; before[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (before[i], uri))
      uris[n++] = before[i];
  g_settings_set_strv (settings, RECENT, uris);
}

char *
prn_settings_get_export_folder (void)
{
  g_autoptr (GSettings) settings = prn_settings_new ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, EXPORT_FOLDER) : NULL;

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

void
prn_settings_set_export_folder (const char *path)
{
  g_autoptr (GSettings) settings = prn_settings_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  if (settings != NULL && uri != NULL)
    g_settings_set_string (settings, EXPORT_FOLDER, uri);
}
