/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-extra.h"

#include <string.h>

void
prn_extra_add (PrnExtra **extra, const PrnJson *json, guint32 name)
{
  if (*extra == NULL) {
    *extra = g_new0 (PrnExtra, 1);
    g_atomic_ref_count_init (&(*extra)->ref_count);
    (*extra)->lines = g_string_new (NULL);
  } else {
    g_string_append ((*extra)->lines, ",\n");
  }
  prn_json_append_pretty (json, name, (*extra)->lines, 0);
  g_string_append ((*extra)->lines, ": ");
  prn_json_append_pretty (json, name + 1, (*extra)->lines, 0);
}

PrnExtra *
prn_extra_ref (PrnExtra *extra)
{
  if (extra != NULL)
    g_atomic_ref_count_inc (&extra->ref_count);
  return extra;
}

void
prn_extra_unref (PrnExtra *extra)
{
  if (extra == NULL || !g_atomic_ref_count_dec (&extra->ref_count))
    return;
  g_string_free (extra->lines, TRUE);
  g_free (extra);
}

/* A line end inside of a JSON text is escaped, so each one here is between two lines. */
void
prn_extra_append (const PrnExtra *extra, GString *out, guint depth)
{
  const char *line = extra->lines->str;

  for (;;) {
    const char *end = line + strcspn (line, "\n");

    g_string_append_len (out, line, end - line);
    if (*end == '\0')
      return;
    g_string_append_c (out, '\n');
    for (guint i = 0; i < depth; i++)
      g_string_append_len (out, "  ", 2);
    line = end + 1;
  }
}
