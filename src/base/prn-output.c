/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prn-error.h"

/* As many as Linux follows. */
#define MAX_LINKS 40

/* Writes everything into an open file; gives 0 or an errno. */
static int
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    ssize_t written = write (fd, data, left);

    if (written < 0 && errno != EINTR)
      return errno;
    if (written > 0) {
      data += written;
      left -= (gsize)written;
    }
  }
  return 0;
}

static int
write_straight (const char *path, GBytes *bytes)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  int problem;

  if (fd < 0)
    return errno;
  problem = write_all (fd, bytes);
  if (close (fd) != 0 && problem == 0)
    problem = errno;
  return problem;
}

/* Where a chain of links ends, whether there is a file or not; NULL with errno set for a ring. */
static char *
follow_links (const char *path)
{
  g_autofree char *file = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++) {
    g_autofree char *target = g_file_read_link (file, NULL);
    g_autofree char *folder = NULL;

    if (target == NULL)
      return g_steal_pointer (&file);
    folder = g_path_get_dirname (file);
    g_free (file);
    file = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                       : g_build_filename (folder, target, NULL);
  }
  errno = ELOOP;
  return NULL;
}

static gboolean
replace (const char *file, const GStatBuf *old, GBytes *bytes, GError **error)
{
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  int mode = old != NULL ? (int)(old->st_mode & 0777) : 0666;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents_full (file, data != NULL ? data : "", (gssize)size, flags, mode, error))
    return FALSE;
  /* The umask has taken its part from the new file's mode. */
  if (old != NULL)
    (void)g_chmod (file, mode);
  return TRUE;
}

/* What stands at @path, links followed by the system: that of a pipe under /proc leads to no name. */
static int
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *file = NULL;
  GStatBuf found;
  gboolean exists = g_stat (path, &found) == 0;

  if (exists && S_ISDIR (found.st_mode))
    return EISDIR;
  if (exists && !S_ISREG (found.st_mode))
    return write_straight (path, bytes);

  file = follow_links (path);
  if (file == NULL)
    return errno;

  replace (file, exists ? &found : NULL, bytes, error);
  return 0;
}

gboolean
prn_output_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int problem;

  if (g_str_equal (path, "-"))
    problem = fflush (stdout) == 0 ? write_all (STDOUT_FILENO, bytes) : errno;
  else
    problem = write_file (path, bytes, &cause);

  if (problem == 0 && cause == NULL)
    return TRUE;

  g_set_error (error, PRN_ERROR, PRN_ERROR_IO, "%s: cannot write: %s", path,
               cause != NULL ? cause->message : g_strerror (problem));
  return FALSE;
}
