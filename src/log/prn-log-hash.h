/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

/* A hash of a few bytes: two multiplications for an ordinary id. The folded 128-bit product is
 * the mixing step of Wang Yi's wyhash (https://github.com/wangyi-fudan/wyhash). */

/* Eight bytes, anywhere. */
static inline guint64
prn_hash_load64 (const void *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

/* Four bytes, anywhere. */
static inline guint64
prn_hash_load32 (const void *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

/* Both halves of the product, folded. */
static inline guint64
prn_hash_mix (guint64 a, guint64 b)
{
#ifdef __SIZEOF_INT128__
  __extension__ typedef unsigned __int128 wide;
  wide product = (wide) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
#else
  a = (a ^ (b >> 32)) * G_GUINT64_CONSTANT (0xe7037ed1a0b428db);
  b = (b ^ (a >> 29)) * G_GUINT64_CONSTANT (0x8ebc6af09c88c6e3);
  return a ^ b ^ (b >> 32);
#endif
}

/* The hash of @length bytes; never reads beyond them. */
static inline guint64
prn_hash_bytes (const char *bytes, gsize length)
{
  const guint64 k0 = G_GUINT64_CONSTANT (0xa0761d6478bd642f);
  const guint64 k1 = G_GUINT64_CONSTANT (0xe7037ed1a0b428db);
  guint64 seed = k0 ^ length;
  guint64 a, b;

  while (length > 16) {
    seed = prn_hash_mix (prn_hash_load64 (bytes) ^ k1, prn_hash_load64 (bytes + 8) ^ seed);
    bytes += 16;
    length -= 16;
  }
  if (length >= 8) {
    a = prn_hash_load64 (bytes);
    b = prn_hash_load64 (bytes + length - 8);
  } else if (length >= 4) {
    a = prn_hash_load32 (bytes);
    b = prn_hash_load32 (bytes + length - 4);
  } else if (length > 0) {
    a = ((guint64) (guint8) bytes[0] << 16) | ((guint64) (guint8) bytes[length >> 1] << 8) |
        (guint8) bytes[length - 1];
    b = 0;
  } else {
    a = b = 0;
  }
  return prn_hash_mix (k1 ^ prn_hash_mix (a ^ k1, b ^ seed), k0);
}

/* Whether @length bytes are the same: for an ordinary id two comparisons and no call. */
static inline gboolean
prn_hash_equal (const char *a, const char *b, gsize length)
{
  if (length > 16 || length < 4)
    return memcmp (a, b, length) == 0;
  if (length >= 8)
    return prn_hash_load64 (a) == prn_hash_load64 (b) &&
           prn_hash_load64 (a + length - 8) == prn_hash_load64 (b + length - 8);
  return prn_hash_load32 (a) == prn_hash_load32 (b) &&
         prn_hash_load32 (a + length - 4) == prn_hash_load32 (b + length - 4);
}
