/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-wording.h"

static void
test_sentence (void)
{
  static const struct {
    const char *message, *sentence;
  } rows[] = {
    { "no trigger uses this event", "No trigger uses this event" },
    { "say with `when` what moves them", "Say with “when” what moves them" },
    { "`rest` and `half_life`", "“rest” and “half_life”" },
    { "“Trial” has no name", "“Trial” has no name" },
    { "überall", "Überall" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *sentence = prn_wording_sentence (rows[i].message);

    g_assert_cmpstr (sentence, ==, rows[i].sentence);
  }
}

static void
test_share (void)
{
  static const struct {
    guint64 part, whole;
    const char *share;
  } rows[] = {
    { 0, 0, NULL },     { 0, 10, "0 %" },     { 1, 1000, "< 1 %" },
    { 1, 3, "33 %" },   { 999, 1000, "> 99 %" }, { 10, 10, "100 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *share = prn_wording_share (rows[i].part, rows[i].whole);

    g_assert_cmpstr (share, ==, rows[i].share);
  }
}

/* Here “~” stands for a space at which no line ends. */
static void
test_unbroken (void)
{
  static const struct {
    const char *text, *unbroken;
  } rows[] = {
    { "median 18 d · 84 customers", "median 18~d~· 84 customers" },
    { "5.3 % of visits", "5.3~% of visits" },
    { "≥ 50 % in 6 mo, met", "≥~50~% in 6~mo, met" },
    { "< 1 %", "<~1~%" },
    { "95 %: 45.1–57.3 %", "95~%: 45.1–\342\201\24057.3~%" },
    { "9 years", "9 years" },
    { "3 für 2", "3 für 2" },
    { "by 9 ", "by 9 " },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *unbroken = prn_wording_unbroken (rows[i].text);
    g_auto (GStrv) parts = g_strsplit (unbroken, "\302\240", -1);
    g_autofree char *shown = g_strjoinv ("~", parts);

    g_assert_cmpstr (shown, ==, rows[i].unbroken);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/sentence", test_sentence);
  g_test_add_func ("/wording/share", test_share);
  g_test_add_func ("/wording/unbroken", test_unbroken);
  return g_test_run ();
}
