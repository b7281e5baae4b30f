/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-rank.h"
#include "prn-scene-private.h"

static PrnWayStyle
style_of (PrnScene *self, guint index, gboolean back)
{
  int to = self->links[index].to;

  if (to >= 0 && self->cards[to].stage->role == PRN_ROLE_EXIT)
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

/* A label that stands where its arrow starts says as well where that is. */
static char *
stub_words (PrnMap *map, const PrnTrigger *trigger)
{
  g_autofree char *source = prn_words_source (map, trigger);
  g_autofree char *name = label_words (map, trigger);

  return name[0] != '\0' ? g_strdup_printf ("%s: %s", source, name) : g_steal_pointer (&source);
}

/* Whether the flow goes where it went: the same triggers between the same stages. */
static gboolean
is_flow_kept (PrnScene *self, const PrnKept *kept)
{
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE];
  const PrnPairing *triggers = kept->pairings[PRN_KIND_TRIGGER];

  if (!stages->ordered || !triggers->ordered || triggers->n != triggers->n_old)
    return FALSE;
  for (guint i = 0; i < triggers->n; i++) {
    const PrnTrigger *now, *old;
    const PrnLink *link = &self->links[i];

    if (triggers->was[i] < 0 ||
        (link->from < 0) != (kept->old->links[triggers->was[i]].from < 0) ||
        (link->to < 0) != (kept->old->links[triggers->was[i]].to < 0))
      return FALSE;
    if (triggers->same[i])
      continue;
    now = prn_map_nth (self->map, PRN_KIND_TRIGGER, i);
    old = prn_map_nth (kept->old->map, PRN_KIND_TRIGGER, (guint) triggers->was[i]);
    if (!g_str_equal (now->from, old->from) || !g_str_equal (now->to, old->to))
      return FALSE;
  }
  for (guint i = 0; i < stages->n; i++)
    if (!stages->same[i] && stages->was[i] >= 0 &&
        self->cards[i].stage->role != kept->old->cards[stages->was[i]].stage->role)
      return FALSE;
  return TRUE;
}

/* By trigger: whether it goes against the flow. */
static guint8 *
find_back (PrnScene *self, const PrnKept *kept)
{
  guint n_triggers = prn_map_n (self->map, PRN_KIND_TRIGGER);
  guint8 *back = g_new0 (guint8, n_triggers + 1);
  g_autoptr (PrnFlow) flow = NULL;

  if (kept != NULL && is_flow_kept (self, kept)) {
    for (guint i = 0; i < n_triggers; i++)
      back[i] = kept->old->ways[kept->way_was[i]].back;
    return back;
  }
  flow = prn_flow_new (self->map);
  for (guint i = 0; i < flow->n_arcs; i++)
    back[flow->arcs[i].trigger] = flow->arcs[i].back;
  return back;
}

static GRefString *
name_of (PrnScene *self, guint index, gboolean is_kept, const PrnKept *kept)
{
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);

  if (is_kept)
    return g_ref_string_acquire (kept->old->ways[kept->way_was[index]].name);
  return prn_text_shared (prn_link_is_stub (&self->links[index])
                              ? stub_words (self->map, trigger)
                              : label_words (self->map, trigger));
}

/* Whether the same trigger still says the same, and of the same arrow. */
static gboolean
are_words_kept (PrnScene *self, guint index, const PrnKept *kept)
{
  int was = kept->way_was[index];
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);

  return was >= 0 && kept->pairings[PRN_KIND_TRIGGER]->same[index] &&
         prn_link_is_stub (&self->links[index]) == prn_link_is_stub (&kept->old->links[was]) &&
         prn_kept_trigger_words (kept, trigger);
}

static void
make_way (PrnScene *self, guint index, gboolean back, const PrnKept *kept)
{
  PrnWay *way = &self->ways[index];
  const PrnTriggerFigures *figures = &self->figures->triggers[index];
  gboolean is_kept = kept != NULL && kept->words[index];

  way->trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);
  way->name = name_of (self, index, is_kept, kept);
  way->back = back;
  way->style = style_of (self, index, back);
  way->figures = prn_text_shared (figures_text (figures));
  way->badges = figures->badges != NULL ? prn_badges_ref (figures->badges) : NULL;
  if (figures->known)
    way->width = prn_way_width (figures->fired, self->figures->most_fired);
}

void
prn_scene_compose_ways (PrnScene *self, PrnKept *kept)
{
  guint n_triggers = prn_map_n (self->map, PRN_KIND_TRIGGER);
  g_autofree guint8 *back = find_back (self, kept);

  if (kept != NULL) {
    kept->words = g_new0 (guint8, self->n_ways + 1);
    for (guint i = 0; i < n_triggers; i++)
      kept->words[i] = are_words_kept (self, i, kept);
  }

  self->ways = g_new0 (PrnWay, self->n_ways + 1);
  for (guint i = 0; i < self->n_ways; i++) {
    PrnWay *way = &self->ways[i];

    way->width = prn_way_width (0, 0);
    way->label_ground = prn_theme_table (self->options.theme)->pill;
    if (i < n_triggers)
      make_way (self, i, back[i], kept);
    else
      way->name = g_ref_string_new_intern ("");
  }
}
