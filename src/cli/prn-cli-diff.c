/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-open.h"
#include "prn-cli-say.h"
#include "prn-diff.h"
#include "prn-json-write.h"
#include "prn-text-table.h"

static GString *
list_as_text (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    const PrnChange *change = g_ptr_array_index (changes, i);
    g_autofree char *clean = prn_text_table_clean (g_strdup (change->words));

    g_string_append_printf (text, "%s\n", clean);
  }

  return text;
}

static void
append_text (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, "    \"%s\": ", name);
  if (value != NULL)
    prn_json_append_string (text, value);
  else
    g_string_append (text, "null");
  g_string_append (text, ",\n");
}

/* Values are JSON already. */
static void
append_value (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, "    \"%s\": %s,\n", name, value != NULL ? value : "null");
}

static GString *
list_as_json (GPtrArray *changes)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < changes->len; i++) {
    const PrnChange *change = g_ptr_array_index (changes, i);

    g_string_append (text, i == 0 ? "\n  {\n" : ",\n  {\n");
    append_text (text, "change", prn_change_type_name (change->type));
    append_text (text, "kind", change->kind);
    append_text (text, "id", change->id);
    append_text (text, "label", change->label);
    append_text (text, "place", change->place);
    append_value (text, "old", change->old);
    append_value (text, "new", change->now);
    g_string_append (text, "    \"words\": ");
    prn_json_append_string (text, change->words);
    g_string_append (text, "\n  }");
  }

  g_string_append (text, changes->len > 0 ? "\n]\n" : "]\n");

  return text;
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_ ("As JSON: a list of {change, kind, id, label, place, old, new, words}"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) older = NULL;
  g_autoptr (PrnMap) newer = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (g_str_equal (operands[0], "-") && g_str_equal (operands[1], "-"))
    return prn_cli_refuse (command, _ ("only one of the maps can be the standard input"));

  if (json)
    prn_cli_say_in_english ();
  older = prn_cli_open_map (operands[0], &error);
  if (older == NULL)
    return prn_cli_fail (error);

  newer = prn_cli_open_map (operands[1], &error);
  if (newer == NULL)
    return prn_cli_fail (error);

  changes = prn_map_diff (older, newer);
  status = prn_cli_write_text (NULL, json ? list_as_json (changes) : list_as_text (changes));
  if (status != PRN_CLI_DONE)
    return status;

  return changes->len > 0 ? PRN_CLI_PROBLEMS : PRN_CLI_DONE;
}

const PrnCliCommand prn_cli_diff = {
  .name = "diff",
  .operands = "MAP_A MAP_B",
  .summary = N_ ("Say what is different between two maps, element by element"),
  .description = N_ ("A line for each difference, from MAP_A to MAP_B: an element added, removed "
                     "or put into another place of its list, or a member of it changed.\n"
                     "The exit status is 1 if there are differences."),
  .example = "perennial-cli diff base.lifecycle.json ours.lifecycle.json",
  .run = run,
};
