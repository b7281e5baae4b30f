/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-drawing.h"
#include "prn-cli-open.h"
#include "prn-cli-say.h"
#include "prn-layout.h"
#include "prn-map-file.h"

PrnCliStatus
prn_draw_layout (const PrnCliCommand *command, GStrv *arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the map"),
      N_ ("MAP2") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnMap) placed = NULL;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (output == NULL)
    return prn_cli_refuse (command, _ ("-o MAP2 expected"));

  map = prn_cli_open_map (operands[0], &error);
  if (map == NULL)
    return prn_cli_fail (error);

  placed = prn_layout (map);
  if (!prn_map_save (placed, output, &error))
    return prn_cli_fail (error);

  return PRN_CLI_DONE;
}
