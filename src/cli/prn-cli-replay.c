/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-conversions.h"
#include "prn-cli-customers.h"
#include "prn-cli-files.h"
#include "prn-cli-open.h"
#include "prn-cli-progress.h"
#include "prn-cli-report.h"
#include "prn-cli-say.h"
#include "prn-instant.h"
#include "prn-output.h"
#include "prn-replay.h"
#include "prn-tally-file.h"

typedef struct {
  char *as_of;
  char *format;
  char *output;
  char *rejects;
  PrnCliCustomers customers;
  char *segment_by;
  char **convert;
  char *tally;
  PrnConversionPair *conversions;
  guint n_conversions;
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
  g_free (options->segment_by);
  g_strfreev (options->convert);
  g_free (options->tally);
  prn_cli_conversions_free (options->conversions, options->n_conversions);
  prn_cli_log_options_clear (&options->log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static PrnTallySet *
replay_with_progress (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options, GError **error)
{
  g_autoptr (PrnCliProgress) progress = prn_cli_progress_start (_ ("Replaying"));

  return prn_replay_tally (plan, log, options, prn_cli_progress_get (progress), error);
}

/* What is written beside the report; it gets its name when the report has been written. */
static PrnOutput *
write_beside (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) content = bytes;
  g_autoptr (PrnOutput) output = prn_output_open (path, error);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  if (output == NULL || !prn_output_append (output, data, size, error))
    return NULL;
  return g_steal_pointer (&output);
}

/* Writes all or nothing. */
static PrnCliStatus
write_all (const Options *options,
           PrnLog *log,
           const PrnTallySet *tally,
           const PrnReport *report,
           PrnMap *map,
           PrnCliReportFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnOutput) rejects = NULL;
  g_autoptr (PrnOutput) counts = NULL;
  PrnCliStatus status;

  if (options->rejects != NULL)
    rejects = write_beside (options->rejects, prn_cli_rejects_to_csv (log), &error);
  if (options->tally != NULL && error == NULL)
    counts = write_beside (options->tally, prn_tally_set_to_json (tally), &error);
  if (error != NULL)
    return prn_cli_fail (error);

  status = prn_cli_write_report (options->output, format, report, map);
  if (status != PRN_CLI_DONE)
    return status;
  if ((rejects != NULL && !prn_output_finish (rejects, &error)) ||
      (counts != NULL && !prn_output_finish (counts, &error)))
    return prn_cli_fail (error);
  return PRN_CLI_DONE;
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
  g_autoptr (PrnPlan) plan = prn_cli_open_plan (operands[0], &error);
  g_autoptr (PrnTable) customers = NULL;
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnTallySet) tally = NULL;
  g_autoptr (PrnReport) report = NULL;
  PrnCliStatus status;

  if (plan == NULL || !prn_cli_customers_read (&options->customers, &customers, &error))
    return prn_cli_fail (error);

  how.customers = customers;
  read.threads = (guint) options->threads;
  read.max_rejects = options->rejects != NULL ? G_MAXUINT : 0;
  log = prn_cli_open_log (operands[1], &read, plan, options->segment_by, &error);
  if (log == NULL)
    return prn_cli_fail (error);
  prn_cli_say_mismatches (plan, log, customers, operands[1]);

  tally = replay_with_progress (plan, log, &how, &error);
  if (tally == NULL)
    return prn_cli_fail (error);

  report = prn_tally_set_report (tally);
  status = write_all (options, log, tally, report, prn_plan_get_map (plan), format);
  return status == PRN_CLI_DONE && options->strict ? prn_cli_judge (report, prn_plan_get_map (plan))
                                                   : status;
}

static gboolean
parse (const PrnCliCommand *command,
       GStrv *arguments,
       Options *options,
       GStrv *operands,
       PrnCliStatus *status)
{
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of,
      N_ ("End of observation: 2026-11-21, 2026-11-21T10:00:00Z; else the latest time in the log"),
      N_ ("INSTANT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("What the report is written as; else text"), N_ ("text|json|csv") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Where to write the report; for csv a folder, or one file FILE.csv"), N_ ("FILE") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options->strict,
      N_ ("Exit with 1 when a target is not met"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options->rejects,
      N_ ("Write every rejected row's line and reason as CSV"), N_ ("FILE") },
    { "customers-table", 0, 0, G_OPTION_ARG_FILENAME, &options->customers.table,
      N_ ("A table of customers: what is known of them before their first row"), N_ ("CSV") },
    { "customers-key", 0, 0, G_OPTION_ARG_STRING, &options->customers.key,
      N_ ("Column of the customer in that table; else guessed"), N_ ("COLUMN") },
    { "segment-by", 0, 0, G_OPTION_ARG_STRING, &options->segment_by,
      N_ ("A report for each value of a column, in the place of the map's segments"),
      N_ ("COLUMN") },
    { "convert", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->convert,
      N_ ("Measure another conversion: from a stage to one of others; can be given several times"),
      N_ ("FROM:TO[,TO]") },
    { "tally", 0, 0, G_OPTION_ARG_FILENAME, &options->tally,
      N_ ("Write what was counted, to be added to others with “perennial-cli sum”"), N_ ("FILE") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options->threads,
      N_ ("How many threads; else one a processor. The report is the same"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return prn_cli_parse (command, arguments, entries, prn_cli_log_options_group (&options->log),
                        operands, status);
}

/* Whether nothing is written over what is read. */
static gboolean
write_apart (const PrnCliCommand *command, char **operands, const Options *options)
{
  const PrnCliFile read[] = {
    { "MAP", operands[0] },
    { "LOG", operands[1] },
    { "--customers-table", options->customers.table },
  };
  const PrnCliFile written[] = {
    { "--output", options->output },
    { "--rejects", options->rejects },
    { "--tally", options->tally },
  };

  return prn_cli_files_differ (command, read, G_N_ELEMENTS (read), written,
                               G_N_ELEMENTS (written));
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  PrnReplayOptions replay_options = { 0 };
  PrnLogOptions log_options;
  PrnCliReportFormat format;
  PrnCliStatus status;

  if (!parse (command, arguments, &options, &operands, &status))
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
  if (prn_cli_meets_report (options.tally, options.output))
    return prn_cli_refuse (command, _ ("--tally -: the report needs a place of its own; name one "
                                       "with --output"));
  if (prn_cli_meets_report (options.rejects, options.output))
    return prn_cli_refuse (command, _ ("--rejects -: the report needs a place of its own; name one "
                                       "with --output"));
  if (options.as_of != NULL && !prn_instant_parse (options.as_of, &replay_options.as_of, &error))
    return prn_cli_refuse (command, "--as-of: %s", error->message);
  if (!prn_cli_log_options_resolve (&options.log, &log_options, &error))
    return prn_cli_fail (error);

  if (!prn_cli_conversions_parse (options.convert, &options.conversions, &options.n_conversions,
                                  &error))
    return prn_cli_refuse (command, "%s", error->message);

  replay_options.segment_by = options.segment_by;
  replay_options.measures.conversions = options.conversions;
  replay_options.measures.n_conversions = options.n_conversions;
  replay_options.has_as_of = options.as_of != NULL;
  replay_options.threads = (guint) options.threads;

  if (!write_apart (command, operands, &options))
    return PRN_CLI_USAGE;

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
