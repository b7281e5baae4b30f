/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-conversions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-error.h"

static gboolean
parse_pair (const char *text, PrnConversionPair *pair)
{
  const char *colon = strchr (text, ':');

  if (colon == NULL || colon[1] == '\0')
    return FALSE;
  pair->from = colon > text ? g_strndup (text, (gsize) (colon - text)) : NULL;
  pair->to = g_strsplit (colon + 1, ",", -1);
  return TRUE;
}

gboolean
prn_cli_conversions_parse (char **texts, PrnConversionPair **pairs, guint *n, GError **error)
{
  guint n_texts = texts != NULL ? g_strv_length (texts) : 0;

  *pairs = g_new0 (PrnConversionPair, n_texts);
  for (*n = 0; *n < n_texts; (*n)++)
    if (!parse_pair (texts[*n], &(*pairs)[*n])) {
      g_set_error (error, PRN_ERROR, PRN_ERROR_USAGE,
                   _ ("--convert “%s”: FROM:TO is expected, ids of stages; without FROM it is the "
                      "first entry"),
                   texts[*n]);
      return FALSE;
    }
  return TRUE;
}

void
prn_cli_conversions_free (PrnConversionPair *pairs, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_free (pairs[i].from);
    g_strfreev (pairs[i].to);
  }
  g_free (pairs);
}
