/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text.h"

/* A text is whole where it is neither cut off nor broken within a word. */
static void
test_is_whole (void)
{
  static const struct {
    const char *string;
    double letters; /* width in letters M of the style */
    guint lines;
    gboolean whole;
  } rows[] = {
    { "M", 2, 1, TRUE },
    { "MMMM", 2, 1, FALSE },
    { "MMMM", 2, 2, FALSE },     /* two lines would hold it, but break the word */
    { "MM MM", 3, 2, TRUE },
    { "MM MM", 3, 1, FALSE },
    { "MM MM MM", 3, 2, FALSE }, /* no word is broken, but the last is cut off */
    { "MM MM MM", 3, 3, TRUE },
    { "MM_MM", 4, 2, TRUE },
    { "MM-MM", 4, 2, TRUE },
    { "", 1, 1, TRUE },
  };

  prn_text_lock ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double width = rows[i].letters * prn_text_width (PRN_TEXT_FAR, "M") + 1;

    g_test_message ("%s", rows[i].string);
    g_assert_cmpint (prn_text_is_whole (PRN_TEXT_FAR, rows[i].string, width, rows[i].lines), ==,
                     rows[i].whole);
  }
  prn_text_unlock ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/is-whole", test_is_whole);
  return g_test_run ();
}
