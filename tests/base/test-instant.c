/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-duration.h"
#include "prn-error.h"
#include "prn-instant.h"

static const struct {
  const char *text;
  gint64 instant;
  const char *written;
} good[] = {
  { "1970-01-01", 0, "1970-01-01T00:00:00Z" },
  { "1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z" },
  { "1970-01-01 00:00", 0, "1970-01-01T00:00:00Z" },
  { "1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z" },
  { "2026-11-21T10:00:00Z", G_GINT64_CONSTANT (1795255200000000), "2026-11-21T10:00:00Z" },
  { "2026-11-21T10:00:00+02:00", G_GINT64_CONSTANT (1795248000000000), "2026-11-21T08:00:00Z" },
  { "2026-11-21T10:00:00-0130", G_GINT64_CONSTANT (1795260600000000), "2026-11-21T11:30:00Z" },
  { "2026-11-21T10:00:00+02", G_GINT64_CONSTANT (1795248000000000), "2026-11-21T08:00:00Z" },
  { "2026-11-21T10:00:00.5", G_GINT64_CONSTANT (1795255200500000), "2026-11-21T10:00:00.5Z" },
  { "2026-11-21T10:00:00.1234567", G_GINT64_CONSTANT (1795255200123456),
    "2026-11-21T10:00:00.123456Z" },
  { "2000-02-29", G_GINT64_CONSTANT (951782400000000), "2000-02-29T00:00:00Z" },
  { "0001-01-01", PRN_INSTANT_MIN, "0001-01-01T00:00:00Z" },
  { "9999-12-31T23:59:59.999999Z", PRN_INSTANT_MAX, "9999-12-31T23:59:59.999999Z" },
};

static const char *const bad[] = {
  "",
  "now",
  "2026",
  "2026-11",
  "2026-13-01",
  "2026-00-01",
  "2026-11-31",
  "2025-02-29",
  "1900-02-29",
  "0000-01-01",
  "2026-11-21T",
  "2026-11-21T24:00:00Z",
  "2026-11-21T10:60:00Z",
  "2026-11-21T10:00:60Z",
  "2026-11-21T10:00:00.Z",
  "2026-11-21T10:00:00Zulu",
  "2026-11-21T10:00:00+24:00",
  "2026-11-21X10:00:00",
  "2026-11-21 10",
  "21.11.2026",
  " 2026-11-21",
  "0001-01-01T00:00:00+01:00",
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *written = NULL;
    gint64 instant = 0;

    g_assert_true (prn_instant_parse (good[i].text, &instant, &error));
    g_assert_no_error (error);
    g_assert_cmpint (instant, ==, good[i].instant);
    written = prn_instant_format (instant);
    g_assert_cmpstr (written, ==, good[i].written);
  }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    gint64 instant;

    g_assert_false (prn_instant_parse (bad[i], &instant, &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_RANGE);
  }
}

/* Each day of four centuries follows the one before, as GLib's own calendar has it. */
static void
test_days (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1800);
  gint64 expected = prn_instant_from_civil (1800, 1, 1);

  for (guint i = 0; i < 146097; i++) {
    int year, month, day;

    prn_instant_to_civil (expected + PRN_DAY - 1, &year, &month, &day);
    g_assert_cmpint (year, ==, g_date_get_year (date));
    g_assert_cmpint (month, ==, (int) g_date_get_month (date));
    g_assert_cmpint (day, ==, g_date_get_day (date));
    g_assert_cmpint (prn_instant_from_civil (year, month, day), ==, expected);
    expected += PRN_DAY;
    g_date_add_days (date, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/instant/good", test_good);
  g_test_add_func ("/base/instant/bad", test_bad);
  g_test_add_func ("/base/instant/days", test_days);
  return g_test_run ();
}
