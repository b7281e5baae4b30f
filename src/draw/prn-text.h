/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Set text: one type scale, one cache of what was set, shared by all scenes.
 *
 * Fonts cannot be used by two threads at once, and neither can what is made of
 * them: whoever calls anything here holds the lock, prn_text_lock(), and keeps a #PrnText only as
 * long. The lock may be taken again by its holder. */

typedef enum {
  PRN_TEXT_NAME,  /* 16 semibold: a stage */
  PRN_TEXT_FACT,  /* 12: what is said of it */
  PRN_TEXT_LABEL, /* 11: chips */
  PRN_TEXT_FIGURE, /* 11 semibold: numbers on triggers */
  PRN_TEXT_COUNT, /* 24 bold: customers */
  PRN_TEXT_COUNT_SMALL, /* 18 bold: many customers */
  PRN_TEXT_PHASE, /* 14 semibold */
  PRN_TEXT_PHASE_FAR, /* 17 semibold: a long one, from afar */
  PRN_TEXT_FAR,   /* 26 semibold: a name seen from afar */
  PRN_TEXT_FAR_LONG, /* 20 semibold: a longer one */
  PRN_TEXT_FIGURE_FAR, /* 16 semibold: numbers on triggers, from afar */
  PRN_TEXT_COUNT_FAR, /* 30 bold: a count seen from afar */
  PRN_TEXT_BLOCK, /* 44 bold: a count seen from still further */
  PRN_TEXT_NOTE,  /* 13 */
  PRN_TEXT_TITLE, /* 28 bold: above a picture */
} PrnTextStyle;

typedef enum {
  PRN_ALIGN_START, /* of the reading direction given */
  PRN_ALIGN_CENTER,
  PRN_ALIGN_LEFT,
  PRN_ALIGN_RIGHT,
} PrnTextAlign;

typedef struct _PrnText PrnText;

/* Waits until nobody else sets or paints text. */
void prn_text_lock (void);

/* Gives the lock back; texts got under it are no longer valid. */
void prn_text_unlock (void);

/**
 * prn_text_get:
 * @style: which row of the type scale
 * @string: what to set, UTF-8
 * @width: it is wrapped and ellipsized to this; 0 for no limit
 * @lines: at most so many lines
 * @align: within @width
 *
 * Returns: (transfer none): the set text, valid until the lock is given back
 */
PrnText *prn_text_get (PrnTextStyle style, const char *string, double width, guint lines,
                       PrnTextAlign align);

/* How wide the widest line is, and how high all lines are. */
void prn_text_size (PrnText *text, double *width, double *height);

/* Returns: (transfer none): the layout, to be painted, not to be changed. */
PangoLayout *prn_text_layout (PrnText *text);

/**
 * prn_text_width:
 * @style: which row of the type scale
 * @string: a text
 *
 * Returns: how wide @string is on one line, to a pixel or two; much faster than setting it
 */
double prn_text_width (PrnTextStyle style, const char *string);

/**
 * prn_text_is_whole:
 * @style: which row of the type scale
 * @string: a text
 * @width: what it is wrapped to
 * @lines: at most so many lines
 *
 * Returns: whether all of it is seen, and no word is broken
 */
gboolean prn_text_is_whole (PrnTextStyle style, const char *string, double width, guint lines);

/* Returns: (transfer full) (nullable): @text, which it takes, as a text that can be shared. */
GRefString *prn_text_shared (char *text);

/* The height of a line. */
double prn_text_line_height (PrnTextStyle style);

/* The names an SVG uses for the style's font. */
const char *prn_text_family (void);
int prn_text_weight (PrnTextStyle style);
double prn_text_points (PrnTextStyle style);

/**
 * PrnTextLine:
 * @string: what is seen of the line, in logical order, with the ellipsis
 * @x: left end, from the text's left
 * @width: of the ink's advance
 * @baseline: from the text's top
 * @rtl: whether the line's base direction is right to left
 */
typedef struct {
  char *string;
  double x, width, baseline;
  gboolean rtl;
} PrnTextLine;

/**
 * prn_text_lines:
 * @text: a set text
 *
 * Returns: (transfer full) (element-type PrnTextLine): its lines from top to bottom
 */
GArray *prn_text_lines (PrnText *text);

G_END_DECLS
