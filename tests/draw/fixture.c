/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

static const char *const names[] = {
  "Trial",
  "Awareness and education",
  "A stage whose name is far too long to be set in two lines on a card of the usual size",
  "顧客の維持と拡大",
  "الاحتفاظ بالعملاء",
  "Kunden·bindung & <Rückgewinnung>",
  "Supercalifragilisticexpialidocious",
  "עסקה Deal שנסגרה",
};

static const char *const colors[] = { "blue", "green", "#804020", "", "no-such-colour" };

static const char *
any_name (GRand *random)
{
  return names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
}

static void
add (GPtrArray *elements, gpointer element)
{
  g_ptr_array_add (elements, element);
}

static gpointer
make (PrnKind kind, const char *format, guint index)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", format, index);

  return prn_element_new (kind, id);
}

static void
add_stage (GPtrArray *elements, const MapShape *shape, guint i, GRand *random)
{
  PrnStage *stage = make (PRN_KIND_STAGE, "stage", i);
  guint columns = (guint) ceil (sqrt (shape->stages));

  prn_element_set_text (&stage->name, any_name (random));
  prn_element_set_text (&stage->owner, g_rand_boolean (random) ? "Sales" : "");
  stage->role = i == 0 ? PRN_ROLE_ENTRY : (PrnRole) g_rand_int_range (random, 0, 4);
  if (shape->phases > 0 && g_rand_int_range (random, 0, 4) > 0) {
    g_autofree char *phase =
        g_strdup_printf ("phase-%d", g_rand_int_range (random, 0, (int) shape->phases));

    prn_element_set_text (&stage->phase, phase);
  }
  if (!shape->unplaced && shape->overlapping) {
    stage->position.x = g_rand_int_range (random, 0, (int) columns * 150);
    stage->position.y = g_rand_int_range (random, 0, (int) columns * 80);
  } else if (!shape->unplaced) {
    stage->position.x = i % columns * 360 + g_rand_int_range (random, 0, 8) * 8;
    stage->position.y = i / columns * 240 + g_rand_int_range (random, 0, 6) * 8;
  }
  add (elements, stage);
}

static void
add_trigger (GPtrArray *elements, const MapShape *shape, guint i, GRand *random)
{
  PrnTrigger *trigger = make (PRN_KIND_TRIGGER, "trigger", i);
  g_autofree char *from = NULL, *to = NULL;
  int kind = g_rand_int_range (random, 0, 12);

  if (kind == 0)
    from = g_strdup ("*");
  else if (kind == 1 && shape->phases > 0)
    from = g_strdup_printf ("phase-%d", g_rand_int_range (random, 0, (int) shape->phases));
  else
    from = g_strdup_printf ("stage-%d", g_rand_int_range (random, 0, (int) shape->stages));
  to = g_strdup_printf ("stage-%d", g_rand_int_range (random, 0, (int) shape->stages));
  prn_element_set_text (&trigger->from, from);
  prn_element_set_text (&trigger->to, to);
  prn_element_set_text (&trigger->name, any_name (random));
  add (elements, trigger);
}

static void
add_event (GPtrArray *elements, const MapShape *shape, guint i, GRand *random)
{
  PrnEvent *event = make (PRN_KIND_EVENT, "event", i);
  g_autofree char *stage =
      g_strdup_printf ("stage-%d", g_rand_int_range (random, 0, (int) shape->stages));

  prn_element_set_text (&event->name, any_name (random));
  prn_element_set_text (&event->stage, stage);
  event->outcome = (PrnOutcome) g_rand_int_range (random, 0, 3);
  add (elements, event);
}

static void
add_phase (GPtrArray *elements, guint i, GRand *random)
{
  PrnPhase *phase = make (PRN_KIND_PHASE, "phase", i);

  prn_element_set_text (&phase->name, any_name (random));
  prn_element_set_text (&phase->owner, "Somebody");
  prn_element_set_text (&phase->color, colors[i % G_N_ELEMENTS (colors)]);
  add (elements, phase);
}

static void
add_note (GPtrArray *elements, const MapShape *shape, guint i, GRand *random)
{
  PrnNote *note = make (PRN_KIND_NOTE, "note", i);

  prn_element_set_text (&note->text, any_name (random));
  note->position.x = -400;
  note->position.y = i * 240.0;
  note->size.w = note->size.h = 160;
  note->votes = g_rand_int_range (random, 0, 20);
  add (elements, note);
}

/* Some stages and triggers have a target, some two. */
static void
add_targets (GPtrArray *elements, const MapShape *shape)
{
  for (guint i = 0; i < shape->stages + shape->triggers; i++) {
    gboolean is_stage = i < shape->stages;
    guint of = is_stage ? i : i - shape->stages;

    for (guint k = 0; k < 2 && shape->stages > 0 && i % (3 + 4 * k) == 0; k++) {
      PrnTarget *target = make (PRN_KIND_TARGET, "target", 2 * i + k);

      g_free (target->of);
      target->of = g_strdup_printf ("%s-%u", is_stage ? "stage" : "trigger", of);
      target->metric = is_stage ? PRN_METRIC_REACH : PRN_METRIC_SHARE;
      target->bound = .3;
      add (elements, target);
    }
  }
}

PrnMap *
fixture_map (const MapShape *shape, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) empty = prn_map_new ("A <map> & its “title”");

  for (guint i = 0; i < shape->phases; i++)
    add_phase (elements, i, random);
  for (guint i = 0; i < shape->stages; i++)
    add_stage (elements, shape, i, random);
  for (guint i = 0; i < shape->events && shape->stages > 0; i++)
    add_event (elements, shape, i, random);
  for (guint i = 0; i < shape->triggers && shape->stages > 0; i++)
    add_trigger (elements, shape, i, random);
  for (guint i = 0; i < shape->notes; i++)
    add_note (elements, shape, i, random);
  add_targets (elements, shape);
  return prn_map_with_all (empty, elements->pdata, elements->len);
}

static void
report_targets (PrnReport *report, PrnMap *map)
{
  report->n_targets = prn_map_n (map, PRN_KIND_TARGET);
  report->targets = g_new0 (PrnReportTarget, report->n_targets + 1);
  for (guint i = 0; i < report->n_targets; i++)
    report->targets[i] = (PrnReportTarget){
      .id = g_strdup (prn_element_id (prn_map_nth (map, PRN_KIND_TARGET, i))),
      .actual = i % 10 / 10.0,
      .interval = { i % 10 / 10.0 - .05, i % 10 / 10.0 + .05 },
      .met = i % 10 >= 3,
    };
}

PrnReport *
fixture_report (PrnMap *map, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  PrnReport *report = g_new0 (PrnReport, 1);
  const PrnStage *const *stages = prn_map_stages (map, &report->n_stages);
  const PrnTrigger *const *triggers = prn_map_triggers (map, &report->n_triggers);

  report->kind = g_strdup ("replay");
  report->customers = report->entered = 5000;
  report->stages = g_new0 (PrnReportStage, report->n_stages + 1);
  report->triggers = g_new0 (PrnReportTrigger, report->n_triggers + 1);
  report->flows = g_new0 (PrnReportFlow, report->n_triggers + 1);
  for (guint i = 0; i < report->n_stages; i++) {
    PrnReportStage *stage = &report->stages[i];

    stage->id = g_strdup (stages[i]->element.id);
    stage->visits = (guint64) g_rand_int_range (random, 0, 1 << (i % 24));
    stage->now = stage->visits / 3;
    stage->median = i % 5 == 0 ? NAN : g_rand_double_range (random, 0, 1e7);
    stage->p25 = stage->p75 = stage->mean = NAN;
  }
  for (guint i = 0; i < report->n_triggers; i++) {
    report->triggers[i].id = g_strdup (triggers[i]->element.id);
    report->triggers[i].fired = (guint64) g_rand_int_range (random, 0, 4000);
    report->triggers[i].share = i % 3 == 0 ? NAN : i % 100 / 100.0;
    if (prn_map_index_of (map, PRN_KIND_STAGE, triggers[i]->from) >= 0)
      report->flows[report->n_flows++] =
          (PrnReportFlow){ g_strdup (triggers[i]->from), g_strdup (triggers[i]->to),
                           report->triggers[i].fired };
  }
  report_targets (report, map);
  return report;
}

PrnMap *
fixture_chain (const char *const *stage_names)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) empty = prn_map_new ("A chain");

  for (guint i = 0; stage_names[i] != NULL; i++) {
    PrnStage *stage = prn_element_new (PRN_KIND_STAGE, stage_names[i]);

    add (elements, stage);
    prn_element_set_text (&stage->name, stage_names[i]);
    if (i > 0) {
      g_autofree char *id = g_strdup_printf ("to-%s", stage_names[i]);
      PrnTrigger *trigger = prn_element_new (PRN_KIND_TRIGGER, id);

      prn_element_set_text (&trigger->from, stage_names[i - 1]);
      prn_element_set_text (&trigger->to, stage_names[i]);
      add (elements, trigger);
    }
  }
  return prn_map_with_all (empty, elements->pdata, elements->len);
}
