/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-say.h"
#include "prn-cli-terminal.h"
#include "prn-templates.h"
#include "prn-text-table.h"

static char *
stage_names (PrnMap *map)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, stages[i]->name);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  static const PrnTextColumn columns[] = {
    { "", PRN_TEXT_FIXED },
    { "", PRN_TEXT_FIXED },
    { "", PRN_TEXT_FOLDED },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (PrnTextTable) table = NULL;
  GString *text;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, NULL, NULL, &operands, &status))
    return status;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) map = prn_template_load (*id, &error);

    if (map == NULL)
      return prn_cli_fail (error);

    prn_text_table_add (table, g_strdup (*id));
    prn_text_table_add (table, g_strdup (prn_map_get_title (map)));
    prn_text_table_add (table, stage_names (map));
  }

  text = g_string_new (NULL);
  prn_text_table_print (table, text, 0, prn_cli_terminal_list_columns (), "");

  return prn_cli_write_text (NULL, text);
}

const PrnCliCommand prn_cli_templates = {
  .name = "templates",
  .operands = "",
  .summary = N_ ("List the built-in maps: id, title, stages"),
  .description = "",
  .example = "perennial-cli templates",
  .run = run,
};
