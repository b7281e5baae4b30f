/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-scan.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HAVE_WIDE
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

static void
reserve (guint32 **numbers, gsize *allocated, gsize n)
{
  if (*allocated < n) {
    g_free (*numbers);
    *numbers = g_new (guint32, n);
    *allocated = n;
  }
}

/* Room for as many ends as there are bytes, and one more that is written but not counted. Memory
 * that is not used is not touched either. */
static void
make_room (PrnScan *scan, gsize size, gboolean one_line)
{
  reserve (&scan->ends, &scan->ends_size, size + 1);
  reserve (&scan->rows, &scan->rows_size, size + 1);
  if (one_line)
    reserve (&scan->unclosed, &scan->unclosed_size, size + 1);
}

/* Bits of the bytes of a group that are of a kind. */
typedef struct {
  guint64 delimiter, feed, carriage, quote;
} Masks;

typedef Masks (*FindMasks) (const char *text, char delimiter);

#ifdef __SSE2__

static inline guint64
mask_of (const __m128i *group, char c)
{
  __m128i byte = _mm_set1_epi8 (c);
  guint64 mask = 0;

  for (guint i = 0; i < 4; i++)
    mask |= (guint64) (guint32) _mm_movemask_epi8 (_mm_cmpeq_epi8 (group[i], byte)) << 16 * i;
  return mask;
}

static inline Masks
find_masks (const char *text, char delimiter)
{
  __m128i group[4];

  for (guint i = 0; i < 4; i++)
    group[i] = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (text + 16 * i));
  return (Masks){ mask_of (group, delimiter), mask_of (group, '\n'), mask_of (group, '\r'),
                  mask_of (group, '"') };
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

#ifdef HAVE_WIDE

/* The same for processors of 2013 and later, with half the instructions. */
#define WIDE __attribute__ ((target ("avx2,bmi,popcnt")))

WIDE static inline guint64
wide_mask_of (const __m256i *group, char c)
{
  __m256i byte = _mm256_set1_epi8 (c);

  return (guint64) (guint32) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (group[0], byte)) |
         (guint64) (guint32) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (group[1], byte)) << 32;
}

WIDE static inline Masks
find_wide_masks (const char *text, char delimiter)
{
  __m256i group[2] = {
    _mm256_loadu_si256 ((const __m256i *) (gconstpointer) text),
    _mm256_loadu_si256 ((const __m256i *) (gconstpointer) (text + 32)),
  };

  return (Masks){ wide_mask_of (group, delimiter), wide_mask_of (group, '\n'),
                  wide_mask_of (group, '\r'), wide_mask_of (group, '"') };
}

#endif

/* Notes the ends that the bits of a group are. Every end is written as if it were a row's too, and
 * counted only if it is: there is no branch to guess wrong. */
G_ALWAYS_INLINE static inline void
emit (PrnScan *scan, guint32 base, guint64 ends, guint64 lines)
{
  guint32 *out = scan->ends;
  guint32 *rows = scan->rows;
  gsize n_ends = scan->n_ends, n_rows = scan->n_rows;

  while (ends != 0) {
    guint bit = (guint) __builtin_ctzll (ends);

    out[n_ends] = base + bit;
    rows[n_rows] = (guint32) n_ends++;
    n_rows += lines >> bit & 1;
    ends &= ends - 1;
  }
  scan->n_lines += n_rows - scan->n_rows;
  scan->n_ends = n_ends;
  scan->n_rows = n_rows;
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

/* Where a scan has come to. */
typedef struct {
  State state;
  gboolean after_return;
  guint64 n_lines; /* with those in quotes of a row that is not complete yet */
} Walk;

/* Which bytes are in quotes, the opening ones among them: each quote turns it round, so it is the
 * sum without carry of all quotes before (Langdale and Lemire, "Parsing Gigabytes of JSON per
 * Second", 3.1.1). That holds as long as quotes open only where a field begins, or right behind one
 * that closes (two are one). Returns whether it does. */
G_ALWAYS_INLINE static inline gboolean
find_quoted (const Masks *masks, State state, guint64 *inside)
{
  guint64 ends = masks->delimiter | masks->feed | masks->carriage;
  guint64 sum = masks->quote;
  guint64 may_open;

  for (guint shift = 1; shift < GROUP; shift *= 2)
    sum ^= sum << shift;
  if (state == IN_QUOTES)
    sum = ~sum;
  may_open = ((ends | masks->quote) & ~sum) << 1;
  if (state == AT_FIELD_BEGIN || state == AFTER_QUOTE)
    may_open |= 1;
  *inside = sum;
  return (masks->quote & sum & ~may_open) == 0;
}

/* Takes a group at once. Returns FALSE where it must go byte by byte: a quote within a field, a
 * line end in quotes. */
G_ALWAYS_INLINE static inline gboolean
take_group (PrnScan *scan, guint32 base, gsize n, const Masks *masks, gboolean one_line, Walk *walk)
{
  guint64 last = G_GUINT64_CONSTANT (1) << (n - 1);
  guint64 lines = masks->feed | masks->carriage;
  guint64 ends = masks->delimiter | lines;
  guint64 inside = 0;

  if (G_UNLIKELY (masks->quote != 0 || walk->state == IN_QUOTES)) {
    if (one_line || !find_quoted (masks, walk->state, &inside) || (lines & inside) != 0)
      return FALSE;
    ends &= ~inside;
  }
  if (lines != 0) {
    scan->n_lines = walk->n_lines;
    emit (scan, base, ends, lines);
    take_back_pairs (scan, masks->feed, masks->carriage, walk->after_return);
    walk->n_lines = scan->n_lines;
  } else {
    emit (scan, base, ends, 0);
  }
  walk->state = inside & last         ? IN_QUOTES
                : masks->quote & last ? AFTER_QUOTE
                : ends & last         ? AT_FIELD_BEGIN
                                      : IN_FIELD;
  return TRUE;
}

G_ALWAYS_INLINE static inline void
scan_text (PrnScan *scan, const char *text, gsize size, const PrnScanRules *rules, FindMasks find)
{
  Walk walk = { AT_FIELD_BEGIN, rules->after_return, 0 };

  make_room (scan, size, rules->one_line);
  scan->n_ends = scan->n_rows = scan->n_unclosed = 0;
  scan->n_lines = 0;
  for (gsize at = 0; at < size; at += GROUP) {
    gsize n = MIN (GROUP, size - at);
    Masks masks = find (text + at, rules->delimiter);

    if (n < GROUP)
      leave_out_rest (&masks, n);
    if (!take_group (scan, (guint32) at, n, &masks, rules->one_line, &walk))
      walk.state = scan_bytes (scan, text, (guint32) at, (guint32) (at + n), rules->delimiter,
                               rules->one_line, walk.state, &walk.n_lines, walk.after_return);
    walk.after_return = text[at + n - 1] == '\r';
  }
  scan->in_quotes = walk.state == IN_QUOTES;
}

#ifdef HAVE_WIDE

WIDE static void
scan_text_wide (PrnScan *scan, const char *text, gsize size, const PrnScanRules *rules)
{
  scan_text (scan, text, size, rules, find_wide_masks);
}

#endif

void
prn_scan_text (PrnScan *scan, const char *text, gsize size, const PrnScanRules *rules)
{
#ifdef HAVE_WIDE
  if (!rules->narrow && __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi")) {
    scan_text_wide (scan, text, size, rules);
    return;
  }
#endif
  scan_text (scan, text, size, rules, find_masks);
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
