/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-fuzzy.h"

/* What is typed, what it means most of all, and what it means less, or not at all. */
static void
test_better (void)
{
  static const struct {
    const char *typed;
    const char *better, *worse;
  } rows[] = {
    { "exp", "Export…", "Next Stage to the Right" },
    { "zi", "Zoom In", "Normal Size" },
    { "fit", "Fit", "Profit of the year" },
    { "new s", "New Stage", "Next Stage" },
    { "undo", "Undo", "Undone Things" },
    { "TRIAL", "Trial", "Trial expired" },
    { "trial", "Free Trial", "Tariffs in all" },
    { "Üb", "Übersicht", "Auf Umwegen über" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].typed);
    g_assert_cmpint (prn_fuzzy_score (rows[i].typed, rows[i].better), >, 0);
    g_assert_cmpint (prn_fuzzy_score (rows[i].typed, rows[i].better), >,
                     prn_fuzzy_score (rows[i].typed, rows[i].worse));
  }
}

static void
test_none (void)
{
  g_assert_cmpint (prn_fuzzy_score ("xyz", "Export"), ==, -1);
  g_assert_cmpint (prn_fuzzy_score ("tropxe", "Export"), ==, -1);
  g_assert_cmpint (prn_fuzzy_score ("exporting", "Export"), ==, -1);
  g_assert_cmpint (prn_fuzzy_score ("a", ""), ==, -1);
  g_assert_cmpint (prn_fuzzy_score ("", "Export"), ==, 0);
  g_assert_cmpint (prn_fuzzy_score (" ", ""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzzy/better", test_better);
  g_test_add_func ("/fuzzy/none", test_none);
  return g_test_run ();
}
