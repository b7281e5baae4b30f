/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-reject.h"

static void
test_reasons (void)
{
  static const struct {
    PrnRejectKind kind;
    const char *reason;
  } rows[] = {
    { PRN_REJECT_NO_CUSTOMER, "no customer" },
    { PRN_REJECT_NO_ACTIVITY, "no activity" },
    { PRN_REJECT_NO_TIME, "no time" },
    { PRN_REJECT_OPEN_QUOTE, "a quoted field is not closed" },
    { PRN_REJECT_LONG_ROW, "a row is longer than 1 MiB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (prn_reject_reason (rows[i].kind), ==, rows[i].reason);
    g_assert_cmpint (prn_reject_kind (rows[i].reason), ==, rows[i].kind);
  }
}

static void
test_time (void)
{
  static const struct {
    const char *cell, *reason;
  } rows[] = {
    { "", "no time" },
    { "soon", "time \"soon\" cannot be read" },
    { "\" cannot be read", "time \"\" cannot be read\" cannot be read" },
    { "1234567890123456789012345678901234567890",
      "time \"1234567890123456789012345678901234567890\" cannot be read" },
    { "12345678901234567890123456789012345678901",
      "time \"1234567890123456789012345678901234567890…\" cannot be read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *reason = prn_reject_time (rows[i].cell, strlen (rows[i].cell));

    g_assert_cmpstr (reason, ==, rows[i].reason);
  }
}

static void
test_fields (void)
{
  g_autofree char *one = prn_reject_fields (1, 3);
  g_autofree char *many = prn_reject_fields (3, 1);

  g_assert_cmpstr (one, ==, "expected 1 field, found 3");
  g_assert_cmpstr (many, ==, "expected 3 fields, found 1");
  g_assert_cmpint (prn_reject_kind (one), ==, PRN_REJECT_FIELDS);
  g_assert_cmpint (prn_reject_kind (many), ==, PRN_REJECT_FIELDS);
  g_assert_cmpint (prn_reject_kind ("time \"soon\" cannot be read"), ==, PRN_REJECT_TIME);
  g_assert_cmpint (prn_reject_kind ("written by something else"), ==, PRN_REJECT_OTHER);
}

/* In English the words are the reason, of whatever shape; what is not from here is not touched. */
static void
test_words (void)
{
  static const char *const reasons[] = {
    "no time",
    "time \"soon\" cannot be read",
    "time \"100 %s\" cannot be read",
    "time \"\" cannot be read",
    "expected 1 field, found 3",
    "expected 3 fields, found 1",
    "written by something else",
    "time \" cannot be read",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    g_autofree char *words = prn_reject_words (reasons[i]);

    g_assert_cmpstr (words, ==, reasons[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log/reject/reasons", test_reasons);
  g_test_add_func ("/log/reject/time", test_time);
  g_test_add_func ("/log/reject/fields", test_fields);
  g_test_add_func ("/log/reject/words", test_words);

  return g_test_run ();
}
