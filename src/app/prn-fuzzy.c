/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-fuzzy.h"

#include <string.h>

#define AT_WORD 12
#define NEXT    8
#define ANY     1
#define WHOLE   20 /* what was typed stands in it as it is */

/* One step of the walk through a title. */
typedef struct {
  gunichar before; /* 0 at the beginning */
  gboolean adjacent;
} Step;

static int
points (Step step)
{
  if (step.before == 0 || !g_unichar_isalnum (step.before))
    return AT_WORD;
  return step.adjacent ? NEXT : ANY;
}

/* Matches letter by letter from @title on; -1 if some are left. */
static int
walk (const char *typed, const char *title)
{
  Step step = { 0, FALSE };
  int score = 0;

  while (*typed != '\0') {
    gunichar wanted = g_utf8_get_char (typed);

    if (g_unichar_isspace (wanted)) {
      typed = g_utf8_next_char (typed);
      continue;
    }
    if (*title == '\0')
      return -1;
    if (g_utf8_get_char (title) == wanted) {
      score += points (step);
      step.adjacent = TRUE;
      typed = g_utf8_next_char (typed);
    } else {
      step.adjacent = FALSE;
    }
    step.before = g_utf8_get_char (title);
    title = g_utf8_next_char (title);
  }
  return score;
}

int
prn_fuzzy_score (const char *typed, const char *title)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  g_autofree char *folded = g_utf8_casefold (title, -1);
  const char *whole;
  int score;

  g_strstrip (wanted);
  if (*wanted == '\0')
    return 0;
  score = walk (wanted, folded);
  whole = strstr (folded, wanted);
  if (whole != NULL) {
    /* At its beginning best of all, then at that of a word. */
    gboolean at_word = whole == folded || whole[-1] == ' ';

    score = MAX (score, (int) strlen (wanted) * NEXT) + WHOLE + (at_word ? AT_WORD : 0) +
            (whole == folded ? AT_WORD : 0);
  }
  return score < 0 ? -1 : MAX (0, score * 8 - (int) g_utf8_strlen (folded, -1) / 4);
}
