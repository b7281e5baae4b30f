/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-expected.h"
#include "prn-cli-files.h"
#include "prn-cli-open.h"
#include "prn-cli-progress.h"
#include "prn-cli-report.h"
#include "prn-cli-say.h"
#include "prn-duration.h"
#include "prn-error.h"
#include "prn-output.h"
#include "prn-scenario.h"
#include "prn-simulate.h"

/* As many as a map's population can have. */
#define MOST_CUSTOMERS G_GINT64_CONSTANT (1000000000)

typedef struct {
  gint64 customers;
  char *horizon;
  char *seed;
  char *discount;
  char **scenarios;
  char *log;
  gboolean expected;
  char *format;
  char *output;
  int threads;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->horizon);
  g_free (options->seed);
  g_free (options->discount);
  g_strfreev (options->scenarios);
  g_free (options->log);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What cannot be simulated is at a place in the map: say in which file. */
static void
prefix_place (const char *path, GError **error)
{
  if (!g_error_matches (*error, PRN_ERROR, PRN_ERROR_USAGE) &&
      !g_error_matches (*error, PRN_ERROR, PRN_ERROR_IO))
    g_prefix_error (error, "%s: ", path);
}

static PrnCliStatus
write_simulated (const char *path,
                 PrnPlan *plan,
                 const PrnSimulationOptions *how,
                 const Options *options,
                 PrnCliReportFormat format)
{
  g_autoptr (PrnCliProgress) progress = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnOutput) place = NULL;
  g_autoptr (PrnReport) report = NULL;

  /* No log is left of a simulation whose report has no place: that is found out first. */
  if (options->log != NULL && options->output != NULL && format != PRN_CLI_REPORT_CSV) {
    place = prn_output_open (options->output, &error);
    if (place == NULL)
      return prn_cli_fail (error);
  }
  progress = prn_cli_progress_start (_ ("Simulating"));
  report = prn_simulate (plan, how, prn_cli_progress_get (progress), &error);
  g_clear_pointer (&progress, prn_cli_progress_stop);
  if (report == NULL) {
    prefix_place (path, &error);
    return prn_cli_fail (error);
  }
  return prn_cli_write_report (options->output, format, report, prn_plan_get_map (plan));
}

static PrnExpected *
expect (PrnMap *map, const char *scenario, GError **error)
{
  g_autoptr (PrnMap) changed =
      scenario != NULL ? prn_map_with_scenario (map, scenario, error) : prn_map_ref (map);
  g_autoptr (PrnPlan) plan = changed != NULL ? prn_plan_new (changed, error) : NULL;
  PrnExpected *expected = plan != NULL ? prn_expected_new (plan, error) : NULL;

  if (expected == NULL && scenario != NULL)
    g_prefix_error (error, _ ("in the scenario “%s”: "), scenario);
  return expected;
}

static PrnCliStatus
write_expected (const char *path, PrnMap *map, const Options *options, PrnCliReportFormat format)
{
  guint n = 1 + (options->scenarios != NULL ? g_strv_length (options->scenarios) : 0);
  g_autofree PrnCliExpected *all = g_new0 (PrnCliExpected, n);
  g_autoptr (GError) error = NULL;
  PrnCliStatus status;

  for (guint i = 0; i < n && error == NULL; i++) {
    const char *scenario = i > 0 ? options->scenarios[i - 1] : NULL;

    all[i].scenario = i > 0 ? prn_map_lookup (map, scenario) : NULL;
    all[i].expected = expect (map, scenario, &error);
  }
  if (error != NULL)
    prefix_place (path, &error);
  status = error != NULL ? prn_cli_fail (error)
                         : prn_cli_write_expected (options->output, format, all, n, map);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&all[i].expected, prn_expected_free);
  return status;
}

/* The map with the discount that was asked for, if any. */
static PrnMap *
with_discount (PrnMap *map, double discount)
{
  PrnPopulation population = *prn_map_get_population (map);

  if (discount < 0)
    return prn_map_ref (map);
  population.discount_per_year = discount;
  return prn_map_with_population (map, &population);
}

static PrnCliStatus
simulate (const char *path,
          const PrnSimulationOptions *how,
          const Options *options,
          double discount,
          PrnCliReportFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) loaded = prn_cli_open_map (path, &error);
  g_autoptr (PrnMap) map = loaded != NULL ? with_discount (loaded, discount) : NULL;
  g_autoptr (PrnPlan) plan = map != NULL ? prn_plan_new (map, &error) : NULL;

  if (map != NULL && plan == NULL)
    prefix_place (path, &error);
  if (plan == NULL)
    return prn_cli_fail (error);
  return options->expected ? write_expected (path, map, options, format)
                           : write_simulated (path, plan, how, options, format);
}

static gboolean
parse_discount (const char *text, double *discount)
{
  char *end;

  *discount = -1;
  if (text == NULL)
    return TRUE;
  *discount = g_ascii_strtod (text, &end);
  if (end != text && g_str_equal (end, "%")) {
    *discount /= 100;
    end++;
  }
  return end != text && *end == '\0' && *discount >= 0 && *discount <= 10;
}

static gboolean
parse (const PrnCliCommand *command,
       GStrv *arguments,
       Options *options,
       GStrv *operands,
       PrnCliStatus *status)
{
  const GOptionEntry entries[] = {
    { "customers", 0, 0, G_OPTION_ARG_INT64, &options->customers,
      N_ ("How many customers; else as the map's population says"), N_ ("N") },
    { "horizon", 0, 0, G_OPTION_ARG_STRING, &options->horizon,
      N_ ("How long from the first arrival: 24mo, 90d; else as the population says"), N_ ("D") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &options->seed,
      N_ ("Key of the random numbers; else the population's"), N_ ("S") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->scenarios,
      N_ ("Compare a scenario of the map with the map as it is; may be repeated"), N_ ("ID") },
    { "discount", 0, 0, G_OPTION_ARG_STRING, &options->discount,
      N_ ("Discount of a year for the lifetime value: 0.1 or 10%; else the population's"),
      N_ ("RATE") },
    { "emit-log", 0, 0, G_OPTION_ARG_FILENAME, &options->log,
      N_ ("Write every move as a log that can be replayed"), N_ ("CSV") },
    { "expected", 0, 0, G_OPTION_ARG_NONE, &options->expected,
      N_ ("Compute the expected values without a horizon in closed form instead"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("What the report is written as; else text"), N_ ("text|json|csv") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Where to write the report; for csv a folder, or one file FILE.csv"), N_ ("FILE") },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options->threads,
      N_ ("How many threads; the report is the same"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return prn_cli_parse (command, arguments, entries, NULL, operands, status);
}

/* Whether nothing is written over what is read. */
static gboolean
write_apart (const PrnCliCommand *command, const char *map, const Options *options)
{
  const PrnCliFile read[] = { { "MAP", map } };
  const PrnCliFile written[] = { { "--output", options->output }, { "--emit-log", options->log } };

  return prn_cli_files_differ (command, read, G_N_ELEMENTS (read), written,
                               G_N_ELEMENTS (written));
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_auto (Options) options = { .customers = G_MININT64 };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  PrnSimulationOptions how = { .horizon = -1 };
  PrnCliReportFormat format;
  PrnCliStatus status;
  double discount;

  if (!parse (command, arguments, &options, &operands, &status))
    return status;

  if (options.customers != G_MININT64 &&
      (options.customers < 1 || options.customers > MOST_CUSTOMERS))
    return prn_cli_refuse (command, _ ("--customers: 1 to 1000000000 is expected"));
  if (options.threads < 0 || options.threads > 1024)
    return prn_cli_refuse (command, _ ("--threads: 1 to 1024 is expected"));
  if (!prn_cli_report_format_parse (options.format, &format))
    return prn_cli_refuse (command, _ ("--format “%s”: text, json or csv is expected"),
                           options.format);
  if (format != PRN_CLI_REPORT_TEXT)
    prn_cli_say_in_english ();
  if (options.horizon != NULL && !prn_duration_parse (options.horizon, &how.horizon, &error))
    return prn_cli_refuse (command, "--horizon: %s", error->message);
  if (options.seed != NULL &&
      !g_ascii_string_to_unsigned (options.seed, 10, 0, G_MAXUINT64, &how.seed, &error))
    return prn_cli_refuse (command, _ ("--seed “%s”: a whole number is expected"), options.seed);
  if (!parse_discount (options.discount, &discount))
    return prn_cli_refuse (command, _ ("--discount “%s”: 0 to 10 is expected, such as 0.1 or 10%%"),
                           options.discount);

  if (options.expected && options.log != NULL)
    return prn_cli_refuse (command, _ ("--emit-log: --expected simulates nothing to write"));
  if (prn_cli_meets_report (options.log, options.output))
    return prn_cli_refuse (command,
                           _ ("--emit-log -: the report needs a place of its own; name one "
                              "with --output"));

  if (!write_apart (command, operands[0], &options))
    return PRN_CLI_USAGE;

  how.scenarios = (const char *const *) options.scenarios;
  how.log_path = options.log;
  how.has_seed = options.seed != NULL;
  how.customers = options.customers > 0 ? (guint64) options.customers : 0;
  how.threads = (guint) options.threads;

  return simulate (operands[0], &how, &options, discount, format);
}

const PrnCliCommand prn_cli_simulate = {
  .name = "simulate",
  .operands = "MAP",
  .summary = N_ ("Simulate the customers to come"),
  .description = N_ ("Customers go through the map by the shares and delays of its triggers. The "
                     "same map, seed and number of customers give the same report."),
  .example = "perennial-cli simulate ours.lifecycle.json --customers 100000 --horizon 12mo",
  .run = run,
};
