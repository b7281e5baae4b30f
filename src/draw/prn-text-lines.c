/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the lines of a set text. */

#include "prn-text-private.h"

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *left = *(PangoGlyphItem *const *) a, *right = *(PangoGlyphItem *const *) b;

  return left->item->offset - right->item->offset;
}

/* What is seen of a line: the text of its runs in logical order, an ellipsis where Pango drew one.
 */
static char *
line_string (PangoLayoutLine *line, const char *text)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  GString *seen = g_string_new (NULL);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    g_ptr_array_add (runs, l->data);
  g_ptr_array_sort (runs, compare_runs);

  for (guint i = 0; i < runs->len; i++) {
    PangoItem *item = ((PangoGlyphItem *) g_ptr_array_index (runs, i))->item;

    if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
      g_string_append (seen, "…");
    else
      g_string_append_len (seen, text + item->offset, item->length);
  }
  g_string_replace (seen, PRN_TEXT_BREAK, "", 0);
  return g_string_free (seen, FALSE);
}

static void
line_clear (gpointer data)
{
  g_free (((PrnTextLine *) data)->string);
}

GArray *
prn_text_lines (PrnText *text)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (PrnTextLine));
  PangoLayout *layout = prn_text_layout (text);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  g_array_set_clear_func (lines, line_clear);
  do {
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
    PangoRectangle logical;
    PrnTextLine row;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    row.string = line_string (line, pango_layout_get_text (layout));
    row.x = (double) logical.x / PANGO_SCALE;
    row.width = (double) logical.width / PANGO_SCALE;
    row.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
    row.rtl = line->resolved_dir == PANGO_DIRECTION_RTL;
    g_array_append_val (lines, row);
  } while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return lines;
}
