/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-customers.h"
#include "prn-cli-log-options.h"
#include "prn-cli-progress.h"
#include "prn-cli-report.h"
#include "prn-cli-say.h"
#include "prn-instant.h"
#include "prn-map-file.h"
#include "prn-replay.h"

typedef struct {
  char *as_of;
  char *format;
  char *output;
  char *rejects;
  PrnCliCustomers customers;
  gboolean strict;
  int threads;
  PrnCliLogOptions log;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->format);
  g_free (options->output);
  g_free (options->rejects);
  prn_cli_customers_clear (&options->customers);
  prn_cli_log_options_clear (&options->log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static PrnReport *
replay_with_progress (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options, GError **error)
{
  g_autoptr (PrnCliProgress) progress = prn_cli_progress_start (_ ("Replaying"));

  return prn_replay (plan, log, options, prn_cli_progress_get (progress), error);
}

static PrnCliStatus
replay (char **operands,
        const PrnLogOptions *log_options,
        const PrnReplayOptions *replay_options,
        const Options *options,
        PrnCliReportFormat format)
{
  PrnLogOptions read = *log_options;
  PrnReplayOptions how = *replay_options;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnPlan) plan = NULL;
  g_autoptr (PrnTable) customers = NULL;
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnReport) report = NULL;
  PrnCliStatus status;

  map = prn_map_load (operands[0], NULL, &error);
  if (map == NULL)
    return prn_cli_fail (error);

  plan = prn_plan_new (map, &error);
  if (plan == NULL)
    return prn_cli_fail (error);

  if (!prn_cli_customers_read (&options->customers, &customers, &error))
    return prn_cli_fail (error);

  how.customers = customers;
  read.columns = prn_plan_columns (plan);
  read.threads = (guint) options->threads;
  read.max_rejects = options->rejects != NULL ? G_MAXUINT : 0;
  log = prn_cli_read_log (operands[1], &read, &error);
  if (log == NULL)
    return prn_cli_fail (error);

  report = replay_with_progress (plan, log, &how, &error);
  if (report == NULL)
    return prn_cli_fail (error);

  if (options->rejects != NULL) {
    status = prn_cli_write_rejects (options->rejects, log);
    if (status != PRN_CLI_DONE)
      return status;
  }

  status = prn_cli_write_report (options->output, format, report, map);
  return status == PRN_CLI_DONE && options->strict ? prn_cli_judge (report, map) : status;
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("End of observation: 2026-11-21, 2026-11-21T10:00:00Z; else the latest time in the log"),
      N_ ("INSTANT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("What the report is written as; else text"), N_ ("text|json|csv") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write the report; for csv a folder, or one file FILE.csv"), N_ ("FILE") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict,
      N_ ("Exit with 1 when a target is not met"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options.rejects,
      N_ ("Write every rejected row's line and reason as CSV"), N_ ("FILE") },
    { "customers-table", 0, 0, G_OPTION_ARG_FILENAME, &options.customers.table,
      N_ ("A table of customers: what is known of them before their first row"), N_ ("CSV") },
    { "customers-key", 0, 0, G_OPTION_ARG_STRING, &options.customers.key,
      N_ ("Column of the customer in that table; else guessed"), N_ ("COLUMN") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options.threads,
      N_ ("How many threads; else one a processor. The report is the same"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  PrnReplayOptions replay_options = { 0 };
  PrnLogOptions log_options;
  PrnCliReportFormat format;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, prn_cli_log_options_group (&options.log),
                      &operands, &status))
    return status;

  if (g_str_equal (operands[0], "-") && g_str_equal (operands[1], "-"))
    return prn_cli_refuse (command, _ ("only one of MAP and LOG can be “-”"));
  if (options.customers.key != NULL && options.customers.table == NULL)
    return prn_cli_refuse (command, _ ("--customers-key: --customers-table is expected with it"));
  if (options.threads < 0 || options.threads > 1024)
    return prn_cli_refuse (command, _ ("--threads: a number up to 1024 is expected"));
  if (!prn_cli_report_format_parse (options.format, &format))
    return prn_cli_refuse (command, _ ("--format “%s”: text, json or csv is expected"),
                           options.format);
  if (options.as_of != NULL && !prn_instant_parse (options.as_of, &replay_options.as_of, &error))
    return prn_cli_refuse (command, "--as-of: %s", error->message);
  if (!prn_cli_log_options_resolve (&options.log, &log_options, &error))
    return prn_cli_fail (error);

  replay_options.has_as_of = options.as_of != NULL;
  replay_options.threads = (guint) options.threads;

  return replay (operands, &log_options, &replay_options, &options, format);
}

const PrnCliCommand prn_cli_replay = {
  .name = "replay",
  .operands = "MAP LOG",
  .summary = N_ ("Replay a log through a map and report what happened"),
  .description = N_ ("LOG is a CSV or an XES, plain or gzip. One of MAP and LOG can be “-”."),
  .example = "perennial-cli replay ours.lifecycle.json customers.csv --format json -o report.json",
  .run = run,
};
