/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ordinal.h"

static const struct {
  guint n;
  const char *text;
} rows[] = {
  { 0, "0th" },     { 1, "1st" },     { 2, "2nd" },     { 3, "3rd" },     { 4, "4th" },
  { 10, "10th" },   { 11, "11th" },   { 12, "12th" },   { 13, "13th" },   { 20, "20th" },
  { 21, "21st" },   { 102, "102nd" }, { 111, "111th" }, { 112, "112th" }, { 1013, "1013th" },
  { 1023, "1023rd" },
};

static void
test_english (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = prn_ordinal (rows[i].n);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ordinal/english", test_english);

  return g_test_run ();
}
