/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-files.h"
#include "prn-cli-progress.h"
#include "prn-cli-say.h"
#include "prn-log-read.h"

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the CSV"),
      N_ ("LOG.csv") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  const PrnLogOptions options = { 0 };
  g_auto (GStrv) operands = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnCliProgress) progress = NULL;
  gboolean written;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (output == NULL)
    return prn_cli_refuse (command, _ ("-o LOG.csv expected"));

  if (!prn_cli_files_differ (command, &(PrnCliFile){ "LOG", operands[0] }, 1,
                             &(PrnCliFile){ "--output", output }, 1))
    return PRN_CLI_USAGE;

  label = g_strdup_printf (_ ("Converting %s"), operands[0]);
  progress = prn_cli_progress_start (label);
  written =
      prn_log_convert (operands[0], &options, output, prn_cli_progress_get (progress), &error);
  g_clear_pointer (&progress, prn_cli_progress_stop);

  return written ? PRN_CLI_DONE : prn_cli_fail (error);
}

const PrnCliCommand prn_cli_convert = {
  .name = "convert",
  .operands = "LOG",
  .summary = N_ ("Turn an XES log (IEEE 1849, plain or gzip) into CSV"),
  .description =
      N_ ("The columns are case:concept:name, concept:name, time:timestamp and all other "
          "attributes."),
  .example = "perennial-cli convert claims.xes -o claims.csv",
  .run = run,
};
