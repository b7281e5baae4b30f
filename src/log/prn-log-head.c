/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The beginning of a file: which text it is, if any. */

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-log-encoding.h"
#include "prn-log-study.h"

static gboolean
fail (PrnLogStudy *study, int code, GError **error, const char *message)
{
  prn_set_error_at (error, code, prn_log_source_path (study->source), "%s", message);
  return FALSE;
}

gboolean
prn_log_study_fail_without_rows (PrnLogStudy *study, GError **error)
{
  return fail (study, PRN_ERROR_SYNTAX, error,
               study->head_is_whole ? _ ("has no rows; a log was expected")
                                    : _ ("line 1: no row ends within 256 KiB; a log was expected"));
}

static gboolean
read_head (PrnLogStudy *study, const char *encoding, GError **error)
{
  gsize capacity = PRN_SAMPLE_HEAD + 8;
  gssize n = 0;

  if (!prn_log_source_rewind (study->source, encoding, error))
    return FALSE;
  study->head = g_realloc (study->head, capacity + 8);
  study->head_size = 0;
  study->head_is_whole = FALSE;
  while (study->head_size < PRN_SAMPLE_HEAD) {
    n = prn_log_source_read (study->source, study->head + study->head_size,
                             capacity - study->head_size, error);
    if (n < 0)
      return FALSE;
    if (n == 0) {
      study->head_is_whole = TRUE;
      break;
    }
    study->head_size += (gsize) n;
  }
  return TRUE;
}

/* A file whose beginning is ASCII can still be Windows-1252. */
static gboolean
rest_fits_utf8 (PrnLogStudy *study)
{
  g_autofree char *place = g_malloc (64 * 1024);
  guint64 size = prn_log_source_size (study->source);
  const guint n_places = 64;

  for (guint i = 1; i <= n_places && size > PRN_SAMPLE_HEAD; i++) {
    guint64 offset = PRN_SAMPLE_HEAD + (size - PRN_SAMPLE_HEAD) / n_places * (i - 1);
    gsize n = prn_log_source_peek (study->source, offset, place, 64 * 1024);

    if (!prn_encoding_fits_utf8 (place, n))
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_encoding (PrnLogStudy *study, GError **error)
{
  PrnEncodingGuess found;

  if (!read_head (study, NULL, error))
    return FALSE;
  found = prn_encoding_guess (study->head, study->head_size, study->head_is_whole);
  if (study->options->encoding != NULL) {
    study->guess->encoding = g_strdup (study->options->encoding);
    study->guess->has_bom = found.has_bom;
  } else if (found.encoding == NULL) {
    prn_set_error_at (error, PRN_ERROR_SYNTAX, prn_log_source_path (study->source),
                      _ ("is %s; a CSV or XES log was expected"), _ (found.why_not));
    return FALSE;
  } else {
    if (g_str_equal (found.encoding, "UTF-8") && !found.has_bom && !rest_fits_utf8 (study))
      found.encoding = "WINDOWS-1252";
    study->guess->encoding = g_strdup (found.encoding);
    study->guess->has_bom = found.has_bom;
  }
  study->head_is_as_in_file =
      prn_encoding_is_utf8 (study->guess->encoding) && !prn_log_source_is_gzip (study->source);
  if (!prn_encoding_is_utf8 (study->guess->encoding) &&
      !read_head (study, study->guess->encoding, error))
    return FALSE;
  if (study->head_size >= 3 && memcmp (study->head, "\xef\xbb\xbf", 3) == 0) {
    study->head_size -= 3;
    memmove (study->head, study->head + 3, study->head_size);
  }
  return TRUE;
}

gboolean
prn_log_study_is_xml (PrnLogStudy *study)
{
  gsize i = 0;

  while (i < study->head_size && g_ascii_isspace (study->head[i]))
    i++;
  return i + 1 < study->head_size && study->head[i] == '<' &&
         (g_ascii_isalpha (study->head[i + 1]) || study->head[i + 1] == '?' ||
          study->head[i + 1] == '!');
}

static char
next_letter (const PrnLogStudy *study, gsize *at)
{
  while (*at < study->head_size && g_ascii_isspace (study->head[*at]))
    ++*at;
  return *at < study->head_size ? study->head[(*at)++] : '\0';
}

/* An object or a list of something that is none of a CSV's: names in brackets are. */
static gboolean
starts_like_json (const PrnLogStudy *study)
{
  gsize at = 0;
  char first = next_letter (study, &at), second = next_letter (study, &at);

  return (first == '{' && (second == '"' || second == '}')) ||
         (first == '[' && (second == '{' || second == '[' || second == ']'));
}

/* Whether the beginning of a stream has rows of several fields. */
static gboolean
starts_like_csv (PrnLogStudy *study, GError **error)
{
  char delimiter = study->options->delimiter;
  g_autoptr (PrnLogSample) sample = NULL;

  if (delimiter == 0)
    delimiter = prn_log_guess_delimiter (study->head, study->head_size, study->head_is_whole);
  sample = prn_log_sample_new (study->head, study->head_size, study->head_is_whole, delimiter,
                               PRN_SAMPLE_MOST);
  if (sample->rows->len == 0)
    return prn_log_study_fail_without_rows (study, error);
  for (guint i = 0; i < sample->rows->len; i++)
    if (g_array_index (sample->n_cells, guint, i) > 1)
      return TRUE;
  return fail (study, PRN_ERROR_SYNTAX, error,
               _ ("has rows of one field only; a log with a customer, an event and a time in each "
                  "row was expected"));
}

/* Looks at the beginning of a stream before the rest is waited for, which may never end. */
static gboolean
await_stream (PrnLogStudy *study, GError **error)
{
  if (prn_log_source_is_whole (study->source))
    return TRUE;
  if (!find_encoding (study, error) ||
      (!prn_log_study_is_xml (study) && !starts_like_csv (study, error)))
    return FALSE;
  g_clear_pointer (&study->guess->encoding, g_free);
  return prn_log_source_take_rest (study->source, error);
}

gboolean
prn_log_study_head (PrnLogStudy *study, GError **error)
{
  if (!await_stream (study, error) || !find_encoding (study, error))
    return FALSE;
  return study->options->delimiter != 0 || !starts_like_json (study) ||
         fail (study, PRN_ERROR_SYNTAX, error, _ ("is JSON; a CSV or XES log was expected"));
}
