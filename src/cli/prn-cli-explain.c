/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-open.h"
#include "prn-cli-say.h"
#include "prn-cli-terminal.h"
#include "prn-explain.h"
#include "prn-instant.h"
#include "prn-text-table.h"

static char *
join (char **texts)
{
  return texts != NULL ? g_strjoinv (", ", texts) : g_strdup ("");
}

/* `trial → paid by upgrade: paid an invoice (3rd within 30 d)` */
static char *
describe_move (const PrnExplainStep *step, const char *arrow)
{
  GString *text = g_string_new (NULL);

  if (step->to != NULL && step->from != NULL)
    g_string_append_printf (text, "%s %s %s", step->from, arrow, step->to);
  else if (step->to != NULL)
    g_string_append_printf (text, _ ("enters %s"), step->to);

  if (step->trigger != NULL)
    g_string_append_printf (text, _ (" by %s"), step->trigger);
  if (step->why != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", step->why);
  if (step->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", step->note);

  return g_string_free (text, FALSE);
}

/* When it was, and where in the log. */
static void
add_place (PrnTextTable *table, const PrnExplainStep *step)
{
  prn_text_table_add (table, prn_instant_format (step->time));
  prn_text_table_add (table, step->line > 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, step->line)
                                            : g_strdup (""));
}

static const char *
activity_of (const PrnExplainStep *step)
{
  return step->activity != NULL ? step->activity : _ ("(timer)");
}

/* A row for each step. */
static PrnTextTable *
wide_table (GPtrArray *steps, const char *arrow)
{
  const PrnTextColumn columns[] = {
    { _ ("time"), PRN_TEXT_FIXED },     { _ ("line"), PRN_TEXT_NUMBER },
    { _ ("activity"), PRN_TEXT_FIXED }, { _ ("matches"), PRN_TEXT_FIXED },
    { _ ("scores"), PRN_TEXT_FIXED },   { _ ("what happens"), PRN_TEXT_FIXED },
  };
  PrnTextTable *table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < steps->len; i++) {
    const PrnExplainStep *step = steps->pdata[i];

    add_place (table, step);
    prn_text_table_add (table, g_strdup (activity_of (step)));
    prn_text_table_add (table, join (step->matched));
    prn_text_table_add (table, join (step->scores));
    prn_text_table_add (table, describe_move (step, arrow));
  }

  return table;
}

/* Below what was said of a step, if there is more to say. */
static void
add_below (PrnTextTable *table, const char *text)
{
  if (text[0] == '\0')
    return;

  prn_text_table_add (table, g_strdup (""));
  prn_text_table_add (table, g_strdup (""));
  prn_text_table_add (table, g_strdup (text));
}

/* The same for a terminal with less room: activity, move and scores of a step stand one below the
 * other. */
static PrnTextTable *
narrow_table (GPtrArray *steps, const char *arrow)
{
  const PrnTextColumn columns[] = {
    { _ ("time"), PRN_TEXT_FIXED },
    { _ ("line"), PRN_TEXT_NUMBER },
    { _ ("what happens"), PRN_TEXT_FOLDED },
  };
  PrnTextTable *table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < steps->len; i++) {
    const PrnExplainStep *step = steps->pdata[i];
    g_autofree char *matched = join (step->matched);
    g_autofree char *move = describe_move (step, arrow);
    g_autofree char *scores = join (step->scores);

    add_place (table, step);
    prn_text_table_add (table, matched[0] != '\0'
                                   ? g_strdup_printf ("%s (%s)", activity_of (step), matched)
                                   : g_strdup (activity_of (step)));
    add_below (table, move);
    add_below (table, scores);
  }

  return table;
}

static GString *
steps_as_text (GPtrArray *steps)
{
  const char *arrow = prn_cli_terminal_is_utf8 () ? "→" : "->";
  guint width = prn_cli_terminal_list_columns ();
  g_autoptr (PrnTextTable) table = wide_table (steps, arrow);
  GString *text = g_string_new (NULL);

  if (prn_text_table_needs (table) > width) {
    prn_text_table_free (table);
    table = narrow_table (steps, arrow);
  }
  prn_text_table_print (table, text, 0, width, "");

  return text;
}

static PrnCliStatus
explain (char **operands, PrnLogOptions *options, const char *customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_cli_open_plan (operands[0], &error);
  g_autoptr (PrnLog) log = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (plan == NULL)
    return prn_cli_fail (error);

  options->keep_lines = TRUE;
  log = prn_cli_open_log (operands[1], options, plan, NULL, &error);
  if (log == NULL)
    return prn_cli_fail (error);

  steps = prn_explain (plan, log, customer, NULL, &error);
  if (steps == NULL)
    g_prefix_error (&error, "%s: ", operands[1]);
  if (steps == NULL)
    return prn_cli_fail (error);

  return prn_cli_write_text (NULL, steps_as_text (steps));
}

static PrnCliStatus
run (const PrnCliCommand *command, GStrv *arguments)
{
  g_autofree char *customer = NULL;
  g_auto (PrnCliLogOptions) log_options = { 0 };
  const GOptionEntry entries[] = {
    { "customer-id", 0, 0, G_OPTION_ARG_STRING, &customer, N_ ("Whose rows are explained"),
      N_ ("ID") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_auto (GStrv) operands = NULL;
  g_autoptr (GError) error = NULL;
  PrnLogOptions options;
  PrnCliStatus status;

  if (!prn_cli_parse (command, arguments, entries, prn_cli_log_options_group (&log_options),
                      &operands, &status))
    return status;

  /* As the log's ids are. */
  if (customer != NULL)
    g_strstrip (customer);
  if (customer == NULL || customer[0] == '\0')
    return prn_cli_refuse (command, _ ("--customer-id ID expected"));
  if (g_str_equal (operands[0], "-") && g_str_equal (operands[1], "-"))
    return prn_cli_refuse (command, _ ("only one of MAP and LOG can be “-”"));
  if (!prn_cli_log_options_resolve (&log_options, &options, &error))
    return prn_cli_fail (error);

  return explain (operands, &options, customer);
}

const PrnCliCommand prn_cli_explain = {
  .name = "explain",
  .operands = "MAP LOG",
  .summary = N_ ("Explain one customer's way through a map, row by row"),
  .description = N_ ("For each row and each timer: its time and line, what it matched, the scores, "
                     "the condition that held and the move."),
  .example = "perennial-cli explain ours.lifecycle.json customers.csv --customer-id C00001",
  .run = run,
};
