/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "prn-document-private.h"
#include "prn-journal-line.h"
#include "prn-map-file.h"

struct _PrnRecovery {
  PrnJournalFile file;
  PrnHistory *history;
  gint64 time;
  gboolean foreign; /* of a later version of the program: let it be */
};

/* All that is read of a journal is one gesture after the other, until the next step is another. */
#define JOIN "journal"

/* The text of a journal while it is read. */
typedef struct {
  const char *text;
  gsize left;
  const char *line;
  gsize length;
} Lines;

void
prn_recovery_free (PrnRecovery *recovery)
{
  if (recovery->file.fd >= 0)
    close (recovery->file.fd);
  g_free (recovery->file.name);
  g_free (recovery->file.path);
  g_free (recovery->file.hash);
  g_clear_pointer (&recovery->file.first, prn_map_unref);
  g_clear_pointer (&recovery->history, prn_history_free);
  g_free (recovery);
}

static char *
find_text (const PrnJson *json, const char *name)
{
  guint32 token = prn_json_find (json, 0, name);

  if (token == 0 || json->tokens[token].type != PRN_JSON_STRING)
    return NULL;
  return prn_json_dup_string (json, token, NULL);
}

static gboolean
read_head (PrnRecovery *recovery, const Lines *lines)
{
  g_autoptr (PrnJson) json = prn_json_scan (lines->line, lines->length, NULL);
  g_autofree char *uri = NULL;
  guint32 version;

  if (json == NULL || json->tokens[0].type != PRN_JSON_OBJECT)
    return FALSE;
  version = prn_json_find (json, 0, "journal");
  if (version == 0 || json->tokens[version].type != PRN_JSON_NUMBER)
    return FALSE;
  recovery->foreign = prn_json_get_number (json, version) > 1;
  uri = find_text (json, "file");
  if (uri != NULL)
    recovery->file.path = g_filename_from_uri (uri, NULL, NULL);
  recovery->file.hash = find_text (json, "hash");
  return !recovery->foreign;
}

static gboolean
read_first (PrnRecovery *recovery, const Lines *lines)
{
  g_autoptr (GBytes) bytes = g_bytes_new (lines->line, lines->length);

  recovery->file.first = prn_map_parse (bytes, NULL, NULL);
  if (recovery->file.first == NULL)
    return FALSE;
  recovery->history = prn_history_new (recovery->file.first);
  return TRUE;
}

static gboolean
read_step (PrnHistory *history, const PrnJson *json, const char *name, gboolean joined)
{
  PrnMap *before =
      joined ? prn_history_get_before (history) : prn_history_get_map (history);
  g_autoptr (PrnMap) after = before != NULL ? prn_delta_read (json, 0, before, NULL) : NULL;

  if (after == NULL)
    return FALSE;
  if (!joined)
    prn_history_seal (history);
  prn_history_apply (history, after, name, JOIN);
  return TRUE;
}

static gboolean
read_line (PrnHistory *history, const Lines *lines)
{
  g_autoptr (PrnJson) json = prn_json_scan (lines->line, lines->length, NULL);
  g_autofree char *step = NULL;
  g_autofree char *joined = NULL;

  if (json == NULL || json->tokens[0].type != PRN_JSON_OBJECT)
    return FALSE;
  step = find_text (json, "step");
  joined = find_text (json, "joined");
  if (step != NULL)
    return read_step (history, json, step, FALSE);
  if (joined != NULL)
    return read_step (history, json, joined, TRUE);
  if (prn_json_find (json, 0, "undo") != 0)
    return prn_history_undo (history);
  if (prn_json_find (json, 0, "redo") != 0)
    return prn_history_redo (history);
  return prn_json_find (json, 0, "cancel") != 0 && prn_history_cancel (history, JOIN);
}

/* What a reader of the file would refuse is no state to go on from. */
static gboolean
is_whole (PrnMap *map)
{
  g_autoptr (GBytes) printed = prn_map_print (map);
  g_autoptr (PrnMap) parsed = prn_map_parse (printed, NULL, NULL);

  return parsed != NULL;
}

static gboolean
is_in_file (PrnRecovery *recovery)
{
  g_autoptr (GBytes) printed = prn_map_print (prn_history_get_map (recovery->history));
  g_autoptr (GBytes) content = NULL;
  PrnFileState state;

  if (recovery->file.path != NULL)
    content = prn_file_read (recovery->file.path, &state, NULL);
  return content != NULL && g_bytes_equal (content, printed);
}

/* Reads what is whole, and cuts off what is not, for the next line to follow. */
static gboolean
read_lines (PrnRecovery *recovery, const char *text, gsize size)
{
  Lines lines = { .text = text, .left = size };
  gsize good;

  if (!prn_journal_next_line (&lines.text, &lines.left, &lines.line, &lines.length) ||
      !read_head (recovery, &lines) ||
      !prn_journal_next_line (&lines.text, &lines.left, &lines.line, &lines.length) ||
      !read_first (recovery, &lines))
    return FALSE;
  do
    good = size - lines.left;
  while (prn_journal_next_line (&lines.text, &lines.left, &lines.line, &lines.length) &&
         read_line (recovery->history, &lines));

  while (!is_whole (prn_history_get_map (recovery->history))) {
    recovery->file.stale = TRUE;
    if (!prn_history_undo (recovery->history))
      return FALSE;
  }
  prn_history_seal (recovery->history);
  return good == size || ftruncate (recovery->file.fd, (off_t) good) == 0;
}

static guint
count_steps (PrnHistory *history)
{
  guint position = prn_history_get_position (history), n = position;

  while (prn_history_redo (history))
    n++;
  while (prn_history_get_position (history) > position)
    prn_history_undo (history);
  return n;
}

/* NULL for a journal of a living program, and for one that holds nothing. */
static PrnRecovery *
read_journal (const char *name)
{
  g_autoptr (PrnRecovery) recovery = g_new0 (PrnRecovery, 1);
  g_autofree char *text = NULL;
  struct stat found;
  gsize size;

  recovery->file.name = g_strdup (name);
  recovery->file.fd = g_open (name, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0);
  if (recovery->file.fd < 0 || flock (recovery->file.fd, LOCK_EX | LOCK_NB) != 0 ||
      fstat (recovery->file.fd, &found) != 0 || found.st_nlink == 0 ||
      !g_file_get_contents (name, &text, &size, NULL))
    return NULL;

  recovery->time = found.st_mtim.tv_sec;
  if (!read_lines (recovery, text, size) || is_in_file (recovery)) {
    if (!recovery->foreign)
      g_unlink (name);
    return NULL;
  }
  recovery->file.position = prn_history_get_position (recovery->history);
  recovery->file.n = count_steps (recovery->history);
  if (recovery->file.n == 0) {
    g_unlink (name);
    return NULL;
  }
  return g_steal_pointer (&recovery);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const PrnRecovery *first = *(PrnRecovery *const *) a, *second = *(PrnRecovery *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

GPtrArray *
prn_recovery_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) prn_recovery_free);
  g_autofree char *usual = prn_journal_folder ();
  const char *place = folder != NULL ? folder : usual;
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL) {
    g_autofree char *name = g_build_filename (place, base, NULL);
    PrnRecovery *recovery =
        g_str_has_suffix (base, PRN_JOURNAL_SUFFIX) ? read_journal (name) : NULL;

    if (recovery != NULL)
      g_ptr_array_add (list, recovery);
  }
  g_ptr_array_sort (list, compare_times);
  return list;
}

PrnMap *
prn_recovery_get_map (PrnRecovery *recovery)
{
  return prn_history_get_map (recovery->history);
}

const char *
prn_recovery_get_path (PrnRecovery *recovery)
{
  return recovery->file.path;
}

gint64
prn_recovery_get_time (PrnRecovery *recovery)
{
  return recovery->time;
}

guint
prn_recovery_get_n_steps (PrnRecovery *recovery)
{
  return recovery->file.position;
}

PrnDocument *
prn_recovery_open (PrnRecovery *recovery)
{
  PrnDocument *document;

  recovery->file.last = prn_history_get_map (recovery->history);
  document =
      prn_document_new_recovered (g_steal_pointer (&recovery->history), recovery->file.path,
                                  recovery->file.hash, &recovery->file);

  recovery->file.fd = -1;
  prn_recovery_free (recovery);
  return document;
}

void
prn_recovery_discard (PrnRecovery *recovery)
{
  g_unlink (recovery->file.name);
  prn_recovery_free (recovery);
}
