/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-bins.h"
#include "prn-figures.h"
#include "prn-hops.h"
#include "prn-pen.h"
#include "prn-theme-table.h"

G_BEGIN_DECLS

/* A trigger as a line with a head and a label. */

typedef enum {
  PRN_WAY_SOLID,  /* goes on */
  PRN_WAY_DASHED, /* goes back */
  PRN_WAY_DOTTED, /* goes to an exit */
} PrnWayStyle;

typedef struct {
  const PrnTrigger *trigger; /* NULL: the arrow into an entry */
  PrnLine line;
  PrnWayStyle style;
  double width;
  gboolean back;        /* against the flow */
  gboolean dot;         /* starts from nowhere or a band's edge, with a dot */
  GRefString *name;     /* of the label; "" for none */
  GRefString *figures;  /* nullable: share and moves */
  PrnBadges *badges;    /* nullable: its targets */
  PrnRectangle label;   /* no area: no label */
  double name_width;    /* of the label's text; 0: the name is left out */
  guint badge_lines;    /* how many targets have a line; those without are a sign alone */
  guint name_lines;
  PrnColor label_ground;
} PrnWay;

void prn_way_clear (PrnWay *self);

/* A way like another; texts are shared. */
PrnWay prn_way_copy (const PrnWay *self);

/* How thick a line is: 1.5 to 14 with the square root of its part of the greatest flow. */
double prn_way_width (guint64 fired, guint64 most);

/* What a label may be, from the best to the least; no area when there is no such form. */
typedef enum {
  PRN_LABEL_WHOLE,
  PRN_LABEL_SHORT,
  PRN_LABEL_LEAST,
} PrnLabelForm;

/* A line of a label with a target, and the same as a sign alone. */
#define PRN_WAY_BADGE      16
#define PRN_WAY_BADGE_SIGN 6 /* radius */

/* Sets @self's label in a form at 0, 0; returns whether there is such a form. */
gboolean prn_way_form_label (PrnWay *self, PrnLabelForm form);

/**
 * prn_labels_place:
 * @ways: (array length=n): the lines
 * @n: how many
 * @keep_off: (element-type PrnRectangle): what no label may overlap
 * @settled: (nullable): by line: whether its label stays where it is; NULL: none does
 *
 * Puts the labels on straight runs of their lines, where they touch neither @keep_off nor each other
 * and hide as little as possible of other lines. What finds no place in any form is left out.
 */
void prn_labels_place (PrnWay *ways, guint n, GArray *keep_off,
                       const guint8 *settled);

/* Everything of it that is inked: line, head, label. */
PrnRectangle prn_way_ink (const PrnWay *self);

/* Append the same as rectangles (#PrnRectangle) that hold little else: one for each run of the line,
 * and the label. */
void prn_way_add_line_ink (const PrnWay *self, GArray *places);
void prn_way_add_label_ink (const PrnWay *self, GArray *places);

/* Paints line and head; seen from afar (a small @zoom) they are thicker. @hops (nullable) are the
 * lines that it hops over. */
void prn_way_paint_line (const PrnWay *self, PrnPen *pen, PrnThemeKind theme, double zoom,
                         PrnHops *hops);

/* Paints the pale ribbon of a great flow under its line, if there is one. */
void prn_way_paint_ribbon (const PrnWay *self, PrnPen *pen, PrnThemeKind theme);

/* Adds the line to the path, with sharp corners: from so far away that heads, dashes and round
 * corners are not seen, many lines are one path. */
void prn_way_add_to_path (const PrnWay *self, PrnPen *pen);

/* Strokes a path of such lines. */
void prn_way_stroke_path (PrnPen *pen, PrnThemeKind theme, double zoom);

/* Whether something of the label is painted at @zoom. */
gboolean prn_way_shows_label (const PrnWay *self, double zoom);

/* Paints the label, if it has one, as far as it can be read at @zoom: from afar the numbers alone. */
void prn_way_paint_label (const PrnWay *self, PrnPen *pen, PrnThemeKind theme, double zoom);

G_END_DECLS
