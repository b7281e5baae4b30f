/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-hash.h"

/* The odd number next to 2^64 divided by the golden ratio: Knuth, The Art of Computer Programming
 * 3, 6.4. */
#define GOLDEN G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

guint
prn_text_hash (gconstpointer text)
{
  guint64 hash = GOLDEN;

  for (const guchar *p = text; *p != '\0'; p++) {
    hash = (hash ^ *p) * GOLDEN;
    hash ^= hash >> 32;
  }
  return (guint) hash;
}
