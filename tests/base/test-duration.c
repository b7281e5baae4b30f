/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-duration.h"
#include "prn-error.h"

static const struct {
  const char *text;
  gint64 us;
  const char *written; /* NULL: as it was */
} good[] = {
  { "0s", 0, NULL },
  { "14d", 14 * PRN_DAY, "2w" },
  { "1d12h", 36 * PRN_HOUR, NULL },
  { "1.5h", 90 * PRN_MINUTE, "1h30min" },
  { "1.5s", 1500000, NULL },
  { "0.000001s", 1, NULL },
  { "90min", 90 * PRN_MINUTE, "1h30min" },
  { "6mo", 6 * PRN_MONTH, NULL },
  { "12mo", PRN_YEAR, "1y" },
  { "2y", 2 * PRN_YEAR, NULL },
  { "0.5mo", PRN_MONTH / 2, "15d5h15min" },
  { "1h1d", 25 * PRN_HOUR, "1d1h" },
  { "8d", 8 * PRN_DAY, NULL },
  { "007d", 7 * PRN_DAY, "1w" },
  { "10000y", 10000 * PRN_YEAR, NULL },
  { "365.25d", PRN_YEAR, "1y" },
};

static const char *const bad[] = {
  "",
  "d",
  "1",
  "1 d",
  "-1d",
  "+1d",
  "1.d",
  ".5d",
  "1d ",
  "1D",
  "1m",
  "1month",
  "1,5h",
  "1e3s",
  "0.1us",
  "0.0000001s",
  "0.3333333s",
  "10000y1s",
  "99999999999999999999y",
  "1d-2h",
  "1dh",
  "\303\244d",
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *written = NULL;
    gint64 us = -1;

    g_assert_true (prn_duration_parse (good[i].text, &us, &error));
    g_assert_no_error (error);
    g_assert_cmpint (us, ==, good[i].us);
    written = prn_duration_format (us);
    g_assert_cmpstr (written, ==, good[i].written != NULL ? good[i].written : good[i].text);
  }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    gint64 us = -1;

    g_assert_false (prn_duration_parse (bad[i], &us, &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_RANGE);
    g_assert_cmpint (us, ==, -1);
  }
}

/* What is written reads back as the same length, whatever it is. */
static void
test_random (void)
{
  for (guint i = 0; i < 20000; i++) {
    gint64 us =
        (gint64) (((guint64) (guint32) g_test_rand_int () << 31 ^ (guint32) g_test_rand_int ()) &
                  G_MAXINT64);
    g_autofree char *text = NULL;
    gint64 back = -1;

    us %= (10000 * PRN_YEAR) >> g_test_rand_int_range (0, 50);
    text = prn_duration_format (us);
    g_assert_true (prn_duration_parse (text, &back, NULL));
    g_assert_cmpint (back, ==, us);
  }
}

static void
test_short (void)
{
  static const struct {
    gint64 us;
    const char *text;
  } cases[] = {
    { 0, "0 s" },
    { 45 * PRN_SECOND, "45 s" },
    { 1500000, "1.5 s" },
    { 59700000, "1 min" },
    { 12 * PRN_MINUTE, "12 min" },
    { 210 * PRN_MINUTE, "3.5 h" },
    { 24 * PRN_HOUR, "24 h" },
    { 18 * PRN_DAY, "18 d" },
    { 72 * PRN_MONTH / 10, "7.2 mo" },
    { 21 * PRN_YEAR / 10, "2.1 y" },
    { 400 * PRN_YEAR, "400 y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = prn_duration_format_short (cases[i].us);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_exact (void)
{
  static const struct {
    const char *duration;
    const char *text;
  } rows[] = {
    { "30d", "30 d" }, { "6mo", "6 mo" }, { "1d12h", "1 d 12 h" }, { "1.5s", "1.5 s" }, { "0s", "0 s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = NULL;
    gint64 us;

    g_assert_true (prn_duration_parse (rows[i].duration, &us, NULL));
    text = prn_duration_format_exact (us);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/duration/good", test_good);
  g_test_add_func ("/base/duration/bad", test_bad);
  g_test_add_func ("/base/duration/random", test_random);
  g_test_add_func ("/base/duration/short", test_short);
  g_test_add_func ("/base/duration/exact", test_exact);
  return g_test_run ();
}
