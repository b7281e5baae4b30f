/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene-private.h"

/* With more lines than this a good way now is better than the best later. */
#define MANY 90

/* So many labels are placed at once even in haste. */
#define FEW 32

/* An arrow from nowhere has its label where it starts. */
static void
place_stub_label (PrnWay *way, const PrnLink *link)
{
  PrnSpot start = link->wire.from, out = prn_side_outward (link->wire.to_side);

  if (!prn_way_form_label (way, PRN_LABEL_WHOLE))
    return;
  way->label.x = start.x + out.x * (way->label.w / 2) - way->label.w / 2;
  way->label.y = start.y + out.y * (way->label.h / 2) - way->label.h / 2;
}

/* A straight arrow into a card that starts from nowhere. */
static void
run_stub (const PrnLink *link, PrnWay *way)
{
  const PrnSpot spots[] = { link->wire.from, link->wire.to };

  way->line = prn_line_new (spots, G_N_ELEMENTS (spots));
  way->dot = way->trigger == NULL;
  if (way->trigger != NULL)
    place_stub_label (way, link);
}

static gboolean
is_same_end (PrnSpot a, PrnSide a_side, PrnSpot b, PrnSide b_side)
{
  return a.x == b.x && a.y == b.y && a_side == b_side;
}

gboolean
prn_scene_is_line_kept (PrnScene *self, guint index, const PrnKept *kept)
{
  int was = kept->way_was[index];
  const PrnLink *link = &self->links[index], *old;
  const PrnTrigger *trigger = self->ways[index].trigger;
  const PrnLine *line;

  if (was < 0 || link->to < 0)
    return FALSE;
  old = &kept->old->links[was];
  line = &kept->old->ways[was].line;
  if (old->to < 0 || line->n < 2 || (old->band != NULL) != (link->band != NULL) ||
      old->entry != link->entry || prn_link_is_stub (old) != prn_link_is_stub (link) ||
      !is_same_end (old->wire.from, old->wire.from_side, link->wire.from, link->wire.from_side) ||
      !is_same_end (old->wire.to, old->wire.to_side, link->wire.to, link->wire.to_side))
    return FALSE;
  if (trigger != NULL && !kept->pairings[PRN_KIND_TRIGGER]->same[index] &&
      !prn_trigger_same_route (trigger, kept->old->ways[was].trigger))
    return FALSE;
  /* Nothing makes an arrow from nowhere shorter, or a line that is placed by hand go elsewhere. In
   * haste a line stays as well that something came into the way of. */
  return prn_link_is_stub (link) || link->wire.n_bends > 0 || self->options.hasty ||
         (!kept->old->unsettled[was] && prn_kept_line_is_clear (kept, line));
}

/* Whether the label of a line that stays can stay as well. */
static gboolean
is_label_kept (PrnScene *self, guint index, const PrnKept *kept)
{
  const PrnWay *way = &self->ways[index], *old = &kept->old->ways[kept->way_was[index]];

  if (!g_str_equal (way->name, old->name) || g_strcmp0 (way->figures, old->figures) != 0 ||
      !prn_badges_equal (way->badges, old->badges))
    return FALSE;
  if (self->options.hasty)
    return TRUE;
  if (kept->old->unsettled[kept->way_was[index]])
    return FALSE;
  if (old->label.w > 0)
    return prn_kept_label_is_clear (kept, &old->label);
  /* Without one it had nothing to say, or no room. */
  return (old->name[0] == '\0' && old->figures == NULL) || !prn_kept_has_more_room (kept, &old->line);
}

void
prn_scene_keep_line (PrnScene *self, guint index, const PrnKept *kept)
{
  PrnWay *way = &self->ways[index];
  const PrnWay *old = &kept->old->ways[kept->way_was[index]];

  way->line = prn_line_copy (&old->line);
  way->dot = old->dot;
}

static void
keep_label (PrnScene *self, guint index, const PrnKept *kept)
{
  PrnWay *way = &self->ways[index];
  const PrnWay *old = &kept->old->ways[kept->way_was[index]];

  way->label = old->label;
  way->name_width = old->name_width;
  way->name_lines = old->name_lines;
  way->badge_lines = old->badge_lines;
}

/* What the label of an arrow from nowhere must not stand on. */
static PrnBins *
stub_ground (PrnScene *self)
{
  PrnBins *taken = prn_bins_new ();

  for (guint i = 0; i < self->n_cards; i++)
    prn_bins_add (taken, i, &self->cards[i].rect);
  for (guint i = 0; i < self->n_stickies; i++)
    prn_bins_add (taken, G_MAXUINT, &self->stickies[i].rect);
  return taken;
}

static void
note_moved_stub (PrnKept *kept, guint index, const PrnWay *way)
{
  static const PrnRectangle nowhere;
  const PrnLink *old_link = kept->way_was[index] >= 0
                                ? &kept->old->links[kept->way_was[index]] : NULL;
  const PrnWay *old = old_link != NULL && prn_link_is_stub (old_link)
                          ? &kept->old->ways[kept->way_was[index]] : NULL;
  PrnRectangle before = old != NULL ? prn_rectangle_grown (prn_line_bounds (&old->line), 2)
                                    : nowhere;
  PrnRectangle after = way != NULL ? prn_rectangle_grown (prn_line_bounds (&way->line), 2)
                                   : nowhere;

  prn_kept_moved (kept, &before, &after);
  prn_kept_moved (kept, old != NULL ? &old->label : &nowhere,
                  way != NULL ? &way->label : &nowhere);
}

/* All arrows from nowhere; where a label finds no room at the start, it is placed as others are. */
static void
run_stubs (PrnScene *self, PrnKept *kept)
{
  g_autoptr (PrnBins) taken = NULL;

  for (guint i = 0; i < self->n_ways; i++) {
    if (!prn_link_is_stub (&self->links[i]) || kept == NULL || !prn_scene_is_line_kept (self, i, kept))
      continue;
    kept->lines[i] = TRUE;
    prn_scene_keep_line (self, i, kept);
    kept->labels[i] = is_label_kept (self, i, kept);
    if (kept->labels[i])
      keep_label (self, i, kept);
  }
  for (guint i = 0; i < self->n_ways; i++) {
    PrnWay *way = &self->ways[i];

    if (!prn_link_is_stub (&self->links[i]) || (kept != NULL && kept->labels[i]))
      continue;
    if (taken == NULL) {
      taken = stub_ground (self);
      for (guint k = 0; kept != NULL && k < self->n_ways; k++)
        if (kept->labels[k] && self->ways[k].label.w > 0)
          prn_bins_add (taken, G_MAXUINT, &self->ways[k].label);
    }
    prn_line_clear (&way->line);
    run_stub (&self->links[i], way);
    if (way->label.w > 0 && prn_bins_any (taken, &way->label))
      way->label.w = way->label.h = 0;
    else if (way->label.w > 0)
      prn_bins_add (taken, G_MAXUINT, &way->label);
  }
}

/* Arrows from nowhere are in the way of lines as cards are. */
static void
note_moved_stubs (PrnScene *self, PrnKept *kept)
{
  g_autofree guint8 *still = g_new0 (guint8, kept->old->n_ways + 1);

  for (guint i = 0; i < self->n_ways; i++) {
    if (kept->way_was[i] >= 0)
      still[kept->way_was[i]] = TRUE;
    note_moved_stub (kept, i, prn_link_is_stub (&self->links[i]) ? &self->ways[i] : NULL);
  }
  for (guint i = 0; i < kept->old->n_ways; i++) {
    const PrnWay *old = &kept->old->ways[i];
    static const PrnRectangle nowhere;
    PrnRectangle line;

    if (still[i] || !prn_link_is_stub (&kept->old->links[i]))
      continue;
    line = prn_rectangle_grown (prn_line_bounds (&old->line), 2);
    prn_kept_moved (kept, &line, &nowhere);
    prn_kept_moved (kept, &old->label, &nowhere);
  }
}

static void
add_obstacle (GArray *obstacles, const PrnRectangle *r)
{
  if (r->w > 0 && r->h > 0)
    g_array_append_val (obstacles, *r);
}

/* What lines go around. */
static GArray *
make_obstacles (PrnScene *self)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  prn_text_lock ();
  for (guint i = 0; i < self->n_cards; i++) {
    PrnRectangle flag = prn_card_flag (&self->cards[i]), loss = prn_card_loss (&self->cards[i]);

    add_obstacle (obstacles, &self->cards[i].rect);
    add_obstacle (obstacles, &flag);
    add_obstacle (obstacles, &loss);
  }
  prn_text_unlock ();
  for (guint i = 0; i < self->n_stickies; i++)
    add_obstacle (obstacles, &self->stickies[i].rect);
  for (guint i = 0; i < self->n_ways; i++)
    if (prn_link_is_stub (&self->links[i])) {
      PrnRectangle line = prn_rectangle_grown (prn_line_bounds (&self->ways[i].line), 2);

      add_obstacle (obstacles, &line);
      add_obstacle (obstacles, &self->ways[i].label);
    }
  return obstacles;
}

/* The lines that stay where they are; those that are left are to be found. */
static GArray *
keep_lines (PrnScene *self, PrnKept *kept)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PrnLine));

  for (guint i = 0; kept != NULL && i < self->n_ways; i++) {
    if (prn_link_is_stub (&self->links[i]) || !prn_scene_is_line_kept (self, i, kept))
      continue;
    kept->lines[i] = TRUE;
    prn_scene_keep_line (self, i, kept);
    g_array_append_val (lines, self->ways[i].line);
  }
  return lines;
}

typedef struct {
  PrnGround ground;
  GArray *lines; /* PrnLine: those that stay */
  GArray *wires; /* PrnWire: those to be found */
  GArray *whose; /* by wire: index of the way */
} Routing;

static void
collect_wires (Routing *routing, PrnScene *self, GArray *obstacles, GArray *heads, PrnKept *kept)
{
  g_array_set_size (routing->wires, 0);
  g_array_set_size (routing->whose, 0);
  for (guint i = 0; i < self->n_ways; i++) {
    const PrnLink *link = &self->links[i];

    if (link->to < 0 || prn_link_is_stub (link) || (kept != NULL && kept->lines[i]))
      continue;
    g_array_append_val (routing->wires, link->wire);
    g_array_append_val (routing->whose, i);
  }
  routing->ground = (PrnGround){ (const PrnRectangle *) obstacles->data, obstacles->len,
                                 (const PrnRectangle *) heads->data, heads->len,
                                 (const PrnLine *) routing->lines->data, routing->lines->len,
                                 { 0, 0, 0, 0 },
                                 routing->wires->len + routing->lines->len > MANY };
}

/* Finds ways for a few lines among those that stay; where that leads through a card and the map is
 * not large, everything is found anew. */
static void
route_again (Routing *routing, PrnScene *self, GArray *obstacles, GArray *heads, PrnKept *kept)
{
  if (prn_route_some (&routing->ground, (PrnWire *) routing->wires->data, routing->wires->len) ||
      self->n_ways > 4 * MANY)
    return;

  for (guint i = 0; i < routing->wires->len; i++)
    prn_line_clear (&g_array_index (routing->wires, PrnWire, i).line);
  g_array_set_size (routing->lines, 0);
  for (guint i = 0; i < self->n_ways; i++)
    if (kept->lines[i] && !prn_link_is_stub (&self->links[i])) {
      kept->lines[i] = FALSE;
      prn_line_clear (&self->ways[i].line);
    }
  collect_wires (routing, self, obstacles, heads, kept);
  prn_route (&routing->ground, (PrnWire *) routing->wires->data, routing->wires->len);
}

static void
route_links (PrnScene *self, GArray *heads, PrnKept *kept)
{
  g_autoptr (GArray) obstacles = make_obstacles (self);
  g_autoptr (GArray) lines = keep_lines (self, kept);
  g_autoptr (GArray) wires = g_array_new (FALSE, TRUE, sizeof (PrnWire));
  g_autoptr (GArray) whose = g_array_new (FALSE, FALSE, sizeof (guint));
  Routing routing = { .lines = lines, .wires = wires, .whose = whose };

  collect_wires (&routing, self, obstacles, heads, kept);
  if (kept != NULL)
    route_again (&routing, self, obstacles, heads, kept);
  else
    prn_route (&routing.ground, (PrnWire *) wires->data, wires->len);

  for (guint i = 0; i < wires->len; i++) {
    guint index = g_array_index (whose, guint, i);

    self->ways[index].line = g_array_index (wires, PrnWire, i).line;
    self->ways[index].dot = self->links[index].band != NULL;
  }
}

/* Leaves the labels that stay where they are; returns how many others there are. */
static guint
keep_labels (PrnScene *self, PrnKept *kept)
{
  guint n_others = 0;

  for (guint i = 0; i < self->n_ways; i++) {
    if (prn_link_is_stub (&self->links[i])) {
      /* One that stands where its arrow starts is among the obstacles. */
      kept->labels[i] = kept->labels[i] || self->ways[i].label.w > 0;
    } else {
      kept->labels[i] = self->links[i].to < 0 ||
                        (kept->lines[i] && is_label_kept (self, i, kept));
      if (kept->labels[i] && self->links[i].to >= 0)
        keep_label (self, i, kept);
    }
    n_others += !kept->labels[i];
  }
  return n_others;
}

static void
place_labels (PrnScene *self, GArray *heads, PrnKept *kept)
{
  guint n = kept != NULL ? keep_labels (self, kept) : self->n_ways;
  g_autoptr (GArray) keep_off = NULL;

  if (n == 0)
    return;
  if (self->options.hasty && (kept == NULL || n > FEW)) {
    prn_scene_leave_labels (self, kept);
    return;
  }
  keep_off = make_obstacles (self);
  g_array_append_vals (keep_off, heads->data, heads->len);
  prn_labels_place (self->ways, self->n_ways, keep_off, kept != NULL ? kept->labels : NULL);
}

/* A label stands on the colour that is around it. */
static void
color_labels (PrnScene *self)
{
  for (guint i = 0; i < self->n_ways; i++) {
    PrnWay *way = &self->ways[i];

    for (guint k = 0; way->label.w > 0 && k < self->bands->len; k++) {
      const PrnBand *band = &g_array_index (self->bands, PrnBand, k);

      if (prn_rectangle_holds (&band->rect, way->label.x, way->label.y) &&
          prn_rectangle_holds (&band->rect, way->label.x + way->label.w,
                               way->label.y + way->label.h))
        way->label_ground = band->ground;
    }
  }
}

void
prn_scene_compose_lines (PrnScene *self, PrnKept *kept)
{
  g_autoptr (GArray) heads = NULL;

  self->unsettled = g_new0 (guint8, self->n_ways + 1);
  if (kept != NULL) {
    kept->lines = g_new0 (guint8, self->n_ways + 1);
    kept->labels = g_new0 (guint8, self->n_ways + 1);
  }
  prn_text_lock ();
  heads = prn_scene_heads (self);
  run_stubs (self, kept);
  prn_text_unlock ();
  if (kept != NULL)
    note_moved_stubs (self, kept);
  if (self->options.hasty)
    prn_scene_sketch_lines (self, kept);
  else
    route_links (self, heads, kept);
  place_labels (self, heads, kept);
  color_labels (self);

  for (guint i = 0; i < self->n_ways; i++) {
    g_free ((gpointer) self->links[i].wire.bends);
    self->links[i].wire.bends = NULL;
    self->links[i].wire.n_bends = 0;
  }
}
