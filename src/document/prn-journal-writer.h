/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-journal.h"

G_BEGIN_DECLS

/* The file of a journal: what happened becomes lines, and these are written and flushed. All of it
 * belongs to one thread; none of it waits for another. */
typedef struct _PrnJournalWriter PrnJournalWriter;

/**
 * PrnJournalNote:
 * @begins: whether all begins anew; then only @after, @name and @hash count
 * @verb: what happened
 * @before: from where the step leads
 * @after: (nullable): the present map; %NULL where all begins anew and nothing is to come
 * @name: (nullable): what the step is called; where all begins anew, the map's file
 * @hash: (nullable): what the content of that file hashes to
 *
 * Something to take down.
 */
typedef struct {
  gboolean begins;
  PrnJournalVerb verb;
  PrnMap *before, *after;
  char *name;
  char *hash;
} PrnJournalNote;

void prn_journal_note_free (PrnJournalNote *note);

/**
 * prn_journal_writer_new:
 * @folder: where the file is to be; made when needed
 *
 * Returns: (transfer full): a writer; there is no file until the first step
 */
PrnJournalWriter *prn_journal_writer_new (const char *folder);

/**
 * prn_journal_writer_continue:
 * @writer: a writer without a file
 * @file: what to go on in; its descriptor belongs to the writer now
 */
void prn_journal_writer_continue (PrnJournalWriter *writer, const PrnJournalFile *file);

/**
 * prn_journal_writer_take_down:
 * @writer: a writer
 * @notes: (element-type PrnJournalNote): what happened, in its order
 *
 * Returns once it is on disk. What could not be written is written with what comes next, in a new
 * file.
 *
 * Returns: 0, or the number of the error that kept it from being written
 */
int prn_journal_writer_take_down (PrnJournalWriter *writer, GQueue *notes);

/**
 * prn_journal_writer_free:
 * @writer: (transfer full): a writer; its file stays, unlocked
 */
void prn_journal_writer_free (PrnJournalWriter *writer);

G_END_DECLS
