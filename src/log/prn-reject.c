/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-reject.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "prn-log-text.h"

/* A cell that is no time is shown up to here. */
#define TIME_BYTES      160
#define TIME_CHARACTERS 40

static const char *const reasons[] = {
  [PRN_REJECT_NO_CUSTOMER] = N_ ("no customer"),
  [PRN_REJECT_NO_ACTIVITY] = N_ ("no activity"),
  [PRN_REJECT_NO_TIME] = N_ ("no time"),
  [PRN_REJECT_OPEN_QUOTE] = N_ ("a quoted field is not closed"),
  [PRN_REJECT_LONG_ROW] = N_ ("a row is longer than 1 MiB"),
};

#define TIME_BEGIN "time \""
#define TIME_END   "\" cannot be read"

const char *
prn_reject_reason (PrnRejectKind kind)
{
  return reasons[kind];
}

char *
prn_reject_time (const char *text, gsize length)
{
  g_autofree char *valid = NULL;
  g_autofree char *begin = NULL;

  if (length == 0)
    return g_strdup (reasons[PRN_REJECT_NO_TIME]);
  valid = prn_text_valid (text, MIN (length, TIME_BYTES));
  if (g_utf8_strlen (valid, -1) <= TIME_CHARACTERS)
    return g_strdup_printf (TIME_BEGIN "%s" TIME_END, valid);
  begin = g_utf8_substring (valid, 0, TIME_CHARACTERS);
  return g_strdup_printf (TIME_BEGIN "%s…" TIME_END, begin);
}

char *
prn_reject_fields (guint expected, guint found)
{
  return g_strdup_printf (
      expected == 1 ? "expected %u field, found %u" : "expected %u fields, found %u", expected,
      found);
}

static gboolean
read_fields (const char *reason, guint *expected, guint *found)
{
  return sscanf (reason, "expected %u field%*[s,] found %u", expected, found) == 2;
}

PrnRejectKind
prn_reject_kind (const char *reason)
{
  guint expected, found;

  for (PrnRejectKind kind = 0; kind < G_N_ELEMENTS (reasons); kind++)
    if (g_str_equal (reason, reasons[kind]))
      return kind;
  if (strlen (reason) >= strlen (TIME_BEGIN TIME_END) &&
      g_str_has_prefix (reason, TIME_BEGIN) && g_str_has_suffix (reason, TIME_END))
    return PRN_REJECT_TIME;
  return read_fields (reason, &expected, &found) ? PRN_REJECT_FIELDS : PRN_REJECT_OTHER;
}

static char *
time_words (const char *reason)
{
  gsize length = strlen (reason) - strlen (TIME_BEGIN TIME_END);
  g_autofree char *time = g_strndup (reason + strlen (TIME_BEGIN), length);

  return g_strdup_printf (_ ("time \"%s\" cannot be read"), time);
}

static char *
fields_words (const char *reason)
{
  guint expected = 0, found = 0;

  read_fields (reason, &expected, &found);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "expected %u field, found %u",
                                       "expected %u fields, found %u", expected),
                          expected, found);
}

char *
prn_reject_words (const char *reason)
{
  switch (prn_reject_kind (reason)) {
  case PRN_REJECT_TIME:
    return time_words (reason);
  case PRN_REJECT_FIELDS:
    return fields_words (reason);
  case PRN_REJECT_OTHER:
    return g_strdup (reason);
  default:
    return g_strdup (_ (reason));
  }
}
