/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-text.h"

#include "prn-log.h"

static gboolean
is_space (gunichar c)
{
  /* g_unichar_isspace() leaves out the vertical tab and NEL, which are White_Space. */
  return c == 0x0b || c == 0x85 || g_unichar_isspace (c);
}

/* How many bytes of white space @text begins with. */
static gsize
space_ahead (const char *text, gsize length)
{
  gunichar c;

  if ((guint8) text[0] < 0x80)
    return is_space ((guint8) text[0]) ? 1 : 0;

  c = g_utf8_get_char_validated (text, (gssize) length);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !is_space (c))
    return 0;
  return (gsize) g_unichar_to_utf8 (c, NULL);
}

/* How many bytes of white space @text ends with. */
static gsize
space_behind (const char *text, gsize length)
{
  gsize back = 1;

  while (back < length && back < 4 && ((guint8) text[length - back] & 0xc0) == 0x80)
    back++;
  return space_ahead (text + length - back, back) == back ? back : 0;
}

void
prn_text_trim_slow (const char **text, gsize *length)
{
  gsize space;

  while (*length > 0 && (space = space_ahead (*text, *length)) > 0) {
    *text += space;
    *length -= space;
  }
  while (*length > 0 && (space = space_behind (*text, *length)) > 0)
    *length -= space;
}

char *
prn_text_valid (const char *text, gsize length)
{
  return g_utf8_make_valid (text, (gssize) length);
}

char *
prn_log_fold (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *composed = NULL;

  prn_text_trim (&text, &size);
  valid = prn_text_valid (text, size);
  /* Folding can undo the composition (U+0130 folds to i and a dot), so it is composed after it too.
   */
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  folded = g_utf8_casefold (composed, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}
