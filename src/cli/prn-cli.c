/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli.h"

#include "prn-cli-say.h"
#include "prn-cli-start.h"

static const PrnCliCommand *const commands[] = {
  &prn_cli_templates, &prn_cli_new,      &prn_cli_check,     &prn_cli_columns, &prn_cli_replay,
  &prn_cli_explain,   &prn_cli_simulate, &prn_cli_calibrate, &prn_cli_sum,     &prn_cli_discover,
  &prn_cli_layout,    &prn_cli_export,   &prn_cli_diff,      &prn_cli_merge,   &prn_cli_convert,
};

static GString *
usage_text (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  perennial-cli %s\n\n%s\n", _ ("Usage:"),
                          _ ("COMMAND [OPTION...]"),
                          _ ("Replays customer logs through lifecycle maps, and draws the maps."));
  g_string_append_printf (text, "\n%s\n", _ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i]->name, _ (commands[i]->summary));

  g_string_append_printf (text, "\n%s\n  -h, --help   %s\n  --version    %s\n", _ ("Options:"),
                          _ ("Show this help"), _ ("Show the version"));
  g_string_append_printf (text, "\n%s\n",
                          _ ("“perennial-cli COMMAND --help” shows a command's options and an "
                             "example. “-” is the standard input or output.\n"
                             "Exit status: 0 done; 1 done, and what was asked about has problems; "
                             "2 wrong usage; 3 an input cannot be read."));

  return text;
}

static const PrnCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

int
main (int argc, char **argv)
{
  const PrnCliCommand *command;
  g_auto (GStrv) arguments = NULL;

  prn_cli_start ();

  if (argc < 2) {
    prn_cli_say (_ ("a command is expected (see “perennial-cli --help”)"));
    return PRN_CLI_USAGE;
  }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return prn_cli_write_text (NULL, usage_text ());

  if (g_str_equal (argv[1], "--version")) {
    GString *text = g_string_new ("perennial-cli " PRN_VERSION "\n");

    return prn_cli_write_text (NULL, text);
  }

  command = find_command (argv[1]);
  if (command == NULL) {
    prn_cli_say (_ ("there is no command “%s” (see “perennial-cli --help”)"), argv[1]);
    return PRN_CLI_USAGE;
  }

  arguments = g_strdupv (argv + 1);

  return command->run (command, &arguments);
}
