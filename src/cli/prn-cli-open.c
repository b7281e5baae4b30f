/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-open.h"

#include "prn-map-file.h"

PrnPlan *
prn_cli_open_plan (const char *path, GError **error)
{
  g_autoptr (PrnMap) map = prn_map_load (path, NULL, error);

  return map != NULL ? prn_plan_new (map, error) : NULL;
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
