/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-id.h"

#include <string.h>

#include "prn-schema.h"
#include "prn-map.h"

static gboolean
is_id_character (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

gboolean
prn_id_is_valid (const char *id)
{
  gsize length = 0;

  if (!is_id_character (*id))
    return FALSE;
  while (is_id_character (id[length]) || id[length] == '-')
    length++;
  return id[length] == '\0' && length <= PRN_LIMIT_ID;
}

char *
prn_id_from_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *id = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && id->len < PRN_LIMIT_ID; p++) {
    char c = g_ascii_tolower (*p);

    if (is_id_character (c))
      g_string_append_c (id, c);
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  /* Nothing of the name could be written in ASCII. */
  if (id->len == 0)
    g_string_append (id, "element");
  return g_string_free (id, FALSE);
}

char *
prn_map_new_id (PrnMap *map, const char *name)
{
  g_autofree char *base = prn_id_from_name (name);
  char *id = g_strdup (base);

  for (guint n = 2; prn_map_lookup (map, id) != NULL; n++) {
    g_autofree char *suffix = g_strdup_printf ("-%u", n);
    gsize kept = MIN (strlen (base), PRN_LIMIT_ID - strlen (suffix));

    g_free (id);
    id = g_strdup_printf ("%.*s%s", (int) kept, base, suffix);
  }
  return id;
}
