/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * prn_text_trim:
 * @text: (inout): where the text begins
 * @length: (inout): its length in bytes
 *
 * Leaves out Unicode's White_Space at both ends. Bytes that are no UTF-8 are none.
 */
static inline void prn_text_trim (const char **text, gsize *length);

/* The same, where there may be something to leave out. */
void prn_text_trim_slow (const char **text, gsize *length);

/* Only a byte up to the space or one of a longer UTF-8 sequence can be white space. */
static inline gboolean
prn_text_may_trim (const char *text, gsize length)
{
  return length > 0 &&
         ((guint8) (text[0] - 0x21) >= 0x5f || (guint8) (text[length - 1] - 0x21) >= 0x5f);
}

/* See above. */
static inline void
prn_text_trim (const char **text, gsize *length)
{
  if (prn_text_may_trim (*text, *length))
    prn_text_trim_slow (text, length);
}

/**
 * prn_text_is_plain:
 * @text: bytes
 * @length: how many
 *
 * Returns: whether each byte is ASCII and not NUL
 */
static inline gboolean
prn_text_is_plain (const char *text, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 odd = 0;

  /* A byte less one has its high bit set if it was NUL; one above 0x80 has it anyway. */
  for (; length >= 8; text += 8, length -= 8) {
    guint64 word;

    memcpy (&word, text, 8);
    odd |= word | (word - ones);
  }
  for (; length > 0; text++, length--)
    odd |= (guint64) (guint8) ((guint8) *text | (guint8) (*text - 1));
  return (odd & ones << 7) == 0;
}

/**
 * prn_text_valid:
 * @text: bytes
 * @length: how many
 *
 * Returns: (transfer full): the bytes as UTF-8, with U+FFFD for what is none and for NUL
 */
char *prn_text_valid (const char *text, gsize length);

G_END_DECLS
