/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "log-test.h"
#include "prn-error.h"

/* CSV as found in the wild. */

typedef struct {
  const char *name;
  const char *bytes;
  gssize size;       /* -1: up to the NUL */
  const char *found; /* `ENCODING LINE-ENDS DELIMITER`, NULL: do not look */
  const char *log;   /* as prn_test_describe() puts it */
} Form;

#define BYTES(literal) literal, sizeof (literal) - 1

static const Form forms[] = {
  { "comma", "user,event,time\nu,buy,1970-01-01\n", -1, "UTF-8 LF ,", "u buy@0/2" },
  { "semicolon", "user;event;time\nu;buy, now;1970-01-01\n", -1, "UTF-8 LF ;", "u buy, now@0/2" },
  { "tab", "user\tevent\ttime\nu\tbuy\t1970-01-01\n", -1, "UTF-8 LF \t", "u buy@0/2" },
  { "pipe", "user|event|time\nu|buy|1970-01-01\n", -1, "UTF-8 LF |", "u buy@0/2" },
  { "crlf", "user,event,time\r\nu,buy,1970-01-01\r\nv,buy,1970-01-01\r\n", -1, "UTF-8 CRLF ,",
    "u buy@0/2\nv buy@0/3" },
  { "cr", "user,event,time\ru,buy,1970-01-01\rv,buy,1970-01-01\r", -1, "UTF-8 CR ,",
    "u buy@0/2\nv buy@0/3" },
  { "mixed line ends", "user,event,time\ru,buy,1970-01-01\r\nv,buy,1970-01-01\nw,buy,1970-01-01",
    -1, NULL, "u buy@0/2\nv buy@0/3\nw buy@0/4" },
  { "no line end at the end", "user,event,time\nu,buy,1970-01-01", -1, NULL, "u buy@0/2" },
  { "byte order mark", "\xef\xbb\xbfuser,event,time\nu,buy,1970-01-01\n", -1, "UTF-8 LF ,",
    "u buy@0/2" },
  { "blank lines", "\n\nuser,event,time\n\n  \nu,buy,1970-01-01\n\r\n\t\n\n", -1, NULL,
    "u buy@0/6" },
  { "no header", "u1,buy,1970-01-01\nu2,buy,1970-01-01\nu1,leave,1970-01-02\nu2,buy,1970-01-02\n",
    -1, NULL, "u1 buy@0/1 leave@86400/3\nu2 buy@0/2 buy@86400/4" },
  { "separator line", "sep=;\nuser;event;time\nu;buy;1970-01-01\n", -1, "UTF-8 LF ;", "u buy@0/3" },
  { "quotes", "user,event,time\n\"u\",\"say \"\"hi\"\", twice\",\"1970-01-01\"\n", -1, NULL,
    "u say \"hi\", twice@0/2" },
  { "line ends in quotes", "user,event,time\nu,\"a\nb\r\nc\rd\",1970-01-01\nv,e,1970-01-01\n", -1,
    NULL, "u a\nb\r\nc\rd@0/2\nv e@0/6" },
  { "empty quotes", "user,event,time\n\"\",e,1970-01-01\nu,\"\",1970-01-01\n", -1, NULL,
    "!2 no customer\n!3 no activity" },
  { "quotes within a field", "user,event,time\nu,5\" disc,1970-01-01\nv,\"a\"b\"c,1970-01-01\n", -1,
    NULL, "u 5\" disc@0/2\nv ab\"c@0/3" },
  { "white space",
    "user , event ,time\n  u\t, buy\xc2\xa0 ,\xe3\x80\x80"
    "1970-01-01 \n\" u \",\" buy\",1970-01-02\n",
    -1, NULL, "u buy@0/2 buy@86400/3" },
  { "values that look missing",
    "user,event,time\nNA,NULL,1970-01-01\nNULL,NA,1970-01-01\n0,0,1970-01-01\nnan,-,1970-01-01\n",
    -1, NULL, "0 0@0/4\nNA NULL@0/2\nNULL NA@0/3\nnan -@0/5" },
  { "missing",
    "user,event,time\n,e,1970-01-01\n  ,e,1970-01-01\nu,,1970-01-01\nu,e,\n,,\nu,e,soon\n", -1,
    NULL,
    "!2 no customer\n!3 no customer\n!4 no activity\n!5 no time\n!6 no customer\n"
    "!7 time \"soon\" cannot be read" },
  { "ragged", "user,event,time\nu,e,1970-01-01,more\nu,e\nu,e,1970-01-01\nu\n", -1, NULL,
    "u e@0/4\n!2 expected 3 fields, found 4\n!3 expected 3 fields, found 2\n!5 expected 3 fields, "
    "found 1" },
  { "quote not closed", "user,event,time\nu,\"e,1970-01-01\nv,e,1970-01-01\n", -1, NULL,
    "v e@0/3\n!2 a quoted field is not closed" },
  { "quote not closed at the end", "user,event,time\nv,e,1970-01-01\nu,\"e", -1, NULL,
    "v e@0/2\n!3 a quoted field is not closed" },
  { "nul", BYTES ("user,event,time\nu\0x,e\0,1970-01-01\n"), "UTF-8 LF ,",
    "u\xef\xbf\xbdx e\xef\xbf\xbd@0/2" },
  { "invalid UTF-8",
    "user,event,time\nu\xff,caf\xc3\xa9,1970-01-01\nM\xc3\xbcller,\xc3\x84,1970-01-01\n\xc3\x96,"
    "\xc3\xbc,1970-01-01\n"
    "\xe2\x82\xac\xe2\x82\xac,\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4,1970-01-01\n",
    -1, "UTF-8 LF ,",
    "M\xc3\xbcller \xc3\x84@0/3\nu\xef\xbf\xbd caf\xc3\xa9@0/2\n\xc3\x96 "
    "\xc3\xbc@0/4\n\xe2\x82\xac\xe2\x82\xac "
    "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4@0/5" },
  { "windows-1252", "user,event,time\nM\xfcller,zahlt 5\x80,1970-01-01\n", -1, "WINDOWS-1252 LF ,",
    "M\xc3\xbcller zahlt 5\xe2\x82\xac@0/2" },
  { "utf-16le with bom",
    BYTES ("\xff\xfeu\0s\0e\0r\0,\0e\0v\0e\0n\0t\0,\0t\0i\0m\0e\0\n\0\xfc\0,\0e\0,"
           "\0001\0009\0007\0000\0-\0000\0001\0-\0000\0001\0\n\0"),
    "UTF-16LE LF ,", "\xc3\xbc e@0/2" },
  { "utf-16be with bom",
    BYTES ("\xfe\xff\0u\0s\0e\0r\0,\0e\0v\0e\0n\0t\0,\0t\0i\0m\0e\0\n\0\xfc\0,\0e\0,"
           "\0001\0009\0007\0000\0-\0000\0001\0-\0000\0001\0\n"),
    "UTF-16BE LF ,", "\xc3\xbc e@0/2" },
  { "utf-16le",
    BYTES ("u\0s\0e\0r\0,\0e\0v\0e\0n\0t\0,\0t\0i\0m\0e\0\n\0\xfc\0,\0e\0,\0001\0009\0007\0000\0-"
           "\0000\0001\0-\0000\0001\0\n\0"),
    "UTF-16LE LF ,", "\xc3\xbc e@0/2" },
  { "utf-16be",
    BYTES ("\0u\0s\0e\0r\0,\0e\0v\0e\0n\0t\0,\0t\0i\0m\0e\0\n\0\xfc\0,\0e\0,\0001\0009\0007\0000\0-"
           "\0000\0001\0-\0000\0001\0\n"),
    "UTF-16BE LF ,", "\xc3\xbc e@0/2" },
  { "half a character of utf-16",
    BYTES ("\xff\xfeu\0s\0e\0r\0,\0e\0v\0e\0n\0t\0,\0t\0i\0m\0e\0\n\0u\0,\0\0\xd8,"
           "\0001\0009\0007\0000\0-\0000\0001\0-\0000\0001\0\n\0x"),
    "UTF-16LE LF ,", "u \xef\xbf\xbd@0/2\n!3 expected 3 fields, found 1" },
  { "case and composition",
    "user,event,time\nu,STRASSE,1970-01-01\nu,Stra\xc3\x9f"
    "e,1970-01-01\nu,E\xcc\x81,1970-01-01\nu,\xc3\xa9,1970-01-01\n",
    -1, NULL, "u STRASSE@0/2 STRASSE@0/3 E\xcc\x81@0/4 E\xcc\x81@0/5" },
  { "order", "user,event,time\nu,c,1970-01-02\nu,a,1970-01-01\nu,b,1970-01-01\n", -1, NULL,
    "u a@0/3 b@0/4 c@86400/2" },
  { "header with a number", "user,event,time,2024\nu,e,1970-01-01,5\n", -1, NULL, "u e@0/2" },
  { "data that look like names",
    "lead,contact,1970-01-01\nlead,call,1970-01-02\nmail,contact,1970-01-02\n", -1, NULL,
    "lead contact@0/1 call@86400/2\nmail contact@86400/3" },
  { "names in German",
    "Kunde;Aktion;Datum;Betrag\n1;kauf;1.1.70 0:00;1,5\n2;kauf;1.1.70 0:01;2,5\n", -1, "UTF-8 LF ;",
    "1 kauf@0/2\n2 kauf@60/3" },
  { "names that do not tell",
    "a,b,c,d\n1.5,x,first,1970-01-01\n2.5,x,second,1970-01-02\n3.5,y,first,1970-01-03\n", -1, NULL,
    "x first@0/2 second@86400/3\ny first@172800/4" },
  { "header only", "user,event,time\n", -1, "UTF-8 LF ,", "" },
  { "mostly bad times", "user,event,time\nu,e,soon\nu,e,1970-01-01\nu,e,later\nu,e,?\n", -1, NULL,
    "u e@0/3\n!2 time \"soon\" cannot be read\n!4 time \"later\" cannot be read\n"
    "!5 time \"?\" cannot be read" },
  { "one row without a header", "u,e,1970-01-01", -1, NULL, "u e@0/1" },
};

static void
test_form (gconstpointer data)
{
  const Form *form = data;
  g_autoptr (PrnLogGuess) guess = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = prn_test_read (form->bytes, form->size, NULL, &guess, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  if (form->found != NULL) {
    g_autofree char *found =
        g_strdup_printf ("%s %s %c", guess->encoding, guess->line_ends, guess->delimiter);

    g_assert_cmpstr (found, ==, form->found);
  }
  text = prn_test_describe (log);
  g_assert_cmpstr (text, ==, form->log);
  g_assert_cmpuint (prn_log_n_read (log), ==, prn_log_n_accepted (log) + prn_log_n_rejected (log));
}

/* Every form reads the same packed, in one piece or two. */
static void
test_gzip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    gsize size = forms[i].size < 0 ? strlen (forms[i].bytes) : (gsize) forms[i].size;
    g_autoptr (GBytes) head = prn_test_pack (forms[i].bytes, size / 2);
    g_autoptr (GBytes) tail = prn_test_pack (forms[i].bytes + size / 2, size - size / 2);
    g_autoptr (GBytes) whole = prn_test_pack (forms[i].bytes, size);
    g_autoptr (GByteArray) two = g_byte_array_new ();
    g_autoptr (PrnLog) plain = prn_test_read (forms[i].bytes, forms[i].size, NULL, NULL, NULL);
    g_autoptr (PrnLogGuess) guess = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnLog) one = prn_test_read (
        g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole), NULL, &guess, &error);
    g_autoptr (PrnLog) both = NULL;
    g_autofree char *expected = prn_test_describe (plain);
    g_autofree char *text = NULL;
    g_autofree char *other = NULL;

    g_assert_no_error (error);
    g_assert_cmpstr (guess->compression, ==, "gzip");
    text = prn_test_describe (one);
    g_assert_cmpstr (text, ==, expected);

    g_byte_array_append (two, g_bytes_get_data (head, NULL), (guint) g_bytes_get_size (head));
    g_byte_array_append (two, g_bytes_get_data (tail, NULL), (guint) g_bytes_get_size (tail));
    g_byte_array_append (two, (const guint8 *) "\0\0\0\0", 4);
    both = prn_test_read ((const char *) two->data, (gssize) two->len, NULL, NULL, &error);
    g_assert_no_error (error);
    other = prn_test_describe (both);
    g_assert_cmpstr (other, ==, expected);
  }
}

/* A line too long to be one is left out, and reading goes on behind it. */
static void
test_long_lines (void)
{
  GString *csv = g_string_new ("user,event,time\nu,a,1970-01-01\nv,");
  g_autoptr (PrnLog) log = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3 * 1024 * 1024; i++)
    g_string_append_c (csv, 'x');
  g_string_append (csv, ",1970-01-01\nw,b,1970-01-01\n");
  log = prn_test_read (csv->str, (gssize) csv->len, NULL, NULL, NULL);
  g_string_free (csv, TRUE);
  text = prn_test_describe (log);
  g_assert_cmpstr (text, ==, "u a@0/2\nw b@0/4\n!3 a row is longer than 1 MiB");
}

/* Thousands of columns cost no more than their cells. */
static void
test_wide (void)
{
  const guint n = 20000;
  GString *csv = g_string_new ("user,event,time");
  const char *kept[] = { "c19999", NULL };
  PrnLogOptions options = { .columns = kept };
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnLog) log = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, ",c%u", i);
  for (guint row = 0; row < 3; row++) {
    g_string_append (csv, "\nu,e,1970-01-01");
    for (guint i = 0; i < n; i++)
      g_string_append_printf (csv, ",%u", i % 10);
  }
  log = prn_test_read (csv->str, (gssize) csv->len, &options, NULL, &error);
  g_string_free (csv, TRUE);
  g_assert_no_error (error);
  text = prn_test_describe (log);
  g_assert_cmpstr (text, ==, "u e@0/2[9] e@0/3[9] e@0/4[9]");
}

/* A quote that never closes costs its own row, not the rest of the file. */
static void
test_stray_quote (void)
{
  GString *csv = g_string_new ("user,event,time\nu,\"a,1970-01-01\n");
  g_autoptr (PrnLog) log = NULL;
  const PrnReject *rejects;
  guint n;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (csv, "v%u,b,1970-01-01\n", i);
  log = prn_test_read (csv->str, (gssize) csv->len, NULL, NULL, NULL);
  g_string_free (csv, TRUE);
  rejects = prn_log_rejects (log, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (rejects[0].line, ==, 2);
  g_assert_cmpuint (prn_log_n_accepted (log), ==, 200000);
}

/* What is no log: one line, with the path and the reason. */
static void
test_errors (void)
{
  static const struct {
    const char *bytes;
    gssize size;
    PrnLogOptions options;
    const char *message;
  } rows[] = {
    { "", 0, { 0 }, "is empty" },
    { "\n\n \n", -1, { 0 }, "has no rows" },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), { 0 }, "is a PNG picture" },
    { BYTES ("PK\x03\x04\x14\0\0\0"), { 0 }, "workbook" },
    { BYTES ("\x00\x01\x02\x03\x04\x05\xff\xfe\x80\x90\x00\x00\x10\x11"), { 0 }, "is binary data" },
    { BYTES ("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03garbage"), { 0 }, "gzip data are damaged" },
    { "hello world\nthis is no table\n", -1, { 0 }, "only one field, “hello world”" },
    { "Report of May\n\nuser,event,time\nu,e,2026-01-01\n", -1, { 0 }, "above the header" },
    { "{\n  \"format\": \"perennial-map\"\n}\n", -1, { 0 }, "is JSON; a CSV or XES log" },
    { " [ {\"a\": 1},\n{\"a\": 2}]\n", -1, { 0 }, "is JSON; a CSV or XES log" },
    { "user,event\nu,e\n", -1, { 0 }, "no column was found for the time" },
    { "user,event,time\nu,e,soon\n", -1, { 0 }, "no column was found for the time" },
    { "user,event,time\nu,e,2026-01-01\n", -1, { .customer = "client" }, "no column \"client\"" },
    { "user,event,time\nu,e,2026-01-01\n", -1, { .time = "#4" }, "no column \"#4\"" },
    { "user,event,time\nu,e,2026-01-01\n", -1, { .stage_column = "#0" }, "no column \"#0\"" },
    { "user,event,time\nu,e,2026-01-01\n", -1, { .encoding = "KLINGON" }, "encoding \"KLINGON\"" },
    { "user,event,time\nu,e,2026-01-01\n", -1, { .delimiter = ';' }, "--delimiter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_test_read (rows[i].bytes, rows[i].size, &rows[i].options, NULL, &error));
    g_assert_nonnull (error);
    g_assert_true (error->domain == PRN_ERROR);
    g_assert_true (g_str_has_prefix (error->message, g_get_tmp_dir ()));
    g_assert_null (strchr (error->message, '\n'));
    if (strstr (error->message, rows[i].message) == NULL)
      g_error ("row %u: \"%s\" does not say \"%s\"", i, error->message, rows[i].message);
  }
}

static void
test_no_file (void)
{
  static const char *const paths[] = { "/nowhere/at-all.csv", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_log_read (paths[i], &(PrnLogOptions){ 0 }, NULL, NULL, &error));
    g_assert_error (error, PRN_ERROR, PRN_ERROR_IO);
    g_assert_true (g_str_has_prefix (error->message, paths[i]));
  }
}

/* Rejects are counted all and kept in part. */
static void
test_rejects (void)
{
  GString *csv = g_string_new ("user,event,time\nu,e,1970-01-01\n");
  g_autofree char *path = NULL;
  g_autoptr (PrnLog) log = NULL;
  guint n;

  for (guint i = 0; i < 1000; i++)
    g_string_append (csv, "u,,1970-01-01\n");
  path = prn_test_file (csv->str, (gssize) csv->len);
  g_string_free (csv, TRUE);
  log = prn_log_read (path, &(PrnLogOptions){ 0 }, NULL, NULL, NULL);
  prn_test_remove (path);
  g_assert_cmpuint (prn_log_rejects (log, &n)[99].line, ==, 102);
  g_assert_cmpuint (n, ==, PRN_LOG_MAX_REJECTS);
  g_assert_cmpuint (prn_log_n_rejected (log), ==, 1000);
  g_assert_null (prn_log_part (log, 0)->line);
}

/* That all rows are rejected is no error. */
static void
test_all_rejected (void)
{
  PrnLogOptions options = { .time = "time" };
  g_autoptr (PrnLog) log =
      prn_test_read ("user,event,time\nu,e,soon\nu,e,later\n", -1, &options, NULL, NULL);

  g_assert_nonnull (log);
  g_assert_cmpuint (prn_log_n_rejected (log), ==, 2);
  g_assert_cmpuint (prn_log_n_parts (log), ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PrnProgress progress = { 0, cancellable };
  g_autofree char *path = prn_test_file ("user,event,time\nu,e,1970-01-01\n", -1);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (prn_log_read (path, &(PrnLogOptions){ 0 }, NULL, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  prn_test_remove (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autofree char *name = g_strdup_printf ("/log/csv/form/%s", forms[i].name);

    g_test_add_data_func (name, &forms[i], test_form);
  }
  g_test_add_func ("/log/csv/gzip", test_gzip);
  g_test_add_func ("/log/csv/long-lines", test_long_lines);
  g_test_add_func ("/log/csv/wide", test_wide);
  g_test_add_func ("/log/csv/stray-quote", test_stray_quote);
  g_test_add_func ("/log/csv/errors", test_errors);
  g_test_add_func ("/log/csv/no-file", test_no_file);
  g_test_add_func ("/log/csv/rejects", test_rejects);
  g_test_add_func ("/log/csv/all-rejected", test_all_rejected);
  g_test_add_func ("/log/csv/cancel", test_cancel);
  return g_test_run ();
}
