/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "prn-journal-line.h"

/* What comes within this time after a step is written together with it: a drag is sixty steps a
 * second that join. Well below the second within which everything is to be on disk. */
#define GATHER_US (150 * G_TIME_SPAN_MILLISECOND)

/* Something for the thread to take down: a step, or that all begins anew. */
typedef struct {
  gboolean begins;
  PrnJournalVerb verb;
  PrnMap *before, *after; /* begins: @after is the first map, NULL for nothing to come */
  char *name;             /* begins: the path */
  char *hash;
} Note;

struct _PrnJournal {
  gatomicrefcount ref_count;
  char *folder;
  GMainContext *context;
  PrnJournalFailed failed; /* of the thread that made the journal; NULL once it is given up */
  gpointer user_data;
  GThread *thread;

  GMutex mutex; /* of the next few */
  GCond wake, done;
  GQueue notes;
  gboolean busy, hurry, ends;

  /* Of the writing thread. */
  int fd; /* -1: no file yet */
  char *name;
  off_t good;     /* how much of the file is whole lines */
  gboolean stale; /* what came after could not be written */
  char *path, *hash; /* of the map's file */
  PrnMap *first;     /* what the steps begin with */
  PrnMap *last;      /* where the lines lead */
  PrnMap *before;    /* from where the last step of the lines leads; NULL after another line */
  guint position, n;
  gboolean strayed; /* the lines do not hold what undo and redo lead to, so that these are steps */
  gboolean told;
};

static void
note_free (Note *note)
{
  g_clear_pointer (&note->before, prn_map_unref);
  g_clear_pointer (&note->after, prn_map_unref);
  g_free (note->name);
  g_free (note->hash);
  g_free (note);
}

char *
prn_journal_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "perennial", "journal", NULL);
}

PrnJournal *
prn_journal_new (const char *folder, PrnJournalFailed failed, gpointer user_data)
{
  PrnJournal *journal = g_new0 (PrnJournal, 1);

  g_atomic_ref_count_init (&journal->ref_count);
  journal->folder = g_strdup (folder);
  journal->context = g_main_context_ref_thread_default ();
  journal->failed = failed;
  journal->user_data = user_data;
  journal->fd = -1;
  g_mutex_init (&journal->mutex);
  g_cond_init (&journal->wake);
  g_cond_init (&journal->done);
  return journal;
}

PrnJournal *
prn_journal_continue (PrnJournal *journal, const PrnJournalFile *file)
{
  journal->fd = file->fd;
  journal->name = g_strdup (file->name);
  journal->good = lseek (file->fd, 0, SEEK_END);
  journal->path = g_strdup (file->path);
  journal->hash = g_strdup (file->hash);
  journal->first = prn_map_ref (file->first);
  journal->last = prn_map_ref (file->last);
  journal->position = file->position;
  journal->n = file->n;
  journal->stale = file->stale;
  return journal;
}

static void
close_file (PrnJournal *journal, gboolean removes)
{
  if (journal->fd < 0)
    return;
  if (removes)
    g_unlink (journal->name);
  close (journal->fd);
  journal->fd = -1;
  g_clear_pointer (&journal->name, g_free);
}

static void
journal_unref (gpointer data)
{
  PrnJournal *journal = data;

  if (!g_atomic_ref_count_dec (&journal->ref_count))
    return;
  close_file (journal, FALSE);
  g_queue_clear_full (&journal->notes, (GDestroyNotify) note_free);
  g_clear_pointer (&journal->first, prn_map_unref);
  g_clear_pointer (&journal->last, prn_map_unref);
  g_clear_pointer (&journal->before, prn_map_unref);
  g_main_context_unref (journal->context);
  g_mutex_clear (&journal->mutex);
  g_cond_clear (&journal->wake);
  g_cond_clear (&journal->done);
  g_free (journal->folder);
  g_free (journal->path);
  g_free (journal->hash);
  g_free (journal);
}

/* A failure on its way to those who made the journal. */
typedef struct {
  PrnJournal *journal;
  char *message;
} Failure;

static gboolean
failure_cb (gpointer data)
{
  Failure *failure = data;

  if (failure->journal->failed != NULL)
    failure->journal->failed (failure->message, failure->journal->user_data);
  return G_SOURCE_REMOVE;
}

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  journal_unref (failure->journal);
  g_free (failure->message);
  g_free (failure);
}

static void
fail (PrnJournal *journal, int problem)
{
  Failure *failure;

  journal->stale = TRUE;
  if (journal->told)
    return;
  journal->told = TRUE;
  failure = g_new0 (Failure, 1);
  g_atomic_ref_count_inc (&journal->ref_count);
  failure->journal = journal;
  failure->message =
      g_strdup_printf ("%s: cannot write: %s", journal->folder, g_strerror (problem));
  g_main_context_invoke_full (journal->context, G_PRIORITY_DEFAULT, failure_cb, failure,
                              failure_free);
}

static gboolean
write_lines (int fd, const GString *lines)
{
  gsize done = 0;

  while (done < lines->len) {
    ssize_t written = write (fd, lines->str + done, lines->len - done);

    if (written < 0 && errno != EINTR)
      return FALSE;
    if (written > 0)
      done += (gsize) written;
  }
  return fdatasync (fd) == 0;
}

/* Writes a new file, locked before anything is in it; then one that went stale may go. */
static void
write_anew (PrnJournal *journal, const GString *lines)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *base = g_strconcat (uuid, PRN_JOURNAL_SUFFIX, NULL);
  g_autofree char *name = g_build_filename (journal->folder, base, NULL);
  int fd = -1;

  if (g_mkdir_with_parents (journal->folder, 0700) == 0)
    fd = g_open (name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && write_lines (fd, lines)) {
    close_file (journal, TRUE);
    journal->fd = fd;
    journal->name = g_steal_pointer (&name);
    journal->good = (off_t) lines->len;
    journal->stale = FALSE;
    return;
  }
  fail (journal, errno);
  if (fd >= 0) {
    g_unlink (name);
    close (fd);
  }
}

static void
write_on (PrnJournal *journal, const GString *lines)
{
  if (write_lines (journal->fd, lines)) {
    journal->good += (off_t) lines->len;
    return;
  }
  fail (journal, errno);
  if (ftruncate (journal->fd, journal->good) != 0)
    g_debug ("%s: a torn line stays at the end", journal->name);
}

static void
set_map (PrnMap **place, PrnMap *map)
{
  PrnMap *old = *place;

  *place = map != NULL ? prn_map_ref (map) : NULL;
  g_clear_pointer (&old, prn_map_unref);
}

/* A step from where the lines lead; or, joined, another one in the place of the last. */
static void
append_step (PrnJournal *journal, const Note *note, gboolean joined, GString *lines)
{
  g_autoptr (PrnDelta) delta =
      prn_delta_new (joined ? journal->before : journal->last, note->after);

  prn_journal_append_step (lines, joined, note->name, delta);
  if (!joined) {
    journal->n = ++journal->position;
    set_map (&journal->before, journal->last);
  }
  set_map (&journal->last, note->after);
}

/* The lines of a new file. Of what could not be written before, where it led is kept. */
static void
append_beginning (PrnJournal *journal, const Note *note, GString *lines)
{
  if (journal->first == NULL)
    journal->first = prn_map_ref (note->before);
  prn_journal_append_head (lines, journal->path, journal->hash);
  prn_journal_append_map (lines, journal->first);
  set_map (&journal->last, journal->first);
  journal->position = journal->n = 0;
  journal->strayed = note->verb != PRN_JOURNAL_STEP || note->before != journal->first;
  append_step (journal, note, FALSE, lines);
}

/* Whether the reader of the lines so far comes to the same map by the same word. */
static gboolean
is_known (PrnJournal *journal, const Note *note)
{
  switch (note->verb) {
  case PRN_JOURNAL_JOINED:
    return journal->before != NULL && journal->before == note->before;
  case PRN_JOURNAL_UNDO:
  case PRN_JOURNAL_CANCEL:
    return !journal->strayed && journal->position > 0;
  case PRN_JOURNAL_REDO:
    return !journal->strayed && journal->position < journal->n;
  case PRN_JOURNAL_STEP:
    break;
  }
  return TRUE;
}

static void
append_note (PrnJournal *journal, const Note *note, GString *lines)
{
  gboolean known = is_known (journal, note);

  if (!known)
    journal->strayed = TRUE;
  if (!known || note->verb == PRN_JOURNAL_STEP || note->verb == PRN_JOURNAL_JOINED) {
    append_step (journal, note, known && note->verb == PRN_JOURNAL_JOINED, lines);
    return;
  }
  if (note->verb == PRN_JOURNAL_REDO)
    journal->position++;
  else
    journal->position--;
  if (note->verb == PRN_JOURNAL_CANCEL)
    journal->n = journal->position;
  prn_journal_append_verb (lines, note->verb);
  set_map (&journal->last, note->after);
  set_map (&journal->before, NULL);
}

static void
begin (PrnJournal *journal, const Note *note)
{
  close_file (journal, TRUE);
  journal->stale = FALSE;
  g_free (journal->path);
  g_free (journal->hash);
  journal->path = g_strdup (note->name);
  journal->hash = g_strdup (note->hash);
  g_clear_pointer (&journal->first, prn_map_unref);
  journal->first = note->after != NULL ? prn_map_ref (note->after) : NULL;
}

static void
take_down (PrnJournal *journal, GQueue *notes)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean anew = FALSE;

  for (GList *l = notes->head; l != NULL; l = l->next) {
    const Note *note = l->data;

    if (note->begins) {
      begin (journal, note);
      g_string_truncate (lines, 0);
      anew = FALSE;
    } else if (!anew && (journal->fd < 0 || journal->stale)) {
      append_beginning (journal, note, lines);
      anew = TRUE;
    } else {
      append_note (journal, note, lines);
    }
  }
  if (anew)
    write_anew (journal, lines);
  else if (lines->len > 0)
    write_on (journal, lines);
}

/* Waits for notes, and a little longer for those that come right after. */
static gboolean
wait_for_notes (PrnJournal *journal, GQueue *notes)
{
  gint64 end;

  while (g_queue_is_empty (&journal->notes) && !journal->ends)
    g_cond_wait (&journal->wake, &journal->mutex);
  end = g_get_monotonic_time () + GATHER_US;
  while (!journal->hurry && !journal->ends &&
         g_cond_wait_until (&journal->wake, &journal->mutex, end))
    continue;
  *notes = journal->notes;
  g_queue_init (&journal->notes);
  return !g_queue_is_empty (notes);
}

static gpointer
write_thread (gpointer data)
{
  PrnJournal *journal = data;
  GQueue notes;

  g_mutex_lock (&journal->mutex);
  while (wait_for_notes (journal, &notes)) {
    journal->busy = TRUE;
    g_mutex_unlock (&journal->mutex);
    take_down (journal, &notes);
    g_queue_clear_full (&notes, (GDestroyNotify) note_free);
    g_mutex_lock (&journal->mutex);
    journal->busy = FALSE;
    g_cond_broadcast (&journal->done);
  }
  g_mutex_unlock (&journal->mutex);
  return NULL;
}

/* Of a step that goes on joining, only where it has got to need be written. */
static gboolean
replaces (const Note *note, const Note *last)
{
  return note->verb == PRN_JOURNAL_JOINED && !note->begins && last != NULL && !last->begins &&
         (last->verb == PRN_JOURNAL_JOINED || last->verb == PRN_JOURNAL_STEP);
}

static void
push (PrnJournal *journal, Note *note)
{
  g_mutex_lock (&journal->mutex);
  if (replaces (note, g_queue_peek_tail (&journal->notes))) {
    Note *last = g_queue_pop_tail (&journal->notes);

    note->verb = last->verb;
    note_free (last);
  }
  g_queue_push_tail (&journal->notes, note);
  if (journal->thread == NULL)
    journal->thread = g_thread_new ("journal", write_thread, journal);
  g_cond_signal (&journal->wake);
  g_mutex_unlock (&journal->mutex);
}

void
prn_journal_begin (PrnJournal *journal, const char *path, const char *hash, PrnMap *map)
{
  Note *note = g_new0 (Note, 1);

  note->begins = TRUE;
  note->name = g_strdup (path);
  note->hash = g_strdup (hash);
  note->after = prn_map_ref (map);
  push (journal, note);
}

void
prn_journal_note (PrnJournal *journal,
                  PrnJournalVerb verb,
                  PrnMap *before,
                  PrnMap *after,
                  const char *name)
{
  Note *note = g_new0 (Note, 1);

  note->verb = verb;
  note->before = prn_map_ref (before);
  note->after = prn_map_ref (after);
  note->name = g_strdup (name);
  push (journal, note);
}

void
prn_journal_flush (PrnJournal *journal)
{
  g_mutex_lock (&journal->mutex);
  journal->hurry = TRUE;
  g_cond_signal (&journal->wake);
  while (journal->busy || !g_queue_is_empty (&journal->notes))
    g_cond_wait (&journal->done, &journal->mutex);
  journal->hurry = FALSE;
  g_mutex_unlock (&journal->mutex);
}

void
prn_journal_drop (PrnJournal *journal)
{
  Note *note = g_new0 (Note, 1);

  note->begins = TRUE;
  push (journal, note);
}

void
prn_journal_free (PrnJournal *journal)
{
  journal->failed = NULL;
  g_mutex_lock (&journal->mutex);
  journal->ends = TRUE;
  g_cond_signal (&journal->wake);
  g_mutex_unlock (&journal->mutex);
  if (journal->thread != NULL)
    g_thread_join (journal->thread);
  journal_unref (journal);
}
