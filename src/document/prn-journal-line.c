/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-journal-line.h"

#include <string.h>

#include "prn-json-write.h"
#include "prn-map-parts.h"

#define PREFIX 9 /* the hash and a space */

/* FNV-1a, which needs no terminator: http://www.isthe.com/chongo/tech/comp/fnv/ */
static guint32
hash_bytes (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

/* Puts the hash in front of what was appended since @start. */
static void
end_line (GString *out, gsize start)
{
  g_autofree char *prefix =
      g_strdup_printf ("%08x ", hash_bytes (out->str + start, out->len - start));

  g_string_insert (out, (gssize) start, prefix);
  g_string_append_c (out, '\n');
}

void
prn_journal_append_head (GString *out, const char *path, const char *hash)
{
  g_autofree char *full = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *uri = full != NULL ? g_filename_to_uri (full, NULL, NULL) : NULL;
  gsize start = out->len;

  g_string_append (out, "{\"journal\":1");
  if (uri != NULL) {
    g_string_append (out, ",\"file\":");
    prn_json_append_string (out, uri);
  }
  if (hash != NULL) {
    g_string_append (out, ",\"hash\":");
    prn_json_append_string (out, hash);
  }
  g_string_append_c (out, '}');
  end_line (out, start);
}

void
prn_journal_append_map (GString *out, PrnMap *map)
{
  gsize start = out->len;

  prn_map_append_line (map, out);
  end_line (out, start);
}

void
prn_journal_append_step (GString *out, gboolean joined, const char *name, const PrnDelta *delta)
{
  gsize start = out->len;

  g_string_append (out, joined ? "{\"joined\":" : "{\"step\":");
  prn_json_append_string (out, name);
  prn_delta_append (delta, out);
  g_string_append_c (out, '}');
  end_line (out, start);
}

void
prn_journal_append_verb (GString *out, PrnJournalVerb verb)
{
  static const char *const words[] = {
    [PRN_JOURNAL_UNDO] = "undo",
    [PRN_JOURNAL_REDO] = "redo",
    [PRN_JOURNAL_CANCEL] = "cancel",
  };
  gsize start = out->len;

  g_string_append_printf (out, "{\"%s\":1}", words[verb]);
  end_line (out, start);
}

gboolean
prn_journal_next_line (const char **text, gsize *size, const char **line, gsize *length)
{
  const char *end = *size > 0 ? memchr (*text, '\n', *size) : NULL;
  gsize whole = end != NULL ? (gsize) (end - *text) : 0;
  g_autofree char *prefix = NULL;

  if (whole < PREFIX)
    return FALSE;
  *line = *text + PREFIX;
  *length = whole - PREFIX;
  prefix = g_strdup_printf ("%08x ", hash_bytes (*line, *length));
  if (memcmp (prefix, *text, PREFIX) != 0)
    return FALSE;
  *text += whole + 1;
  *size -= whole + 1;
  return TRUE;
}
