/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-extra-scan.h"

#include <string.h>

/* A line end inside of a JSON text is escaped, so each one here is between two lines. */
char *
prn_json_squeeze (const char *pretty)
{
  GString *line = g_string_new (NULL);

  while (*pretty != '\0') {
    gsize length = strcspn (pretty, "\n");

    g_string_append_len (line, pretty, (gssize) length);
    pretty += length;
    if (*pretty == '\0')
      break;
    pretty += strspn (pretty, "\n ");
    if (line->str[line->len - 1] == ',')
      g_string_append_c (line, ' ');
  }
  return g_string_free (line, FALSE);
}

PrnExtraScan *
prn_extra_scan (const PrnExtra *extra)
{
  PrnExtraScan *scan = g_new0 (PrnExtraScan, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (guint32));

  scan->text = g_strdup_printf ("{%s}", extra != NULL ? extra->lines->str : "");
  scan->json = prn_json_scan (scan->text, strlen (scan->text), NULL);
  for (guint32 name = 1; scan->json != NULL && name < scan->json->n_tokens;
       name = scan->json->tokens[name + 1].next) {
    const PrnJsonToken *token = &scan->json->tokens[name];
    g_autoptr (GString) value = g_string_new (NULL);

    prn_json_append_pretty (scan->json, name + 1, value, 0);
    g_ptr_array_add (names, g_strndup (scan->text + token->start + 1, token->end - token->start - 2));
    g_ptr_array_add (values, prn_json_squeeze (value->str));
    g_array_append_val (tokens, name);
  }
  scan->n = names->len;
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (values, NULL);
  scan->names = (char **) g_ptr_array_steal (names, NULL);
  scan->values = (char **) g_ptr_array_steal (values, NULL);
  scan->tokens = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&tokens), FALSE);
  return scan;
}

void
prn_extra_scan_free (PrnExtraScan *scan)
{
  if (scan == NULL)
    return;
  g_strfreev (scan->names);
  g_strfreev (scan->values);
  g_free (scan->tokens);
  if (scan->json != NULL)
    prn_json_free (scan->json);
  g_free (scan->text);
  g_free (scan);
}

const char *
prn_extra_scan_find (const PrnExtraScan *scan, const char *name)
{
  for (guint i = 0; i < scan->n; i++)
    if (g_str_equal (scan->names[i], name))
      return scan->values[i];
  return NULL;
}
