/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check.h"
#include "prn-cli-say.h"
#include "prn-error.h"
#include "prn-json-write.h"
#include "prn-map-file.h"
#include "prn-text-table.h"

static const char *
severity_name (PrnSeverity severity)
{
  return severity == PRN_SEVERITY_ERROR ? "error" : "warning";
}

/* `error stages[3].position.x (trial): what is wrong` */
static void
append_line (GString *text, const PrnProblem *problem)
{
  GString *line = g_string_new (severity_name (problem->severity));
  g_autofree char *clean = NULL;

  if (problem->place != NULL && problem->place[0] != '\0')
    g_string_append_printf (line, " %s", problem->place);
  if (problem->id != NULL && problem->id[0] != '\0')
    g_string_append_printf (line, " (%s)", problem->id);
  g_string_append_printf (line, ": %s", problem->message);

  clean = prn_text_table_clean (g_string_free (line, FALSE));
  g_string_append_printf (text, "%s\n", clean);
}

static void
append_member (GString *text, const char *name, const char *value, const char *end)
{
  g_string_append_printf (text, "    \"%s\": ", name);
  if (value != NULL)
    prn_json_append_string (text, value);
  else
    g_string_append (text, "null");
  g_string_append (text, end);
}

static GString *
list_as_text (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    append_line (text, g_ptr_array_index (problems, i));

  return text;
}

static GString *
list_as_json (GPtrArray *problems)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < problems->len; i++) {
    const PrnProblem *problem = g_ptr_array_index (problems, i);

    g_string_append (text, i == 0 ? "\n  {\n" : ",\n  {\n");
    append_member (text, "severity", severity_name (problem->severity), ",\n");
    append_member (text, "place", problem->place, ",\n");
    append_member (text, "id", problem->id, ",\n");
    append_member (text, "message", problem->message, "\n  }");
  }

  g_string_append (text, problems->len > 0 ? "\n]\n" : "]\n");

  return text;
}

/* All that is wrong with the file, or %NULL when it cannot even be read. */
static GPtrArray *
find_problems (const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (PrnMap) map = NULL;

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) prn_problem_free);
  map = prn_map_load (path, problems, &refusal);

  if (map != NULL) {
    g_autoptr (GPtrArray) warnings = prn_map_check (map);

    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&warnings));
  } else if (g_error_matches (refusal, PRN_ERROR, PRN_ERROR_IO)) {
    g_propagate_error (error, g_steal_pointer (&refusal));
    return NULL;
  } else if (problems->len == 0) {
    g_ptr_array_add (problems, prn_problem_new (PRN_SEVERITY_ERROR, PRN_PROBLEM_REFUSED, "", NULL,
                                                "%s", refusal->message));
  }

  return g_steal_pointer (&problems);
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_ ("As JSON: a list of {severity, place, id, message}"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (json)
    prn_cli_say_in_english ();
  problems = find_problems (operands[0], &error);
  if (problems == NULL)
    return prn_cli_fail (error);

  status = prn_cli_write_text (NULL, json ? list_as_json (problems) : list_as_text (problems));
  if (status != PRN_CLI_DONE)
    return status;

  if (problems->len == 0) {
    prn_cli_say (_ ("%s: no problems"), operands[0]);
    return PRN_CLI_DONE;
  }

  prn_cli_say (g_dngettext (GETTEXT_PACKAGE, "%s: %u problem", "%s: %u problems", problems->len),
               operands[0], problems->len);

  return PRN_CLI_PROBLEMS;
}

const PrnCliCommand prn_cli_check = {
  .name = "check",
  .operands = "MAP",
  .summary = N_ ("List everything that is wrong with a map"),
  .description = N_ ("An error keeps the map from being opened; a warning is something that was "
                     "probably not meant.\nThe exit status is 1 if there are problems of either "
                     "kind."),
  .example = "perennial-cli check ours.lifecycle.json",
  .run = run,
};
