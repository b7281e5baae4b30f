/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-input.h"
#include "prn-cli-open.h"
#include "prn-cli-say.h"
#include "prn-map-file.h"
#include "prn-merge.h"
#include "prn-text-table.h"

/* Git hands over an empty file where the two branches have no map in common. */
static PrnMap *
load_base (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = prn_cli_read_file (path, error);
  PrnMap *map;

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    return prn_map_new ("");

  map = prn_map_parse (bytes, NULL, error);
  if (map == NULL)
    g_prefix_error (error, "%s: ", path);

  return map;
}

static GString *
list_as_text (GPtrArray *conflicts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++) {
    const PrnConflict *conflict = g_ptr_array_index (conflicts, i);
    g_autofree char *clean = prn_text_table_clean (
        g_strdup_printf ("CONFLICT %s: %s", conflict->place, conflict->words));

    g_string_append_printf (text, "%s\n", clean);
  }

  return text;
}

/* Where the map itself goes to the standard output, the list must not. */
static PrnCliStatus
tell (GPtrArray *conflicts, const char *output)
{
  GString *text = list_as_text (conflicts);
  PrnCliStatus status;

  if (g_str_equal (output, "-")) {
    g_printerr ("%s", text->str);
    g_string_free (text, TRUE);
  } else {
    status = prn_cli_write_text (NULL, text);
    if (status != PRN_CLI_DONE)
      return status;
  }

  prn_cli_say (g_dngettext (GETTEXT_PACKAGE,
                            "%u conflict; what OURS says was written in its place",
                            "%u conflicts; what OURS says was written in their places",
                            conflicts->len),
               conflicts->len);

  return PRN_CLI_PROBLEMS;
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the merged map"),
      N_ ("MAP") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) base = NULL;
  g_autoptr (PrnMap) ours = NULL;
  g_autoptr (PrnMap) theirs = NULL;
  g_autoptr (PrnMap) merged = NULL;
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);
  guint n_inputs = 0;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (output == NULL)
    return prn_cli_refuse (command, _ ("-o MAP expected"));

  for (guint i = 0; operands[i] != NULL; i++)
    n_inputs += g_str_equal (operands[i], "-");
  if (n_inputs > 1)
    return prn_cli_refuse (command, _ ("only one of the maps can be the standard input"));

  base = load_base (operands[0], &error);
  if (base == NULL)
    return prn_cli_fail (error);

  ours = prn_cli_open_map (operands[1], &error);
  if (ours == NULL)
    return prn_cli_fail (error);

  theirs = prn_cli_open_map (operands[2], &error);
  if (theirs == NULL)
    return prn_cli_fail (error);

  merged = prn_map_merge (base, ours, theirs, conflicts);
  if (!prn_map_save (merged, output, &error))
    return prn_cli_fail (error);

  return conflicts->len > 0 ? tell (conflicts, output) : PRN_CLI_DONE;
}

const PrnCliCommand prn_cli_merge = {
  .name = "merge",
  .operands = "BASE OURS THEIRS",
  .summary = N_ ("Merge two maps that came from one, element by element"),
  .description = N_ ("What one side changed is kept; where both changed the same member "
                     "differently, a line says so and the exit status is 1. The map is written "
                     "then as well, with what OURS says in these places; what one side removed and "
                     "the other changed or still needs stays in it. An empty file as BASE means "
                     "that the two have nothing in common.\n"
                     "As a Git merge driver: perennial-cli merge %O %A %B -o %A"),
  .example = "perennial-cli merge base.lifecycle.json ours.lifecycle.json "
             "theirs.lifecycle.json -o merged.lifecycle.json",
  .run = run,
};
