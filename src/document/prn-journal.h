/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* What was done to a document since it was last saved, on disk within a second, so that a crash or
 * a power cut takes nothing away.
 *
 * A journal is a file of lines, see prn-journal-line.h. Steps are handed over at once, and turned
 * into lines, written and flushed by a thread. As long as its process lives the file is locked; one
 * that is not locked is a leftover, for prn-recovery.h. */
typedef struct _PrnJournal PrnJournal;

/**
 * PrnJournalFailed:
 * @message: what went wrong, where, in one line
 * @user_data: what the journal was made with
 */
typedef void (*PrnJournalFailed) (const char *message, gpointer user_data);

/**
 * prn_journal_folder:
 *
 * Returns: (transfer full): where journals are kept: in the user's cache
 */
char *prn_journal_folder (void);

/**
 * prn_journal_new:
 * @folder: where to keep it; made when needed
 * @failed: called in the thread-default context of this call when steps cannot be written, once;
 *   writing is tried again with each later step
 * @user_data: for @failed
 *
 * Returns: (transfer full): a journal of nothing; there is no file until the first step
 */
PrnJournal *prn_journal_new (const char *folder, PrnJournalFailed failed, gpointer user_data);

/**
 * PrnJournalFile:
 * @fd: (transfer full): the file, locked, open for appending
 * @name: its name
 * @path: (nullable): the map's file
 * @hash: (nullable): what that file's content hashed to
 * @first: the map that the steps begin with
 * @last: the present map, where they lead
 * @position: how many steps lead to the present map
 * @n: how many there are, those that were undone included
 * @stale: whether its lines lead elsewhere than to the present map, so that a new file is to follow
 *
 * A journal left over, ready for its next line.
 */
typedef struct {
  int fd;
  char *name;
  char *path, *hash;
  PrnMap *first, *last;
  guint position, n;
  gboolean stale;
} PrnJournalFile;

/**
 * prn_journal_continue:
 * @journal: a journal of nothing
 * @file: what to go on in; its descriptor belongs to the journal now
 *
 * Returns: @journal
 */
PrnJournal *prn_journal_continue (PrnJournal *journal, const PrnJournalFile *file);

/**
 * prn_journal_free:
 * @journal: (transfer full): a journal
 *
 * Writes what is left to be written, and keeps the file, if prn_journal_drop() has not been called.
 */
void prn_journal_free (PrnJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnJournal, prn_journal_free)

/**
 * prn_journal_begin:
 * @journal: a journal
 * @path: (nullable): the map's file
 * @hash: (nullable): what the file's content hashes to
 * @map: the map that the steps to come begin with
 *
 * Drops what has been written: the map is safe in its file, or nobody has touched it yet.
 */
void prn_journal_begin (PrnJournal *journal, const char *path, const char *hash, PrnMap *map);

/* What became of the history. */
typedef enum {
  PRN_JOURNAL_STEP,   /* a new step */
  PRN_JOURNAL_JOINED, /* the last step leads to another map now */
  PRN_JOURNAL_UNDO,
  PRN_JOURNAL_REDO,
  PRN_JOURNAL_CANCEL, /* the last step has not been */
} PrnJournalVerb;

/**
 * prn_journal_note:
 * @journal: a journal
 * @verb: what happened
 * @before: the map from which the step leads; for %PRN_JOURNAL_JOINED that before the step it joins
 * @after: the present map
 * @name: what the step is called
 *
 * Takes down what happened. Returns at once.
 */
void prn_journal_note (PrnJournal *journal, PrnJournalVerb verb, PrnMap *before, PrnMap *after,
                       const char *name);

/**
 * prn_journal_flush:
 * @journal: a journal
 *
 * Waits until all that was taken down is on disk, or has failed to be written.
 */
void prn_journal_flush (PrnJournal *journal);

/**
 * prn_journal_drop:
 * @journal: a journal
 *
 * Removes the file: the document is closed, and nothing of it is to be kept.
 */
void prn_journal_drop (PrnJournal *journal);

G_END_DECLS
