/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-pasted-text.h"

#include <string.h>

#include "prn-edit.h"

/* More or longer lines are no list of stages. */
#define MOST_LINES   30
#define LONGEST_LINE 80

/* Where the name begins in a line of a list: after `- `, `• ` or `3. `. */
static const char *
after_bullet (const char *line)
{
  static const char *const bullets[] = { "- ", "* ", "• ", "– " };
  const char *p = line;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  while (g_ascii_isdigit (*p))
    p++;
  return p > line && (*p == '.' || *p == ')') && p[1] == ' ' ? p + 2 : line;
}

/* The names in a list; %NULL when the text is none. */
static char **
list_names (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_LINES + 2);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *name = after_bullet (g_strstrip (lines[i]));

    if (*name == '\0')
      continue;
    if (++n > MOST_LINES || g_utf8_strlen (name, -1) > LONGEST_LINE)
      return NULL;
    g_strv_builder_add (names, name);
  }
  return n >= 2 ? g_strv_builder_end (names) : NULL;
}

static PrnMap *
add_stages (PrnMap *map, char **names, PrnSpot at, char ***ids)
{
  g_autoptr (GStrvBuilder) made = g_strv_builder_new ();
  g_autoptr (PrnMap) result = prn_map_ref (map);
  g_autofree char *last = NULL;

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *id = NULL;
    PrnMap *more = last == NULL
                       ? prn_edit_add_stage (result, names[i], at.x, at.y, NULL, &id)
                       : prn_edit_add_linked_stage (result, last, PRN_SIDE_RIGHT, names[i], &id);

    prn_map_unref (result);
    result = more;
    if (id == NULL)
      break;
    g_strv_builder_add (made, id);
    g_free (last);
    last = g_steal_pointer (&id);
  }
  *ids = g_strv_builder_end (made);
  return g_steal_pointer (&result);
}

PrnMap *
prn_pasted_text (PrnMap *map, const char *text, PrnSpot at, char ***ids)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) names = list_names (stripped);
  g_autofree char *id = NULL;
  PrnMap *result;

  if (names != NULL)
    return add_stages (map, names, at, ids);
  *ids = NULL;
  if (*stripped == '\0')
    return prn_map_ref (map);

  result = prn_edit_add_note (map, stripped, at.x, at.y, NULL, &id);
  if (id != NULL) {
    *ids = g_new0 (char *, 2);
    (*ids)[0] = g_steal_pointer (&id);
  }
  return result;
}
