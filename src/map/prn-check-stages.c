/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The triggers as linked lists by where they leave from, so that a walk looks at each once. */
typedef struct {
  PrnCheck *check;
  int *next;       /* of each trigger, in the list it is in */
  int *from_stage; /* first trigger, of each stage */
  int *from_phase; /* of each phase */
  int from_any;
  gboolean *reached; /* of each stage */
  GArray *waiting;   /* stages that are reached, but not left yet */
} Walk;

static void
link_trigger (int *first, int *next, guint trigger)
{
  next[trigger] = *first;
  *first = (int) trigger;
}

static int *
new_firsts (guint n)
{
  int *firsts = g_new (int, n);

  for (guint i = 0; i < n; i++)
    firsts[i] = PRN_NOWHERE;
  return firsts;
}

static void
walk_init (Walk *walk, PrnCheck *check)
{
  walk->check = check;
  walk->next = new_firsts (check->n_triggers);
  walk->from_stage = new_firsts (check->n_stages);
  walk->from_phase = new_firsts (prn_map_n (check->map, PRN_KIND_PHASE));
  walk->from_any = PRN_NOWHERE;
  walk->reached = g_new0 (gboolean, check->n_stages);
  walk->waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < check->n_triggers; i++) {
    const PrnCheckArrow *arrow = &check->arrows[i];

    if (arrow->from_any)
      link_trigger (&walk->from_any, walk->next, i);
    else if (arrow->from_phase != PRN_NOWHERE)
      link_trigger (&walk->from_phase[arrow->from_phase], walk->next, i);
    else if (arrow->from_stage != PRN_NOWHERE)
      link_trigger (&walk->from_stage[arrow->from_stage], walk->next, i);
  }
}

static void
walk_clear (Walk *walk)
{
  g_free (walk->next);
  g_free (walk->from_stage);
  g_free (walk->from_phase);
  g_free (walk->reached);
  g_array_unref (walk->waiting);
}

static void
reach (Walk *walk, int stage)
{
  guint index = (guint) stage;

  if (stage == PRN_NOWHERE || walk->reached[index])
    return;
  walk->reached[index] = TRUE;
  g_array_append_val (walk->waiting, index);
}

/* A list is followed once: the one stage a trigger does not leave from is the one it leads to. */
static void
follow (Walk *walk, int *first)
{
  for (int i = *first; i != PRN_NOWHERE; i = walk->next[i])
    reach (walk, walk->check->arrows[i].to);
  *first = PRN_NOWHERE;
}

/* @format has one place for the stage's name, which is made fit only when it is needed. */
G_GNUC_PRINTF (5, 0)
static void
add_about_stage (PrnCheck *check,
                 PrnProblemCode code,
                 guint stage,
                 const char *member,
                 const char *format)
{
  g_autofree char *label = prn_quote (prn_element_label (check->stages[stage]));

  prn_check_add (check, code, PRN_KIND_STAGE, stage, member, format, label);
}

static gboolean
reach_entries (Walk *walk)
{
  const PrnPopulation *population = prn_map_get_population (walk->check->map);
  gboolean any = FALSE;

  for (guint i = 0; i < walk->check->n_stages; i++) {
    if (walk->check->stages[i]->role == PRN_ROLE_ENTRY) {
      reach (walk, (int) i);
      any = TRUE;
    }
  }
  if (!any && walk->check->n_stages > 0)
    reach (walk, 0);
  for (guint i = 0; i < population->entries.n; i++)
    reach (walk,
           prn_map_index_of (walk->check->map, PRN_KIND_STAGE, population->entries.items[i].ref));
  return any;
}

static void
check_reachable (PrnCheck *check)
{
  Walk walk = { 0 };
  gboolean has_entry;

  walk_init (&walk, check);
  has_entry = reach_entries (&walk);
  while (walk.waiting->len > 0) {
    guint stage = g_array_index (walk.waiting, guint, walk.waiting->len - 1);

    g_array_set_size (walk.waiting, walk.waiting->len - 1);
    follow (&walk, &walk.from_stage[stage]);
    if (check->phase_of[stage] != PRN_NOWHERE)
      follow (&walk, &walk.from_phase[check->phase_of[stage]]);
    if (check->stages[stage]->role != PRN_ROLE_EXIT)
      follow (&walk, &walk.from_any);
  }

  for (guint i = 0; i < check->n_stages; i++)
    if (!walk.reached[i])
      add_about_stage (
          check, PRN_PROBLEM_STAGE_UNREACHABLE, i, NULL,
          _ ("nobody can reach %s; draw a trigger to it from a stage that customers reach"));
  if (check->n_stages > 0 && !has_entry)
    add_about_stage (
        check, PRN_PROBLEM_NO_ENTRY, 0, "role",
        _ ("no stage is an entry, so customers come in at %s; give the stage they come in "
           "at the role entry"));
  walk_clear (&walk);
}

/* In a replay the first entry that takes a customer in, takes everybody when it has no `enter`. */
static void
check_entries (PrnCheck *check)
{
  const PrnStage *open = NULL;

  for (guint i = 0; i < check->n_stages; i++) {
    const PrnStage *stage = check->stages[i];

    if (stage->role != PRN_ROLE_ENTRY) {
      if (stage->enter != NULL)
        add_about_stage (check, PRN_PROBLEM_ENTER_WITHOUT_ENTRY, i, "enter",
                         _ ("%s is no entry, so `enter` means nothing; give it the role entry or "
                            "remove `enter`"));
    } else if (open != NULL) {
      g_autofree char *label = prn_quote (prn_element_label (stage));
      g_autofree char *first = prn_quote (prn_element_label (open));

      prn_check_add (
          check, PRN_PROBLEM_ENTRY_OVERTAKEN, PRN_KIND_STAGE, i, "role",
          _ ("in a replay nobody comes in at %s, because %s takes every customer in before; "
             "say with `enter` which event brings customers into %s"),
          label, first, first);
    } else if (stage->enter == NULL) {
      open = stage;
    }
  }
}

typedef struct {
  double x, y, w, h;
  guint index;
} Card;

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const Card *card_a = a, *card_b = b;

  if (card_a->x != card_b->x)
    return card_a->x < card_b->x ? -1 : 1;
  return (card_a->index > card_b->index) - (card_a->index < card_b->index);
}

/* Each stage is told once, beside the first card from the left that it covers. */
static void
check_overlaps (PrnCheck *check)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (Card));

  for (guint i = 0; i < check->n_stages; i++) {
    const PrnStage *stage = check->stages[i];
    Card card = { stage->position.x, stage->position.y, stage->size.w, stage->size.h, i };

    if (!isnan (card.x) && !isnan (card.y))
      g_array_append_val (cards, card);
  }
  g_array_sort (cards, compare_cards);

  for (guint i = 0; i < cards->len; i++) {
    const Card *a = &g_array_index (cards, Card, i);

    for (guint k = i + 1; k < cards->len; k++) {
      const Card *b = &g_array_index (cards, Card, k);

      if (b->x >= a->x + a->w)
        break;
      if (b->y < a->y + a->h && a->y < b->y + b->h) {
        guint upper = MAX (a->index, b->index), lower = MIN (a->index, b->index);
        g_autofree char *label = prn_quote (prn_element_label (check->stages[upper]));
        g_autofree char *under = prn_quote (prn_element_label (check->stages[lower]));

        prn_check_add (check, PRN_PROBLEM_STAGES_OVERLAP, PRN_KIND_STAGE, upper, "position",
                       _ ("%s lies on top of %s; move one of them"), label, under);
        break;
      }
    }
  }
}

void
prn_check_stages (PrnCheck *check)
{
  if (check->n_stages == 0)
    g_ptr_array_add (check->problems,
                     prn_problem_new (PRN_SEVERITY_WARNING, PRN_PROBLEM_NO_STAGES, "stages", NULL,
                                      _ ("the map has no stages; draw the first one")));
  check_reachable (check);
  check_entries (check);
  check_overlaps (check);
}
