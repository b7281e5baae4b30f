/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-encoding.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-log-hash.h"

/* Files that are often taken for a CSV, by the bytes they begin with. */
static const struct {
  const char *bytes;
  gsize size;
  const char *what;
} other_files[] = {
  { "PK\x03\x04", 4, N_ ("a ZIP archive or a workbook; save the sheet as CSV") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an Excel workbook; save the sheet as CSV") },
  { "\x89PNG", 4, "a PNG picture" },
  { "\xff\xd8\xff", 3, "a JPEG picture" },
  { "%PDF-", 5, "a PDF document" },
  { "SQLite format 3", 15, N_ ("an SQLite database; export the table as CSV") },
  { "PAR1", 4, N_ ("a Parquet file; export it as CSV") },
  { "\x28\xb5\x2f\xfd", 4, N_ ("zstd data; unpack them first") },
  { "BZh", 3, N_ ("bzip2 data; unpack them first") },
  { "\xfd"
    "7zXZ",
    5, N_ ("xz data; unpack them first") },
  { "\x7f"
    "ELF",
    4, "a program" },
};

/* A byte of control that no text has, NUL among them. */
static gboolean
is_control (guint8 byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
         byte != 0x0b && byte != 0x1a && byte != 0x1b;
}

/* Two-byte characters of mostly western text show as NULs at odd (little-endian) or even places. */
static const char *
guess_utf16 (const guint8 *bytes, gsize size)
{
  gsize even = 0, odd = 0;
  gsize pairs = size / 2;

  for (gsize i = 0; i + 1 < size; i += 2) {
    even += bytes[i] == 0;
    odd += bytes[i + 1] == 0;
  }
  if (pairs >= 2 && odd * 10 >= pairs * 4 && even * 10 <= pairs)
    return "UTF-16LE";
  if (pairs >= 2 && even * 10 >= pairs * 4 && odd * 10 <= pairs)
    return "UTF-16BE";
  return NULL;
}

/* Counts sequences of UTF-8 longer than a byte, and bytes that belong to none. */
static void
count_utf8 (const char *bytes, gsize size, gboolean is_whole, gsize *good, gsize *bad)
{
  const char *at = bytes, *end = bytes + size;

  *good = *bad = 0;
  while (at < end) {
    gunichar c;

    if (end - at >= 8 && (prn_hash_load64 (at) & G_GUINT64_CONSTANT (0x8080808080808080)) == 0) {
      at += 8;
      continue;
    }
    if ((guint8) *at < 0x80) {
      at++;
      continue;
    }
    c = g_utf8_get_char_validated (at, end - at);
    if (c == (gunichar) -2 && !is_whole)
      break;
    if (c == (gunichar) -1 || c == (gunichar) -2) {
      (*bad)++;
      at++;
    } else {
      (*good)++;
      at = g_utf8_next_char (at);
    }
  }
}

PrnEncodingGuess
prn_encoding_guess (const char *head, gsize size, gboolean is_whole)
{
  const guint8 *bytes = (const guint8 *) head;
  const char *utf16;
  gsize controls = 0, good, bad;

  for (gsize i = 0; i < G_N_ELEMENTS (other_files); i++)
    if (size >= other_files[i].size &&
        memcmp (head, other_files[i].bytes, other_files[i].size) == 0)
      return (PrnEncodingGuess){ NULL, FALSE, other_files[i].what };
  if (size >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    return (PrnEncodingGuess){ "UTF-8", TRUE, NULL };
  if (size >= 4 && memcmp (head, "\xff\xfe\0\0", 4) == 0)
    return (PrnEncodingGuess){ "UTF-32LE", TRUE, NULL };
  if (size >= 4 && memcmp (head, "\0\0\xfe\xff", 4) == 0)
    return (PrnEncodingGuess){ "UTF-32BE", TRUE, NULL };
  if (size >= 2 && memcmp (head, "\xff\xfe", 2) == 0)
    return (PrnEncodingGuess){ "UTF-16LE", TRUE, NULL };
  if (size >= 2 && memcmp (head, "\xfe\xff", 2) == 0)
    return (PrnEncodingGuess){ "UTF-16BE", TRUE, NULL };
  utf16 = guess_utf16 (bytes, size);
  if (utf16 != NULL)
    return (PrnEncodingGuess){ utf16, FALSE, NULL };

  for (gsize i = 0; i < size; i++)
    controls += is_control (bytes[i]);
  count_utf8 (head, size, is_whole, &good, &bad);
  if (controls * 10 > size || (bad > 0 && controls * 50 > size))
    return (PrnEncodingGuess){ NULL, FALSE, N_ ("binary data") };
  if (bad == 0 || good > 10 * bad)
    return (PrnEncodingGuess){ "UTF-8", FALSE, NULL };
  return (PrnEncodingGuess){ "WINDOWS-1252", FALSE, NULL };
}

gboolean
prn_encoding_fits_utf8 (const char *bytes, gsize size)
{
  gsize skip = 0, good, bad;

  while (skip < size && skip < 3 && ((guint8) bytes[skip] & 0xc0) == 0x80)
    skip++;
  count_utf8 (bytes + skip, size - skip, FALSE, &good, &bad);
  return bad == 0 || good > 10 * bad;
}

gboolean
prn_encoding_is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 ||
         g_ascii_strcasecmp (encoding, "UTF8") == 0 ||
         g_ascii_strcasecmp (encoding, "ASCII") == 0 ||
         g_ascii_strcasecmp (encoding, "US-ASCII") == 0 ||
         g_ascii_strcasecmp (encoding, "UTF-8-SIG") == 0;
}

/* iconv leaves off at what it cannot decode; the decoder puts U+FFFD there and goes on. */

#define INPUT_SIZE (64 * 1024)

struct _PrnDecoder {
  GIConv iconv;
  gsize unit; /* how many bytes to skip over what is no character */
  gboolean at_end;
  char input[INPUT_SIZE];
  gsize begin, end;
};

PrnDecoder *
prn_decoder_new (const char *encoding)
{
  GIConv iconv = g_iconv_open ("UTF-8", encoding);
  PrnDecoder *decoder;

  if (iconv == (GIConv) -1)
    return NULL;
  decoder = g_new0 (PrnDecoder, 1);
  decoder->iconv = iconv;
  decoder->unit = g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0 ||
                          g_ascii_strncasecmp (encoding, "UCS-2", 5) == 0
                      ? 2
                  : g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0 ? 4
                                                                     : 1;
  return decoder;
}

void
prn_decoder_free (PrnDecoder *decoder)
{
  g_iconv_close (decoder->iconv);
  g_free (decoder);
}

static gboolean
fill_input (PrnDecoder *decoder, PrnDecoderRead read_bytes, gpointer data, GError **error)
{
  gsize left = decoder->end - decoder->begin;
  gssize n;

  memmove (decoder->input, decoder->input + decoder->begin, left);
  n = read_bytes (data, decoder->input + left, INPUT_SIZE - left, error);
  if (n < 0)
    return FALSE;
  decoder->begin = 0;
  decoder->end = left + (gsize) n;
  decoder->at_end = (gsize) n < INPUT_SIZE - left;
  return TRUE;
}

gssize
prn_decoder_read (PrnDecoder *decoder, PrnDecoderRead read_bytes, gpointer data, char *buffer,
                  gsize size, GError **error)
{
  char *out = buffer;
  gsize room = size;

  for (;;) {
    char *in = decoder->input + decoder->begin;
    gsize left = decoder->end - decoder->begin;
    gsize result = left > 0 ? g_iconv (decoder->iconv, &in, &left, &out, &room) : 0;
    int code = errno;

    decoder->begin = decoder->end - left;
    if (result == (gsize) -1 && code == E2BIG)
      break;
    if (result == (gsize) -1 && (code == EILSEQ || decoder->at_end)) {
      if (room < 3)
        break;
      memcpy (out, "\xef\xbf\xbd", 3);
      out += 3;
      room -= 3;
      decoder->begin = MIN (decoder->begin + decoder->unit, decoder->end);
    } else if (decoder->at_end) {
      if (left == 0)
        break;
    } else if (!fill_input (decoder, read_bytes, data, error)) {
      return -1;
    }
  }
  return (gssize) (size - room);
}
