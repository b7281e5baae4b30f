/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-say.h"
#include "prn-map-file.h"
#include "prn-templates.h"

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_autofree char *template = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &template,
      N_ ("Which of the built-in maps; “perennial-cli templates” lists them"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write it"), N_ ("MAP") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (template == NULL)
    return prn_cli_refuse (command, _ ("--template ID expected"));

  if (!g_strv_contains (prn_templates_list (), template))
    return prn_cli_refuse (command,
                           _ ("there is no template “%s”; “perennial-cli templates” "
                              "lists them"),
                           template);

  map = prn_template_load (template, &error);
  if (map == NULL)
    return prn_cli_fail (error);

  return prn_cli_write (output, prn_map_print (map));
}

const PrnCliCommand prn_cli_new = {
  .name = "new",
  .operands = "",
  .summary = N_ ("Begin a map from a built-in one"),
  .description = "",
  .example = "perennial-cli new --template five-stages -o ours.lifecycle.json",
  .run = run,
};
