/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-say.h"
#include "prn-cli-terminal.h"
#include "prn-cli-describe.h"
#include "prn-json-write.h"
#include "prn-log-read.h"
#include "prn-text-table.h"

#define MAX_VALUES_SHOWN 5

static const char *
column_or_null (const PrnLogGuess *guess, int column)
{
  return column >= 0 && (guint) column < guess->n_columns ? guess->columns[column] : NULL;
}

static void
add_fact (PrnTextTable *table, const char *name, const char *value)
{
  prn_text_table_add (table, g_strdup (name));
  prn_text_table_add (table,
                      g_strdup (value != NULL ? value : _ ("not found; name it with an option")));
}

static void
append_facts (GString *text, const PrnLogGuess *guess, guint width, const char *ellipsis)
{
  static const PrnTextColumn columns[] = { { "", PRN_TEXT_FIXED }, { "", PRN_TEXT_WORDS } };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *file = prn_cli_describe_file (guess);

  add_fact (table, _ ("file"), file);
  add_fact (table, _ ("customer"), column_or_null (guess, guess->customer));
  if (guess->stage >= 0)
    add_fact (table, _ ("stage"), column_or_null (guess, guess->stage));
  else
    add_fact (table, _ ("event"), column_or_null (guess, guess->event));
  if (guess->trigger >= 0)
    add_fact (table, _ ("trigger"), column_or_null (guess, guess->trigger));
  add_fact (table, _ ("time"), column_or_null (guess, guess->time));
  if (guess->time >= 0)
    add_fact (table, _ ("time format"), guess->time_format);
  if (guess->time >= 0)
    add_fact (table, _ ("zone"), guess->zone);

  for (char **note = guess->notes; note != NULL && *note != NULL; note++)
    add_fact (table, _ ("note"), *note);

  prn_text_table_print (table, text, 0, width, ellipsis);
}

static const char *
role_name (const PrnLogGuess *guess, guint column)
{
  if ((int) column == guess->customer)
    return _ ("customer");
  if ((int) column == guess->event)
    return _ ("event");
  if ((int) column == guess->stage)
    return _ ("stage");
  if ((int) column == guess->trigger)
    return _ ("trigger");
  if ((int) column == guess->time)
    return _ ("time");

  return "";
}

/* The first few different values of a column: a log often begins with many rows of one customer. */
static char *
first_values (const PrnLogGuess *guess, guint column)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (char ***row = guess->rows; row != NULL && *row != NULL; row++) {
    char *value = (*row)[column];

    if (value[0] != '\0' && values->len < MAX_VALUES_SHOWN &&
        !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
      g_ptr_array_add (values, value);
  }
  g_ptr_array_add (values, NULL);

  return g_strjoinv (" | ", (char **) values->pdata);
}

/* A line for each column of the file, with what stands in it in the first rows: a log of forty
 * columns still fits a terminal. */
static void
append_columns (GString *text, const PrnLogGuess *guess, guint width, const char *ellipsis)
{
  const PrnTextColumn columns[] = {
    { "#", PRN_TEXT_NUMBER },
    { _ ("column"), PRN_TEXT_WORDS },
    { _ ("role"), PRN_TEXT_FIXED },
    { _ ("first values"), PRN_TEXT_WORDS },
  };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < guess->n_columns; i++) {
    prn_text_table_add (table, g_strdup_printf ("%u", i + 1));
    prn_text_table_add (table, g_strdup (guess->columns[i]));
    prn_text_table_add (table, g_strdup (role_name (guess, i)));
    prn_text_table_add (table, first_values (guess, i));
  }

  g_string_append_c (text, '\n');
  prn_text_table_print (table, text, 0, width, ellipsis);
}

static GString *
guess_as_text (const PrnLogGuess *guess)
{
  GString *text = g_string_new (NULL);
  guint width = prn_cli_terminal_columns ();
  const char *ellipsis = prn_cli_terminal_is_utf8 () ? "…" : "...";

  append_facts (text, guess, width, ellipsis);
  append_columns (text, guess, width, ellipsis);

  return text;
}

static void
append_name (GString *text, const char *name)
{
  g_string_append_printf (text, "%s  \"%s\": ", text->len > 2 ? ",\n" : "", name);
}

static void
append_text (GString *text, const char *name, const char *value)
{
  append_name (text, name);
  if (value != NULL)
    prn_json_append_string (text, value);
  else
    g_string_append (text, "null");
}

static void
append_flag (GString *text, const char *name, gboolean value)
{
  append_name (text, name);
  g_string_append (text, value ? "true" : "false");
}

static void
append_values (GString *text, char *const *values, guint n)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (text, ", ");
    prn_json_append_string (text, values[i]);
  }
  g_string_append_c (text, ']');
}

static GString *
guess_as_json (const PrnLogGuess *guess)
{
  gboolean csv = g_str_equal (guess->format, "csv");
  const char delimiter[] = { guess->delimiter, '\0' };
  GString *text = g_string_new ("{\n");

  append_text (text, "format", guess->format);
  append_text (text, "compression", guess->compression);
  append_text (text, "encoding", guess->encoding);
  append_flag (text, "bom", guess->has_bom);
  append_text (text, "line_ends", csv ? guess->line_ends : NULL);
  append_text (text, "delimiter", csv ? delimiter : NULL);
  append_flag (text, "header", guess->has_header);
  append_name (text, "columns");
  append_values (text, guess->columns, guess->n_columns);
  append_text (text, "customer", column_or_null (guess, guess->customer));
  append_text (text, "event", column_or_null (guess, guess->event));
  append_text (text, "stage", column_or_null (guess, guess->stage));
  append_text (text, "trigger", column_or_null (guess, guess->trigger));
  append_text (text, "time", column_or_null (guess, guess->time));
  append_text (text, "time_format", guess->time >= 0 ? guess->time_format : NULL);
  append_text (text, "zone", guess->time >= 0 ? guess->zone : NULL);
  append_name (text, "notes");
  append_values (text, guess->notes, guess->notes != NULL ? g_strv_length (guess->notes) : 0);
  append_name (text, "rows");
  g_string_append_c (text, '[');
  for (guint i = 0; guess->rows != NULL && guess->rows[i] != NULL; i++) {
    g_string_append (text, i > 0 ? ",\n    " : "\n    ");
    append_values (text, guess->rows[i], guess->n_columns);
  }
  g_string_append (text, "\n  ]\n}\n");

  return text;
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  const PrnLogOptions options = { 0 };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLogGuess) guess = NULL;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, NULL, &operands, &status))
    return status;

  if (json)
    prn_cli_say_in_english ();
  guess = prn_log_guess (operands[0], &options, &error);
  if (guess == NULL)
    return prn_cli_fail (error);

  return prn_cli_write_text (NULL, json ? guess_as_json (guess) : guess_as_text (guess));
}

const PrnCliCommand prn_cli_columns = {
  .name = "columns",
  .operands = "LOG",
  .summary = N_ ("Show how a log would be read: columns, times, first rows"),
  .description = N_ ("LOG is a CSV or an XES, plain or gzip."),
  .example = "perennial-cli columns customers.csv",
  .run = run,
};
