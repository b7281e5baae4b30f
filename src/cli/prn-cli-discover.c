/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-drawing.h"
#include "prn-cli-files.h"
#include "prn-cli-log-options.h"
#include "prn-cli-say.h"
#include "prn-discover.h"
#include "prn-layout.h"
#include "prn-map-file.h"

/* `data/shop.csv.gz` makes a map called `shop`. */
static char *
title_from_path (const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *valid = NULL;
  char *dot;

  if (g_str_equal (path, "-"))
    return g_strdup (_ ("Discovered map"));

  name = g_path_get_basename (path);
  valid = g_filename_display_name (name);
  dot = g_utf8_strchr (valid, -1, '.');
  if (dot != NULL && dot != valid)
    *dot = '\0';

  return g_steal_pointer (&valid);
}

static PrnCliStatus
discover (const char *path, const PrnLogOptions *options, double keep, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = title_from_path (path);
  g_autoptr (PrnLog) log = prn_cli_read_log (path, options, &error);
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnMap) placed = NULL;

  if (log != NULL)
    map = prn_discover (log, title, keep, &error);
  if (log != NULL && map == NULL)
    g_prefix_error (&error, "%s: ", path);
  if (map == NULL)
    return prn_cli_fail (error);

  placed = prn_layout (map);
  if (!prn_map_save (placed, output, &error))
    return prn_cli_fail (error);

  return PRN_CLI_DONE;
}

PrnCliStatus
prn_draw_discover (const PrnCliCommand *command, GStrv *arguments)
{
  double keep = 1;
  g_autofree char *output = NULL;
  g_auto (PrnCliLogOptions) log_options = { 0 };
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_DOUBLE, &keep,
      N_ ("Keep the most frequent pairs that cover this share of all moves (0 to 1; else all)"),
      N_ ("SHARE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the map"), N_ ("MAP") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  PrnLogOptions options;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, prn_cli_log_options_group (&log_options),
                      &operands, &status))
    return status;

  if (output == NULL)
    return prn_cli_refuse (command, _ ("-o MAP expected"));
  if (!(keep >= 0 && keep <= 1))
    return prn_cli_refuse (command, _ ("--keep: a share from 0 to 1 is expected"));
  if (!prn_cli_log_options_resolve (&log_options, &options, &error))
    return prn_cli_fail (error);

  if (!prn_cli_files_differ (command, &(PrnCliFile){ "LOG", operands[0] }, 1,
                             &(PrnCliFile){ "--output", output }, 1))
    return PRN_CLI_USAGE;

  return discover (operands[0], &options, keep, output);
}
