/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-log-options.h"

#include <string.h>

#include "prn-cli-progress.h"
#include "prn-cli-say.h"
#include "prn-cli-describe.h"
#include "prn-error.h"
#include "prn-reject.h"
#include "prn-text-table.h"

void
prn_cli_log_options_clear (PrnCliLogOptions *options)
{
  g_free (options->customer);
  g_free (options->event);
  g_free (options->time);
  g_free (options->stage_column);
  g_free (options->trigger_column);
  g_free (options->time_format);
  g_free (options->zone);
  g_free (options->delimiter);
  g_free (options->encoding);
}

GOptionGroup *
prn_cli_log_options_group (PrnCliLogOptions *options)
{
  const GOptionEntry entries[] = {
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options->customer, N_ ("Column of the customer"),
      N_ ("COLUMN") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &options->event, N_ ("Column of the event or activity"),
      N_ ("COLUMN") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &options->time, N_ ("Column of the time"), N_ ("COLUMN") },
    { "time-format", 0, 0, G_OPTION_ARG_STRING, &options->time_format,
      N_ ("How times are written: “DD/MM/YYYY hh:mm”, “epoch-ms” ..."), N_ ("FORMAT") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &options->zone,
      N_ ("Zone of times that state none: “Europe/Berlin”, “+02:00”; else UTC"), N_ ("ZONE") },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &options->delimiter,
      N_ ("Between cells: “,” “;” “|” or “tab”"), N_ ("CHARACTER") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding,
      N_ ("“UTF-8”, “UTF-16LE”, “WINDOWS-1252” ..."), N_ ("ENCODING") },
    { "no-header", 0, 0, G_OPTION_ARG_NONE, &options->no_header, N_ ("The first row is data"),
      NULL },
    { "stage-column", 0, 0, G_OPTION_ARG_STRING, &options->stage_column,
      N_ ("Column of the stage a customer is now in, instead of an event"), N_ ("COLUMN") },
    { "trigger-column", 0, 0, G_OPTION_ARG_STRING, &options->trigger_column,
      N_ ("With a stage column: column of the trigger that moved the customer there"),
      N_ ("COLUMN") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionGroup *group;

  group = g_option_group_new ("log",
                              _ ("Log options (guessed when absent; a column is named by its "
                                 "header or by #N):"),
                              _ ("Show the log options"), NULL, NULL);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);

  return group;
}

static gboolean
resolve_delimiter (const char *text, char *delimiter, GError **error)
{
  static const struct {
    const char *name;
    char character;
  } names[] = {
    { "tab", '\t' }, { "\\t", '\t' }, { "comma", ',' }, { "semicolon", ';' }, { "pipe", '|' },
  };

  if (text[0] != '\0' && text[1] == '\0' && !g_ascii_isalnum (text[0]) &&
      strchr ("\"\r\n", text[0]) == NULL) {
    *delimiter = text[0];
    return (guchar) text[0] < 0x80;
  }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_ascii_strcasecmp (text, names[i].name) == 0) {
      *delimiter = names[i].character;
      return TRUE;
    }
  }

  g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE,
               _ ("--delimiter “%s”: one character or “tab” is expected"), text);
  return FALSE;
}

gboolean
prn_cli_log_options_resolve (const PrnCliLogOptions *options, PrnLogOptions *read, GError **error)
{
  memset (read, 0, sizeof *read);
  read->customer = options->customer;
  read->event = options->event;
  read->time = options->time;
  read->stage_column = options->stage_column;
  read->trigger_column = options->trigger_column;
  read->time_format = options->time_format;
  read->zone = options->zone;
  read->encoding = options->encoding;
  read->no_header = options->no_header;

  return options->delimiter == NULL ||
         resolve_delimiter (options->delimiter, &read->delimiter, error);
}

static const char *
column_name (const PrnLogGuess *guess, int column)
{
  return column >= 0 && (guint) column < guess->n_columns ? guess->columns[column] : "?";
}

static void
say_guess (const char *path, const PrnLogGuess *guess)
{
  g_autofree char *file = prn_cli_describe_file (guess);

  prn_cli_say ("%s: %s", path, file);
  prn_cli_say (_ ("%s: customer “%s”, %s “%s”, time “%s” as %s, zone %s"), path,
               column_name (guess, guess->customer), guess->stage >= 0 ? _ ("stage") : _ ("event"),
               column_name (guess, guess->stage >= 0 ? guess->stage : guess->event),
               column_name (guess, guess->time), guess->time_format, guess->zone);

  for (char **note = guess->notes; note != NULL && *note != NULL; note++)
    prn_cli_say ("%s: %s", path, *note);
}

static void
say_rejects (const char *path, PrnLog *log)
{
  guint n = 0;
  const PrnReject *rejects = prn_log_rejects (log, &n);
  g_autofree char *rejected = prn_text_table_number (prn_log_n_rejected (log));
  g_autofree char *read = prn_text_table_number (prn_log_n_read (log));
  g_autofree char *line = NULL;
  g_autofree char *reason = NULL;

  if (n == 0)
    return;
  reason = prn_reject_words (rejects[0].reason);
  line = g_strdup_printf ("%" G_GUINT64_FORMAT, rejects[0].line);
  prn_cli_say (g_dngettext (GETTEXT_PACKAGE, "%s: %s of %s rows was rejected: line %s: %s",
                            "%s: %s of %s rows were rejected; the first: line %s: %s",
                            (gulong) prn_log_n_rejected (log)),
               path, rejected, read, line, reason);
}

/* Fewer rows than that may be all bad without anything being wrong with how they were read. */
#define ENOUGH_ROWS 3

/* Why no row was taken in, when that is one and the same for all of them. */
static gboolean
find_one_kind (PrnLog *log, PrnRejectKind *kind)
{
  guint n = 0;
  const PrnReject *rejects = prn_log_rejects (log, &n);

  if (prn_log_n_accepted (log) > 0 || prn_log_n_rejected (log) < ENOUGH_ROWS || n == 0)
    return FALSE;
  *kind = prn_reject_kind (rejects[0].reason);
  for (guint i = 1; i < n; i++)
    if (prn_reject_kind (rejects[i].reason) != *kind)
      return FALSE;
  return TRUE;
}

/* What to do about it, with the column that was read. */
static char *
advise (const PrnLogGuess *guess, PrnRejectKind kind)
{
  int activity = guess->stage >= 0 ? guess->stage : guess->event;

  switch (kind) {
  case PRN_REJECT_NO_CUSTOMER:
    return g_strdup_printf (_ ("the customer was looked for in the column “%s”; name another with "
                               "--customer"),
                            column_name (guess, guess->customer));
  case PRN_REJECT_NO_ACTIVITY:
    return g_strdup_printf (_ ("the event was looked for in the column “%s”; name another with "
                               "--event"),
                            column_name (guess, activity));
  case PRN_REJECT_NO_TIME:
  case PRN_REJECT_TIME:
    return g_strdup_printf (_ ("the time was looked for in the column “%s” as %s; name another "
                               "with --time, or say with --time-format how it is written"),
                            column_name (guess, guess->time), guess->time_format);
  case PRN_REJECT_FIELDS:
    return g_strdup (_ ("the first row says how many fields there are; leave out what stands above "
                        "the header, or say with --delimiter what separates fields"));
  default:
    return g_strdup (_ ("is it a log?"));
  }
}

/* A log of which no row can be read for one reason is one that was not understood. */
static gboolean
has_rows (const char *path, PrnLog *log, const PrnLogGuess *guess, GError **error)
{
  PrnRejectKind kind;
  guint n;
  const PrnReject *first = prn_log_rejects (log, &n);
  g_autofree char *read = prn_text_table_number (prn_log_n_read (log));
  g_autofree char *line = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *advice = NULL;

  if (!find_one_kind (log, &kind))
    return TRUE;
  line = g_strdup_printf ("%" G_GUINT64_FORMAT, first->line);
  reason = prn_reject_words (first->reason);
  advice = advise (guess, kind);
  prn_set_error_at (error, PRN_ERROR_SYNTAX, path,
                    _ ("none of its %s rows can be read; the first, line %s: %s; %s"), read, line,
                    reason, advice);
  return FALSE;
}

PrnLog *
prn_cli_read_log (const char *path, const PrnLogOptions *options, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Reading %s"), path);
  g_autoptr (PrnCliProgress) progress = prn_cli_progress_start (label);
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (PrnLog) log =
      prn_log_read (path, options, &guess, prn_cli_progress_get (progress), error);

  g_clear_pointer (&progress, prn_cli_progress_stop);

  if (log == NULL)
    return NULL;

  say_guess (path, guess);
  if (!has_rows (path, log, guess, error))
    return NULL;
  say_rejects (path, log);

  return g_steal_pointer (&log);
}
