/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-port.h"
#include "prn-rank.h"
#include "prn-scene-private.h"

#define HEAD_CLEAR 8    /* lines keep so far off a heading */
#define TOP_MIN 26      /* of an upper side, for its lines */

static const PrnBand *
band_of (PrnScene *self, const char *phase_id, const PrnRectangle *outside)
{
  for (guint i = 0; i < self->bands->len; i++) {
    const PrnBand *band = &g_array_index (self->bands, PrnBand, i);

    if (g_str_equal (band->phase->element.id, phase_id))
      return prn_rectangle_overlaps (&band->rect, outside) ? NULL : band;
  }
  return NULL;
}

/* What a trigger's line connects; FALSE when it leads nowhere that can be drawn. */
static gboolean
link_of (PrnScene *self, const PrnTrigger *trigger, PrnLink *link)
{
  gboolean is_phase = prn_map_index_of (self->map, PRN_KIND_PHASE, trigger->from) >= 0;
  const PrnBand *band;

  *link = (PrnLink){ 0 };
  link->to = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->to);
  link->from = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->from);
  if (link->to < 0 || (link->from < 0 && !is_phase && !g_str_equal (trigger->from, "*")))
    return FALSE;

  if (is_phase) {
    band = band_of (self, trigger->from, &self->cards[link->to].rect);
    link->band = band != NULL ? &band->rect : NULL;
  }
  if (trigger->route.n > 0 && link->from >= 0) {
    PrnSpot *bends = g_new (PrnSpot, trigger->route.n);

    for (guint i = 0; i < trigger->route.n; i++)
      bends[i] = (PrnSpot){ trigger->route.items[i].x, trigger->route.items[i].y };
    link->wire.bends = bends;
    link->wire.n_bends = trigger->route.n;
  }
  return TRUE;
}

/* The links of all triggers that can be drawn and of the arrows into entries; @owner says whose
 * each is, by index in the ways. */
static GArray *
make_links (PrnScene *self, GArray *owner)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (PrnLink));
  guint n_triggers;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n_triggers);
  guint way;

  for (guint i = 0; i < n_triggers; i++) {
    PrnLink link;

    if (!link_of (self, triggers[i], &link))
      continue;
    g_array_append_val (links, link);
    g_array_append_val (owner, i);
  }

  way = n_triggers;
  for (guint i = 0; i < self->n_cards; i++) {
    const PrnLink link = { .from = -1, .to = (int) i, .entry = TRUE };

    if (self->entry_way[i] < 0)
      continue;
    g_array_append_val (links, link);
    g_array_append_val (owner, way);
    way++;
  }
  return links;
}

static PrnWayStyle
style_of (PrnMap *map, const PrnTrigger *trigger, gboolean back)
{
  int to = prn_map_index_of (map, PRN_KIND_STAGE, trigger->to);
  const PrnStage *stage = to < 0 ? NULL : prn_map_nth (map, PRN_KIND_STAGE, (guint) to);

  if (stage != NULL && stage->role == PRN_ROLE_EXIT)
    return PRN_WAY_DOTTED;
  return back ? PRN_WAY_DASHED : PRN_WAY_SOLID;
}

static char *
figures_text (const PrnTriggerFigures *figures)
{
  g_autofree char *count = NULL, *share = NULL;

  if (!figures->known)
    return NULL;
  count = prn_figures_count (figures->fired);
  if (isnan (figures->share) || figures->fired == 0)
    return g_steal_pointer (&count);
  share = prn_figures_share (figures->share);
  return g_strdup_printf ("%s · %s", share, count);
}

/* The label's words: the name; else the condition, where it says more than the target does. */
static char *
label_words (PrnMap *map, const PrnTrigger *trigger)
{
  g_autofree char *words = prn_words_trigger_name (map, trigger);
  gconstpointer target = prn_map_lookup (map, trigger->to);
  g_autofree char *folded = g_utf8_casefold (words, -1), *other = NULL;

  if (trigger->name[0] != '\0' || target == NULL)
    return g_steal_pointer (&words);
  other = g_utf8_casefold (prn_element_label (target), -1);
  return g_str_equal (folded, other) ? g_strdup ("") : g_steal_pointer (&words);
}

/* Everything of the ways but where they run. */
static void
make_ways (PrnScene *self)
{
  g_autoptr (PrnFlow) flow = prn_flow_new (self->map);
  guint n_triggers, n_entries = 0;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n_triggers);
  g_autofree guint8 *back = g_new0 (guint8, n_triggers + 1);

  self->entry_way = g_new (int, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++)
    self->entry_way[i] = self->cards[i].stage->role == PRN_ROLE_ENTRY
                             ? (int) (n_triggers + n_entries++) : -1;
  for (guint i = 0; i < flow->n_arcs; i++)
    back[flow->arcs[i].trigger] = flow->arcs[i].back;

  self->n_ways = n_triggers + n_entries;
  self->ways = g_new0 (PrnWay, self->n_ways + 1);
  for (guint i = 0; i < self->n_ways; i++) {
    PrnWay *way = &self->ways[i];
    const PrnTriggerFigures *figures = &self->figures->triggers[MIN (i, n_triggers)];

    way->name = i < n_triggers ? label_words (self->map, triggers[i]) : g_strdup ("");
    way->width = prn_way_width (0, 0);
    way->label_ground = prn_theme_table (self->options.theme)->pill;
    if (i >= n_triggers)
      continue;
    way->trigger = triggers[i];
    way->style = style_of (self->map, triggers[i], back[i]);
    way->figures = figures_text (figures);
    if (figures->known)
      way->width = prn_way_width (figures->fired, self->figures->most_fired);
  }
}

static void
put_source_before_name (PrnScene *self, PrnWay *way)
{
  g_autofree char *source = prn_words_source (self->map, way->trigger);
  g_autofree char *name = g_steal_pointer (&way->name);

  way->name = name[0] != '\0' ? g_strdup_printf ("%s: %s", source, name) : g_strdup (source);
}

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

static gboolean
is_stub (const PrnLink *link)
{
  return link->from < 0 && link->band == NULL;
}

/* A straight arrow into a card that starts from nowhere. */
static void
run_stub (PrnScene *self, PrnLink *link, PrnWay *way)
{
  const PrnSpot spots[] = { link->wire.from, link->wire.to };

  way->line.n = G_N_ELEMENTS (spots);
  way->line.spots = g_memdup2 (spots, sizeof spots);
  way->dot = way->trigger == NULL;
  if (way->trigger != NULL) {
    put_source_before_name (self, way);
    place_stub_label (way, link);
  }
}


/* All arrows from nowhere; where a label finds no room at the start, it is placed as others are. */
static void
run_stubs (PrnScene *self, GArray *links, GArray *owner)
{
  g_autoptr (PrnBins) taken = prn_bins_new ();

  for (guint i = 0; i < self->n_cards; i++)
    prn_bins_add (taken, i, &self->cards[i].rect);
  for (guint i = 0; i < self->n_stickies; i++)
    prn_bins_add (taken, G_MAXUINT, &self->stickies[i].rect);
  for (guint i = 0; i < links->len; i++) {
    PrnLink *link = &g_array_index (links, PrnLink, i);
    PrnWay *way = &self->ways[g_array_index (owner, guint, i)];

    if (!is_stub (link))
      continue;
    run_stub (self, link, way);
    if (way->label.w <= 0)
      continue;
    if (prn_bins_any (taken, &way->label))
      way->label.w = way->label.h = 0;
    else
      prn_bins_add (taken, G_MAXUINT, &way->label);
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
make_obstacles (PrnScene *self, GArray *links, GArray *owner)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  for (guint i = 0; i < self->n_cards; i++) {
    PrnRectangle flag = prn_card_flag (&self->cards[i]), loss = prn_card_loss (&self->cards[i]);

    add_obstacle (obstacles, &self->cards[i].rect);
    add_obstacle (obstacles, &flag);
    add_obstacle (obstacles, &loss);
  }
  for (guint i = 0; i < self->n_stickies; i++)
    add_obstacle (obstacles, &self->stickies[i].rect);
  for (guint i = 0; i < links->len; i++) {
    const PrnWay *way = &self->ways[g_array_index (owner, guint, i)];

    if (is_stub (&g_array_index (links, PrnLink, i))) {
      PrnRectangle line = prn_rectangle_grown (prn_line_bounds (&way->line), 2);

      add_obstacle (obstacles, &line);
      add_obstacle (obstacles, &way->label);
    }
  }
  return obstacles;
}

static GArray *
make_heads (PrnScene *self)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  for (guint i = 0; i < self->bands->len; i++) {
    const PrnBand *band = &g_array_index (self->bands, PrnBand, i);
    PrnRectangle head = prn_rectangle_grown (prn_band_head (band), 4);
    PrnRectangle owner = prn_band_owner (band);

    add_obstacle (heads, &head);
    add_obstacle (heads, &owner);
  }
  return heads;
}

static void
route_links (PrnScene *self, GArray *links, GArray *owner, GArray *obstacles, GArray *heads)
{
  g_autoptr (GArray) wires = g_array_new (FALSE, TRUE, sizeof (PrnWire));
  g_autoptr (GArray) whose = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < links->len; i++) {
    const PrnLink *link = &g_array_index (links, PrnLink, i);

    if (is_stub (link))
      continue;
    g_array_append_val (wires, link->wire);
    g_array_append_val (whose, i);
  }

  prn_route ((const PrnRectangle *) obstacles->data, obstacles->len,
             (const PrnRectangle *) heads->data, heads->len, (PrnWire *) wires->data, wires->len);
  for (guint i = 0; i < wires->len; i++) {
    guint link = g_array_index (whose, guint, i);
    PrnWay *way = &self->ways[g_array_index (owner, guint, link)];

    way->line = g_array_index (wires, PrnWire, i).line;
    way->dot = g_array_index (links, PrnLink, link).band != NULL;
  }
}

static void
place_labels (PrnScene *self, GArray *obstacles, GArray *heads)
{
  g_autoptr (PrnBins) taken = prn_bins_new ();

  for (guint i = 0; i < obstacles->len; i++)
    prn_bins_add (taken, 0, &g_array_index (obstacles, PrnRectangle, i));
  for (guint i = 0; i < heads->len; i++)
    prn_bins_add (taken, 0, &g_array_index (heads, PrnRectangle, i));
  prn_labels_place (self->ways, self->n_ways, taken);
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

/* The longest part of a card's upper side that has no heading over it. */
static void
free_top (const PrnRectangle *box, GArray *heads, PrnDock *dock)
{
  const PrnRectangle above = { box->x, box->y - PRN_BAND_HEAD, box->w, PRN_BAND_HEAD };
  double from = 0, to = box->w;

  for (guint i = 0; i < heads->len; i++) {
    const PrnRectangle *head = &g_array_index (heads, PrnRectangle, i);
    double left = head->x - HEAD_CLEAR - box->x, right = head->x + head->w + HEAD_CLEAR - box->x;

    if (!prn_rectangle_overlaps (head, &above))
      continue;
    if (left - from >= to - right)
      to = MIN (to, left);
    else
      from = MAX (from, right);
  }
  if (to - from < TOP_MIN) {
    from = 0;
    to = box->w;
  }
  dock->top_from = from;
  dock->top_to = to;
}

/* What of a card's lower side the arrow of loss takes. */
static double
loss_part (const PrnCard *card)
{
  PrnRectangle loss = prn_card_loss (card);
  double taken = loss.x + loss.w - card->rect.x;

  return card->rect.w - taken < TOP_MIN ? 0 : taken;
}

void
prn_scene_compose_ways (PrnScene *self)
{
  g_autoptr (GArray) owner = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = NULL, obstacles = NULL, heads = NULL;
  g_autofree PrnDock *docks = g_new (PrnDock, self->n_cards + 1);

  make_ways (self);
  links = make_links (self, owner);
  heads = make_heads (self);
  for (guint i = 0; i < self->n_cards; i++) {
    docks[i] = (PrnDock){ .box = self->cards[i].rect, .core_height = self->cards[i].core_height };
    free_top (&self->cards[i].rect, heads, &docks[i]);
    if (self->cards[i].loss != NULL)
      docks[i].bottom_from = loss_part (&self->cards[i]);
  }
  prn_ports_assign (docks, self->n_cards, (PrnLink *) links->data, links->len);

  run_stubs (self, links, owner);
  obstacles = make_obstacles (self, links, owner);
  route_links (self, links, owner, obstacles, heads);
  place_labels (self, obstacles, heads);
  color_labels (self);

  for (guint i = 0; i < links->len; i++)
    g_free ((gpointer) g_array_index (links, PrnLink, i).wire.bends);
}
