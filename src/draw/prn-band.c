/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-band.h"

#include "prn-grid.h"

#define RADIUS 16
#define INSET 20
#define OWNER_FROM 0.55 /* below this zoom the name alone, as large as it can be */
#define SHORT 118       /* so wide a name ends before the lines from the top of the first card */
#define LONG  164       /* the same of one that is less large: lines keep off it as it is from near */
#define GAP 8 /* between two bands, at least, where they had to be made smaller */

typedef struct {
  PrnRectangle rect; /* of the cards alone */
  guint phase;
} Group;

typedef struct {
  const PrnGrid *cards;
  const int *phase_of; /* by card */
} Ground;

typedef struct {
  const Ground *ground;
  guint phase;
  gboolean found;
} Foreign;

static gboolean
foreign_cb (guint number, const PrnRectangle *r, gpointer data)
{
  Foreign *self = data;

  self->found = self->ground->phase_of[number] != (int) self->phase;
  return !self->found;
}

static gboolean
overlaps_foreign (const Ground *ground, const PrnRectangle *rect, guint phase)
{
  Foreign foreign = { ground, phase, FALSE };

  if (rect->w > 0 && rect->h > 0)
    prn_grid_foreach (ground->cards, rect, foreign_cb, &foreign);
  return foreign.found;
}

/* The same for what @joined has more than @rect, which holds nothing foreign. */
static gboolean
meets_foreign (const Ground *ground, const PrnRectangle *rect, const PrnRectangle *joined,
               guint phase)
{
  double right = rect->x + rect->w, bottom = rect->y + rect->h;
  const PrnRectangle strips[] = {
    { joined->x, joined->y, rect->x - joined->x, joined->h },
    { right, joined->y, joined->x + joined->w - right, joined->h },
    { joined->x, joined->y, joined->w, rect->y - joined->y },
    { joined->x, bottom, joined->w, joined->y + joined->h - bottom },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
    if (overlaps_foreign (ground, &strips[i], phase))
      return TRUE;
  return FALSE;
}

static gboolean
overlaps_group (const PrnRectangle *rect, guint phase, GArray *groups)
{
  for (guint i = 0; i < groups->len; i++) {
    const Group *group = &g_array_index (groups, Group, i);

    if (group->phase != phase && prn_rectangle_overlaps (rect, &group->rect))
      return TRUE;
  }
  return FALSE;
}

/* The cards of a phase as one group, or as several that hold nothing foreign: each card joins the
 * first group of its phase it can. */
static void
add_phase (GArray *groups, guint phase, const PrnRectangle *boxes, const Ground *ground, guint n)
{
  const int *phase_of = ground->phase_of;
  guint first = groups->len;
  PrnRectangle whole = { 0, 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    if (phase_of[i] == (int) phase)
      whole = prn_rectangle_union (whole, boxes[i]);
  if (whole.w <= 0)
    return;
  if (!overlaps_foreign (ground, &whole, phase) &&
      !overlaps_group (&whole, phase, groups)) {
    const Group group = { whole, phase };

    g_array_append_val (groups, group);
    return;
  }

  for (guint i = 0; i < n; i++) {
    Group group = { boxes[i], phase };
    guint g;

    if (phase_of[i] != (int) phase)
      continue;
    for (g = first; g < groups->len; g++) {
      const PrnRectangle *rect = &g_array_index (groups, Group, g).rect;
      PrnRectangle joined = prn_rectangle_union (*rect, boxes[i]);

      /* What the group holds anyway changes nothing. */
      if (prn_rectangle_equal (&joined, rect))
        break;
      if (!meets_foreign (ground, rect, &joined, phase) &&
          !overlaps_group (&joined, phase, groups)) {
        g_array_index (groups, Group, g).rect = joined;
        break;
      }
    }
    if (g == groups->len)
      g_array_append_val (groups, group);
  }
}

/* How far a side may move out before it meets half of the way to @other. */
static void
limit (const PrnRectangle *own, const PrnRectangle *other, gboolean shared, double *margins)
{
  double part = shared ? 0.5 : 1, gap = shared ? GAP : 4;
  double reach_x = PRN_BAND_PAD, reach_top = PRN_BAND_HEAD + PRN_BAND_PAD;
  gboolean beside =
      other->y < own->y + own->h + reach_top && own->y < other->y + other->h + reach_top;
  gboolean above =
      other->x < own->x + own->w + 2 * reach_x && own->x < other->x + other->w + 2 * reach_x;
  double right = other->x - own->x - own->w, left = own->x - other->x - other->w;
  double below = other->y - own->y - own->h, over = own->y - other->y - other->h;

  if (right >= 0 && beside && right >= MAX (below, over))
    margins[PRN_SIDE_RIGHT] = MIN (margins[PRN_SIDE_RIGHT], MAX (0, right * part - gap / 2));
  else if (left >= 0 && beside && left >= MAX (below, over))
    margins[PRN_SIDE_LEFT] = MIN (margins[PRN_SIDE_LEFT], MAX (0, left * part - gap / 2));
  else if (below >= 0 && above)
    margins[PRN_SIDE_BOTTOM] = MIN (margins[PRN_SIDE_BOTTOM],
                                    MAX (0, (shared ? below / 3 : below) - gap / 2));
  else if (over >= 0 && above)
    margins[PRN_SIDE_TOP] = MIN (margins[PRN_SIDE_TOP],
                                 MAX (0, (shared ? over * 2 / 3 : over) - gap / 2));
}

static PrnRectangle
band_rectangle (const Group *group, GArray *groups, const PrnRectangle *boxes, const int *phase_of,
                guint n)
{
  double margins[] = { [PRN_SIDE_RIGHT] = PRN_BAND_PAD, [PRN_SIDE_BOTTOM] = PRN_BAND_PAD,
                       [PRN_SIDE_LEFT] = PRN_BAND_PAD, [PRN_SIDE_TOP] = PRN_BAND_HEAD };
  const PrnRectangle *r = &group->rect;

  for (guint i = 0; i < groups->len; i++) {
    const Group *other = &g_array_index (groups, Group, i);

    if (other != group)
      limit (r, &other->rect, TRUE, margins);
  }
  for (guint i = 0; i < n; i++)
    if (phase_of[i] < 0)
      limit (r, &boxes[i], FALSE, margins);

  return (PrnRectangle){ r->x - margins[PRN_SIDE_LEFT], r->y - margins[PRN_SIDE_TOP],
                         r->w + margins[PRN_SIDE_LEFT] + margins[PRN_SIDE_RIGHT],
                         r->h + margins[PRN_SIDE_TOP] + margins[PRN_SIDE_BOTTOM] };
}

GArray *
prn_bands_new (PrnMap *map, const PrnRectangle *boxes, PrnThemeKind theme, gboolean rtl)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (PrnBand));
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  PrnColor ground = prn_theme_ground (theme), gray = { 0.5, 0.5, 0.5, 1 };
  guint n, n_phases;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  const PrnPhase *const *phases = prn_map_phases (map, &n_phases);
  g_autofree int *phase_of = g_new (int, n + 1);
  g_autoptr (PrnGrid) cards = NULL;
  Ground ground_cards = { NULL, phase_of };

  prn_palette_color (theme, "gray", &gray);
  /* Stages of one phase mostly stand together in the list. */
  for (guint i = 0; i < n; i++)
    phase_of[i] = i > 0 && g_strcmp0 (stages[i]->phase, stages[i - 1]->phase) == 0
                      ? phase_of[i - 1]
                      : prn_map_index_of (map, PRN_KIND_PHASE, stages[i]->phase);
  ground_cards.cards = cards = prn_grid_new (boxes, sizeof (PrnRectangle), n);
  for (guint i = 0; i < n_phases; i++)
    add_phase (groups, i, boxes, &ground_cards, n);

  for (guint i = 0; i < groups->len; i++) {
    const Group *group = &g_array_index (groups, Group, i);
    PrnBand band = { phases[group->phase], group->phase,
                     band_rectangle (group, groups, boxes, phase_of, n), gray, gray, rtl };

    prn_palette_color (theme, band.phase->color, &band.hue);
    band.ground = prn_color_mix (ground, band.hue, prn_theme_table (theme)->band);
    g_array_append_val (bands, band);
  }
  return bands;
}

PrnRectangle
prn_band_head (const PrnBand *self)
{
  double name = prn_text_width (PRN_TEXT_PHASE, prn_element_label (self->phase));
  double most = self->rect.w - 2 * INSET;
  double width = MIN (MAX (name, 24), MAX (most, 8));

  return (PrnRectangle){ self->rtl ? self->rect.x + self->rect.w - INSET - width
                                   : self->rect.x + INSET,
                         self->rect.y + 12, width, 20 };
}

PrnRectangle
prn_band_heading (const PrnBand *self)
{
  double far = prn_text_width (PRN_TEXT_FAR, prn_element_label (self->phase));
  PrnRectangle near = prn_band_head (self);
  double width = MIN (MAX (far, near.w) + 2 * INSET, self->rect.w);

  return (PrnRectangle){ self->rtl ? self->rect.x + self->rect.w - width : self->rect.x,
                         self->rect.y, width, PRN_BAND_HEAD };
}

PrnRectangle
prn_band_owner (const PrnBand *self)
{
  double width = prn_text_width (PRN_TEXT_FACT, self->phase->owner) + 2;
  double name = prn_text_width (PRN_TEXT_PHASE, prn_element_label (self->phase)) + 2;

  if (self->phase->owner[0] == '\0' || name + 16 + width > self->rect.w - 2 * INSET)
    return (PrnRectangle){ 0, 0, 0, 0 };
  return (PrnRectangle){ self->rtl ? self->rect.x + INSET
                                   : self->rect.x + self->rect.w - INSET - width,
                         self->rect.y + 13, width, 16 };
}

void
prn_band_paint (const PrnBand *self, PrnPen *pen, PrnThemeKind theme)
{
  const PrnThemeTable *colors = prn_theme_table (theme);

  prn_pen_rounded (pen, &self->rect, RADIUS);
  prn_pen_fill (pen, self->ground);
  if (!colors->outlined)
    return;
  prn_pen_edge (pen, &self->rect, RADIUS, colors->edge);
  prn_pen_stroke (pen, prn_theme_readable (colors, self->hue, self->ground), colors->edge);
}

/* A line that passes behind a heading stops at its edge. */
static void
paint_back (const PrnBand *self, PrnPen *pen, PrnRectangle r)
{
  r = prn_rectangle_grown (r, 3);
  prn_pen_rounded (pen, &r, 6);
  prn_pen_fill (pen, self->ground);
}

/* From afar a name is larger, and stands lower: lines pass over it, along the top of the band. */
static PrnTextStyle
heading_style (const char *name, double zoom, double *top)
{
  *top = zoom < 0.35 ? 12 : 13;
  if (zoom < 0.35)
    return PRN_TEXT_FAR;
  if (zoom < OWNER_FROM && prn_text_width (PRN_TEXT_FAR_LONG, name) <= SHORT)
    return PRN_TEXT_FAR_LONG;
  if (zoom < OWNER_FROM && prn_text_width (PRN_TEXT_PHASE_FAR, name) <= LONG)
    return PRN_TEXT_PHASE_FAR;
  return PRN_TEXT_PHASE;
}

void
prn_band_paint_heading (const PrnBand *self, PrnPen *pen, PrnThemeKind theme, double zoom)
{
  const PrnThemeTable *colors = prn_theme_table (theme);
  const char *name = prn_element_label (self->phase);
  double most = self->rect.w - 2 * INSET, top;
  PrnTextStyle style = heading_style (name, zoom, &top);
  PrnRectangle owner = prn_band_owner (self), head = prn_band_head (self);

  if (zoom < 0.15 || most < 8)
    return;

  if (style != PRN_TEXT_PHASE) {
    head.w = MIN (prn_text_width (style, name), most);
    head.h = prn_text_line_height (style) - 3;
    head.y = self->rect.y + top + 2;
    if (self->rtl)
      head.x = self->rect.x + self->rect.w - INSET - head.w;
  }
  paint_back (self, pen, head);
  prn_pen_text (pen, style, name, self->rect.x + INSET, self->rect.y + top, most, 1,
                self->rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT,
                prn_theme_readable (colors, self->hue, self->ground));
  if (owner.w <= 0 || zoom < OWNER_FROM)
    return;
  paint_back (self, pen, owner);
  prn_pen_text (pen, PRN_TEXT_FACT, self->phase->owner, self->rect.x + INSET, owner.y, most, 1,
                self->rtl ? PRN_ALIGN_LEFT : PRN_ALIGN_RIGHT,
                prn_theme_readable (colors, colors->muted, self->ground));
}
