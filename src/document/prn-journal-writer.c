/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-journal-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "prn-journal-line.h"

struct _PrnJournalWriter {
  char *folder;
  int fd; /* -1: no file yet */
  char *name;
  off_t good;        /* how much of the file is whole lines */
  gboolean stale;    /* what came after could not be written */
  char *path, *hash; /* of the map's file */
  PrnMap *first;     /* what the steps begin with */
  PrnMap *last;      /* where the lines lead */
  PrnMap *before;    /* from where the last step of the lines leads; NULL after another line */
  guint position, n;
  gboolean strayed; /* the lines do not hold what undo and redo lead to, so that these are steps */
};

void
prn_journal_note_free (PrnJournalNote *note)
{
  g_clear_pointer (&note->before, prn_map_unref);
  g_clear_pointer (&note->after, prn_map_unref);
  g_free (note->name);
  g_free (note->hash);
  g_free (note);
}

PrnJournalWriter *
prn_journal_writer_new (const char *folder)
{
  PrnJournalWriter *writer = g_new0 (PrnJournalWriter, 1);

  writer->folder = g_strdup (folder);
  writer->fd = -1;
  return writer;
}

void
prn_journal_writer_continue (PrnJournalWriter *writer, const PrnJournalFile *file)
{
  writer->fd = file->fd;
  writer->name = g_strdup (file->name);
  writer->good = lseek (file->fd, 0, SEEK_END);
  writer->path = g_strdup (file->path);
  writer->hash = g_strdup (file->hash);
  writer->first = prn_map_ref (file->first);
  writer->last = prn_map_ref (file->last);
  writer->position = file->position;
  writer->n = file->n;
  writer->stale = file->stale;
}

static void
close_file (PrnJournalWriter *writer, gboolean removes)
{
  if (writer->fd < 0)
    return;
  if (removes)
    g_unlink (writer->name);
  close (writer->fd);
  writer->fd = -1;
  g_clear_pointer (&writer->name, g_free);
}

void
prn_journal_writer_free (PrnJournalWriter *writer)
{
  close_file (writer, FALSE);
  g_clear_pointer (&writer->first, prn_map_unref);
  g_clear_pointer (&writer->last, prn_map_unref);
  g_clear_pointer (&writer->before, prn_map_unref);
  g_free (writer->folder);
  g_free (writer->path);
  g_free (writer->hash);
  g_free (writer);
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
static int
write_anew (PrnJournalWriter *writer, const GString *lines)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *base = g_strconcat (uuid, PRN_JOURNAL_SUFFIX, NULL);
  g_autofree char *name = g_build_filename (writer->folder, base, NULL);
  int fd = -1, problem;

  if (g_mkdir_with_parents (writer->folder, 0700) == 0)
    fd = g_open (name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && write_lines (fd, lines)) {
    close_file (writer, TRUE);
    writer->fd = fd;
    writer->name = g_steal_pointer (&name);
    writer->good = (off_t) lines->len;
    writer->stale = FALSE;
    return 0;
  }
  problem = errno;
  writer->stale = TRUE;
  if (fd >= 0) {
    g_unlink (name);
    close (fd);
  }
  return problem;
}

static int
write_on (PrnJournalWriter *writer, const GString *lines)
{
  int problem;

  if (write_lines (writer->fd, lines)) {
    writer->good += (off_t) lines->len;
    return 0;
  }
  problem = errno;
  writer->stale = TRUE;
  if (ftruncate (writer->fd, writer->good) != 0)
    g_debug ("%s: a torn line stays at the end", writer->name);
  return problem;
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
append_step (PrnJournalWriter *writer, const PrnJournalNote *note, gboolean joined, GString *lines)
{
  g_autoptr (PrnDelta) delta = prn_delta_new (joined ? writer->before : writer->last, note->after);

  prn_journal_append_step (lines, joined, note->name, delta);
  if (!joined) {
    writer->n = ++writer->position;
    set_map (&writer->before, writer->last);
  }
  set_map (&writer->last, note->after);
}

/* The lines of a new file. Of what could not be written before, where it led is kept. */
static void
append_beginning (PrnJournalWriter *writer, const PrnJournalNote *note, GString *lines)
{
  if (writer->first == NULL)
    writer->first = prn_map_ref (note->before);
  prn_journal_append_head (lines, writer->path, writer->hash);
  prn_journal_append_map (lines, writer->first);
  set_map (&writer->last, writer->first);
  writer->position = writer->n = 0;
  writer->strayed = note->verb != PRN_JOURNAL_STEP || note->before != writer->first;
  append_step (writer, note, FALSE, lines);
}

/* Whether the reader of the lines so far comes to the same map by the same word. */
static gboolean
is_known (PrnJournalWriter *writer, const PrnJournalNote *note)
{
  switch (note->verb) {
  case PRN_JOURNAL_JOINED:
    return writer->before != NULL && writer->before == note->before;
  case PRN_JOURNAL_UNDO:
  case PRN_JOURNAL_CANCEL:
    return !writer->strayed && writer->position > 0;
  case PRN_JOURNAL_REDO:
    return !writer->strayed && writer->position < writer->n;
  case PRN_JOURNAL_STEP:
    break;
  }
  return TRUE;
}

static void
append_note (PrnJournalWriter *writer, const PrnJournalNote *note, GString *lines)
{
  gboolean known = is_known (writer, note);

  if (!known)
    writer->strayed = TRUE;
  if (!known || note->verb == PRN_JOURNAL_STEP || note->verb == PRN_JOURNAL_JOINED) {
    append_step (writer, note, known && note->verb == PRN_JOURNAL_JOINED, lines);
    return;
  }
  if (note->verb == PRN_JOURNAL_REDO)
    writer->position++;
  else
    writer->position--;
  if (note->verb == PRN_JOURNAL_CANCEL)
    writer->n = writer->position;
  prn_journal_append_verb (lines, note->verb);
  set_map (&writer->last, note->after);
  set_map (&writer->before, NULL);
}

static void
begin (PrnJournalWriter *writer, const PrnJournalNote *note)
{
  close_file (writer, TRUE);
  writer->stale = FALSE;
  g_free (writer->path);
  g_free (writer->hash);
  writer->path = g_strdup (note->name);
  writer->hash = g_strdup (note->hash);
  g_clear_pointer (&writer->first, prn_map_unref);
  writer->first = note->after != NULL ? prn_map_ref (note->after) : NULL;
}

int
prn_journal_writer_take_down (PrnJournalWriter *writer, GQueue *notes)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean anew = FALSE;

  for (GList *l = notes->head; l != NULL; l = l->next) {
    const PrnJournalNote *note = l->data;

    if (note->begins) {
      begin (writer, note);
      g_string_truncate (lines, 0);
      anew = FALSE;
    } else if (!anew && (writer->fd < 0 || writer->stale)) {
      append_beginning (writer, note, lines);
      anew = TRUE;
    } else {
      append_note (writer, note, lines);
    }
  }
  if (anew)
    return write_anew (writer, lines);
  return lines->len > 0 ? write_on (writer, lines) : 0;
}
