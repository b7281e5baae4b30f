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

static guint
count_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize leading;

  for (; *text != '\0' && *text != 'e'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
  leading = strspn (digits->str, "0");
  while (digits->len > leading && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  return (guint) (digits->len - leading);
}

/* Any number reads back, and no fewer digits would do. */
static void
test_random_numbers (void)
{
  for (guint i = 0; i < 50000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    char shorter[64];
    double value;
    guint n;

    if (i % 2 == 0) {
      guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();

      memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;
    } else {
      value = g_test_rand_int () / pow (10, g_test_rand_int_range (0, 12));
    }

    prn_json_append_number (text, value);
    g_assert_true (g_ascii_strtod (text->str, NULL) == value);
    n = count_digits (text->str);
    if (n < 2)
      continue;
    g_snprintf (shorter, sizeof shorter, "%.*e", (int) n - 2, value);
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
