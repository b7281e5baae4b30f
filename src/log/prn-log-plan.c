/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-guess.h"

void
prn_log_guess_free (PrnLogGuess *guess)
{
  g_free (guess->format);
  g_free (guess->compression);
  g_free (guess->encoding);
  g_free (guess->line_ends);
  g_strfreev (guess->columns);
  g_free (guess->time_format);
  g_free (guess->zone);
  g_strfreev (guess->notes);
  for (guint i = 0; guess->rows != NULL && guess->rows[i] != NULL; i++)
    g_strfreev (guess->rows[i]);
  g_free (guess->rows);
  g_free (guess);
}

void
prn_log_plan_clear (PrnLogPlan *plan)
{
  g_clear_pointer (&plan->guess, prn_log_guess_free);
}

int
prn_log_plan_column (const PrnLogGuess *guess, const char *name)
{
  for (guint i = 0; i < guess->n_columns; i++)
    if (g_str_equal (guess->columns[i], name))
      return (int) i;
  if (name[0] == '#') {
    guint64 number;

    if (g_ascii_string_to_unsigned (name + 1, 10, 1, guess->n_columns, &number, NULL))
      return (int) number - 1;
  }
  for (guint i = 0; i < guess->n_columns; i++)
    if (g_ascii_strcasecmp (guess->columns[i], name) == 0)
      return (int) i;
  return -1;
}

char *
prn_log_plan_list_columns (const PrnLogGuess *guess)
{
  const gsize most = 400;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < guess->n_columns; i++) {
    if (list->len + strlen (guess->columns[i]) > most) {
      g_string_append_printf (list, "%s… (%u columns)", i > 0 ? ", " : "", guess->n_columns);
      break;
    }
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", guess->columns[i]);
  }
  g_strdelimit (list->str, "\n\r\t", ' ');
  return g_string_free (list, FALSE);
}
