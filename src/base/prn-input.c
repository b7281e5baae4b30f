/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-input.h"

#include <errno.h>
#include <unistd.h>

#define CHUNK 65536

int
prn_input_read (int fd, gsize most, GByteArray *content)
{
  gssize n_read = 1;

  while (n_read != 0 && content->len <= most) {
    guint length = content->len;

    g_byte_array_set_size (content, length + CHUNK);
    n_read = read (fd, content->data + length, CHUNK);
    g_byte_array_set_size (content, length + (guint) MAX (n_read, 0));
    if (n_read < 0 && errno != EINTR)
      return errno;
  }
  return 0;
}
