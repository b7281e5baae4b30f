/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-filter.h"

#include <math.h>
#include <string.h>

#include "prn-log.h"

void
prn_filter_test_init (PrnFilterTest *test, const PrnFilter *filter)
{
  gboolean of_texts = filter->op == PRN_OP_CONTAINS || filter->op == PRN_OP_STARTS_WITH;

  test->filter = filter;
  test->asks_text = test->asks_number = FALSE;
  test->texts = g_new0 (char *, filter->values.n + 1);
  for (guint i = 0; i < filter->values.n; i++) {
    const PrnValue *value = &filter->values.items[i];
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    if (!value->is_number)
      test->texts[i] = prn_log_fold (value->text, -1);
    else if (of_texts)
      test->texts[i] = g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", value->number));
    test->asks_text |= test->texts[i] != NULL;
    test->asks_number |= test->texts[i] == NULL;
  }
}

void
prn_filter_test_clear (PrnFilterTest *test)
{
  for (guint i = 0; i < test->filter->values.n; i++)
    g_free (test->texts[i]);
  g_clear_pointer (&test->texts, g_free);
}

gboolean
prn_filter_cell_number (const char *cell, double *number)
{
  const char *c = cell;
  char *end;

  while (g_ascii_isspace (*c))
    c++;
  /* strtod() also takes "inf", "nan" and hexadecimal numbers, which nobody means. */
  for (const char *d = c; *d != '\0'; d++)
    if (!g_ascii_isdigit (*d) && strchr ("+-.eE \t", *d) == NULL)
      return FALSE;

  *number = g_ascii_strtod (c, &end);
  if (end == c)
    return FALSE;
  while (g_ascii_isspace (*end))
    end++;
  return *end == '\0' && isfinite (*number);
}

/* What the first value of a filter is to the cell: below, equal, above. */
static gboolean
compares (PrnOp op, int order)
{
  switch (op) {
  case PRN_OP_LESS:
    return order < 0;
  case PRN_OP_AT_MOST:
    return order <= 0;
  case PRN_OP_AT_LEAST:
    return order >= 0;
  case PRN_OP_MORE:
    return order > 0;
  default:
    return order == 0;
  }
}

static gboolean
passes_value (const PrnFilterTest *test,
              guint i,
              const char *folded,
              gboolean is_number,
              double number)
{
  const PrnValue *value = &test->filter->values.items[i];
  PrnOp op = test->filter->op;

  if (op == PRN_OP_CONTAINS)
    return strstr (folded, test->texts[i]) != NULL;
  if (op == PRN_OP_STARTS_WITH)
    return g_str_has_prefix (folded, test->texts[i]);
  if (!value->is_number)
    return compares (op, strcmp (folded, test->texts[i]));
  return is_number && compares (op, (number > value->number) - (number < value->number));
}

gboolean
prn_filter_test_cell (const PrnFilterTest *test,
                      const char *folded,
                      gboolean is_number,
                      double number)
{
  PrnOp op = test->filter->op;
  gboolean negated = op == PRN_OP_IS_NOT || op == PRN_OP_NOT_IN;
  gboolean missing = *folded == '\0';

  if (op == PRN_OP_EXISTS || op == PRN_OP_MISSING)
    return missing == (op == PRN_OP_MISSING);
  if (missing)
    return negated;

  for (guint i = 0; i < test->filter->values.n; i++)
    if (passes_value (test, i, folded, is_number, number))
      return !negated;
  return negated;
}
