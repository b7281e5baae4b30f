/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-time.h"

#include <locale.h>
#include <string.h>

#include "log-test.h"
#include "prn-error.h"

/* Times as logs write them: a column of values, the format found, and what each value is. */

typedef struct {
  const char *values; /* one a line */
  const char *zone;   /* given */
  const char *format; /* given; NULL is to be guessed */
  const char *found;  /* the format's name; NULL: do not look */
  const char *times;  /* one a line; `-` for one that cannot be read */
} Column;

static const Column columns[] = {
  /* ISO 8601 */
  { "2026-11-21T10:05:06\n2026-11-21 10:05:07", NULL, NULL, "YYYY-MM-DDThh:mm:ss",
    "2026-11-21 10:05:06.000000\n2026-11-21 10:05:07.000000" },
  { "2026-11-21 10:05\n2026-11-21T10:06", NULL, NULL, "YYYY-MM-DD hh:mm",
    "2026-11-21 10:05:00.000000\n2026-11-21 10:06:00.000000" },
  { "2026-11-21 10:05:06.1\n2026-11-21 10:05:06.12\n2026-11-21 10:05:06.123\n"
    "2026-11-21 10:05:06.123456\n2026-11-21 10:05:06.1234567\n2026-11-21 10:05:06.999999999",
    NULL, NULL, NULL,
    "2026-11-21 10:05:06.100000\n2026-11-21 10:05:06.120000\n2026-11-21 10:05:06.123000\n"
    "2026-11-21 10:05:06.123456\n2026-11-21 10:05:06.123456\n2026-11-21 10:05:06.999999" },
  { "2026-11-21T10:05:06,5", NULL, NULL, NULL, "2026-11-21 10:05:06.500000" },
  { "1969-12-31T23:59:59.9999999", NULL, NULL, NULL, "1969-12-31 23:59:59.999999" },
  { "2026-11-21T10:05:06Z\n2026-11-21T10:05:06+02\n2026-11-21T10:05:06-0330\n"
    "2026-11-21 10:05:06+05:30\n2026-11-21 10:05:06 "
    "+01:00\n2026-11-21T10:05:06.5Z\n2026-11-21T10:05Z",
    NULL, NULL, NULL,
    "2026-11-21 10:05:06.000000\n2026-11-21 08:05:06.000000\n2026-11-21 13:35:06.000000\n"
    "2026-11-21 04:35:06.000000\n2026-11-21 09:05:06.000000\n2026-11-21 "
    "10:05:06.500000\n2026-11-21 10:05:00.000000" },
  { "2026-11-21 10:05:06 UTC\n2026-11-21 10:05:06 GMT\n2026-11-21T10:05:06+01:00[Europe/Berlin]",
    NULL, NULL, NULL,
    "2026-11-21 10:05:06.000000\n2026-11-21 10:05:06.000000\n2026-11-21 09:05:06.000000" },
  { "2026-11-21\n2024-02-29\n2023-02-29\n2026-13-01\n2026-00-10\n2026-04-31\n0001-01-01\n9999-12-"
    "31\n0000-01-01",
    NULL, NULL, "YYYY-MM-DD",
    "2026-11-21 00:00:00.000000\n2024-02-29 00:00:00.000000\n-\n-\n-\n-\n0001-01-01 "
    "00:00:00.000000\n"
    "9999-12-31 00:00:00.000000\n-" },
  { "2026-11-21 24:00:00\n2026-11-21 24:00:01\n2026-11-21 "
    "10:60:00\n2016-12-31T23:59:60Z\n2026-11-21 10:05:06 x\n"
    "2026-11-21 10:05:06.\n2026-11-21x",
    NULL, "iso", NULL, "2026-11-22 00:00:00.000000\n-\n-\n2017-01-01 00:00:00.000000\n-\n-\n-" },
  /* other separators, unpadded */
  { "2026/11/21 9:05:06\n2026/1/2 10:05", NULL, NULL, "YYYY/M/D h:mm:ss",
    "2026-11-21 09:05:06.000000\n2026-01-02 10:05:00.000000" },
  { "2026-11-21 9:05\n2026-11-21 0:05", NULL, NULL, NULL,
    "2026-11-21 09:05:00.000000\n2026-11-21 00:05:00.000000" },
  { "2026.11.21", NULL, NULL, "YYYY.MM.DD", "2026-11-21 00:00:00.000000" },
  /* day first */
  { "21.11.26 9:05\n1.2.26 10:05", NULL, NULL, "D.M.YY h:mm",
    "2026-11-21 09:05:00.000000\n2026-02-01 10:05:00.000000" },
  { "01.02.2026 10:05:06", NULL, NULL, "DD.MM.YYYY hh:mm:ss", "2026-02-01 10:05:06.000000" },
  { "1. 2. 2026", NULL, NULL, NULL, "2026-02-01 00:00:00.000000" },
  { "01/02/2026\n13/02/2026", NULL, NULL, "DD/MM/YYYY",
    "2026-02-01 00:00:00.000000\n2026-02-13 00:00:00.000000" },
  { "01/02/2026\n02/13/2026", NULL, NULL, "MM/DD/YYYY",
    "2026-01-02 00:00:00.000000\n2026-02-13 00:00:00.000000" },
  { "01-02-2026 10:05\n31-01-2026 10:05", NULL, NULL, "DD-MM-YYYY hh:mm",
    "2026-02-01 10:05:00.000000\n2026-01-31 10:05:00.000000" },
  { "01/02/2026", NULL, "DD/MM/YYYY", NULL, "2026-02-01 00:00:00.000000" },
  { "01/02/2026", NULL, "MM/DD/YYYY", NULL, "2026-01-02 00:00:00.000000" },
  { "01/02/69\n01/02/68", NULL, "dmy", NULL,
    "1969-02-01 00:00:00.000000\n2068-02-01 00:00:00.000000" },
  /* 12-hour clocks */
  { "11/21/2026 12:05:06 AM\n11/21/2026 12:05 pm\n11/21/2026 1:05 p.m.\n11/21/2026 11:59:59.5 PM\n"
    "11/21/2026 9 AM\n11/21/2026 13:05 PM",
    NULL, NULL, NULL,
    "2026-11-21 00:05:06.000000\n2026-11-21 12:05:00.000000\n2026-11-21 13:05:00.000000\n"
    "2026-11-21 23:59:59.500000\n2026-11-21 09:00:00.000000\n-" },
  { "2026-11-21 01:05:06PM", NULL, NULL, NULL, "2026-11-21 13:05:06.000000" },
  /* names of months */
  { "21 Nov 2026\n1 February 2026 10:05\n21-Nov-26 9:05:06\n21st November 2026", NULL, NULL, NULL,
    "2026-11-21 00:00:00.000000\n2026-02-01 10:05:00.000000\n2026-11-21 09:05:06.000000\n"
    "2026-11-21 00:00:00.000000" },
  { "Nov 21, 2026 10:05 AM\nNovember 21, 2026\nSept. 1, 2026 at 9:05 PM", NULL, NULL, NULL,
    "2026-11-21 10:05:00.000000\n2026-11-21 00:00:00.000000\n2026-09-01 21:05:00.000000" },
  { "Sat, 21 Nov 2026 10:05:06 +0100\nSat, 21 Nov 2026 10:05:06 GMT\nSat Nov 21 10:05:06 2026\n"
    "Sat Nov 21 10:05:06 UTC 2026\n2026-Nov-21\nNoon 21 2026",
    NULL, NULL, NULL,
    "2026-11-21 09:05:06.000000\n2026-11-21 10:05:06.000000\n2026-11-21 10:05:06.000000\n"
    "2026-11-21 10:05:06.000000\n2026-11-21 00:00:00.000000\n-" },
  /* digits only */
  { "20261121\n20240229\n20230229", NULL, NULL, "YYYYMMDD",
    "2026-11-21 00:00:00.000000\n2024-02-29 00:00:00.000000\n-" },
  { "20261121100506\n20261121235959", NULL, NULL, "YYYYMMDDhhmmss",
    "2026-11-21 10:05:06.000000\n2026-11-21 23:59:59.000000" },
  { "202611211005", NULL, NULL, "YYYYMMDDhhmm", "2026-11-21 10:05:00.000000" },
  { "20261121T100506Z\n20261121T100506.25+0100", NULL, NULL, NULL,
    "2026-11-21 10:05:06.000000\n2026-11-21 09:05:06.250000" },
  /* since 1970 */
  { "1538405774\n1538405774.195\n-1", NULL, NULL, "epoch-s",
    "2018-10-01 14:56:14.000000\n2018-10-01 14:56:14.195000\n1969-12-31 23:59:59.000000" },
  { "1538405774195\n1538405774195.5", NULL, NULL, "epoch-ms",
    "2018-10-01 14:56:14.195000\n2018-10-01 14:56:14.195500" },
  { "1538405774195002", NULL, NULL, "epoch-us", "2018-10-01 14:56:14.195002" },
  { "1538405774195002999\n-1", NULL, NULL, "epoch-ns",
    "2018-10-01 14:56:14.195002\n1969-12-31 23:59:59.999999" },
  { "12\n1e3\n\n99999999999999999999", NULL, "epoch-s", NULL,
    "1970-01-01 00:00:12.000000\n-\n-\n-" },
  { "12", NULL, "epoch-ms", NULL, "1970-01-01 00:00:00.012000" },
  /* patterns of strptime() */
  { "21.11.2026 10h05", NULL, "%d.%m.%Y %Hh%M", NULL, "2026-11-21 10:05:00.000000" },
  { "10:05 21/11/26", NULL, "%H:%M %d/%m/%y", NULL, "2026-11-21 10:05:00.000000" },
  { "2026 325 PM 01:05:06.25", NULL, "%Y %j %p %I:%M:%S.%f", NULL, "2026-11-21 13:05:06.250000" },
  { "2026-11-21T10:05:06+0100\n2026-11-21T10:05:06.5Z\n2026-11-21T10:05:06 rest", NULL,
    "%Y-%m-%dT%H:%M:%S%z", NULL, "2026-11-21 09:05:06.000000\n-\n-" },
  { "2026-11-21 10:05:06", NULL, "%F %T", NULL, "2026-11-21 10:05:06.000000" },
  { "Nov 21 2026", NULL, "%b %d %Y", NULL, "2026-11-21 00:00:00.000000" },
  /* zones */
  { "2026-01-01 10:00:00\n2026-07-01 10:00:00\n2026-07-01T10:00:00Z", "Europe/Berlin", NULL, NULL,
    "2026-01-01 09:00:00.000000\n2026-07-01 08:00:00.000000\n2026-07-01 10:00:00.000000" },
  { "2026-03-29 01:59:59\n2026-03-29 02:30:00\n2026-03-29 03:00:00\n2026-10-25 01:59:59\n"
    "2026-10-25 02:30:00\n2026-10-25 03:00:00",
    "Europe/Berlin", NULL, NULL,
    "2026-03-29 00:59:59.000000\n2026-03-29 01:30:00.000000\n2026-03-29 01:00:00.000000\n"
    "2026-10-24 23:59:59.000000\n2026-10-25 00:30:00.000000\n2026-10-25 02:00:00.000000" },
  { "2026-01-01 10:00:00\n2026-01-01 10:00:00+00:00", "+05:30", NULL, NULL,
    "2026-01-01 04:30:00.000000\n2026-01-01 10:00:00.000000" },
  { "2026-01-01\n20260101", "-08:00", "iso", NULL, "2026-01-01 08:00:00.000000\n-" },
};

/* A log of one customer whose activities are the numbers of the values. */
static char *
make_log (const char *values)
{
  g_auto (GStrv) rows = g_strsplit (values, "\n", -1);
  GString *csv = g_string_new ("user;event;time\n");

  for (guint i = 0; rows[i] != NULL; i++)
    g_string_append_printf (csv, "u%u;e;%s\n", i, rows[i]);
  return g_string_free (csv, FALSE);
}

static void
test_column (gconstpointer data)
{
  const Column *column = data;
  g_autofree char *csv = make_log (column->values);
  g_auto (GStrv) times = g_strsplit (column->times, "\n", -1);
  PrnLogOptions options = { .time = "time", .time_format = column->format, .zone = column->zone };
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_test_read (csv, -1, &options, &guess, &error);

  g_assert_no_error (error);
  if (column->found != NULL)
    g_assert_cmpstr (guess->time_format, ==, column->found);
  g_assert_cmpuint (prn_log_n_read (log), ==, g_strv_length (times));
  for (guint i = 0; times[i] != NULL; i++) {
    g_autofree char *id = g_strdup_printf ("u%u", i);
    g_autofree char *time = NULL;
    guint part, customer;

    if (prn_log_find_customer (log, id, &part, &customer)) {
      const PrnLogPart *rows = prn_log_part (log, part);

      time = prn_test_instant (rows->time[rows->first_row[customer]]);
    }
    g_assert_cmpstr (time != NULL ? time : "-", ==, times[i]);
  }
}

/* What a guess calls a format can be given as one, and reads the same. */
static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *csv = make_log (columns[i].values);
    PrnLogOptions options = { .time = "time",
                              .time_format = columns[i].format,
                              .zone = columns[i].zone };
    g_autoptr (PrnLogGuess) guess = NULL;
    g_autoptr (PrnLog) log = prn_test_read (csv, -1, &options, &guess, NULL);
    g_autoptr (PrnLog) again = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    options.time_format = guess->time_format;
    again = prn_test_read (csv, -1, &options, NULL, NULL);
    g_assert_nonnull (again);
    before = prn_test_describe (log);
    after = prn_test_describe (again);
    g_assert_cmpstr (before, ==, after);
  }
}

/* Instants written the usual way come back, whatever the day before was. */
static void
test_round_trip (void)
{
  static const char *const offsets[] = { "", "Z", "+02:00", "-0530", "+14" };
  static const int seconds[] = { 0, 0, 7200, -19800, 50400 };
  GRand *random = g_rand_new_with_seed (1);
  PrnTimeReader reader;

  prn_time_reader_init (&reader, &(PrnTimeFormat){ .kind = PRN_TIME_YEAR_FIRST }, NULL);
  for (guint i = 0; i < 20000; i++) {
    gint64 second = (gint64) (g_rand_double (random) * 250e9) - G_GINT64_CONSTANT (60000000000);
    int microsecond = i % 3 == 0 ? g_rand_int_range (random, 0, 1000000) : 0;
    guint offset = i % G_N_ELEMENTS (offsets);
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (second + seconds[offset]);
    g_autoptr (GString) text = g_string_new (NULL);
    gint64 instant;

    g_string_printf (text, "%04d-%02d-%02d%c%02d:%02d:%02d", g_date_time_get_year (time),
                     g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                     i % 2 == 0 ? 'T' : ' ', g_date_time_get_hour (time),
                     g_date_time_get_minute (time), g_date_time_get_second (time));
    if (microsecond > 0)
      g_string_append_printf (text, ".%06d", microsecond);
    g_string_append (text, offsets[offset]);
    g_assert_true (prn_time_read (&reader, text->str, text->len, &instant));
    g_assert_cmpint (instant, ==, second * 1000000 + microsecond);
  }
  g_rand_free (random);
}

/* One wrong byte anywhere and it is no time. */
static void
test_one_wrong_byte (void)
{
  static const char right[] = "2026-11-21T10:05:06";

  for (gsize at = 0; at < strlen (right); at++) {
    for (const char *wrong = "x:/.@;\xb0\xff"; *wrong != '\0'; wrong++) {
      char text[32] = "2026-11-21T10:05:06";
      PrnTimeReader reader;
      gint64 instant;

      if (text[at] == *wrong)
        continue;
      text[at] = *wrong;
      prn_time_reader_init (&reader, &(PrnTimeFormat){ .kind = PRN_TIME_YEAR_FIRST }, NULL);
      g_assert_true (prn_time_read (&reader, right, strlen (right), &instant));
      if (prn_time_read (&reader, text, strlen (text), &instant))
        g_error ("\"%s\" was read", text);
    }
  }
}

/* Nothing says whether the day or the month is first: the locale decides, and it is said. */
static void
test_undecided (void)
{
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (PrnLog) log =
      prn_test_read ("user,event,time\nu,e,01/02/2026\n", -1, NULL, &guess, NULL);

  g_assert_cmpint (prn_log_first_time (log) / G_GINT64_CONSTANT (86400000000), ==, 20455);
  g_assert_nonnull (guess->notes[0]);
  g_assert_nonnull (strstr (guess->notes[0], "month first"));
}

/* One part over 12 far behind what a sample sees decides. */
static void
test_whole_column (void)
{
  GString *csv = g_string_new ("user,event,time\n");
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (PrnLog) log = NULL;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (csv, "u%u,e,%02u/%02u/2026\n", i, i == 29999 ? 28 : i % 12 + 1,
                            i % 11 + 1);
  log = prn_test_read (csv->str, (gssize) csv->len, NULL, &guess, NULL);
  g_string_free (csv, TRUE);
  g_assert_cmpstr (guess->time_format, ==, "DD/MM/YYYY");
  g_assert_cmpuint (prn_log_n_accepted (log), ==, 60000);
  g_assert_null (guess->notes[0]);
}

static void
test_unknown (void)
{
  static const char *const formats[] = { "", "nonsense", "%Q", "%H:%M", "YYYY", "%" };
  static const char *const zones[] = { "Nowhere/Town", "+25:00", "", "../../etc/passwd",
                                       "/etc/localtime" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    PrnLogOptions options = { .time_format = formats[i] };
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_test_read ("user,event,time\nu,e,2026-01-01\n", -1, &options, NULL, &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_USAGE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    PrnLogOptions options = { .zone = zones[i] };
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_test_read ("user,event,time\nu,e,2026-01-01\n", -1, &options, NULL, &error));
    g_assert_nonnull (strstr (error->message, "zone"));
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *name = g_strdup_printf ("/log/time/column/%u", i);

    g_test_add_data_func (name, &columns[i], test_column);
  }
  g_test_add_func ("/log/time/names", test_names);
  g_test_add_func ("/log/time/round-trip", test_round_trip);
  g_test_add_func ("/log/time/one-wrong-byte", test_one_wrong_byte);
  g_test_add_func ("/log/time/undecided", test_undecided);
  g_test_add_func ("/log/time/whole-column", test_whole_column);
  g_test_add_func ("/log/time/unknown", test_unknown);
  return g_test_run ();
}
