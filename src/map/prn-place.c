/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-place.h"

static void
append (GString *text, const PrnPlace *place)
{
  if (place == NULL)
    return;
  append (text, place->parent);
  if (place->name != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "", place->name);
  else
    g_string_append_printf (text, "[%u]", place->index);
}

char *
prn_place_format (const PrnPlace *place)
{
  GString *text = g_string_new (NULL);

  append (text, place);
  return g_string_free (text, FALSE);
}
