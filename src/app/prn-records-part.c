/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>

#include "prn-member-words.h"

/* A list of records, each a sentence or a card of fields. */

static const char *
first_of (PrnMap *map, guint references)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if ((references & (1u << kind)) && prn_map_n (map, kind) > 0)
      return prn_element_id (prn_map_nth (map, kind, 0));
  return NULL;
}

/* What a new item says at first, or %NULL where there is nothing yet that it could be about. */
static char *
new_item (PrnMap *map, const PrnRecord *record)
{
  const char *id;

  if (record == &prn_filter_record)
    return g_strdup ("{\"column\": \"plan\", \"op\": \"is\", \"value\": \"\"}");
  if (record == &prn_point_record)
    return g_strdup ("{\"x\": 0, \"y\": 0}");
  if (record == &prn_condition_record)
    return g_strdup ("{\"dwell\": \"14d\"}");

  id = first_of (map, record->members[0].references);
  if (id == NULL && record->members[0].word != NULL)
    id = record->members[0].word;
  if (id == NULL)
    return NULL;
  if (record == &prn_points_record)
    return g_strdup_printf ("{\"event\": \"%s\", \"points\": 1}", id);
  if (record == &prn_stage_weight_record || record == &prn_segment_weight_record)
    return g_strdup_printf ("{\"%s\": \"%s\", \"weight\": 1}", record->members[0].name, id);
  return g_strdup_printf ("{\"%s\": \"%s\"}", record->members[0].name, id);
}

static const char *
add_label (const PrnRecord *record)
{
  if (record == &prn_filter_record)
    return _("Add a Filter");
  if (record == &prn_by_segment_record || record == &prn_segment_weight_record)
    return _("Add a Segment");
  if (record == &prn_points_record)
    return _("Add an Event");
  if (record == &prn_stage_weight_record)
    return _("Add an Entry");
  if (record == &prn_override_record)
    return _("Add a Change");
  return _("Add a Point");
}

/* What a scenario may change of each kind of thing. */
static gboolean
can_change (PrnMap *map, const PrnOverride *override, const char *member)
{
  static const char *const of_trigger[] = { "of", "share", "delay", "value", "cost", NULL };
  static const char *const of_stage[] = { "of", "cost", "cost_per_month", "revenue_per_month",
                                          NULL };
  gconstpointer element = prn_map_lookup (map, override->of);

  if (element == NULL)
    return g_str_equal (member, "of") || prn_record_find_member (&prn_population_record, member);
  return g_strv_contains (prn_element_kind (element) == PRN_KIND_TRIGGER ? of_trigger : of_stage,
                          member);
}

static gboolean
is_shown (PrnMap *map, const PrnRecord *record, const PrnMember *member, gconstpointer data)
{
  if (!prn_member_applies (member, record, data))
    return FALSE;
  return record != &prn_override_record || can_change (map, data, member->name);
}

/* Two short fields stand beside each other. */
static gboolean
is_short (const PrnMember *member)
{
  return member->type == PRN_MEMBER_NUMBER || member->type == PRN_MEMBER_INTEGER ||
         member->type == PRN_MEMBER_DURATION;
}

static GtkWidget *
card_new (PrnInspectorPage *page, const char *path, const PrnRecord *record, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  PrnMap *map = prn_editing_get_map (prn_inspector_page_get_editing (page));
  GtkWidget *pair = NULL;

  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];
    g_autofree char *inside = g_strdup_printf ("%s.%s", path, member->name);
    GtkWidget *part;

    if (!is_shown (map, record, member, data))
      continue;
    part = prn_member_part (page, inside);
    if (part == NULL)
      continue;
    if (!is_short (member)) {
      pair = NULL;
      gtk_box_append (GTK_BOX (box), part);
    } else if (pair == NULL) {
      pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
      gtk_box_append (GTK_BOX (pair), part);
      gtk_box_append (GTK_BOX (box), pair);
    } else {
      gtk_box_append (GTK_BOX (pair), part);
      pair = NULL;
    }
  }
  return box;
}

/* A reference and a number, or two numbers, fit one line. */
static GtkWidget *
line_new (PrnInspectorPage *page, const char *path, const PrnRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < record->n_members; i++) {
    g_autofree char *inside = g_strdup_printf ("%s.%s", path, record->members[i].name);
    GtkWidget *field = prn_page_inline_field (page, inside, NULL);

    gtk_widget_set_hexpand (field, i == 0);
    gtk_box_append (GTK_BOX (box), field);
  }
  return box;
}

static GtkWidget *
item_new (PrnInspectorPage *page, const char *path, const PrnRecord *record, gconstpointer data)
{
  if (record == &prn_filter_record)
    return prn_filter_sentence (page, path);
  if (record == &prn_by_segment_record || record == &prn_override_record)
    return card_new (page, path, record, data);
  return line_new (page, path, record);
}

static GtkWidget *
add_button (PrnInspectorPage *page, const char *path, const PrnRecord *record)
{
  g_autofree char *json =
      new_item (prn_editing_get_map (prn_inspector_page_get_editing (page)), record);
  GtkWidget *button = prn_page_button (add_label (record), NULL, "item.add", "(ss)", path,
                                       json != NULL ? json : "");

  prn_page_mark (button, path, "add");
  if (json == NULL) {
    gtk_widget_set_sensitive (button, FALSE);
    gtk_widget_set_tooltip_text (button, _("The map has nothing yet that could be added here"));
  }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

GtkWidget *
prn_records_part (PrnInspectorPage *page, const char *path, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  PrnSlot slot;
  const PrnList *list;
  const PrnRecord *record;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), path, &slot))
    return NULL;
  record = slot.member->record;
  list = prn_slot_field (&slot);
  if (label != NULL) {
    GtkWidget *title = gtk_label_new (label);

    gtk_label_set_xalign (GTK_LABEL (title), 0);
    gtk_widget_add_css_class (title, "field-label");
    gtk_box_append (GTK_BOX (box), title);
  }
  for (guint i = 0; i < list->n; i++) {
    g_autofree char *item = g_strdup_printf ("%s[%u]", path, i);
    GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *content =
        item_new (page, item, record, (const char *) list->items + i * record->size);

    gtk_widget_set_hexpand (content, TRUE);
    gtk_widget_add_css_class (row, "record");
    gtk_box_append (GTK_BOX (row), content);
    gtk_box_append (GTK_BOX (row), prn_page_item_menu (item, i, list->n, NULL));
    gtk_box_append (GTK_BOX (box), row);
  }
  gtk_box_append (GTK_BOX (box), add_button (page, path, record));
  return box;
}
