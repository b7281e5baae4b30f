/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-hash.h"

/* "ar" and "c0" have one g_str_hash(), and so have all texts made of as many of them. */
static char *
make_text (guint bits, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, bits & (1u << i) ? "ar" : "c0");
  return g_string_free (text, FALSE);
}

static void
test_no_easy_collisions (void)
{
  const guint n_blocks = 14, n_texts = 1u << n_blocks;
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);
  g_autofree char *first = make_text (0, n_blocks);

  for (guint i = 0; i < n_texts; i++) {
    g_autofree char *text = make_text (i, n_blocks);

    g_assert_cmpuint (g_str_hash (text), ==, g_str_hash (first));
    g_hash_table_add (hashes, GUINT_TO_POINTER (prn_text_hash (text)));
  }
  /* 16,384 of 2^32: a pair or none by chance. */
  g_assert_cmpuint (g_hash_table_size (hashes), >, n_texts - 4);
}

static void
test_equal_texts (void)
{
  g_autofree char *a = make_text (5, 8);
  g_autofree char *b = make_text (5, 8);

  g_assert_cmpuint (prn_text_hash (a), ==, prn_text_hash (b));
  g_assert_cmpuint (prn_text_hash (""), !=, prn_text_hash (a));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/hash/no-easy-collisions", test_no_easy_collisions);
  g_test_add_func ("/base/hash/equal-texts", test_equal_texts);
  return g_test_run ();
}
