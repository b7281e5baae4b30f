/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prn-error.h"

/* As many as Linux follows. */
#define MAX_LINKS 40

/**
 * PrnOutput:
 * @path: as it was given
 * @fd: what is written to
 * @temporary: (nullable): what @fd is called until it is done
 * @file: (nullable): what it is called then
 */
struct _PrnOutput {
  char *path;
  int fd;
  char *temporary;
  char *file;
};

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

/* A file beside @file, to take its place, with the permissions of the one that is there. */
static int
open_beside (PrnOutput *output, const GStatBuf *old)
{
  output->temporary = g_strconcat (output->file, ".XXXXXX", NULL);
  output->fd = g_mkstemp_full (output->temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (output->fd < 0) {
    int problem = errno;

    g_clear_pointer (&output->temporary, g_free);
    return problem;
  }
  if (old != NULL)
    (void)fchmod (output->fd, old->st_mode & 0777);
  return 0;
}

/* What stands at the path, links followed by the system: that of a pipe under /proc leads to no
 * name. */
static int
open_path (PrnOutput *output)
{
  GStatBuf found;
  gboolean exists;

  if (g_str_equal (output->path, "-")) {
    output->fd = STDOUT_FILENO;
    return fflush (stdout) == 0 ? 0 : errno;
  }

  exists = g_stat (output->path, &found) == 0;
  if (exists && S_ISDIR (found.st_mode))
    return EISDIR;
  if (exists && !S_ISREG (found.st_mode)) {
    output->fd = g_open (output->path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
    return output->fd >= 0 ? 0 : errno;
  }
  /* A file that must not be written must not have another put in its place either. */
  if (exists && g_access (output->path, W_OK) != 0)
    return errno;

  output->file = follow_links (output->path);
  return output->file != NULL ? open_beside (output, exists ? &found : NULL) : errno;
}

static gboolean
set_error (const PrnOutput *output, int problem, GError **error)
{
  g_set_error (error, PRN_ERROR, PRN_ERROR_IO, _ ("%s: cannot write: %s"), output->path,
               g_strerror (problem));
  return FALSE;
}

PrnOutput *
prn_output_open (const char *path, GError **error)
{
  g_autoptr (PrnOutput) output = g_new0 (PrnOutput, 1);
  int problem;

  output->path = g_strdup (path);
  output->fd = -1;
  problem = open_path (output);
  if (problem == 0)
    return g_steal_pointer (&output);
  set_error (output, problem, error);
  return NULL;
}

gboolean
prn_output_append (PrnOutput *output, const char *data, gsize size, GError **error)
{
  while (size > 0) {
    ssize_t written = write (output->fd, data, size);

    if (written < 0 && errno != EINTR)
      return set_error (output, errno, error);
    if (written > 0) {
      data += written;
      size -= (gsize)written;
    }
  }
  return TRUE;
}

static int
close_file (PrnOutput *output)
{
  int fd = output->fd;

  output->fd = -1;
  return fd < 0 || fd == STDOUT_FILENO || close (fd) == 0 ? 0 : errno;
}

gboolean
prn_output_finish (PrnOutput *output, GError **error)
{
  int problem = output->temporary != NULL && fsync (output->fd) != 0 ? errno : 0;
  int closing = close_file (output);

  if (problem == 0)
    problem = closing;
  if (problem == 0 && output->temporary != NULL && g_rename (output->temporary, output->file) != 0)
    problem = errno;
  if (problem == 0)
    g_clear_pointer (&output->temporary, g_free);
  return problem == 0 || set_error (output, problem, error);
}

void
prn_output_free (PrnOutput *output)
{
  close_file (output);
  if (output->temporary != NULL)
    g_unlink (output->temporary);
  g_free (output->temporary);
  g_free (output->file);
  g_free (output->path);
  g_free (output);
}

gboolean
prn_output_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (PrnOutput) output = prn_output_open (path, error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return output != NULL && prn_output_append (output, data, size, error) &&
         prn_output_finish (output, error);
}
