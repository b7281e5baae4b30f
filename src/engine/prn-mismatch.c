/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-mismatch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-amount.h"
#include "prn-error.h"
#include "prn-plan-private.h"

/* Whether an event takes its money from the column. */
static gboolean
has_amounts (PrnPlan *plan, const char *column)
{
  guint n;
  const PrnEvent *const *events = prn_map_events (plan->map, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (events[i]->value_column, column))
      return TRUE;
  return FALSE;
}

/* How many values of a column say something of that kind. Which of them comes first depends on how
 * a log is read; the least one does not. */
static guint
count_amounts (PrnLog *log, guint column, PrnAmountKind kind, char **least)
{
  guint n = prn_log_n_values (log, column), n_found = 0;
  const char *first = NULL;
  gint64 parts;

  /* Value 0 is an empty cell, which is missing and nothing to wonder at. */
  for (guint i = 1; i < n; i++) {
    const char *value = prn_log_value (log, column, i);

    if (prn_amount_read (value, &parts) != kind)
      continue;
    n_found++;
    if (first == NULL || strcmp (value, first) < 0)
      first = value;
  }
  *least = first != NULL ? prn_quote (first) : NULL;
  return n_found;
}

static void
check_amounts (PrnLog *log, guint column, GPtrArray *mismatches)
{
  g_autofree char *name = prn_quote (prn_log_column_name (log, column));
  g_autofree char *no_number = NULL;
  g_autofree char *too_large = NULL;
  guint n_bad = count_amounts (log, column, PRN_AMOUNT_NO_NUMBER, &no_number);
  guint n_large = count_amounts (log, column, PRN_AMOUNT_TOO_LARGE, &too_large);

  if (n_bad > 0)
    g_ptr_array_add (
        mismatches,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u value of the column %s is no number and counts as no "
                                      "money: %s; write amounts like 1234.5",
                                      "%u different values of the column %s are no numbers and "
                                      "count as no money, such as %s; write amounts like 1234.5",
                                      n_bad),
                         n_bad, name, no_number));
  if (n_large > 0)
    g_ptr_array_add (
        mismatches, g_strdup_printf (
                        g_dngettext (GETTEXT_PACKAGE,
                                     "%u value of the column %s is beyond 1,000,000,000,000 and "
                                     "counts as no money: %s; correct it, or give amounts in a "
                                     "larger unit",
                                     "%u different values of the column %s are beyond "
                                     "1,000,000,000,000 and count as no money, such as %s; correct "
                                     "them, or give amounts in a larger unit",
                                     n_large),
                        n_large, name, too_large));
}

/* Whether a column that was asked for is there: one that is not has no value but the empty one. */
static gboolean
has_values (PrnLog *log, int column)
{
  return column >= 0 && prn_log_n_values (log, (guint) column) > 1;
}

/* Whether some customer of the log is in the table. */
static gboolean
knows_anyone (PrnLog *log, PrnTable *customers)
{
  guint row;

  for (guint i = 0; i < prn_log_n_parts (log); i++) {
    const PrnLogPart *part = prn_log_part (log, i);

    for (guint32 k = 0; k < part->n_customers; k++)
      if (prn_table_find (customers, part->ids + part->id_offset[k],
                          part->id_offset[k + 1] - part->id_offset[k], &row))
        return TRUE;
  }
  return FALSE;
}

GPtrArray *
prn_find_mismatches (PrnPlan *plan, PrnLog *log, PrnTable *customers)
{
  GPtrArray *mismatches = g_ptr_array_new_with_free_func (g_free);

  if (prn_log_n_accepted (log) == 0)
    return mismatches;
  if (customers != NULL && !knows_anyone (log, customers)) {
    g_autofree char *key = prn_quote (prn_table_key (customers));

    g_ptr_array_add (mismatches,
                     g_strdup_printf (_ ("no customer of the log is in the table of customers; its "
                                         "column %s has other ids"),
                                      key));
  }
  for (const char *const *name = prn_plan_columns (plan); *name != NULL; name++) {
    int column = prn_log_column (log, *name);
    gboolean amounts = has_amounts (plan, *name);
    gboolean in_table = customers != NULL && prn_table_column (customers, *name) >= 0;
    g_autofree char *quoted = prn_quote (*name);

    if (amounts && column >= 0)
      check_amounts (log, (guint) column, mismatches);
    if (!has_values (log, column) && (amounts || !in_table))
      g_ptr_array_add (mismatches,
                       g_strdup_printf (_ ("no row has a value in the column %s, which the map "
                                           "looks at; is it called so in the log?"),
                                        quoted));
  }
  return mismatches;
}
