/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-calendar.h"

#include "prn-duration.h"
#include "prn-instant.h"

static void
assert_month (const PrnCalendar *calendar, gint64 time)
{
  int year, month, day;

  prn_instant_to_civil (time, &year, &month, &day);
  g_assert_cmpint (calendar->first + (gint32) prn_calendar_month (calendar, time), ==,
                   year * 12 + month - 1);
}

/* Each month begins with its first microsecond, and ends with its last one. */
static void
test_months (gconstpointer data)
{
  const int *years = data;
  PrnCalendar calendar;
  gint64 from = prn_instant_from_civil (years[0], 2, 17) + 5 * PRN_HOUR;
  gint64 until = prn_instant_from_civil (years[1], 11, 3) - 1;

  prn_calendar_init (&calendar, from, until);
  g_assert_cmpuint (calendar.n, ==, (years[1] - years[0]) * 12 + 10);
  g_assert_cmpuint (prn_calendar_month (&calendar, from), ==, 0);
  g_assert_cmpuint (prn_calendar_month (&calendar, until), ==, calendar.n - 1);
  for (guint32 i = 0; i < calendar.n; i++) {
    assert_month (&calendar, calendar.begins[i]);
    assert_month (&calendar, (calendar.begins[i] + calendar.begins[i + 1]) / 2);
    assert_month (&calendar, calendar.begins[i + 1] - 1);
  }
  prn_calendar_clear (&calendar);
}

/* A calendar of a single instant is that of its month; a name is a year and a month. */
static void
test_one_month (void)
{
  gint64 time = prn_instant_from_civil (2024, 2, 29);
  g_autofree char *name = NULL;
  PrnCalendar calendar;

  prn_calendar_init (&calendar, time, time - PRN_DAY);
  g_assert_cmpuint (calendar.n, ==, 1);
  assert_month (&calendar, time);
  name = prn_calendar_name (calendar.first);
  g_assert_cmpstr (name, ==, "2024-02");
  prn_calendar_clear (&calendar);
}

int
main (int argc, char **argv)
{
  static const int of_our_time[] = { 2024, 2026 }, before_1970[] = { 1968, 1971 },
                   all[] = { 1, 9999 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/calendar/of-our-time", of_our_time, test_months);
  g_test_add_data_func ("/engine/calendar/around-1970", before_1970, test_months);
  g_test_add_data_func ("/engine/calendar/all-years", all, test_months);
  g_test_add_func ("/engine/calendar/one-month", test_one_month);
  return g_test_run ();
}
