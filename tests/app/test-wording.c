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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/sentence", test_sentence);
  g_test_add_func ("/wording/share", test_share);
  return g_test_run ();
}
