/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-table.h"

static void
test_width (void)
{
  static const struct {
    const char *text;
    guint width;
  } rows[] = {
    { "", 0 }, { "abc", 3 }, { "Müller", 6 }, { "顧客", 4 }, { "e\u0301", 1 }, { "ｶ", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (prn_text_table_width (rows[i].text), ==, rows[i].width);
}

static void
test_ellipsize (void)
{
  static const struct {
    const char *text;
    guint width;
    const char *ellipsis;
    const char *expected;
  } rows[] = {
    { "short", 5, "…", "short" },       { "longer", 5, "…", "long…" },
    { "longer", 5, "...", "lo..." },    { "顧客獲得", 6, "…", "顧客…" },
    { "顧客獲得", 8, "…", "顧客獲得" }, { "anything", 0, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        prn_text_table_ellipsize (rows[i].text, rows[i].width, rows[i].ellipsis);

    g_assert_cmpstr (text, ==, rows[i].expected);
  }
}

static void
test_ellipsize_middle (void)
{
  static const struct {
    const char *text;
    guint width;
    const char *ellipsis;
    const char *expected;
  } rows[] = {
    { "short", 5, "…", "short" },          { "policyShown", 7, "…", "pol…own" },
    { "policyShown", 8, "…", "poli…own" }, { "顧客獲得費用", 7, "…", "顧…用" },
    { "longer", 5, "...", "l...r" },       { "longer", 2, "...", "..." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        prn_text_table_ellipsize_middle (rows[i].text, rows[i].width, rows[i].ellipsis);

    g_assert_cmpstr (text, ==, rows[i].expected);
  }
}

static void
test_number (void)
{
  static const struct {
    guint64 number;
    const char *expected;
  } rows[] = {
    { 0, "0" },
    { 999, "999" },
    { 1000, "1,000" },
    { 1234567, "1,234,567" },
    { G_MAXUINT64, "18,446,744,073,709,551,615" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = prn_text_table_number (rows[i].number);

    g_assert_cmpstr (text, ==, rows[i].expected);
  }
}

static void
test_clean (void)
{
  static const struct {
    const char *text;
    const char *expected;
  } rows[] = {
    { "two\nlines", "two lines" },
    { "\033[2Jgone", " [2Jgone" },
    { "turned\u202earound", "turned around" },
    { "cut \xc3", "cut \ufffd" },
    { "Ünïcode 顧客", "Ünïcode 顧客" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = prn_text_table_clean (g_strdup (rows[i].text));

    g_assert_cmpstr (text, ==, rows[i].expected);
  }
}

static void
test_table (void)
{
  static const PrnTextColumn columns[] = {
    { "stage", PRN_TEXT_WORDS },
    { "visits", PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) narrow = g_string_new (NULL);

  prn_text_table_add (table, g_strdup ("顧客"));
  prn_text_table_add (table, g_strdup ("1,000"));
  prn_text_table_add (table, g_strdup ("####"));
  prn_text_table_add (table, g_strdup ("A stage with a long name"));
  prn_text_table_add (table, g_strdup ("7"));
  prn_text_table_add (table, g_strdup (""));

  prn_text_table_print (table, wide, 2, 80, "...");
  g_assert_cmpstr (wide->str, ==,
                   "  stage                     visits\n"
                   "  顧客                       1,000  ####\n"
                   "  A stage with a long name       7\n");

  prn_text_table_print (table, narrow, 2, 33, "...");
  g_assert_cmpstr (narrow->str, ==,
                   "  stage              visits\n"
                   "  顧客                1,000  ####\n"
                   "  A stage with a...       7\n");
}

/* A number after a name in Hebrew stays on its right. */
static void
test_right_to_left (void)
{
  static const PrnTextColumn columns[] = { { "", PRN_TEXT_NAME }, { "", PRN_TEXT_NUMBER } };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) text = g_string_new (NULL);

  prn_text_table_add (table, g_strdup ("שלום"));
  prn_text_table_add (table, g_strdup ("7"));
  prn_text_table_add (table, g_strdup ("Hello"));
  prn_text_table_add (table, g_strdup ("12"));

  prn_text_table_print (table, text, 0, 80, "...");
  g_assert_cmpstr (text->str, ==, "שלום\u200e    7\nHello  12\n");
}

/* The last column goes on below itself, to the word; the others keep their room. */
static void
test_folded (void)
{
  static const PrnTextColumn columns[] = { { "id", PRN_TEXT_FIXED }, { "said", PRN_TEXT_FOLDED } };
  static const struct {
    guint indent, width;
    const char *expected;
  } rows[] = {
    { 0, 80, "id    said\n4711  one two three four\n12\n9     five\n" },
    { 0, 24, "id    said\n4711  one two three four\n12\n9     five\n" },
    { 0, 23, "id    said\n4711  one two three\n      four\n12\n9     five\n" },
    { 2, 23, "  id    said\n  4711  one two three\n        four\n  12\n  9     five\n" },
    { 0, 5, "id    said\n4711  one two\n      three four\n12\n9     five\n" },
  };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (const char *const *cell =
           (const char *const[]){ "4711", "one two three four", "12", "", "9", "five", NULL };
       *cell != NULL; cell++)
    prn_text_table_add (table, g_strdup (*cell));
  g_assert_cmpuint (prn_text_table_needs (table), ==, 24);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    prn_text_table_print (table, text, rows[i].indent, rows[i].width, "...");
    g_assert_cmpstr (text->str, ==, rows[i].expected);
  }
}

static void
test_fold (void)
{
  static const struct {
    const char *words;
    guint indent, width;
    const char *expected;
  } rows[] = {
    { "one two three", 0, 80, "one two three\n" },
    { "one two three", 0, 7, "one two\nthree\n" },
    { "one two three", 2, 7, "  one\n  two\n  three\n" },
    { "顧客 獲得", 0, 8, "顧客\n獲得\n" },
    { "a verylongword", 0, 5, "a\nverylongword\n" },
    { "", 2, 10, "\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    prn_text_table_fold (text, rows[i].words, rows[i].indent, rows[i].width);
    g_assert_cmpstr (text->str, ==, rows[i].expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-table/width", test_width);
  g_test_add_func ("/text-table/ellipsize", test_ellipsize);
  g_test_add_func ("/text-table/ellipsize-middle", test_ellipsize_middle);
  g_test_add_func ("/text-table/number", test_number);
  g_test_add_func ("/text-table/clean", test_clean);
  g_test_add_func ("/text-table/table", test_table);
  g_test_add_func ("/text-table/right-to-left", test_right_to_left);
  g_test_add_func ("/text-table/folded", test_folded);
  g_test_add_func ("/text-table/fold", test_fold);

  return g_test_run ();
}
