/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-document.h"
#include "prn-file-state.h"
#include "prn-history.h"
#include "prn-journal.h"

G_BEGIN_DECLS

/* The parts of a document, shared by prn-document.c (steps) and prn-document-file.c (the file). */
struct _PrnDocument {
  GObject parent;

  PrnHistory *history;
  gboolean was_modified;

  char *path;
  char *file_name;
  PrnFileState file; /* as last read or written */
  PrnMap *base;      /* what that held; NULL without a file */
  PrnFileConflict conflict;
  PrnReadOnly read_only;
  GFileMonitor *monitor;
  guint check_source;

  PrnJournal *journal; /* NULL: none is kept */
};

/* Makes a step, in a read-only document too: what another program wrote is to be seen. */
void prn_document_step (PrnDocument *self, PrnMap *map, const char *name, const char *join);

/* Tells of what a step or a save may have changed. */
void prn_document_tell (PrnDocument *self);

/* Tells of another path, of read-only or not, and of a conflict. */
void prn_document_tell_file (PrnDocument *self);

/* Makes the document that of a file, %NULL for none; the file's state is set by the caller. */
void prn_document_set_file (PrnDocument *self, const char *path, PrnMap *base);

/* Ends watching and forgets the file. */
void prn_document_clear_file (PrnDocument *self);

/**
 * prn_document_new_recovered:
 * @history: (transfer full): its steps
 * @path: (nullable): its file
 * @hash: (nullable): what the file's content hashed to when the steps began
 * @journal: where the steps were read from; its descriptor belongs to the document now
 *
 * Returns: (transfer full): a document as it was when its program ended
 */
PrnDocument *prn_document_new_recovered (PrnHistory *history, const char *path, const char *hash,
                                         const PrnJournalFile *journal);

G_END_DECLS
