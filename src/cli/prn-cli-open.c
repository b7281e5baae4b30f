/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-open.h"

#include "prn-cli-say.h"
#include "prn-map-file.h"
#include "prn-mismatch.h"

PrnMap *
prn_cli_open_map (const char *path, GError **error)
{
  PrnMap *map = prn_map_load (path, NULL, error);

  if (map != NULL && prn_map_get_version (map) > PRN_MAP_VERSION)
    prn_cli_say (_ ("%s: the map is of version %d, newer than this program: what it does not know "
                    "is passed over, and the map is not written"),
                 path, prn_map_get_version (map));
  return map;
}

PrnPlan *
prn_cli_open_plan (const char *path, GError **error)
{
  g_autoptr (PrnMap) map = prn_cli_open_map (path, error);
  PrnPlan *plan = map != NULL ? prn_plan_new (map, error) : NULL;

  if (map != NULL && plan == NULL)
    g_prefix_error (error, "%s: ", path);
  return plan;
}

PrnLog *
prn_cli_open_log (const char *path,
                  const PrnLogOptions *options,
                  PrnPlan *plan,
                  const char *column,
                  GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  PrnLogOptions read = *options;

  for (const char *const *name = prn_plan_columns (plan); *name != NULL; name++)
    g_ptr_array_add (columns, (gpointer) *name);
  if (column != NULL && !g_strv_contains (prn_plan_columns (plan), column))
    g_ptr_array_add (columns, (gpointer) column);
  g_ptr_array_add (columns, NULL);
  read.columns = (const char *const *) columns->pdata;
  return prn_cli_read_log (path, &read, error);
}

void
prn_cli_say_mismatches (PrnPlan *plan, PrnLog *log, PrnTable *customers, const char *path)
{
  g_autoptr (GPtrArray) mismatches = prn_find_mismatches (plan, log, customers);

  for (guint i = 0; i < mismatches->len; i++)
    prn_cli_say ("%s: %s", path, (const char *) mismatches->pdata[i]);
}
