/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-files.h"
#include "prn-cli-input.h"
#include "prn-cli-open.h"
#include "prn-cli-report.h"
#include "prn-cli-say.h"
#include "prn-tally-file.h"

typedef struct {
  char *format;
  char *output;
  gboolean strict;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static PrnTallySet *
read_tally (const char *path, PrnPlan *plan, GError **error)
{
  g_autoptr (GBytes) bytes = prn_cli_read_file (path, error);
  PrnTallySet *set = bytes != NULL ? prn_tally_set_from_json (plan, bytes, error) : NULL;

  if (bytes != NULL && set == NULL)
    g_prefix_error (error, "%s: ", path);
  return set;
}

static PrnTallySet *
read_sum (char **paths, PrnPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) sets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_tally_set_free);

  for (char **path = paths; *path != NULL; path++) {
    PrnTallySet *set = read_tally (*path, plan, error);

    if (set == NULL)
      return NULL;
    g_ptr_array_add (sets, set);
  }
  return prn_tally_set_sum ((PrnTallySet **) sets->pdata, sets->len, error);
}

/* Whether no file that is read is written over. A tally that is added twice counts its customers
 * twice, which is said. */
static gboolean
check_files (const PrnCliCommand *command, char **operands, const char *output)
{
  guint n = g_strv_length (operands);
  g_autofree PrnCliFile *read = g_new (PrnCliFile, n);
  const PrnCliFile written = { "--output", output };

  for (guint i = 0; i < n; i++) {
    read[i] = (PrnCliFile){ i == 0 ? "MAP" : "TALLY", operands[i] };
    for (guint k = 1; k < i; k++)
      if (prn_cli_is_same_file (operands[i], operands[k])) {
        prn_cli_say (_ ("%s: the tally is given twice, and its customers count twice"),
                     operands[i]);
        break;
      }
  }
  return prn_cli_files_differ (command, read, n, &written, 1);
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("What the report is written as; else text"), N_ ("text|json|csv") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write the report; for csv a folder, or one file FILE.csv"), N_ ("FILE") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict,
      N_ ("Exit with 1 when a target is not met"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = NULL;
  g_autoptr (PrnTallySet) sum = NULL;
  g_autoptr (PrnReport) report = NULL;
  PrnCliReportFormat format;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;
  if (!prn_cli_report_format_parse (options.format, &format))
    return prn_cli_refuse (command, _ ("--format “%s”: text, json or csv is expected"),
                           options.format);

  if (!check_files (command, operands, options.output))
    return PRN_CLI_USAGE;

  plan = prn_cli_open_plan (operands[0], &error);
  sum = plan != NULL ? read_sum (operands + 1, plan, &error) : NULL;
  if (sum == NULL)
    return prn_cli_fail (error);

  report = prn_tally_set_report (sum);
  status = prn_cli_write_report (options.output, format, report, prn_plan_get_map (plan));
  return status == PRN_CLI_DONE && options.strict
             ? prn_cli_judge (report, prn_plan_get_map (plan))
             : status;
}

const PrnCliCommand prn_cli_sum = {
  .name = "sum",
  .operands = "MAP TALLY...",
  .summary = N_ ("Add tallies of a log split by customer into one report"),
  .description = N_ ("TALLY is a file written by “replay --tally”. All must be made with the same "
                     "map, --as-of, --segment-by and --convert. Lines of rejected rows are those "
                     "of each part's own file."),
  .example = "perennial-cli sum ours.lifecycle.json north.tally.json south.tally.json --format json -o report.json",
  .run = run,
};
