/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define GROUP 64 /* bytes that are looked at together, a bit each */

void
prn_scan_clear (PrnScan *scan)
{
  g_free (scan->ends);
  g_free (scan->rows);
  g_free (scan->unclosed);
  *scan = (PrnScan){ 0 };
}

/* Room for what a group can add. */
static void
make_room (PrnScan *scan)
{
  if (scan->ends_size < scan->n_ends + 2 * GROUP) {
    scan->ends_size = MAX (4096, scan->ends_size * 2);
    scan->ends = g_renew (guint32, scan->ends, scan->ends_size);
  }
  if (scan->rows_size < scan->n_rows + 2 * GROUP) {
    scan->rows_size = MAX (1024, scan->rows_size * 2);
    scan->rows = g_renew (guint32, scan->rows, scan->rows_size);
  }
  if (scan->unclosed_size < scan->n_unclosed + 2 * GROUP) {
    scan->unclosed_size = MAX (2 * GROUP, scan->unclosed_size * 2);
    scan->unclosed = g_renew (guint32, scan->unclosed, scan->unclosed_size);
  }
}

/* Bits of the bytes of a group that are of a kind. */
typedef struct {
  guint64 delimiter, feed, carriage, quote;
} Masks;

#ifdef __SSE2__

static inline guint64
join_masks (__m128i a, __m128i b, __m128i c, __m128i d)
{
  return (guint64) (guint32) _mm_movemask_epi8 (a) |
         (guint64) (guint32) _mm_movemask_epi8 (b) << 16 |
         (guint64) (guint32) _mm_movemask_epi8 (c) << 32 |
         (guint64) (guint32) _mm_movemask_epi8 (d) << 48;
}

static inline guint64
mask_of (const __m128i *group, __m128i byte)
{
  return join_masks (_mm_cmpeq_epi8 (group[0], byte), _mm_cmpeq_epi8 (group[1], byte),
                     _mm_cmpeq_epi8 (group[2], byte), _mm_cmpeq_epi8 (group[3], byte));
}

static inline Masks
find_masks (const char *text, char delimiter)
{
  __m128i group[4];

  for (guint i = 0; i < 4; i++)
    group[i] = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (text + 16 * i));
  return (Masks){
    mask_of (group, _mm_set1_epi8 (delimiter)),
    mask_of (group, _mm_set1_epi8 ('\n')),
    mask_of (group, _mm_set1_epi8 ('\r')),
    mask_of (group, _mm_set1_epi8 ('"')),
  };
}

#else

static inline Masks
find_masks (const char *text, char delimiter)
{
  Masks masks = { 0, 0, 0, 0 };

  for (guint i = 0; i < GROUP; i++) {
    masks.delimiter |= (guint64) (text[i] == delimiter) << i;
    masks.feed |= (guint64) (text[i] == '\n') << i;
    masks.carriage |= (guint64) (text[i] == '\r') << i;
    masks.quote |= (guint64) (text[i] == '"') << i;
  }
  return masks;
}

#endif

/* How many bits are set, without the instruction that not every processor has: the sideways sum of
 * Knuth, The Art of Computer Programming 4A, 7.1.3. */
static inline guint
count_bits (guint64 bits)
{
  bits -= bits >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  bits = (bits & G_GUINT64_CONSTANT (0x3333333333333333)) +
         (bits >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  bits = (bits + (bits >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return (guint) (bits * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/* Where the lowest bit that is set is; any place for none. */
static inline guint32
lowest_bit (guint64 bits)
{
  return (guint32) __builtin_ctzll (bits | G_GUINT64_CONSTANT (1) << 63);
}

/* Notes the ends that the bits of a group are. Eight of them, and two rows, are written whether there are so
 * many or not: what is written and not counted costs less than a branch guessed wrong. */
static inline void
emit (PrnScan *scan, guint32 base, guint64 ends, guint64 lines)
{
  guint32 *out = scan->ends + scan->n_ends;
  guint32 *rows = scan->rows + scan->n_rows;
  guint32 before = (guint32) scan->n_ends;
  guint n_lines = count_bits (lines);
  guint n_ends = count_bits (ends);
  guint64 all = ends;

  for (guint i = 0; i < 8; i++, ends &= ends - 1)
    out[i] = base + lowest_bit (ends);
  for (out += 8; ends != 0; ends &= ends - 1)
    *out++ = base + lowest_bit (ends);

  for (guint i = 0; i < 2; i++, lines &= lines - 1)
    rows[i] = before + count_bits (all & ((lines & -lines) - 1));
  for (rows += 2; lines != 0; lines &= lines - 1)
    *rows++ = before + count_bits (all & ((lines & -lines) - 1));

  scan->n_lines += n_lines;
  scan->n_rows += n_lines;
  scan->n_ends += n_ends;
}

/* A pair of carriage return and line feed has ended two rows, but it is one line. */
static inline void
take_back_pairs (PrnScan *scan, guint64 feed, guint64 carriage, gboolean after_return)
{
  for (guint64 pairs = (carriage << 1 | (after_return ? 1 : 0)) & feed; pairs != 0;
       pairs &= pairs - 1)
    scan->n_lines--;
}

/* Where the scan is in a row. */
typedef enum {
  AT_FIELD_BEGIN,
  IN_FIELD,
  IN_QUOTES,
  AFTER_QUOTE, /* a quote in quotes: it closes the field, or is one of two */
} State;

/* The rules byte by byte, for a group where quotes make a difference. */
static State
scan_bytes (PrnScan *scan, const char *text, guint32 begin, guint32 end, char delimiter,
            gboolean one_line, State state, guint64 *n_lines, gboolean after_return)
{
  for (guint32 i = begin; i < end; i++) {
    char c = text[i];
    gboolean is_line = c == '\n' || c == '\r';

    *n_lines += is_line && !(c == '\n' && after_return);
    after_return = c == '\r';
    if (state == IN_QUOTES && c == '"') {
      state = AFTER_QUOTE;
    } else if (state == IN_QUOTES && !(is_line && one_line)) {
      continue;
    } else if (is_line) {
      if (state == IN_QUOTES)
        scan->unclosed[scan->n_unclosed++] = (guint32) scan->n_rows;
      scan->rows[scan->n_rows++] = (guint32) scan->n_ends;
      scan->ends[scan->n_ends++] = i;
      scan->n_lines = *n_lines;
      state = AT_FIELD_BEGIN;
    } else if (c == delimiter) {
      scan->ends[scan->n_ends++] = i;
      state = AT_FIELD_BEGIN;
    } else if (c == '"' && (state == AT_FIELD_BEGIN || state == AFTER_QUOTE)) {
      state = IN_QUOTES;
    } else {
      state = IN_FIELD;
    }
  }
  return state;
}

static void
leave_out_rest (Masks *masks, gsize n)
{
  guint64 valid = (G_GUINT64_CONSTANT (1) << n) - 1;

  masks->delimiter &= valid;
  masks->feed &= valid;
  masks->carriage &= valid;
  masks->quote &= valid;
}

void
prn_scan_text (PrnScan *scan, const char *text, gsize size, const PrnScanRules *rules)
{
  State state = AT_FIELD_BEGIN;
  gboolean after_return = rules->after_return;
  guint64 n_lines = 0; /* with those in quotes of a row that is not complete yet */

  scan->n_ends = scan->n_rows = scan->n_unclosed = 0;
  scan->n_lines = 0;
  for (gsize at = 0; at < size; at += GROUP) {
    gsize n = MIN (GROUP, size - at);
    Masks masks = find_masks (text + at, rules->delimiter);

    make_room (scan);
    if (n < GROUP)
      leave_out_rest (&masks, n);
    if (G_LIKELY (masks.quote == 0 && (state == AT_FIELD_BEGIN || state == IN_FIELD))) {
      guint64 lines = masks.feed | masks.carriage;
      guint64 ends = masks.delimiter | lines;

      if (lines != 0) {
        scan->n_lines = n_lines;
        emit (scan, (guint32) at, ends, lines);
        take_back_pairs (scan, masks.feed, masks.carriage, after_return);
        n_lines = scan->n_lines;
      } else {
        emit (scan, (guint32) at, ends, 0);
      }
      state = ends >> (n - 1) & 1 ? AT_FIELD_BEGIN : IN_FIELD;
    } else {
      state = scan_bytes (scan, text, (guint32) at, (guint32) (at + n), rules->delimiter,
                          rules->one_line, state, &n_lines, after_return);
    }
    after_return = text[at + n - 1] == '\r';
  }
  scan->in_quotes = state == IN_QUOTES;
}

void
prn_scan_unquote (const char *field, gsize length, GString *text)
{
  gsize i = 1;

  g_string_truncate (text, 0);
  for (; i < length; i++) {
    if (field[i] == '"') {
      if (i + 1 == length || field[i + 1] != '"') {
        i++;
        break;
      }
      i++;
    }
    g_string_append_c (text, field[i]);
  }
  g_string_append_len (text, field + i, (gssize) (length - i));
}

guint64
prn_scan_count_lines (const char *text, gsize from, gsize to, gboolean after_return)
{
  guint64 n = 0;

  if (from > 0)
    after_return = text[from - 1] == '\r';
  for (gsize i = from; i < to; i++) {
    n += text[i] == '\r' || (text[i] == '\n' && !after_return);
    after_return = text[i] == '\r';
  }
  return n;
}
