/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-journal.h"

#include <gio/gio.h>

#include "prn-journal-writer.h"

/* What comes within this time after a step is written together with it: a drag is sixty steps a
 * second that join. Well below the second within which everything is to be on disk. */
#define GATHER_US (150 * G_TIME_SPAN_MILLISECOND)

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

  PrnJournalWriter *writer; /* of the thread */
  gboolean told;
};

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
  journal->writer = prn_journal_writer_new (folder);
  g_mutex_init (&journal->mutex);
  g_cond_init (&journal->wake);
  g_cond_init (&journal->done);
  return journal;
}

PrnJournal *
prn_journal_continue (PrnJournal *journal, const PrnJournalFile *file)
{
  prn_journal_writer_continue (journal->writer, file);
  return journal;
}

static void
journal_unref (gpointer data)
{
  PrnJournal *journal = data;

  if (!g_atomic_ref_count_dec (&journal->ref_count))
    return;
  g_queue_clear_full (&journal->notes, (GDestroyNotify) prn_journal_note_free);
  prn_journal_writer_free (journal->writer);
  g_main_context_unref (journal->context);
  g_mutex_clear (&journal->mutex);
  g_cond_clear (&journal->wake);
  g_cond_clear (&journal->done);
  g_free (journal->folder);
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
  int problem;

  g_mutex_lock (&journal->mutex);
  while (wait_for_notes (journal, &notes)) {
    journal->busy = TRUE;
    g_mutex_unlock (&journal->mutex);
    problem = prn_journal_writer_take_down (journal->writer, &notes);
    if (problem != 0)
      fail (journal, problem);
    g_queue_clear_full (&notes, (GDestroyNotify) prn_journal_note_free);
    g_mutex_lock (&journal->mutex);
    journal->busy = FALSE;
    g_cond_broadcast (&journal->done);
  }
  g_mutex_unlock (&journal->mutex);
  return NULL;
}

/* Of a step that goes on joining, only where it has got to need be written. */
static gboolean
replaces (const PrnJournalNote *note, const PrnJournalNote *last)
{
  return note->verb == PRN_JOURNAL_JOINED && !note->begins && last != NULL && !last->begins &&
         (last->verb == PRN_JOURNAL_JOINED || last->verb == PRN_JOURNAL_STEP);
}

static void
push (PrnJournal *journal, PrnJournalNote *note)
{
  g_mutex_lock (&journal->mutex);
  if (replaces (note, g_queue_peek_tail (&journal->notes))) {
    PrnJournalNote *last = g_queue_pop_tail (&journal->notes);

    note->verb = last->verb;
    prn_journal_note_free (last);
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
  PrnJournalNote *note = g_new0 (PrnJournalNote, 1);

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
  PrnJournalNote *note = g_new0 (PrnJournalNote, 1);

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
  PrnJournalNote *note = g_new0 (PrnJournalNote, 1);

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
