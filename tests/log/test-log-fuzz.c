/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "log-test.h"

/* Damaged logs: an error with one line, or a log that adds up; never a crash. */

static const char *const seeds[] = {
  "user,event,time,plan\nu1,signup,2026-01-01 10:00:00,free\nu2,\"say "
  "\"\"hi\"\"\",2026-01-02T10:00:00Z,pro\n"
  "u1,buy,2026-01-03 10:00:00.5+02:00,\nNA,e,2026-02-30,\n",
  "user;event;time\r\nu1;a;21.11.2026 9:05\r\nu2;b;1.2.26\r\n\r\nu1;c;31.12.2026 23:59\r\n",
  "u1\ta\t1538405774195002\nu2\tb\t1538405774195003\nu1\tc\t1538405774195004\n",
  "<?xml version=\"1.0\"?><log><trace><string key=\"concept:name\" value=\"c\"/><event><string "
  "key=\"concept:name\" "
  "value=\"e\"/><date key=\"time:timestamp\" "
  "value=\"2026-01-01T00:00:00Z\"/></event></trace></log>",
  "user,event,time\nu,e,Sat 21 Nov 2026 9:05 PM\nu,e,11/21/2026 12:00 AM\nu,e,Nov 21 2026\n",
};

static const char *const pieces[] = { "\"",
                                      ",",
                                      ";",
                                      "\t",
                                      "|",
                                      "\n",
                                      "\r",
                                      "\xff",
                                      "\xfe\xff",
                                      "\xff\xfe",
                                      "\xef\xbb\xbf",
                                      "\x1f\x8b",
                                      "<",
                                      ">",
                                      "&",
                                      "99999999999999999999",
                                      "-",
                                      ":",
                                      "0000",
                                      "\xc2\xa0",
                                      "\xed\xa0\x80",
                                      "PM",
                                      "T",
                                      "+99:99",
                                      "sep=,\n",
                                      "<!DOCTYPE a>",
                                      "<log>" };

static void
damage (GRand *random, GByteArray *bytes)
{
  guint n = (guint) g_rand_int_range (random, 1, 6);

  for (guint i = 0; i < n && bytes->len > 0; i++) {
    guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
    const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
    guint length = (guint) strlen (piece);

    switch (g_rand_int_range (random, 0, 5)) {
    case 0:
      bytes->data[at] = (guint8) g_rand_int (random);
      break;
    case 1:
      g_byte_array_set_size (bytes, at);
      break;
    case 2:
      bytes->data[at] = 0;
      break;
    default:
      g_byte_array_append (bytes, (const guint8 *) piece, length);
      memmove (bytes->data + at + length, bytes->data + at, bytes->len - at - length);
      memcpy (bytes->data + at, piece, length);
      break;
    }
  }
}

static void
test_fuzz (void)
{
  guint n_logs = 0, n_errors = 0;
  const char *kept[] = { "plan", "#2", NULL };

  for (guint seed = 0; seed < 4000; seed++) {
    GRand *random = g_rand_new_with_seed (seed);
    const char *text = seeds[seed % G_N_ELEMENTS (seeds)];
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    PrnLogOptions options = { .columns = kept, .threads = seed % 3 };
    g_autoptr (PrnLogGuess) guess = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnLog) log = NULL;

    g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
    damage (random, bytes);
    log = prn_test_read ((const char *) bytes->data, (gssize) bytes->len, &options, &guess, &error);
    if (log != NULL) {
      g_autofree char *description = prn_test_describe (log);

      g_assert_true (g_utf8_validate (description, -1, NULL));
      g_assert_cmpuint (prn_log_n_read (log), ==,
                        prn_log_n_accepted (log) + prn_log_n_rejected (log));
      g_assert_nonnull (guess);
      n_logs++;
    } else {
      g_assert_nonnull (error);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      n_errors++;
    }
    g_rand_free (random);
  }
  g_assert_cmpuint (n_logs, >, 1000);
  g_assert_cmpuint (n_errors, >, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/fuzz", test_fuzz);
  return g_test_run ();
}
