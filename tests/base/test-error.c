/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-error.h"

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;

  prn_set_error_at (&error, PRN_ERROR_RANGE, "line 3", "%d is too many", 7);
  g_assert_error (error, PRN_ERROR, PRN_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, "line 3: 7 is too many");
  prn_set_error_at (NULL, PRN_ERROR_RANGE, "line 3", "nobody asks");
}

/* A foreign text cannot break the line, flood it or make it something else than UTF-8. */
static void
test_quote (void)
{
  static const struct {
    const char *text;
    const char *quoted;
  } cases[] = {
    { "", "“”" },
    { "Trial", "“Trial”" },
    { "a\nb\tc\x7f", "“a�b�c�”" },
    { "a\xe2\x80\xa8"
      "b",
      "“a�b”" },
    { "\xe9t\xe9", "“�t�”" },
    { "1234567890123456789012345678901234567890", "“1234567890123456789012345678901234567890”" },
    { "12345678901234567890123456789012345678901", "“1234567890123456789012345678901234567890…”" },
    { "客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客",
      "“客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客客…”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *quoted = prn_quote (cases[i].text);

    g_assert_cmpstr (quoted, ==, cases[i].quoted);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/error/place", test_place);
  g_test_add_func ("/base/error/quote", test_quote);
  return g_test_run ();
}
