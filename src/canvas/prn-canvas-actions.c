/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include "prn-canvas-commands.h"

/* The commands as actions of the class: assistive technology can do what the keys do. */

/* What a command needs to make sense. */
typedef enum {
  NEEDS_NOTHING = 0,
  NEEDS_EDITABLE = 1 << 0,
  NEEDS_SELECTED = 1 << 1, /* anything */
  NEEDS_ONE = 1 << 2,      /* exactly one */
  NEEDS_STAGE = 1 << 3,    /* the primary one is a stage */
  NEEDS_STAGES = 1 << 4,   /* any stage */
  NEEDS_TWO = 1 << 5,      /* at least two stages, notes or frames */
  NEEDS_THREE = 1 << 6,    /* at least three of those */
  NEEDS_PLACED = 1 << 7,   /* any of those, or a phase */
  NEEDS_PHASED = 1 << 8,   /* a stage that is in a phase */
  NEEDS_ROUTE = 1 << 9,    /* a trigger with bend points */
  NEEDS_LOCKED = 1 << 10,
  NEEDS_UNLOCKED = 1 << 11,
  NEEDS_ELEMENTS = 1 << 12, /* the map has any */
  NEEDS_LINK = 1 << 13,     /* a stage or phase, and a stage after it */
  NEEDS_SOMETHING = 1 << 14, /* what Escape ends: a gesture or a selection */
  NEEDS_NO_CONDITION = 1 << 15, /* a trigger without one */
} Needs;

static const struct {
  const char *name;
  const char *parameter;
  void (*run) (PrnCanvas *canvas, const char *target);
  Needs needs;
} commands[] = {
  { "canvas.new-stage", NULL, prn_command_new_stage, NEEDS_EDITABLE },
  { "canvas.new-linked", "s", prn_command_new_linked, NEEDS_EDITABLE | NEEDS_STAGE },
  { "canvas.new-next", NULL, prn_command_new_next, NEEDS_EDITABLE | NEEDS_STAGE },
  { "canvas.new-event", NULL, prn_command_new_event, NEEDS_EDITABLE | NEEDS_STAGE },
  { "canvas.new-note", NULL, prn_command_new_note, NEEDS_EDITABLE },
  { "canvas.new-frame", NULL, prn_command_new_frame, NEEDS_EDITABLE },
  { "canvas.new-trigger", NULL, prn_command_new_trigger, NEEDS_EDITABLE | NEEDS_STAGE | NEEDS_ONE },
  { "canvas.connect", NULL, prn_command_connect, NEEDS_EDITABLE | NEEDS_LINK },
  { "canvas.loop", NULL, prn_command_loop, NEEDS_EDITABLE | NEEDS_STAGE | NEEDS_ONE },
  { "canvas.take-ready", "s", prn_command_take_ready,
    NEEDS_EDITABLE | NEEDS_UNLOCKED | NEEDS_ONE | NEEDS_NO_CONDITION },
  { "canvas.rename", NULL, prn_command_rename, NEEDS_EDITABLE | NEEDS_SELECTED },
  { "canvas.delete", NULL, prn_command_delete, NEEDS_EDITABLE | NEEDS_UNLOCKED },
  { "canvas.duplicate", NULL, prn_command_duplicate, NEEDS_EDITABLE | NEEDS_SELECTED },
  { "canvas.cut", NULL, prn_command_cut, NEEDS_EDITABLE | NEEDS_UNLOCKED },
  { "canvas.copy", NULL, prn_command_copy, NEEDS_SELECTED },
  { "canvas.paste", NULL, prn_command_paste, NEEDS_EDITABLE },
  { "canvas.select-all", NULL, prn_command_select_all, NEEDS_ELEMENTS },
  { "canvas.deselect", NULL, prn_command_deselect, NEEDS_SOMETHING },
  { "canvas.nudge", "s", prn_command_nudge, NEEDS_EDITABLE | NEEDS_UNLOCKED | NEEDS_PLACED },
  { "canvas.grow", "s", prn_command_grow, NEEDS_EDITABLE | NEEDS_UNLOCKED | NEEDS_PLACED },
  { "canvas.align", "s", prn_command_align, NEEDS_EDITABLE | NEEDS_UNLOCKED | NEEDS_TWO },
  { "canvas.distribute", "s", prn_command_distribute,
    NEEDS_EDITABLE | NEEDS_UNLOCKED | NEEDS_THREE },
  { "canvas.lay-out", NULL, prn_command_lay_out, NEEDS_EDITABLE | NEEDS_ELEMENTS },
  { "canvas.straighten", NULL, prn_command_straighten, NEEDS_EDITABLE | NEEDS_ROUTE },
  { "canvas.group", NULL, prn_command_group, NEEDS_EDITABLE | NEEDS_STAGES },
  { "canvas.ungroup", NULL, prn_command_ungroup, NEEDS_EDITABLE | NEEDS_PHASED },
  { "canvas.lock", NULL, prn_command_lock, NEEDS_EDITABLE | NEEDS_UNLOCKED },
  { "canvas.unlock", NULL, prn_command_unlock, NEEDS_EDITABLE | NEEDS_LOCKED },
  { "canvas.menu", NULL, prn_command_menu, NEEDS_NOTHING },
};

/* Keys that are the same everywhere; those of the other commands are the program's table's. */
static const struct {
  guint keyval, keypad;
  const char *direction;
} arrows[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, "left" },
  { GDK_KEY_Right, GDK_KEY_KP_Right, "right" },
  { GDK_KEY_Up, GDK_KEY_KP_Up, "up" },
  { GDK_KEY_Down, GDK_KEY_KP_Down, "down" },
};

static void
run_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PrnCanvas *self = PRN_CANVAS (widget);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      commands[i].run (self, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

/* Not by the name of the action: a key whose action makes no sense now is left to others. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  const char *action, *target;

  g_variant_get (arguments, "(&s&s)", &action, &target);
  if (!prn_canvas_can (PRN_CANVAS (widget), action))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, action, "s", target);
  return GDK_EVENT_STOP;
}

static void
bind_arrow (GtkWidgetClass *widget_class, guint keyval, const char *direction)
{
  g_autofree char *far_away = g_strdup_printf ("far-%s", direction);

  gtk_widget_class_add_binding (widget_class, keyval, 0, arrow_cb, "(ss)", "canvas.nudge",
                                direction);
  gtk_widget_class_add_binding (widget_class, keyval, GDK_SHIFT_MASK, arrow_cb, "(ss)",
                                "canvas.nudge", far_away);
  gtk_widget_class_add_binding (widget_class, keyval, GDK_CONTROL_MASK | GDK_SHIFT_MASK, arrow_cb,
                                "(ss)", "canvas.grow", direction);
}

void
prn_canvas_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].name, commands[i].parameter, run_cb);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++) {
    bind_arrow (widget_class, arrows[i].keyval, arrows[i].direction);
    bind_arrow (widget_class, arrows[i].keypad, arrows[i].direction);
  }
}

/* What one selected element is good for. */
static Needs
uses_of (PrnCanvas *self, const PrnElement *element, guint *n_boxes, guint *n_links)
{
  Needs have = NEEDS_SELECTED;

  have |= g_hash_table_contains (self->locked, element->id) ? NEEDS_LOCKED : NEEDS_UNLOCKED;
  switch (element->kind) {
  case PRN_KIND_STAGE:
    have |= NEEDS_STAGES | NEEDS_PLACED;
    if (((const PrnStage *) element)->phase != NULL)
      have |= NEEDS_PHASED;
    (*n_boxes)++;
    (*n_links)++;
    break;
  case PRN_KIND_PHASE:
    have |= NEEDS_PLACED;
    (*n_links)++;
    break;
  case PRN_KIND_NOTE:
  case PRN_KIND_FRAME:
    have |= NEEDS_PLACED;
    (*n_boxes)++;
    break;
  case PRN_KIND_TRIGGER:
    if (((const PrnTrigger *) element)->route.n > 0)
      have |= NEEDS_ROUTE;
    if (((const PrnTrigger *) element)->when == NULL)
      have |= NEEDS_NO_CONDITION;
    break;
  case PRN_KIND_EVENT:
  case PRN_KIND_SCORE:
  case PRN_KIND_SEGMENT:
  case PRN_KIND_TARGET:
  case PRN_KIND_SCENARIO:
  default:
    break;
  }
  return have;
}

static Needs
what_there_is (PrnCanvas *self)
{
  PrnMap *map = prn_canvas_get_map (self);
  const char *const *ids = prn_selection_get_ids (self->selection);
  const char *primary = prn_selection_get_primary (self->selection);
  guint n_boxes = 0, n_links = 0;
  Needs have = NEEDS_NOTHING;

  if (map == NULL)
    return have;
  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnElement *element = prn_map_lookup (map, ids[i]);

    if (element != NULL)
      have |= uses_of (self, element, &n_boxes, &n_links);
  }
  if (prn_canvas_is_editable (self))
    have |= NEEDS_EDITABLE;
  if (prn_selection_get_n (self->selection) == 1)
    have |= NEEDS_ONE;
  if (prn_map_index_of (map, PRN_KIND_STAGE, primary) >= 0)
    have |= NEEDS_STAGE;
  if (n_links >= 2 && (have & NEEDS_STAGES) != 0)
    have |= NEEDS_LINK;
  if (n_boxes >= 2)
    have |= NEEDS_TWO;
  if (n_boxes >= 3)
    have |= NEEDS_THREE;
  if (prn_map_n (map, PRN_KIND_STAGE) + prn_map_n (map, PRN_KIND_NOTE) > 0)
    have |= NEEDS_ELEMENTS;
  if (self->tool != NULL || primary != NULL)
    have |= NEEDS_SOMETHING;
  return have;
}

void
prn_canvas_update_actions (PrnCanvas *self)
{
  Needs have = what_there_is (self);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i].name,
                                   (commands[i].needs & ~have) == 0);
}

gboolean
prn_canvas_can (PrnCanvas *self, const char *action)
{
  g_return_val_if_fail (PRN_IS_CANVAS (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, action))
      return (commands[i].needs & ~what_there_is (self)) == 0;
  return FALSE;
}
