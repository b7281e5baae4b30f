/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-condition-edit.h"
#include "prn-edit-member.h"
#include "prn-edit-typed.h"
#include "prn-json-write.h"
#include "prn-member-words.h"
#include "prn-menu-name.h"
#include "prn-ready-field.h"
#include "prn-wrap-box.h"

/* A condition as sentences: `did [Paid an invoice] at least [3] times within [30d]`. Groups stand
 * as a frame around their members. */

#define N_KINDS (PRN_CONDITION_ANY + 1)
#define SPACE   6 /* pixels between words */

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

/* What the words of a sentence are called where the schema's label says too little. */
static const struct {
  const char *member;
  const char *label;
} labels[] = {
  { "event", N_("Event") },
  { "score", N_("Score") },
  { "segment", N_("Segment") },
  { "count", N_("How many times at least") },
  { "within", N_("Within how long; empty: ever") },
  { "since", N_("Counted since") },
  { "events", N_("Events that count; none: any") },
  { "inactive", N_("For how long") },
  { "dwell", N_("For how long") },
};

static const char *
label_of (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].member, member))
      return _(labels[i].label);
  return NULL;
}

static GtkWidget *
word_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "sentence-word");
  return label;
}

/* Words, as many as a line holds. */
static void
append_words (PrnWrapBox *box, const char *start, gsize length)
{
  g_autofree char *text = g_strstrip (g_strndup (start, length));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      prn_wrap_box_append (box, word_new (words[i]));
}

/* A field and the words that lead to it, which stay on one line. */
static void
append_phrase (PrnWrapBox *box, const char *start, gsize length, GtkWidget *field)
{
  g_autofree char *text = g_strstrip (g_strndup (start, length));
  GtkWidget *phrase;

  if (*text == '\0') {
    prn_wrap_box_append (box, field);
    return;
  }
  phrase = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  gtk_box_append (GTK_BOX (phrase), word_new (text));
  gtk_box_append (GTK_BOX (phrase), field);
  prn_wrap_box_append (box, phrase);
}

static void append_bound (PrnInspectorPage *page, PrnWrapBox *box, const char *path);
static void append_filter (PrnInspectorPage *page, PrnWrapBox *box, const char *path);

/* A member of a condition with the words of @length before it. */
static void
append_member (PrnInspectorPage *page,
               PrnWrapBox *box,
               const char *path,
               const char *name,
               GtkWidget *first,
               const char *words,
               gsize length)
{
  g_autofree char *member = g_strdup_printf ("%s.%s", path, name);

  if (g_str_equal (name, "kind")) {
    append_words (box, words, length);
    if (first != NULL)
      prn_wrap_box_append (box, first);
  } else if (g_str_equal (name, "bound")) {
    append_words (box, words, length);
    append_bound (page, box, path);
  } else if (g_str_equal (name, "attribute")) {
    append_words (box, words, length);
    append_filter (page, box, member);
  } else {
    GtkWidget *field = prn_page_inline_field (page, member, label_of (name));

    if (field != NULL)
      append_phrase (box, words, length, field);
  }
}

static void
append_sentence (PrnInspectorPage *page,
                 PrnWrapBox *box,
                 const char *template,
                 const char *path,
                 GtkWidget *first)
{
  const char *rest = template;
  const char *open;

  while ((open = strchr (rest, '{')) != NULL) {
    const char *close = strchr (open, '}');
    g_autofree char *name = NULL;

    g_return_if_fail (close != NULL);
    name = g_strndup (open + 1, (gsize) (close - open - 1));
    append_member (page, box, path, name, first, rest, (gsize) (open - rest));
    rest = close + 1;
  }
  append_words (box, rest, strlen (rest));
}

GtkWidget *
prn_sentence_new (PrnInspectorPage *page, const char *template, const char *path, GtkWidget *first)
{
  GtkWidget *box = prn_wrap_box_new (SPACE);

  append_sentence (page, PRN_WRAP_BOX (box), template, path, first);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "sentence");
  return box;
}

static void
append_filter (PrnInspectorPage *page, PrnWrapBox *box, const char *path)
{
  append_sentence (page, box, _("{column} {op} {value}"), path, NULL);
}

GtkWidget *
prn_filter_sentence (PrnInspectorPage *page, const char *path)
{
  return prn_sentence_new (page, _("{column} {op} {value}"), path, NULL);
}

/* A score has one of two bounds: a menu says which, the field how much. */
static void
bound_cb (GtkDropDown *menu, GParamSpec *pspec, gpointer user_data)
{
  PrnInspectorPage *page = user_data;
  const char *path = g_object_get_data (G_OBJECT (menu), "prn-path");
  gboolean below = gtk_drop_down_get_selected (menu) == 1;
  g_autofree char *from = g_strdup_printf ("%s.%s", path, below ? "at_least" : "below");
  g_autofree char *to = g_strdup_printf ("%s.%s", path, below ? "below" : "at_least");
  PrnEditing *editing = prn_inspector_page_get_editing (page);
  g_autofree char *json =
      prn_edit_get_member (prn_editing_get_map (editing), prn_editing_get_id (editing), from);

  if (json != NULL)
    prn_editing_set (editing, to, json, NULL, NULL);
}

static void
append_bound (PrnInspectorPage *page, PrnWrapBox *box, const char *path)
{
  static const char *const names[] = { N_("of at least"), N_("below") };
  const char *titles[] = { _(names[0]), _(names[1]), NULL };
  GtkWidget *menu = gtk_drop_down_new_from_strings (titles);
  g_autofree char *below = g_strdup_printf ("%s.below", path);
  g_autofree char *at_least = g_strdup_printf ("%s.at_least", path);
  PrnSlot slot;
  gboolean is_below;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), below, &slot))
    return;
  is_below = !isnan (*(const double *) prn_slot_field (&slot));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), is_below ? 1 : 0);
  prn_menu_set_name (GTK_DROP_DOWN (menu), _("At least or below"));
  g_object_set_data_full (G_OBJECT (menu), "prn-path", g_strdup (path), g_free);
  prn_page_mark (menu, path, "bound");
  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (bound_cb), page, 0);
  prn_wrap_box_append (box, menu);
  prn_wrap_box_append (box, prn_page_inline_field (page, is_below ? below : at_least, NULL));
}

static void
menu_append (GMenu *menu, const char *label, const char *action, const char *path)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", path);
  g_menu_append_item (menu, item);
}

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

  menu_append (menu, _("_And Another One"), "condition.and", path);
  menu_append (menu, _("_Or Another One"), "condition.or", path);
  if (prn_condition_is_group (condition->kind))
    menu_append (menu, _("_Keep Only the First"), "condition.unwrap", path);
  else
    menu_append (menu, _("_Put into a Group"), "condition.wrap", path);
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
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = more_menu (path, condition, TRUE);

  prn_page_mark (button, path, "menu");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"),
                                  -1);
  return button;
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
      GtkWidget *word = word_new (group->kind == PRN_CONDITION_ALL ? _("and") : _("or"));

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
  GtkWidget *first = fixed ? word_new (_(kinds[condition->kind].begin))
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
