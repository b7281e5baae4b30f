/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-drawing.h"
#include "prn-cli-say.h"
#include "prn-cli-start.h"

/* The program that perennial-cli becomes for a command that draws, see prn-cli-drawing.h. */

static const struct {
  const PrnCliCommand *command;
  PrnCliStatus (*run) (const PrnCliCommand *command, GStrv *arguments);
} commands[] = {
  { &prn_cli_discover, prn_draw_discover },
  { &prn_cli_layout, prn_draw_layout },
  { &prn_cli_export, prn_draw_export },
};

int
main (int argc, char **argv)
{
  prn_cli_start ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (argc > 1 && g_str_equal (argv[1], commands[i].command->name)) {
      g_auto (GStrv) arguments = g_strdupv (argv + 1);

      return commands[i].run (commands[i].command, &arguments);
    }

  prn_cli_say (_ ("“perennial-draw” is a part of “perennial-cli”, which starts it"));
  return PRN_CLI_USAGE;
}
