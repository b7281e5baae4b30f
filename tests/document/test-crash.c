/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kills a program that edits and saves, at random moments. Then the file holds a whole map, one
 * that it was given, and recovery offers every step older than a second. Usage: test-crash CHILD */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "../map/random-map.h"
#include "crash.h"
#include "prn-map-file.h"
#include "prn-recovery.h"

#define AT_ONCE 10
#define SECOND  G_USEC_PER_SEC

static const char *child_program;

typedef struct {
  CrashKind kind;
  GSubprocess *process;
  char *folder, *path, *journal;
  gint64 kill_at, killed_at;
} Run;

static char *
in_folder (const Run *run, const char *name)
{
  return g_build_filename (run->folder, name, NULL);
}

static void
start (Run *run, GRand *rand, CrashKind kind)
{
  g_autoptr (PrnMap) random = random_map_new (rand, CRASH_ELEMENTS);
  g_autoptr (PrnMap) map = prn_map_with_title (random, "title-0");
  g_autofree char *seed = g_strdup_printf ("%d", g_rand_int_range (rand, 0, G_MAXINT));
  g_autofree char *number = g_strdup_printf ("%d", kind);
  g_autoptr (GError) error = NULL;

  run->kind = kind;
  run->folder = g_dir_make_tmp ("prn-crash-XXXXXX", NULL);
  run->path = in_folder (run, CRASH_MAP);
  run->journal = in_folder (run, "journal");
  g_assert_true (prn_map_save (map, run->path, NULL));
  if (kind == CRASH_NO_FOLDER)
    g_assert_true (g_file_set_contents (run->journal, "in the way", -1, NULL));
  run->process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, child_program, run->folder,
                                   seed, number, NULL);
  g_assert_no_error (error);
  run->kill_at = g_get_monotonic_time () + g_rand_int_range (rand, SECOND / 20, 5 * SECOND / 2);
}

static void
stop (Run *run)
{
  gint64 left = run->kill_at - g_get_monotonic_time ();

  if (left > 0)
    g_usleep ((gulong) left);
  run->killed_at = g_get_monotonic_time ();
  g_subprocess_force_exit (run->process);
  g_assert_true (g_subprocess_wait (run->process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (run->process));
  g_assert_cmpint (g_subprocess_get_term_sig (run->process), ==, SIGKILL);
}

/* One line of the log. */
typedef struct {
  gint64 time;
  char verb[32], title[32];
} Entry;

static GArray *
read_log (const Run *run)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree char *name = in_folder (run, "log");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (name, &text, NULL, NULL))
    return entries;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) words = g_strsplit (*line, " ", 3);
    Entry entry;

    if (g_strv_length (words) < 3)
      continue;
    entry.time = g_ascii_strtoll (words[0], NULL, 10);
    g_strlcpy (entry.verb, words[1], sizeof entry.verb);
    g_strlcpy (entry.title, words[2], sizeof entry.title);
    g_array_append_val (entries, entry);
  }
  return entries;
}

/* Whether some line from @first on has this title. Of what had begun in the end nobody knows how
 * far it got. */
static gboolean
has_title (GArray *entries, guint first, const char *title)
{
  const Entry *last = &g_array_index (entries, Entry, entries->len - 1);

  for (guint i = first; i < entries->len; i++)
    if (g_str_equal (title, g_array_index (entries, Entry, i).title))
      return TRUE;
  return g_str_equal (last->title, CRASH_ANY);
}

/* The first line that the rest of the log must contain what is found. */
static guint
last_required (const Run *run, GArray *entries)
{
  guint last = 0;

  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);

    if (!g_str_equal (entry->verb, CRASH_BEGINS) && entry->time <= run->killed_at - SECOND)
      last = i;
  }
  return last;
}

static void
assert_history_opens (PrnDocument *document)
{
  guint n_back = 0;

  do {
    g_autoptr (GBytes) printed = prn_map_print (prn_document_get_map (document));
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) parsed = prn_map_parse (printed, NULL, &error);

    if (error != NULL)
      g_error ("%u steps back: %s", n_back, error->message);
    n_back++;
    prn_document_undo (document);
  } while (prn_document_can_undo (document));
}

/* What the user gets at the next start: what is recovered, else what is in the file. */
static char *
title_after_restart (const Run *run, guint *n_recovered)
{
  g_autoptr (GPtrArray) list = prn_recovery_list (run->journal);
  g_autoptr (PrnDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = prn_map_load (run->path, NULL, &error);
  char *title;

  g_assert_no_error (error);
  /* Two, when what was left over had just been written anew. */
  g_assert_cmpuint (list->len, <=, 2);
  if (list->len == 0)
    return g_strdup (prn_map_get_title (map));
  document = prn_recovery_open (g_ptr_array_steal_index (list, 0));
  g_assert_cmpstr (prn_document_get_path (document), ==, run->path);
  title = g_strdup (prn_map_get_title (prn_document_get_map (document)));
  assert_history_opens (document);
  prn_document_discard (document);
  (*n_recovered)++;
  return title;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL) {
    g_autofree char *name = g_build_filename (path, base, NULL);

    remove_tree (name);
  }
  g_remove (path);
}

static void
judge (Run *run, guint *n_recovered)
{
  g_autoptr (GArray) entries = read_log (run);
  g_autofree char *title = title_after_restart (run, n_recovered);

  /* Where no journal can be, only the file is whole. */
  if (entries->len > 0 && (run->kind == CRASH_ORDINARY || run->kind == CRASH_FOREIGN)) {
    guint required = last_required (run, entries);

    if (!has_title (entries, required, title))
      g_error ("%s: “%s” is older than a second; wanted line %u or later", run->folder, title,
               required + 1);
  }
  remove_tree (run->folder);
  g_free (run->folder);
  g_free (run->path);
  g_free (run->journal);
  g_object_unref (run->process);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const Run *first = a, *second = b;

  return (first->kill_at > second->kill_at) - (first->kill_at < second->kill_at);
}

static void
test_kills (CrashKind kind, guint n_kills, guint least_recovered)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4 + (guint) kind);
  guint n_recovered = 0;

  for (guint done = 0; done < n_kills; done += AT_ONCE) {
    Run runs[AT_ONCE] = { 0 };

    for (guint i = 0; i < AT_ONCE; i++)
      start (&runs[i], rand, kind);
    qsort (runs, AT_ONCE, sizeof runs[0], compare_ends);
    for (guint i = 0; i < AT_ONCE; i++)
      stop (&runs[i]);
    for (guint i = 0; i < AT_ONCE; i++)
      judge (&runs[i], &n_recovered);
  }
  g_test_message ("%u kills, %u maps recovered", n_kills, n_recovered);
  g_assert_cmpuint (n_recovered, >=, least_recovered);
}

static void
test_ordinary (void)
{
  test_kills (CRASH_ORDINARY, 200, 100);
}

static void
test_full_disk (void)
{
  test_kills (CRASH_FULL_DISK, 50, 20);
}

static void
test_no_folder (void)
{
  test_kills (CRASH_NO_FOLDER, 20, 0);
}

static void
test_foreign (void)
{
  test_kills (CRASH_FOREIGN, 50, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  child_program = argv[1];

  g_test_add_func ("/crash/ordinary", test_ordinary);
  g_test_add_func ("/crash/full-disk", test_full_disk);
  g_test_add_func ("/crash/no-folder", test_no_folder);
  g_test_add_func ("/crash/foreign", test_foreign);

  return g_test_run ();
}
