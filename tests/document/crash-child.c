/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits and saves a map at random until it is killed. Usage: crash-child FOLDER SEED KIND
 *
 * The map is FOLDER/map.lifecycle.json, the journal is in FOLDER/journal. What was done is written
 * to FOLDER/log, a line each: when, in microseconds, what, and the title that the map has since.
 * Before it there is a line that it begins, with the title to come, or CRASH_ANY. Each edit gives
 * the map a title of its own. */

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../map/random-edit.h"
#include "crash.h"
#include "prn-document.h"
#include "prn-map-file.h"

typedef struct {
  PrnDocument *document;
  GRand *rand;
  CrashKind kind;
  char *path;
  int log;
  guint n_titles;
  guint n_failed; /* times that the journal said it failed */
} Child;

static guint
below (Child *child, guint n)
{
  return (guint) g_rand_int_range (child->rand, 0, (gint32) n);
}

static void
take_down_title (Child *child, const char *verb, const char *title)
{
  g_autofree char *line =
      g_strdup_printf ("%" G_GINT64_FORMAT " %s %s\n", g_get_monotonic_time (), verb, title);
  gsize length = strlen (line);

  if (write (child->log, line, length) != (ssize_t) length)
    abort ();
}

static void
take_down (Child *child, const char *verb)
{
  take_down_title (child, verb, prn_map_get_title (prn_document_get_map (child->document)));
}

static void
edit (Child *child)
{
  static const char *const joins[] = { "drag", NULL, NULL };
  g_autofree char *title = g_strdup_printf ("title-%u", ++child->n_titles);
  g_autoptr (PrnMap) edited =
      random_edit (child->rand, prn_document_get_map (child->document), CRASH_ELEMENTS, "Edit");
  g_autoptr (PrnMap) map = prn_map_with_title (edited, title);

  take_down_title (child, CRASH_BEGINS, title);
  g_assert_true (prn_document_apply (child->document, map, title, joins[below (child, 3)]));
  take_down (child, "edited");
}

/* Another program writes the file; that is not to be overwritten before it is decided on. */
static void
write_foreign (Child *child)
{
  g_autofree char *title = g_strdup_printf ("title-%u", ++child->n_titles);
  g_autoptr (PrnMap) foreign = prn_map_with_title (prn_document_get_map (child->document), title);
  g_autoptr (PrnMap) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);

  take_down_title (child, CRASH_BEGINS, title);
  g_assert_true (prn_map_save (foreign, child->path, NULL));
  g_assert_false (prn_document_save (child->document, child->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  found = prn_map_load (child->path, NULL, NULL);
  g_assert_true (prn_map_equal (found, foreign));

  take_down_title (child, CRASH_BEGINS, CRASH_ANY);
  switch (below (child, 3)) {
  case 0:
    prn_document_keep (child->document);
    break;
  case 1:
    g_assert_true (prn_document_revert (child->document, "Take theirs", NULL));
    g_assert_cmpstr (prn_map_get_title (prn_document_get_map (child->document)), ==, title);
    break;
  default:
    g_assert_true (prn_document_merge (child->document, "Merge", conflicts, NULL));
  }
  take_down (child, "decided");
}

static void
save (Child *child)
{
  g_autoptr (GError) error = NULL;

  take_down (child, "saving");
  if (prn_document_save (child->document, child->path, &error))
    take_down (child, "saved");
  else
    g_assert_cmpint (child->kind, ==, CRASH_FULL_DISK);
}

static void
act (Child *child)
{
  switch (below (child, 16)) {
  case 0:
    take_down_title (child, CRASH_BEGINS, CRASH_ANY);
    prn_document_undo (child->document);
    take_down (child, "undone");
    break;
  case 1:
    take_down_title (child, CRASH_BEGINS, CRASH_ANY);
    prn_document_redo (child->document);
    take_down (child, "redone");
    break;
  case 2:
    take_down_title (child, CRASH_BEGINS, CRASH_ANY);
    prn_document_cancel (child->document, "drag");
    take_down (child, "cancelled");
    break;
  case 3:
    if (below (child, 4) == 0)
      save (child);
    break;
  case 4:
    if (child->kind == CRASH_FOREIGN && below (child, 4) == 0)
      write_foreign (child);
    break;
  default:
    edit (child);
  }
}

static void
journal_failed_cb (PrnDocument *document, const char *message, Child *child)
{
  child->n_failed++;
  g_assert_cmpuint (child->n_failed, ==, 1);
  g_assert_cmpint (child->kind, !=, CRASH_ORDINARY);
}

static void
limit_files (gsize size)
{
  struct rlimit limit = { size, size };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *journal = g_build_filename (argv[1], "journal", NULL);
  g_autofree char *log = g_build_filename (argv[1], "log", NULL);
  Child child = { 0 };

  child.rand = g_rand_new_with_seed ((guint32) atoi (argv[2]));
  child.kind = (CrashKind) atoi (argv[3]);
  child.path = g_build_filename (argv[1], CRASH_MAP, NULL);
  child.log = open (log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  child.document = prn_document_load (child.path, NULL);
  g_signal_connect (child.document, "journal-failed", G_CALLBACK (journal_failed_cb), &child);
  prn_document_keep_journal (child.document, journal);
  take_down (&child, "opened");

  /* The limit counts for the log, too. */
  if (child.kind == CRASH_FULL_DISK)
    limit_files (20000);
  while (child.n_titles < 300 || child.kind != CRASH_FULL_DISK) {
    act (&child);
    g_usleep (1000 * below (&child, 25));
    while (g_main_context_iteration (NULL, FALSE))
      continue;
  }
  while (TRUE)
    g_usleep (G_USEC_PER_SEC);
}
