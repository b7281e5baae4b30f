/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-pen-svg.h"

#include <math.h>

typedef struct {
  PrnPen pen;
  GString *out;
  GString *path;
} SvgPen;

/* A coordinate with at most two decimals and no needless zeros. */
static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  if (rounded == 0)
    rounded = 0; /* not -0 */
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.10g", rounded));
}

static void
append_pair (GString *out, double x, double y)
{
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

void
prn_svg_append (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (letter == '&')
      g_string_append (out, "&amp;");
    else if (letter == '<')
      g_string_append (out, "&lt;");
    else if (letter == '>')
      g_string_append (out, "&gt;");
    else if (letter == '"')
      g_string_append (out, "&quot;");
    else if ((letter >= 0x20 && letter < 0xfffe) || letter > 0xffff || letter == '\t' ||
             letter == '\n')
      g_string_append_unichar (out, letter);
    else
      g_string_append_c (out, ' ');
  }
}

static void
append_color (GString *out, const char *name, PrnColor color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (guint) lround (color.r * 255),
                          (guint) lround (color.g * 255), (guint) lround (color.b * 255));
  if (color.a < 1) {
    g_autofree char *opacity = g_strdup_printf ("%s-opacity", name);

    append_attribute (out, opacity, color.a);
  }
}

static void
svg_move_to (PrnPen *pen, double x, double y)
{
  SvgPen *self = (SvgPen *) pen;

  g_string_append_c (self->path, 'M');
  append_pair (self->path, x, y);
}

static void
svg_line_to (PrnPen *pen, double x, double y)
{
  SvgPen *self = (SvgPen *) pen;

  g_string_append_c (self->path, 'L');
  append_pair (self->path, x, y);
}

static void
svg_curve_to (PrnPen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
  SvgPen *self = (SvgPen *) pen;

  g_string_append_c (self->path, 'C');
  append_pair (self->path, x1, y1);
  g_string_append_c (self->path, ' ');
  append_pair (self->path, x2, y2);
  g_string_append_c (self->path, ' ');
  append_pair (self->path, x, y);
}

static void
svg_close (PrnPen *pen)
{
  g_string_append_c (((SvgPen *) pen)->path, 'Z');
}

static void
svg_fill (PrnPen *pen, PrnColor color)
{
  SvgPen *self = (SvgPen *) pen;

  if (self->path->len > 0) {
    g_string_append_printf (self->out, "<path d=\"%s\"", self->path->str);
    append_color (self->out, "fill", color);
    g_string_append (self->out, "/>\n");
  }
  g_string_truncate (self->path, 0);
}

static void
svg_stroke (PrnPen *pen, const PrnStroke *stroke)
{
  SvgPen *self = (SvgPen *) pen;

  if (self->path->len > 0) {
    g_string_append_printf (self->out, "<path d=\"%s\" fill=\"none\"", self->path->str);
    append_color (self->out, "stroke", stroke->color);
    append_attribute (self->out, "stroke-width", stroke->width);
    if (stroke->dash > 0) {
      g_string_append (self->out, " stroke-dasharray=\"");
      append_pair (self->out, stroke->dash, stroke->gap);
      g_string_append_c (self->out, '"');
    }
    g_string_append (self->out, stroke->round ? " stroke-linecap=\"round\"" : "");
    g_string_append (self->out, stroke->sharp ? "/>\n" : " stroke-linejoin=\"round\"/>\n");
  }
  g_string_truncate (self->path, 0);
}

/* Text is anchored where it is aligned, so that it stays in place in another font. */
static void
append_line (SvgPen *self, const PrnTextLine *line, PangoAlignment align, double x, double y)
{
  double at = x + line->x;
  gboolean right = (align == PANGO_ALIGN_RIGHT) != line->rtl && align != PANGO_ALIGN_CENTER;

  g_string_append (self->out, "<tspan");
  if (align == PANGO_ALIGN_CENTER) {
    g_string_append (self->out, " text-anchor=\"middle\"");
    at += line->width / 2;
  } else if (right) {
    at += line->width;
    /* The anchor's start and end follow the line's direction. */
    g_string_append (self->out, line->rtl ? "" : " text-anchor=\"end\"");
  } else if (line->rtl) {
    g_string_append (self->out, " text-anchor=\"end\"");
  }
  append_attribute (self->out, "x", at);
  append_attribute (self->out, "y", y + line->baseline);
  if (line->rtl)
    g_string_append (self->out, " direction=\"rtl\"");
  g_string_append_c (self->out, '>');
  prn_svg_append (self->out, line->string);
  g_string_append (self->out, "</tspan>");
}

static void
svg_text (PrnPen *pen, PrnText *text, PrnTextStyle style, double x, double y, PrnColor color)
{
  SvgPen *self = (SvgPen *) pen;
  g_autoptr (GArray) lines = prn_text_lines (text);
  PangoAlignment align = pango_layout_get_alignment (prn_text_layout (text));
  gboolean is_wide = pango_layout_get_width (prn_text_layout (text)) > 0;

  g_string_append_printf (self->out, "<text font-weight=\"%d\"", prn_text_weight (style));
  append_attribute (self->out, "font-size", prn_text_points (style));
  append_color (self->out, "fill", color);
  g_string_append_c (self->out, '>');
  for (guint i = 0; i < lines->len; i++)
    append_line (self, &g_array_index (lines, PrnTextLine, i),
                 is_wide ? align : PANGO_ALIGN_LEFT, x, y);
  g_string_append (self->out, "</text>\n");
  g_string_truncate (self->path, 0);
}

static void
svg_begin (PrnPen *pen, const char *id, const char *title)
{
  SvgPen *self = (SvgPen *) pen;

  g_string_append (self->out, "<g data-id=\"");
  prn_svg_append (self->out, id);
  g_string_append (self->out, "\">\n<title>");
  prn_svg_append (self->out, title);
  g_string_append (self->out, "</title>\n");
}

static void
svg_end (PrnPen *pen)
{
  g_string_append (((SvgPen *) pen)->out, "</g>\n");
}

static void
svg_free (PrnPen *pen)
{
  g_string_free (((SvgPen *) pen)->path, TRUE);
  g_free (pen);
}

PrnPen *
prn_pen_svg_new (GString *out)
{
  static const PrnPenClass class = {
    .move_to = svg_move_to,
    .line_to = svg_line_to,
    .curve_to = svg_curve_to,
    .close = svg_close,
    .fill = svg_fill,
    .stroke = svg_stroke,
    .text = svg_text,
    .begin = svg_begin,
    .end = svg_end,
    .free = svg_free,
  };
  SvgPen *self = g_new0 (SvgPen, 1);

  self->pen.class = &class;
  self->out = out;
  self->path = g_string_new (NULL);
  return &self->pen;
}
