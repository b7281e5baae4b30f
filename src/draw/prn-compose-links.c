/* SPDX-License-Identifier: GPL-3.0-or-later */

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

/* What a trigger's line connects; nothing when it leads nowhere that can be drawn. */
static PrnLink
link_of (PrnScene *self, const PrnTrigger *trigger)
{
  gboolean is_phase = prn_map_index_of (self->map, PRN_KIND_PHASE, trigger->from) >= 0;
  PrnLink link = { 0 };
  const PrnBand *band;

  link.to = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->to);
  link.from = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->from);
  if (link.to < 0 || (link.from < 0 && !is_phase && !g_str_equal (trigger->from, "*")))
    return (PrnLink){ .from = -1, .to = -1 };

  if (is_phase) {
    band = band_of (self, trigger->from, &self->cards[link.to].rect);
    link.band = band != NULL ? &band->rect : NULL;
  }
  return link;
}

/* The places a user wants a line to pass. */
static void
set_bends (PrnLink *link, const PrnTrigger *trigger)
{
  PrnSpot *bends;

  if (trigger->route.n == 0 || link->from < 0)
    return;
  bends = g_new (PrnSpot, trigger->route.n);
  for (guint i = 0; i < trigger->route.n; i++)
    bends[i] = (PrnSpot){ trigger->route.items[i].x, trigger->route.items[i].y };
  link->wire.bends = bends;
  link->wire.n_bends = trigger->route.n;
}

/* Leaves of the part of a card's upper side the longer one beside what stands over it. */
static void
cut_top (const PrnRectangle *box, const PrnRectangle *above, double *from, double *to)
{
  double left = above->x - HEAD_CLEAR - box->x, right = above->x + above->w + HEAD_CLEAR - box->x;

  if (left - *from >= *to - right)
    *to = MIN (*to, left);
  else
    *from = MAX (*from, right);
}

/* The longest part of a card's upper side that has no heading over it, and no flag. */
static void
free_top (const PrnCard *card, GArray *heads, PrnDock *dock)
{
  const PrnRectangle *box = &card->rect, flag = prn_card_flag (card);
  const PrnRectangle above = { box->x, box->y - PRN_BAND_HEAD, box->w, PRN_BAND_HEAD };
  double from = 0, to = box->w;

  if (flag.w > 0)
    cut_top (box, &flag, &from, &to);
  for (guint i = 0; i < heads->len; i++) {
    const PrnRectangle *head = &g_array_index (heads, PrnRectangle, i);

    if (prn_rectangle_overlaps (head, &above))
      cut_top (box, head, &from, &to);
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

GArray *
prn_scene_heads (PrnScene *self)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  for (guint i = 0; i < self->bands->len; i++) {
    const PrnBand *band = &g_array_index (self->bands, PrnBand, i);
    PrnRectangle parts[] = { prn_rectangle_grown (prn_band_head (band), 4),
                             prn_band_owner (band) };

    for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
      if (parts[k].w > 0 && parts[k].h > 0)
        g_array_append_val (heads, parts[k]);
  }
  return heads;
}

static gboolean
is_same_dock (const PrnDock *a, const PrnDock *b)
{
  return prn_rectangle_equal (&a->box, &b->box) && a->core_height == b->core_height &&
         a->top_from == b->top_from && a->top_to == b->top_to && a->bottom_from == b->bottom_from;
}

static void
make_docks (PrnScene *self, GArray *heads, PrnKept *kept)
{
  self->docks = g_new (PrnDock, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++) {
    const PrnCard *card = &self->cards[i];
    PrnDock *dock = &self->docks[i];
    int was = kept != NULL ? kept->pairings[PRN_KIND_STAGE]->was[i] : -1;

    *dock = (PrnDock){ .box = card->rect, .core_height = card->core_height };
    free_top (card, heads, dock);
    if (card->loss != NULL)
      dock->bottom_from = loss_part (card);
    if (kept != NULL)
      kept->docks[i] = was >= 0 && is_same_dock (dock, &kept->old->docks[was]);
  }
}

/* Headings that are no longer where they were are in the way of other lines. */
static void
note_moved_heads (GArray *before, GArray *after, PrnKept *kept)
{
  static const PrnRectangle nowhere;

  for (guint pass = 0; pass < 2; pass++) {
    GArray *own = pass == 0 ? after : before, *other = pass == 0 ? before : after;

    for (guint i = 0; i < own->len; i++) {
      const PrnRectangle *head = &g_array_index (own, PrnRectangle, i);
      guint k = 0;

      while (k < other->len &&
             !prn_rectangle_equal (head, &g_array_index (other, PrnRectangle, k)))
        k++;
      if (k == other->len)
        prn_kept_moved (kept, pass == 0 ? &nowhere : head, pass == 0 ? head : &nowhere);
    }
  }
}

static void
number_ways (PrnScene *self, PrnKept *kept)
{
  guint n_triggers = prn_map_n (self->map, PRN_KIND_TRIGGER), n_entries = 0;

  self->entry_way = g_new (int, self->n_cards + 1);
  for (guint i = 0; i < self->n_cards; i++)
    self->entry_way[i] = self->cards[i].stage->role == PRN_ROLE_ENTRY
                             ? (int) (n_triggers + n_entries++) : -1;
  self->n_ways = n_triggers + n_entries;
  if (kept == NULL)
    return;

  kept->way_was = g_new (int, self->n_ways + 1);
  for (guint i = 0; i < n_triggers; i++)
    kept->way_was[i] = kept->pairings[PRN_KIND_TRIGGER]->was[i];
  for (guint i = 0; i < self->n_cards; i++) {
    int was = kept->pairings[PRN_KIND_STAGE]->was[i];

    if (self->entry_way[i] >= 0)
      kept->way_was[self->entry_way[i]] = was >= 0 ? kept->old->entry_way[was] : -1;
  }
}

gboolean
prn_trigger_same_route (const PrnTrigger *a, const PrnTrigger *b)
{
  if (a->route.n != b->route.n)
    return FALSE;
  for (guint i = 0; i < a->route.n; i++)
    if (a->route.items[i].x != b->route.items[i].x || a->route.items[i].y != b->route.items[i].y)
      return FALSE;
  return TRUE;
}

/* Takes the sides and places of a link over from the scene before, if it is still between the same
 * cards and these have not changed. */
static gboolean
keep_link (PrnScene *self, guint way, const PrnKept *kept)
{
  int was = kept->way_was[way];
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE];
  PrnLink *link = &self->links[way];
  const PrnLink *old = was >= 0 ? &kept->old->links[was] : NULL;
  int old_from;

  if (old == NULL || old->to < 0 || link->to < 0)
    return FALSE;
  old_from = old->from < 0 ? -1 : stages->now[old->from];
  if (stages->now[old->to] != link->to || old_from != link->from || !kept->docks[link->to] ||
      (link->from >= 0 && !kept->docks[link->from]) ||
      (old->from < 0) != (link->from < 0) || (old->band != NULL) != (link->band != NULL) ||
      (link->band != NULL && !prn_rectangle_equal (old->band, link->band)))
    return FALSE;
  if (way < prn_map_n (self->map, PRN_KIND_TRIGGER) &&
      !kept->pairings[PRN_KIND_TRIGGER]->same[way] &&
      !prn_trigger_same_route (prn_map_nth (self->map, PRN_KIND_TRIGGER, way),
                               prn_map_nth (kept->old->map, PRN_KIND_TRIGGER, (guint) was)))
    return FALSE;

  link->wire = old->wire;
  return TRUE;
}

/* What links of the scene before that are gone leave room at. */
static guint8 *
loose_sides (PrnScene *self, const guint8 *settled, const PrnKept *kept)
{
  guint8 *loose = g_new0 (guint8, self->n_cards * 4 + 1);
  g_autofree guint8 *still = g_new0 (guint8, kept->old->n_ways + 1);
  const int *now = kept->pairings[PRN_KIND_STAGE]->now;

  for (guint i = 0; i < self->n_ways; i++)
    if (settled[i])
      still[kept->way_was[i]] = TRUE;
  for (guint i = 0; i < kept->old->n_ways; i++) {
    const PrnLink *link = &kept->old->links[i];

    if (still[i] || link->to < 0)
      continue;
    if (now[link->to] >= 0)
      loose[now[link->to] * 4 + (int) link->wire.to_side] = TRUE;
    if (link->from >= 0 && now[link->from] >= 0)
      loose[now[link->from] * 4 + (int) link->wire.from_side] = TRUE;
  }
  return loose;
}

/* Takes over what an unchanged trigger connects, if both stages are still there. */
static gboolean
keep_ends (PrnLink *link, guint trigger, const PrnKept *kept)
{
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE];
  const PrnLink *old;

  if (!kept->pairings[PRN_KIND_TRIGGER]->same[trigger])
    return FALSE;
  old = &kept->old->links[kept->way_was[trigger]];
  if (old->to < 0 || old->from < 0 || stages->now[old->to] < 0 || stages->now[old->from] < 0)
    return FALSE;
  *link = (PrnLink){ .from = stages->now[old->from], .to = stages->now[old->to] };
  return TRUE;
}

static void
make_links (PrnScene *self, const PrnKept *kept)
{
  guint n_triggers;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n_triggers);

  self->links = g_new0 (PrnLink, self->n_ways + 1);
  for (guint i = 0; i < n_triggers; i++)
    if (kept == NULL || !keep_ends (&self->links[i], i, kept))
      self->links[i] = link_of (self, triggers[i]);
  for (guint i = 0; i < self->n_cards; i++)
    if (self->entry_way[i] >= 0)
      self->links[self->entry_way[i]] = (PrnLink){ .from = -1, .to = (int) i, .entry = TRUE };
}

void
prn_scene_compose_links (PrnScene *self, PrnKept *kept)
{
  g_autoptr (GArray) heads = prn_scene_heads (self);
  g_autofree guint8 *settled = NULL, *loose = NULL;
  guint n_triggers;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n_triggers);

  make_docks (self, heads, kept);
  number_ways (self, kept);
  make_links (self, kept);
  if (kept != NULL) {
    g_autoptr (GArray) before = prn_scene_heads (kept->old);

    note_moved_heads (before, heads, kept);
    settled = g_new0 (guint8, self->n_ways + 1);
    for (guint i = 0; i < self->n_ways; i++)
      settled[i] = keep_link (self, i, kept);
    loose = loose_sides (self, settled, kept);
  }
  for (guint i = 0; i < n_triggers; i++)
    set_bends (&self->links[i], triggers[i]);
  prn_ports_assign (self->docks, self->n_cards, self->links, self->n_ways, settled, loose);
}
