/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-calibrate.h"
#include "prn-cli-customers.h"
#include "prn-cli-files.h"
#include "prn-cli-open.h"
#include "prn-cli-progress.h"
#include "prn-cli-say.h"
#include "prn-duration.h"
#include "prn-instant.h"
#include "prn-map-file.h"

/* Of what does not fit, a reader takes in so much; the window shows all of it. */
#define MAX_LINES 40

typedef struct {
  char *as_of;
  gboolean complete;
  char *output;
  PrnCliCustomers customers;
  int threads;
  PrnCliLogOptions log;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->output);
  prn_cli_customers_clear (&options->customers);
  prn_cli_log_options_clear (&options->log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
say_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < MIN (notes->len, MAX_LINES); i++)
    prn_cli_say ("%s", ((const PrnCalibrationNote *) notes->pdata[i])->text);
  if (notes->len > MAX_LINES)
    prn_cli_say (_ ("and %u more like these"), notes->len - MAX_LINES);
}

static void
say_misses (const GPtrArray *misses)
{
  prn_cli_say (
      g_dngettext (GETTEXT_PACKAGE,
                   "in %u place the simulation misses the log by more than sampling error; where "
                   "customers go depends on how they came, or on when:",
                   "in %u places the simulation misses the log by more than sampling error; where "
                   "customers go depends on how they came, or on when:",
                   misses->len),
      misses->len);
  for (guint i = 0; i < MIN (misses->len, MAX_LINES); i++)
    prn_cli_say ("  %s", ((const PrnCalibrationMiss *) misses->pdata[i])->text);
  if (misses->len > MAX_LINES)
    prn_cli_say (_ ("and %u more like these"), misses->len - MAX_LINES);
}

/* Words about how well map and log fit; the map itself is the result. */
static void
say_fit (const PrnCalibration *calibration)
{
  guint n_triggers = prn_map_n (calibration->map, PRN_KIND_TRIGGER);

  say_notes (calibration->notes);
  prn_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u of %u trigger has the log's numbers",
                            "%u of %u triggers have the log's numbers", n_triggers),
               calibration->n_triggers, n_triggers);
  if (calibration->simulation == NULL)
    return;
  if (calibration->misses->len > 0)
    say_misses (calibration->misses);
  else
    prn_cli_say (_ ("a simulation of as many customers gives every stage's counts within sampling "
                    "error"));
}

static PrnCalibration *
calibrate_with_progress (PrnPlan *plan,
                         PrnLog *log,
                         const PrnReplayOptions *how,
                         gboolean complete,
                         GError **error)
{
  g_autoptr (PrnCliProgress) progress = prn_cli_progress_start (_ ("Calibrating"));

  return prn_calibrate (plan, log, how, complete, prn_cli_progress_get (progress), error);
}

static PrnCliStatus
calibrate (char **operands,
           const PrnLogOptions *log_options,
           const PrnReplayOptions *replay_options,
           const Options *options)
{
  PrnLogOptions read = *log_options;
  PrnReplayOptions how = *replay_options;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_cli_open_plan (operands[0], &error);
  g_autoptr (PrnTable) customers = NULL;
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (PrnCalibration) calibration = NULL;

  if (plan == NULL || !prn_cli_customers_read (&options->customers, &customers, &error))
    return prn_cli_fail (error);

  how.customers = customers;
  read.threads = (guint) options->threads;
  log = prn_cli_open_log (operands[1], &read, plan, NULL, &error);
  if (log != NULL)
    prn_cli_say_mismatches (plan, log, customers, operands[1]);
  if (log != NULL)
    calibration = calibrate_with_progress (plan, log, &how, options->complete, &error);
  if (calibration == NULL || !prn_map_save (calibration->map, options->output, &error))
    return prn_cli_fail (error);

  say_fit (calibration);
  return PRN_CLI_DONE;
}

/* A map may be calibrated in its place; a log and a table stay. */
static gboolean
write_apart (const PrnCliCommand *command, char **operands, const Options *options)
{
  const PrnCliFile read[] = {
    { "MAP", g_str_equal (operands[0], "-") ? "-" : NULL },
    { "LOG", operands[1] },
    { "--customers-table", options->customers.table },
  };
  const PrnCliFile written[] = { { "--output", options->output } };

  return prn_cli_files_differ (command, read, G_N_ELEMENTS (read), written,
                               G_N_ELEMENTS (written));
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "complete", 0, 0, G_OPTION_ARG_NONE, &options.complete,
      N_ ("The log's cases are finished: whoever is in a stage stays there for ever"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("End of observation: 2026-11-21, 2026-11-21T10:00:00Z; else the latest time in the log"),
      N_ ("INSTANT") },
    { "customers-table", 0, 0, G_OPTION_ARG_FILENAME, &options.customers.table,
      N_ ("A table of customers: what is known of them before their first row"), N_ ("CSV") },
    { "customers-key", 0, 0, G_OPTION_ARG_STRING, &options.customers.key,
      N_ ("Column of the customer in that table; else guessed"), N_ ("COLUMN") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write the calibrated map"), N_ ("MAP2") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options.threads,
      N_ ("How many threads; else one a processor. The map is the same"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  PrnReplayOptions replay_options = { 0 };
  PrnLogOptions log_options;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, prn_cli_log_options_group (&options.log),
                      &operands, &status))
    return status;

  if (options.output == NULL)
    return prn_cli_refuse (command, _ ("-o MAP2 expected"));
  if (g_str_equal (operands[0], "-") && g_str_equal (operands[1], "-"))
    return prn_cli_refuse (command, _ ("only one of MAP and LOG can be “-”"));
  if (options.customers.key != NULL && options.customers.table == NULL)
    return prn_cli_refuse (command, _ ("--customers-key: --customers-table is expected with it"));
  if (options.threads < 0 || options.threads > 1024)
    return prn_cli_refuse (command, _ ("--threads: a number up to 1024 is expected"));
  if (options.as_of != NULL && !prn_instant_parse (options.as_of, &replay_options.as_of, &error))
    return prn_cli_refuse (command, "--as-of: %s", error->message);
  if (!prn_cli_log_options_resolve (&options.log, &log_options, &error))
    return prn_cli_fail (error);
  if (!write_apart (command, operands, &options))
    return PRN_CLI_USAGE;

  replay_options.has_as_of = options.as_of != NULL;
  replay_options.threads = (guint) options.threads;

  return calibrate (operands, &log_options, &replay_options, &options);
}

const PrnCliCommand prn_cli_calibrate = {
  .name = "calibrate",
  .operands = "MAP LOG",
  .summary = N_ ("Give a map the shares and delays that a log shows"),
  .description = N_ ("Shares, delays and population become what the log shows, what is still open "
                     "in it being taken into account. Where map and log do not fit together is "
                     "said on the standard error."),
  .example = "perennial-cli calibrate ours.lifecycle.json customers.csv -o measured.lifecycle.json",
  .run = run,
};
