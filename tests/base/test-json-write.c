/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "prn-json-write.h"

static const struct {
  double value;
  const char *text;
} numbers[] = {
  { 0, "0" },
  { -0.0, "0" },
  { 1, "1" },
  { -1, "-1" },
  { 1000000, "1000000" },
  { 0.1, "0.1" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 1.0 / 3, "0.3333333333333333" },
  { 2.0 / 3, "0.6666666666666666" },
  { 99.99, "99.99" },
  { -0.5, "-0.5" },
  { 0.000001, "0.000001" },
  { 0.0000001, "1e-7" },
  { 1.5e-9, "1.5e-9" },
  { 123456.789, "123456.789" },
  { 9007199254740991.0, "9007199254740991" },
  { 9007199254740993.0, "9007199254740992" },
  { 1e15, "1000000000000000" },
  { 1e20, "100000000000000000000" },
  { 123456789012345680000.0, "123456789012345680000" },
  { 1e21, "1e+21" },
  { 1.5e300, "1.5e+300" },
  { 5e-324, "5e-324" },
  { 2.2250738585072014e-308, "2.2250738585072014e-308" },
  { 1.7976931348623157e308, "1.7976931348623157e+308" },
  { 4.35, "4.35" },
  { 0.00123, "0.00123" },
  { 5e-7, "5e-7" },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    prn_json_append_number (text, numbers[i].value);
    g_assert_cmpstr (text->str, ==, numbers[i].text);
    g_assert_true (g_ascii_strtod (text->str, NULL) == numbers[i].value);
  }
}

/* Its digits but for zeros at either end. */
static char *
digits_of (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; *text != '\0' && *text != 'e'; text++)
    if (g_ascii_isdigit (*text) && (*text != '0' || digits->len > 0))
      g_string_append_c (digits, *text);
  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  return g_strdup (digits->str);
}

/* A number of any size, one with few digits, a machine's next number to such a one, or a share. */
static double
make_number (guint kind)
{
  guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
  double value = g_test_rand_int () / pow (10, g_test_rand_int_range (0, 12));

  switch (kind) {
  case 0:
    memcpy (&value, &bits, sizeof value);
    return isfinite (value) ? value : 1;
  case 1:
    return value;
  case 2:
    return nextafter (value, g_test_rand_bit () ? INFINITY : -INFINITY);
  case 3:
    return nextafter (ldexp (1, g_test_rand_int_range (-20, 60)), g_test_rand_bit () ? 0 : INFINITY);
  case 4:
    return ldexp (1, g_test_rand_int_range (-20, 60));
  default:
    return (double) (bits >> 40) / (double) (1 + (bits & 0xfffff));
  }
}

/* Any number reads back, no fewer digits would do, and no others of as many are nearer. */
static void
test_random_numbers (void)
{
  for (guint i = 0; i < 120000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *digits = NULL, *expected = NULL;
    char nearest[64], shorter[64];
    double value = make_number (i % 6);
    int n;

    prn_json_append_number (text, value);
    g_assert_true (g_ascii_strtod (text->str, NULL) == value);
    digits = digits_of (text->str);
    n = (int) strlen (digits);
    if (n < 2)
      continue;
    g_snprintf (nearest, sizeof nearest, "%.*e", n - 1, value);
    expected = digits_of (nearest);
    g_assert_cmpstr (digits, ==, expected);
    g_snprintf (shorter, sizeof shorter, "%.*e", n - 2, value);
    g_assert_true (g_ascii_strtod (shorter, NULL) != value);
  }
}

static void
test_integers (void)
{
  static const struct {
    gint64 value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -7, "-7" },
    { G_MAXINT64, "9223372036854775807" },
    { G_MININT64, "-9223372036854775808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    prn_json_append_integer (text, cases[i].value);
    g_assert_cmpstr (text->str, ==, cases[i].text);
  }
}

static void
test_strings (void)
{
  static const struct {
    const char *value;
    const char *text;
  } cases[] = {
    { "", "\"\"" },
    { "plain", "\"plain\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"" },
    { "é客\xf0\x9f\x8c\xbb", "\"é客\xf0\x9f\x8c\xbb\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    prn_json_append_string (text, cases[i].value);
    g_assert_cmpstr (text->str, ==, cases[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-write/numbers", test_numbers);
  g_test_add_func ("/base/json-write/random-numbers", test_random_numbers);
  g_test_add_func ("/base/json-write/integers", test_integers);
  g_test_add_func ("/base/json-write/strings", test_strings);
  return g_test_run ();
}
