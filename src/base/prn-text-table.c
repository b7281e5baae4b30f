/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-table.h"

#include <string.h>

#include "prn-number.h"

#define NARROWEST 12
#define GAP       2

struct _PrnTextTable {
  PrnTextColumn *columns;
  guint n_columns;
  GPtrArray *cells;
};

PrnTextTable *
prn_text_table_new (const PrnTextColumn *columns, guint n_columns)
{
  PrnTextTable *self = g_new0 (PrnTextTable, 1);

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
prn_text_table_free (PrnTextTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->columns);
  g_free (self);
}

void
prn_text_table_add (PrnTextTable *self, char *cell)
{
  g_ptr_array_add (self->cells, prn_text_table_clean (cell));
}

static guint
character_width (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

guint
prn_text_table_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p));

  return width;
}

/* The explicit direction marks of Unicode Standard Annex 9 could turn the rest of the line around.
 */
static gboolean
steers_terminal (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029 ||
         (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

char *
prn_text_table_clean (char *text)
{
  g_autofree char *given = text;
  g_autofree char *valid = g_utf8_make_valid (given, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    g_string_append_unichar (clean, steers_terminal (character) ? ' ' : character);
  }

  return g_string_free (clean, FALSE);
}

/* How many bytes of @text fit into @width cells. */
static gsize
fitting_head (const char *text, guint width)
{
  const char *p = text;
  guint used = 0;

  while (*p != '\0') {
    used += character_width (g_utf8_get_char (p));
    if (used > width)
      break;
    p = g_utf8_next_char (p);
  }

  return (gsize) (p - text);
}

/* The longest end of @text that fits into @width cells. */
static const char *
fitting_tail (const char *text, guint width)
{
  const char *tail = text + strlen (text);
  guint used = 0;

  while (tail > text) {
    const char *previous = g_utf8_prev_char (tail);

    used += character_width (g_utf8_get_char (previous));
    if (used > width)
      break;
    tail = previous;
  }

  return tail;
}

static char *
ellipsize (const char *text, guint width, guint tail_share, const char *ellipsis)
{
  guint room = width - MIN (width, prn_text_table_width (ellipsis));
  guint tail = tail_share > 0 ? room / tail_share : 0;

  if (prn_text_table_width (text) <= width)
    return g_strdup (text);

  return g_strdup_printf ("%.*s%s%s", (int) fitting_head (text, room - tail), text, ellipsis,
                          fitting_tail (text, tail));
}

char *
prn_text_table_ellipsize (const char *text, guint width, const char *ellipsis)
{
  return ellipsize (text, width, 0, ellipsis);
}

char *
prn_text_table_ellipsize_middle (const char *text, guint width, const char *ellipsis)
{
  return ellipsize (text, width, 2, ellipsis);
}

static void
append_spaces (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

void
prn_text_table_fold (GString *text, const char *words, guint indent, guint width)
{
  g_autofree char *clean = prn_text_table_clean (g_strdup (words));
  g_auto (GStrv) parts = g_strsplit (clean, " ", -1);
  guint used = 0;

  for (char **part = parts; *part != NULL; part++) {
    guint part_width = prn_text_table_width (*part);

    if (used > 0 && used + 1 + part_width > width) {
      g_string_append_c (text, '\n');
      used = 0;
    }
    append_spaces (text, used == 0 ? indent : 1);
    g_string_append (text, *part);
    used += part_width + (used == 0 ? indent : 1);
  }
  g_string_append_c (text, '\n');
}

char *
prn_text_table_number (guint64 number)
{
  return prn_number_grouped (number);
}

static void
measure (PrnTextTable *self, guint *widths)
{
  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = prn_text_table_width (self->columns[i].title);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] = MAX (widths[i % self->n_columns],
                                       prn_text_table_width (g_ptr_array_index (self->cells, i)));
}

static guint
sum_of (PrnTextTable *self, const guint *widths)
{
  guint total = 0;

  for (guint i = 0; i < self->n_columns; i++)
    total += widths[i] + (i > 0 ? GAP : 0);

  return total;
}

guint
prn_text_table_needs (PrnTextTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  measure (self, widths);

  return sum_of (self, widths);
}

static gboolean
can_shrink (PrnTextKind kind)
{
  return kind == PRN_TEXT_WORDS || kind == PRN_TEXT_NAME || kind == PRN_TEXT_FOLDED;
}

/* Takes cell after cell from whichever column of text is the widest. */
static void
shrink (PrnTextTable *self, guint *widths, guint width)
{
  guint total = sum_of (self, widths);

  while (total > width) {
    guint widest = self->n_columns;

    for (guint i = 0; i < self->n_columns; i++)
      if (can_shrink (self->columns[i].kind) && widths[i] > NARROWEST &&
          (widest == self->n_columns || widths[i] > widths[widest]))
        widest = i;

    if (widest == self->n_columns)
      return;
    widths[widest]--;
    total--;
  }
}

/* The blocks of scripts written from right to left: Hebrew to Arabic Extended-A, their presentation
 * forms, and the two areas of the supplementary plane (Unicode Standard Annex 9, table 4). */
static gboolean
is_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
        (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
        (c >= 0x1e800 && c <= 0x1efff))
      return TRUE;
  }
  return FALSE;
}

/* A number that follows a name written from right to left would be shown on its other side: a
 * left-to-right mark between them keeps each in its column. */
static void
append_cell (GString *text, const char *shown)
{
  g_string_append (text, shown);
  if (is_right_to_left (shown))
    g_string_append (text, "\342\200\216");
}

/* The last cell of a row, and below it what has no room beside the others. */
static void
append_folded (GString *text, const char *cell, guint left, guint width)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  prn_text_table_fold (lines, cell, left, left + width);
  g_string_append_len (text, lines->str + left, (gssize) (lines->len - left - 1));
}

/* One row; the space that would follow its last cell is left out. */
static void
append_row (PrnTextTable *self,
            GString *text,
            guint indent,
            const char *const *cells,
            const guint *widths,
            const char *ellipsis)
{
  append_spaces (text, indent);

  for (guint i = 0; i < self->n_columns; i++) {
    PrnTextKind kind = self->columns[i].kind;
    gboolean folded = kind == PRN_TEXT_FOLDED && prn_text_table_width (cells[i]) > widths[i];
    g_autofree char *shown =
        ellipsize (cells[i], widths[i], kind == PRN_TEXT_NAME ? 2 : 0, ellipsis);
    guint space = widths[i] - prn_text_table_width (shown);
    gboolean number = kind == PRN_TEXT_NUMBER;

    append_spaces (text, (i > 0 ? GAP : 0) + (number ? space : 0));
    if (folded)
      append_folded (text, cells[i], indent + sum_of (self, widths) - widths[i], widths[i]);
    else
      append_cell (text, shown);
    append_spaces (text, number ? 0 : space);
  }

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

void
prn_text_table_print (PrnTextTable *self,
                      GString *text,
                      guint indent,
                      guint width,
                      const char *ellipsis)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  g_autofree const char **titles = g_new0 (const char *, self->n_columns);
  gboolean has_titles = FALSE;

  measure (self, widths);
  shrink (self, widths, width - MIN (width, indent));

  for (guint i = 0; i < self->n_columns; i++) {
    titles[i] = self->columns[i].title;
    has_titles = has_titles || titles[i][0] != '\0';
  }

  if (has_titles)
    append_row (self, text, indent, titles, widths, ellipsis);

  for (guint i = 0; i + self->n_columns <= self->cells->len; i += self->n_columns)
    append_row (self, text, indent, (const char *const *) &self->cells->pdata[i], widths, ellipsis);
}
