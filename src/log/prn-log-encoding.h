/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PrnEncodingGuess:
 * @encoding: a name iconv knows; NULL when the bytes are no text
 * @has_bom: whether it follows from a byte order mark
 * @why_not: what the bytes are instead of text: "a PNG picture"
 *
 * What bytes seem to be; all texts are static.
 */
typedef struct {
  const char *encoding;
  gboolean has_bom;
  const char *why_not;
} PrnEncodingGuess;

/**
 * prn_encoding_guess:
 * @head: the beginning of a file
 * @size: its size
 * @is_whole: whether that is all of it, not cut within a character
 *
 * Returns: UTF-8, UTF-16LE, UTF-16BE, WINDOWS-1252, UTF-32LE or UTF-32BE (with a mark) or no text
 */
PrnEncodingGuess prn_encoding_guess (const char *head, gsize size, gboolean is_whole);

/* Whether bytes from the middle of a file are UTF-8, but for a character cut at either end. */
gboolean prn_encoding_fits_utf8 (const char *bytes, gsize size);

/* Whether it is one of the spellings of UTF-8, which needs no decoding. */
gboolean prn_encoding_is_utf8 (const char *encoding);

typedef struct _PrnDecoder PrnDecoder;
typedef gssize (*PrnDecoderRead) (gpointer data, char *buffer, gsize size, GError **error);

/**
 * prn_decoder_new:
 * @encoding: a name iconv knows
 *
 * Returns: (transfer full) (nullable): a decoder to UTF-8
 */
PrnDecoder *prn_decoder_new (const char *encoding);
void prn_decoder_free (PrnDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnDecoder, prn_decoder_free)

/**
 * prn_decoder_read:
 * @decoder: a decoder
 * @read_bytes: gives the encoded bytes, fewer than asked for only at the end
 * @data: for @read_bytes
 * @buffer: (out) (array length=size): takes UTF-8
 * @size: how many bytes at most, at least 8
 * @error: return location
 *
 * What cannot be decoded becomes U+FFFD.
 *
 * Returns: how many bytes; 0 at the end; -1 for an error
 */
gssize prn_decoder_read (PrnDecoder *decoder, PrnDecoderRead read_bytes, gpointer data,
                         char *buffer, gsize size, GError **error);

G_END_DECLS
