/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-guess.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-log-header.h"
#include "prn-log-roles.h"
#include "prn-log-study.h"
#include "prn-log-xes.h"

#define N_SHOWN 20

/* The line end that is most common, outside of quotes or not. */
static const char *
find_line_ends (const char *text, gsize size)
{
  gsize feeds = 0, carriages = 0, pairs = 0;

  for (gsize i = 0; i < size; i++) {
    feeds += text[i] == '\n';
    carriages += text[i] == '\r';
    pairs += text[i] == '\n' && i > 0 && text[i - 1] == '\r';
  }
  feeds -= pairs;
  carriages -= pairs;
  if (pairs > 0 && pairs >= feeds && pairs >= carriages)
    return "CRLF";
  return carriages > feeds ? "CR" : "LF";
}

/* Excel's own first line: sep=; */
static gboolean
take_separator_line (PrnLogStudy *study)
{
  const char *head = study->head;

  if (study->head_size < 6 || g_ascii_strncasecmp (head, "sep=", 4) != 0 ||
      (head[5] != '\n' && head[5] != '\r'))
    return FALSE;
  if (study->options->delimiter == 0)
    study->guess->delimiter = head[4];
  study->plan->n_headers = 1;
  study->head_size -= 6;
  memmove (study->head, study->head + 6, study->head_size);
  return TRUE;
}

static void
name_columns (PrnLogStudy *study)
{
  guint n;
  char **first = prn_log_sample_row (study->sample, 0, &n);

  study->guess->n_columns = n;
  study->guess->columns = g_new0 (char *, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    study->guess->columns[i] = study->guess->has_header && first[i][0] != '\0'
                                   ? g_strdup (first[i])
                                   : g_strdup_printf ("#%u", i + 1);
}

static void
show_rows (PrnLogStudy *study)
{
  const PrnLogSample *sample = study->sample;
  guint from = study->guess->has_header ? 1 : 0;
  guint to = MIN (sample->n_head, from + N_SHOWN);
  guint n_shown = 0;

  study->guess->rows = g_new0 (char **, N_SHOWN + 1);
  for (guint i = from; i < to; i++) {
    guint n;
    char **cells = prn_log_sample_row (sample, i, &n);

    if (n == study->guess->n_columns)
      study->guess->rows[n_shown++] = g_strdupv (cells);
  }
}

static gboolean
take_named_column (PrnLogStudy *study, const char *name, int *column, GError **error)
{
  g_autofree char *known = NULL;

  *column = -1;
  if (name == NULL)
    return TRUE;
  *column = prn_log_plan_column (study->guess, name);
  if (*column >= 0)
    return TRUE;
  known = prn_log_plan_list_columns (study->guess);
  prn_set_error_at (error, PRN_ERROR_REFERENCE, prn_log_source_path (study->source),
                    _ ("has no column \"%s\"; its columns are %s"), name, known);
  return FALSE;
}

static gboolean
take_named_columns (PrnLogStudy *study, int *roles, GError **error)
{
  const PrnLogOptions *options = study->options;

  return take_named_column (study, options->customer, &roles[PRN_ROLE_CUSTOMER], error) &&
         take_named_column (study, options->event, &roles[PRN_ROLE_EVENT], error) &&
         take_named_column (study, options->time, &roles[PRN_ROLE_TIME], error) &&
         take_named_column (study, options->stage_column, &study->guess->stage, error) &&
         take_named_column (study, options->trigger_column, &study->guess->trigger, error);
}

/* Rows of the sample that have a field for each column. */
static guint
count_whole_rows (PrnLogStudy *study)
{
  guint n = 0;

  for (guint i = study->guess->has_header ? 1 : 0; i < study->sample->rows->len; i++)
    n += g_array_index (study->sample->n_cells, guint, i) == study->guess->n_columns;
  return n;
}

/* A log whose event could only be a column `stage` says where customers are, not what they do. */
static void
guess_stage (PrnLogStudy *study, int event)
{
  PrnLogGuess *guess = study->guess;

  if (guess->stage >= 0 || study->options->event != NULL || event < 0 || !guess->has_header ||
      g_ascii_strcasecmp (guess->columns[event], "stage") != 0)
    return;
  guess->stage = event;
  g_ptr_array_add (study->notes,
                   g_strdup_printf (_ ("Column \"%s\" is taken for the stage a customer is now in; "
                                       "--event %s takes it for an event."),
                                    guess->columns[event], guess->columns[event]));
}

static gboolean
guess_trigger (PrnLogStudy *study, GError **error)
{
  PrnLogGuess *guess = study->guess;

  if (guess->stage < 0 && guess->trigger >= 0) {
    prn_set_error_at (error, PRN_ERROR_USAGE, prn_log_source_path (study->source),
                      _ ("--trigger-column tells moves between stages apart, and this is no log of "
                         "stages; name the column of the stage with --stage-column"));
    return FALSE;
  }
  for (guint i = 0; i < guess->n_columns && guess->stage >= 0 && guess->trigger < 0; i++)
    if (guess->has_header && (int) i != guess->stage && (int) i != guess->customer &&
        (int) i != guess->time && g_ascii_strcasecmp (guess->columns[i], "trigger") == 0)
      guess->trigger = (int) i;
  return TRUE;
}

static gboolean
find_columns (PrnLogStudy *study, GError **error)
{
  int roles[PRN_N_ROLES];
  guint n_rows = count_whole_rows (study);
  g_autoptr (GArray) facts = prn_log_column_facts (study->sample, study->guess->has_header,
                                                   study->guess->columns, study->guess->n_columns);
  PrnTimeSample *time = NULL;

  if (!take_named_columns (study, roles, error))
    return FALSE;
  if (study->guess->stage >= 0)
    roles[PRN_ROLE_EVENT] = study->guess->stage;
  prn_log_guess_roles (facts, n_rows, study->guess->has_header, roles, study->notes);
  guess_stage (study, roles[PRN_ROLE_EVENT]);
  study->guess->customer = roles[PRN_ROLE_CUSTOMER];
  study->guess->event = study->guess->stage >= 0 ? -1 : roles[PRN_ROLE_EVENT];
  study->guess->time = roles[PRN_ROLE_TIME];
  if (!guess_trigger (study, error))
    return FALSE;
  if (study->guess->time >= 0) {
    time = &g_array_index (facts, PrnLogColumnFacts, study->guess->time).time;
    if (!prn_log_study_time (study, study->guess->time, time, error))
      return FALSE;
  } else {
    study->guess->time_format = g_strdup ("");
  }
  return prn_log_study_zone (study, time, error);
}

static gboolean
study_csv (PrnLogStudy *study, GError **error)
{
  PrnLogGuess *guess = study->guess;

  guess->format = g_strdup ("csv");
  guess->delimiter = study->options->delimiter;
  if (!take_separator_line (study) && guess->delimiter == 0)
    guess->delimiter =
        prn_log_guess_delimiter (study->head, study->head_size, study->head_is_whole);
  guess->line_ends = g_strdup (find_line_ends (study->head, study->head_size));
  study->sample = prn_log_sample_new (study->head, study->head_size, study->head_is_whole,
                                      guess->delimiter, PRN_SAMPLE_MOST);
  if (study->sample->rows->len == 0)
    return prn_log_study_fail_without_rows (study, error);
  guess->has_header = !study->options->no_header && prn_log_sample_has_header (study->sample);
  study->plan->n_headers += guess->has_header;
  name_columns (study);
  show_rows (study);
  if (study->head_is_as_in_file)
    prn_log_sample_spread (study->sample, study->source, guess->delimiter, guess->n_columns);
  return find_columns (study, error);
}

static gboolean
sample_xes (PrnLogStudy *study, GPtrArray *columns, GError **error)
{
  g_clear_pointer (&study->sample, prn_log_sample_free);
  if (!prn_log_source_rewind (study->source, NULL, error))
    return FALSE;
  study->sample = prn_xes_sample (study->source, columns, PRN_SAMPLE_MOST, error);
  return study->sample != NULL;
}

/* Whether a column is asked for that the first events do not have; a later one may. */
static gboolean
names_unknown_column (PrnLogStudy *study)
{
  const PrnLogOptions *options = study->options;
  const char *const names[] = { options->customer, options->event, options->time,
                                options->stage_column, options->trigger_column };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && prn_log_plan_column (study->guess, names[i]) < 0)
      return TRUE;
  return FALSE;
}

static gboolean
study_xes (PrnLogStudy *study, GError **error)
{
  PrnLogGuess *guess = study->guess;

  guess->format = g_strdup ("xes");
  guess->line_ends = g_strdup (find_line_ends (study->head, study->head_size));
  guess->has_header = TRUE;
  study->plan->is_xes = TRUE;
  if (!sample_xes (study, NULL, error))
    return FALSE;
  name_columns (study);
  if (names_unknown_column (study)) {
    g_autoptr (GPtrArray) columns = NULL;

    if (!prn_log_source_rewind (study->source, NULL, error))
      return FALSE;
    columns = prn_xes_columns (study->source, error);
    if (columns == NULL || !sample_xes (study, columns, error))
      return FALSE;
    g_clear_pointer (&guess->columns, g_strfreev);
    name_columns (study);
  }
  show_rows (study);
  return find_columns (study, error);
}

gboolean
prn_log_plan_init (PrnLogPlan *plan, PrnLogSource *source, const PrnLogOptions *options,
                   GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  PrnLogStudy study = { .source = source, .options = options, .plan = plan, .notes = notes };
  gboolean done;

  *plan = (PrnLogPlan){ .guess = g_new0 (PrnLogGuess, 1) };
  study.guess = plan->guess;
  plan->guess->customer = plan->guess->event = plan->guess->time = plan->guess->stage = -1;
  plan->guess->trigger = -1;
  plan->guess->compression = g_strdup (prn_log_source_is_gzip (source) ? "gzip" : "none");

  done = prn_log_study_head (&study, error) &&
         (prn_log_study_is_xml (&study) ? study_xes (&study, error) : study_csv (&study, error));
  g_free (study.head);
  g_clear_pointer (&study.sample, prn_log_sample_free);
  g_ptr_array_add (notes, NULL);
  plan->guess->notes = g_strdupv ((char **) notes->pdata);
  if (!done)
    prn_log_plan_clear (plan);
  return done;
}
