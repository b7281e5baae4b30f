/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-way.h"

#define TEXT_MAX 132    /* width of a label's text */
#define BADGE_MAX 192   /* width of a target's line */
#define TEXT_WRAP 112   /* where it takes two lines */
#define SHORT_MAX 72
#define PAD_X 8
#define PAD_Y 3
#define APART 4         /* of labels and cards */
#define BESIDE 3.5      /* what it costs to stand beside the line instead of on it */
#define CROSSED 4.0      /* for each other line it hides */
#define MISLEADING 12
#define ENDS 12         /* what a label leaves of its run on both sides, or it hides corner and head */
#define FORBIDDEN 1e9
#define REACH 160       /* a label stands no further from its line */

static double
line_height (void)
{
  return prn_text_line_height (PRN_TEXT_LABEL);
}

/* Makes room for the targets: a line for each, or, in lesser forms, their signs before the numbers. */
static void
add_badges (PrnWay *self, PrnLabelForm form, double *words)
{
  const PrnBadges *badges = self->badges;

  self->badge_lines = 0;
  if (badges == NULL)
    return;
  if (form != PRN_LABEL_WHOLE) {
    *words += badges->n * PRN_WAY_BADGE;
    return;
  }
  self->badge_lines = badges->n;
  for (guint i = 0; i < badges->n; i++)
    *words = MAX (*words, PRN_WAY_BADGE + 2 +
                              ceil (prn_text_width (PRN_TEXT_FIGURE, badges->items[i].text)));
  *words = MIN (*words, BADGE_MAX);
}

static gboolean
form_label (PrnWay *self, PrnLabelForm form)
{
  double figures = self->figures != NULL ? prn_text_width (PRN_TEXT_FIGURE, self->figures) : 0;
  double name = self->name[0] != '\0' ? ceil (prn_text_width (PRN_TEXT_LABEL, self->name)) + 2 : 0;
  double height;

  self->name_lines = 0;
  self->name_width = 0;
  self->label = (PrnRectangle){ 0, 0, 0, 0 };
  if ((name <= 0 && figures <= 0) || (form == PRN_LABEL_LEAST && figures <= 0 && name <= SHORT_MAX))
    return FALSE;

  if (name > 0 && !(form == PRN_LABEL_LEAST && figures > 0)) {
    gboolean wraps = name > TEXT_MAX && form == PRN_LABEL_WHOLE;

    self->name_lines = wraps ? 2 : 1;
    self->name_width =
        wraps ? TEXT_WRAP : MIN (name, form == PRN_LABEL_LEAST ? SHORT_MAX : TEXT_MAX);
    if (wraps) {
      double width, lines;

      prn_text_size (prn_text_get (PRN_TEXT_LABEL, self->name, TEXT_WRAP, 2, PRN_ALIGN_CENTER),
                     &width, &lines);
      self->name_width = MAX (TEXT_WRAP, width);
      self->name_lines = lines > line_height () * 1.5 ? 2 : 1;
    }
  }

  height = (self->name_lines + (figures > 0 ? 1 : 0)) * line_height ();
  add_badges (self, form, &figures);
  height += self->badge_lines * PRN_WAY_BADGE;
  self->label.w = ceil (MAX (self->name_width, figures)) + 2 * PAD_X;
  self->label.h = ceil (height) + 2 * PAD_Y;
  return TRUE;
}

gboolean
prn_way_form_label (PrnWay *self, PrnLabelForm form)
{
  gboolean any;

  prn_text_lock ();
  any = form_label (self, form);
  prn_text_unlock ();
  return any;
}

typedef struct {
  PrnBins *taken;
  PrnBins *lines; /* runs of lines, under the index of their way */
} Room;

typedef struct {
  guint own;
  guint count;
} Crossed;

static gboolean
crossed_cb (guint number, const PrnRectangle *r, gpointer data)
{
  Crossed *crossed = data;

  crossed->count += number != crossed->own;
  return TRUE;
}

static double
cost_at (const Room *room, guint own, const PrnRectangle *label)
{
  const PrnRectangle apart = prn_rectangle_grown (*label, APART);
  Crossed crossed = { own, 0 };

  if (prn_bins_any (room->taken, &apart))
    return FORBIDDEN;
  /* What passes close by may hop over the label's own line. */
  prn_bins_foreach (room->lines, &apart, crossed_cb, &crossed);
  return crossed.count * CROSSED;
}

/* Tries a label along one run, on the line or, for more, beside it; @best is its place so far. */
static void
try_run (const Room *room, const PrnWay *way, guint own, guint run, double base,
         PrnRectangle *best, double *least)
{
  static const double parts[] = { 0.5, 0.4, 0.6, 0.28, 0.72, 0.16, 0.84 };
  static const int besides[] = { 0, -1, 1 };
  PrnSpot a = way->line.spots[run], b = way->line.spots[run + 1];
  gboolean level = a.y == b.y;
  double length = fabs (a.x - b.x) + fabs (a.y - b.y);
  double need = level ? best->w : best->h;
  double aside = (level ? best->h : best->w) / 2 + way->width / 2 + 2;

  for (guint k = 0; k < G_N_ELEMENTS (besides); k++)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
      double part = parts[i], cost = base + i * 0.05 + (besides[k] != 0 ? BESIDE : 0);
      double spare = MIN (part, 1 - part) * length - need / 2, at;
      PrnRectangle r = { a.x + (b.x - a.x) * part - best->w / 2,
                         a.y + (b.y - a.y) * part - best->h / 2, best->w, best->h };

      *(level ? &r.y : &r.x) += besides[k] * aside;
      if (spare < 0)
        cost += besides[k] != 0 ? 0.5 : 4 + MIN (4, -spare / 16);
      else if (spare < ENDS)
        cost += besides[k] != 0 ? 0.5 : BESIDE + 1;
      if (cost >= *least)
        continue;
      at = cost_at (room, own, &r);
      /* Beside its line and on another it would seem to belong to that one. */
      cost += besides[k] != 0 && at > 0 ? at + MISLEADING : at;
      if (cost < *least) {
        *least = cost;
        *best = r;
      }
    }
}

static gboolean
place_label (const Room *room, PrnWay *way, guint own)
{
  const PrnLine *line = &way->line;
  double least = FORBIDDEN / 2, longest = 1;
  PrnRectangle best = way->label;

  for (guint i = 0; i + 1 < line->n; i++)
    longest = MAX (longest, fabs (line->spots[i].x - line->spots[i + 1].x) +
                                fabs (line->spots[i].y - line->spots[i + 1].y));

  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];
    double length = fabs (a.x - b.x) + fabs (a.y - b.y);
    /* The longest run is the place to be; an upright one counts as shorter, as it is harder
     * to read along. */
    double base = (1 - length / longest) * 2 + (a.y == b.y ? 0 : 0.8);

    try_run (room, way, own, i, base, &best, &least);
  }
  if (least >= FORBIDDEN / 2)
    return FALSE;
  way->label = best;
  return TRUE;
}

static double
freedom (const PrnWay *way)
{
  double longest = 0;

  for (guint i = 0; i + 1 < way->line.n; i++)
    longest = MAX (longest, fabs (way->line.spots[i].x - way->line.spots[i + 1].x) +
                                fabs (way->line.spots[i].y - way->line.spots[i + 1].y));
  return longest;
}

typedef struct {
  guint index;
  double freedom;
} Turn;

/* Those with the fewest places choose first. */
static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *left = a, *right = b;

  if (left->freedom != right->freedom)
    return left->freedom < right->freedom ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static void
add_line (PrnBins *lines, guint index, const PrnWay *way)
{
  for (guint i = 0; i + 1 < way->line.n; i++) {
    PrnSpot a = way->line.spots[i], b = way->line.spots[i + 1];
    PrnRectangle r = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };

    r = prn_rectangle_grown (r, way->width / 2 + 1);
    prn_bins_add (lines, index, &r);
  }
}

/* Where the labels that are looked for can come to stand. */
static PrnRectangle
area_of (const PrnWay *ways, guint n, const guint8 *settled)
{
  PrnRectangle area = { 0, 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    if (!settled[i] && ways[i].line.n > 0)
      area = prn_rectangle_union (area,
                                  prn_rectangle_grown (prn_line_bounds (&ways[i].line), REACH));
  return area;
}

void
prn_labels_place (PrnWay *ways, guint n, GArray *keep_off, const guint8 *settled)
{
  g_autoptr (PrnBins) lines = prn_bins_new ();
  g_autoptr (PrnBins) taken = prn_bins_new ();
  g_autofree Turn *turns = g_new (Turn, n + 1);
  const Room room = { taken, lines };
  PrnRectangle area = { 0, 0, 0, 0 };
  guint n_turns = 0;

  if (settled != NULL)
    area = area_of (ways, n, settled);
  for (guint i = 0; i < keep_off->len; i++) {
    const PrnRectangle *r = &g_array_index (keep_off, PrnRectangle, i);

    if (settled == NULL || prn_rectangle_overlaps (r, &area))
      prn_bins_add (taken, 0, r);
  }
  for (guint i = 0; i < n; i++) {
    const PrnRectangle run = prn_rectangle_grown (prn_line_bounds (&ways[i].line), 1);

    if (settled == NULL || prn_rectangle_overlaps (&run, &area))
      add_line (lines, i, &ways[i]);
    if (settled == NULL || !settled[i])
      turns[n_turns++] = (Turn){ i, freedom (&ways[i]) };
    else if (ways[i].label.w > 0 && prn_rectangle_overlaps (&ways[i].label, &area))
      prn_bins_add (taken, 0, &ways[i].label);
  }
  qsort (turns, n_turns, sizeof (Turn), compare_turns);

  for (guint i = 0; i < n_turns; i++) {
    PrnWay *way = &ways[turns[i].index];
    gboolean placed = way->label.w > 0;

    for (guint form = PRN_LABEL_WHOLE; !placed && form <= PRN_LABEL_LEAST; form++)
      placed = prn_way_form_label (way, form) && place_label (&room, way, turns[i].index);
    if (placed)
      prn_bins_add (taken, 0, &way->label);
    else
      way->label = (PrnRectangle){ 0, 0, 0, 0 };
  }
}
