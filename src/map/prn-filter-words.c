/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-filter-words.h"

#include <glib/gi18n-lib.h>

static const char *const ops[] = {
  [PRN_OP_IS] = N_ ("is"),
  [PRN_OP_IS_NOT] = N_ ("is not"),
  [PRN_OP_IN] = N_ ("is one of"),
  [PRN_OP_NOT_IN] = N_ ("is none of"),
  [PRN_OP_CONTAINS] = N_ ("contains"),
  [PRN_OP_STARTS_WITH] = N_ ("starts with"),
  [PRN_OP_LESS] = "<",
  [PRN_OP_AT_MOST] = "≤",
  [PRN_OP_AT_LEAST] = "≥",
  [PRN_OP_MORE] = ">",
  [PRN_OP_EXISTS] = N_ ("is known"),
  [PRN_OP_MISSING] = N_ ("is missing"),
};

char *
prn_filter_words (const PrnFilter *filter)
{
  GString *words = g_string_new (filter->column);

  g_string_append_printf (words, " %s", _ (ops[filter->op]));
  for (guint i = 0; i < filter->values.n; i++) {
    const PrnValue *value = &filter->values.items[i];

    g_string_append (words, i > 0 ? ", " : " ");
    if (value->is_number)
      g_string_append_printf (words, "%.15g", value->number);
    else
      g_string_append (words, value->text != NULL ? value->text : "");
  }
  return g_string_free (words, FALSE);
}
