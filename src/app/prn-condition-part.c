/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>

#include "prn-condition-edit.h"
#include "prn-ready-field.h"

/* A condition as sentences: `did [Paid an invoice] at least [3] times within [30d]`. Groups stand
 * as a frame around their members. */

#define N_KINDS (PRN_CONDITION_ANY + 1)

/* How each kind begins, and how it goes on. Translators may put the braces in another order. */
static const struct {
  const char *begin;
  const char *sentence;
} kinds[N_KINDS] = {
  [PRN_CONDITION_EVENT] = { N_("did"), N_("{kind} {event} at least {count} times within {within} "
                                           "since {since}") },
  [PRN_CONDITION_INACTIVE] = { N_("did nothing"), N_("{kind} for {inactive} of {events}") },
  [PRN_CONDITION_DWELL] = { N_("has been in the stage"), N_("{kind} for {dwell}") },
  [PRN_CONDITION_SCORE] = { N_("has the score"), N_("{kind} {score} {bound}") },
  [PRN_CONDITION_ATTRIBUTE] = { N_("has the attribute"), N_("{kind} {attribute}") },
  [PRN_CONDITION_SEGMENT] = { N_("is in the segment"), N_("{kind} {segment}") },
  [PRN_CONDITION_ALL] = { N_("all of these"), N_("{kind}") },
  [PRN_CONDITION_ANY] = { N_("any of these"), N_("{kind}") },
};

/* The action takes the way and the kind. */
static GMenuModel *
kinds_menu (const char *action, const char *path)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) leaves = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();

  for (int kind = 0; kind < N_KINDS; kind++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_(kinds[kind].begin), NULL);

    g_menu_item_set_action_and_target (item, action, "(si)", path, kind);
    g_menu_append_item (prn_condition_is_group ((PrnConditionKind) kind) ? groups : leaves, item);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (leaves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
kinds_button (const char *action, const char *path, const char *title, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = kinds_menu (action, path);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), title);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What has the focus is the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GMenuModel *
more_menu (const char *path, const PrnCondition *condition, gboolean is_root)
{
  GMenu *menu = g_menu_new ();

  prn_page_append_item (menu, _("_And Another One"), "condition.and", path);
  prn_page_append_item (menu, _("_Or Another One"), "condition.or", path);
  if (prn_condition_is_group (condition->kind))
    prn_page_append_item (menu, _("_Keep Only the First"), "condition.unwrap", path);
  else
    prn_page_append_item (menu, _("_Put into a Group"), "condition.wrap", path);
  if (is_root) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_("_Remove"), NULL);

    g_menu_item_set_action_and_target (item, "member.set", "(ss)", path, "");
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
root_menu_button (const char *path, const PrnCondition *condition)
{
  g_autoptr (GMenuModel) menu = more_menu (path, condition, TRUE);

  return prn_page_more_button (path, menu);
}

static GtkWidget *condition_new (PrnInspectorPage *page,
                                 const char *path,
                                 const PrnCondition *condition,
                                 GtkWidget *menu,
                                 gboolean fixed);

static GtkWidget *
member_new (PrnInspectorPage *page, const char *list, const PrnCondition *members, guint i, guint n)
{
  g_autofree char *path = g_strdup_printf ("%s[%u]", list, i);
  g_autoptr (GMenuModel) more = more_menu (path, &members[i], FALSE);

  return condition_new (page, path, &members[i], prn_page_item_menu (path, i, n, more), FALSE);
}

static GtkWidget *
group_members (PrnInspectorPage *page, const char *path, const PrnCondition *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *list = g_strdup_printf ("%s.%s", path, prn_condition_group_name (group->kind));
  GtkWidget *add =
      kinds_button ("condition.add", list, _("Add a Condition"), _("Add a Condition"));

  gtk_widget_add_css_class (box, "condition-group");
  for (guint i = 0; i < group->members.n; i++) {
    if (i > 0) {
      GtkWidget *word = prn_sentence_word (group->kind == PRN_CONDITION_ALL ? _("and") : _("or"));

      gtk_widget_set_halign (word, GTK_ALIGN_START);
      gtk_widget_add_css_class (word, "condition-joint");
      gtk_box_append (GTK_BOX (box), word);
    }
    gtk_box_append (GTK_BOX (box), member_new (page, list, group->members.items, i, group->members.n));
  }
  prn_page_mark (add, list, "add");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "flat");
  gtk_box_append (GTK_BOX (box), add);
  return box;
}

static GtkWidget *
condition_new (PrnInspectorPage *page,
               const char *path,
               const PrnCondition *condition,
               GtkWidget *menu,
               gboolean fixed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name =
      g_strdup_printf (_("What the customer must do: %s"), _(kinds[condition->kind].begin));
  GtkWidget *first = fixed ? prn_sentence_word (_(kinds[condition->kind].begin))
                           : kinds_button ("condition.kind", path,
                                           _(kinds[condition->kind].begin), name);

  prn_page_mark (first, path, "kind");
  gtk_box_append (GTK_BOX (row),
                  prn_sentence_new (page, _(kinds[condition->kind].sentence), path, first));
  if (menu != NULL)
    gtk_box_append (GTK_BOX (row), menu);
  gtk_box_append (GTK_BOX (box), row);
  if (prn_condition_is_group (condition->kind))
    gtk_box_append (GTK_BOX (box), group_members (page, path, condition));
  return box;
}

/* A stage's `enter` takes no other kind than an event. */
static GtkWidget *
begin_button (PrnInspectorPage *page, const char *path, gboolean event_only)
{
  PrnMap *map = prn_editing_get_map (prn_inspector_page_get_editing (page));
  GtkWidget *button;

  if (!event_only) {
    button = kinds_button ("condition.kind", path, _("Add a Condition"), _("Add a Condition"));
  } else {
    button = prn_page_button (_("Choose an Event"), NULL, "condition.kind", "(si)", path,
                              PRN_CONDITION_EVENT);
    gtk_widget_set_sensitive (button, prn_map_n (map, PRN_KIND_EVENT) > 0);
  }
  prn_page_mark (button, path, "kind");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/* What is ready for a trigger, and below it whatever else a condition can be. */
static GtkWidget *
begin_box (PrnInspectorPage *page, const char *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *ready = prn_ready_field_new (page, path);

  prn_page_keep (page, PRN_FIELD (ready));
  gtk_box_append (GTK_BOX (box), ready);
  gtk_box_append (GTK_BOX (box), begin_button (page, path, FALSE));
  return box;
}

/* Takes a condition of one sentence away. */
static GtkWidget *
clear_button (const char *path)
{
  GtkWidget *button =
      prn_page_button (_("Remove"), "edit-clear-symbolic", "member.set", "(ss)", path, "");

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

GtkWidget *
prn_condition_part (PrnInspectorPage *page, const char *path)
{
  const PrnCondition *condition = prn_condition_at (page, path);
  gboolean event_only;
  PrnSlot slot;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), path, &slot))
    return NULL;
  event_only = slot.member->accepts == 1u << PRN_CONDITION_EVENT;
  if (condition == NULL)
    return event_only ? begin_button (page, path, TRUE) : begin_box (page, path);
  return condition_new (
      page, path, condition, event_only ? clear_button (path) : root_menu_button (path, condition),
      event_only);
}
