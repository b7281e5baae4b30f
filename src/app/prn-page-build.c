/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>

#include "prn-delay-field.h"
#include "prn-member-words.h"

/* Which members stand together, in which order. What is in no group of its kind comes at the end,
 * so that a new member of the format is never forgotten. */
#define MAX_MEMBERS 10

typedef struct {
  const char *title; /* "" for the first group */
  const char *members[MAX_MEMBERS];
  gboolean folded;
} Group;

static const Group phase_groups[] = {
  { "", { "name", "description", "owner", "color" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group stage_groups[] = {
  { "", { "name", "description", "role", "enter", "phase", "owner", "color" }, FALSE },
  { N_("Experience"), { "goal", "emotion", "channels", "actions" }, FALSE },
  { N_("Money"), { "cost", "cost_per_month", "revenue_per_month" }, FALSE },
  { N_("Place and Id"), { "position", "size", "id" }, TRUE },
  { NULL, { NULL }, FALSE },
};

static const Group event_groups[] = {
  { "", { "name", "description", "stage", "outcome", "channel" }, FALSE },
  { N_("In the Log"), { "match", "value_column" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group trigger_groups[] = {
  { "", { "name", "description", "from", "to" }, FALSE },
  { N_("When the Customer"), { "when" }, FALSE },
  { N_("In a Simulation"), { "share", "delay", "by_segment" }, FALSE },
  { N_("Money"), { "value", "cost" }, FALSE },
  { N_("Place and Id"), { "route", "id" }, TRUE },
  { NULL, { NULL }, FALSE },
};

static const Group score_groups[] = {
  { "", { "name", "start", "min", "max" }, FALSE },
  { N_("Decay"), { "half_life", "rest" }, FALSE },
  { N_("Points"), { "points" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group segment_groups[] = {
  { "", { "name", "description", "ideal", "color" }, FALSE },
  { N_("Who Is in It"), { "where" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group target_groups[] = {
  { "", { "name", "of", "metric", "at_least", "at_most", "within", "segment" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group note_groups[] = {
  { "", { "text", "author", "votes", "about", "color" }, FALSE },
  { N_("Place and Id"), { "position", "size", "id" }, TRUE },
  { NULL, { NULL }, FALSE },
};

static const Group frame_groups[] = {
  { "", { "name" }, FALSE },
  { N_("Place"), { "position", "size" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group scenario_groups[] = {
  { "", { "name", "description" }, FALSE },
  { N_("What It Changes"), { "set" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group map_groups[] = {
  { "", { "title", "description", "currency" }, FALSE },
  { NULL, { NULL }, FALSE },
};

static const Group *const groups_of_kind[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = phase_groups,     [PRN_KIND_STAGE] = stage_groups,
  [PRN_KIND_EVENT] = event_groups,     [PRN_KIND_TRIGGER] = trigger_groups,
  [PRN_KIND_SCORE] = score_groups,     [PRN_KIND_SEGMENT] = segment_groups,
  [PRN_KIND_TARGET] = target_groups,   [PRN_KIND_NOTE] = note_groups,
  [PRN_KIND_FRAME] = frame_groups,     [PRN_KIND_SCENARIO] = scenario_groups,
};

GtkWidget *
prn_page_group (PrnInspectorPage *page, GtkBox *page_box, const char *title, gboolean folded)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *heading;

  gtk_widget_add_css_class (box, "inspector-group");
  if (*title == '\0') {
    gtk_box_append (page_box, box);
    return box;
  }
  if (folded) {
    heading = prn_page_fold (page, title, box);
    gtk_widget_add_css_class (heading, "inspector-heading");
    gtk_box_append (page_box, heading);
    return box;
  }
  heading = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "inspector-heading");
  gtk_box_append (page_box, heading);
  gtk_box_append (page_box, box);
  return box;
}

/* The members of a record in the record around it: a point, a size, how an event is matched. */
static GtkWidget *
record_part (PrnInspectorPage *page, const char *path, const PrnRecord *record)
{
  gboolean is_pair = record == &prn_point_record || record == &prn_size_record;
  GtkWidget *box =
      gtk_box_new (is_pair ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (box), is_pair);
  for (guint i = 0; i < record->n_members; i++) {
    g_autofree char *inside = g_strdup_printf ("%s.%s", path, record->members[i].name);
    GtkWidget *part = prn_member_part (page, inside);

    if (part != NULL)
      gtk_box_append (GTK_BOX (box), part);
  }
  return box;
}

GtkWidget *
prn_member_part (PrnInspectorPage *page, const char *path)
{
  PrnSlot slot;
  const char *title;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), path, &slot))
    return NULL;
  title = prn_member_title (slot.member);
  switch (slot.member->type) {
  case PRN_MEMBER_RECORD:
    return record_part (page, path, slot.member->record);
  case PRN_MEMBER_RECORD_POINTER:
    return slot.member->record == &prn_condition_record ? prn_condition_part (page, path)
                                                        : prn_delay_part (page, path, title);
  case PRN_MEMBER_RECORDS:
    return prn_records_part (page, path, title);
  default:
    return prn_page_field (page, path, NULL);
  }
}

GtkWidget *
prn_page_sketch (PrnInspectorPage *page, const char *path)
{
  GtkWidget *sketch = prn_delay_field_new (prn_inspector_page_get_editing (page), path);

  prn_page_keep (page, PRN_FIELD (sketch));
  return sketch;
}

static gboolean
is_short (const PrnMember *member)
{
  return member->type == PRN_MEMBER_NUMBER || member->type == PRN_MEMBER_INTEGER ||
         member->type == PRN_MEMBER_DURATION;
}

/* Adds the members; two short ones side by side. */
typedef struct {
  PrnInspectorPage *page;
  GtkWidget *box;
  GtkWidget *pair; /* one that has room for a second */
  gboolean alone;  /* the heading of the group says what its one member is */
} Filling;

static void
add_member (Filling *filling, const char *name)
{
  PrnSlot slot;
  GtkWidget *part;

  if (!prn_editing_find (prn_inspector_page_get_editing (filling->page), name, &slot))
    return;
  part = filling->alone && slot.member->type == PRN_MEMBER_RECORDS
             ? prn_records_part (filling->page, name, NULL)
             : prn_member_part (filling->page, name);
  if (part == NULL)
    return;
  /* What stands alone in a group under its own name needs no label; a condition has none. */
  if (slot.member->type == PRN_MEMBER_RECORD_POINTER && g_str_equal (name, "enter")) {
    GtkWidget *title = gtk_label_new (prn_member_title (slot.member));

    gtk_label_set_xalign (GTK_LABEL (title), 0);
    gtk_widget_add_css_class (title, "field-label");
    gtk_box_append (GTK_BOX (filling->box), title);
  }
  if (!is_short (slot.member)) {
    filling->pair = NULL;
    gtk_box_append (GTK_BOX (filling->box), part);
  } else if (filling->pair == NULL) {
    filling->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
    gtk_box_set_homogeneous (GTK_BOX (filling->pair), TRUE);
    gtk_box_append (GTK_BOX (filling->pair), part);
    gtk_box_append (GTK_BOX (filling->box), filling->pair);
  } else {
    gtk_box_append (GTK_BOX (filling->pair), part);
    filling->pair = NULL;
  }
}

static gboolean
is_in_groups (const Group *groups, const char *name)
{
  for (; groups->title != NULL; groups++)
    for (guint i = 0; i < MAX_MEMBERS && groups->members[i] != NULL; i++)
      if (g_str_equal (groups->members[i], name))
        return TRUE;
  return FALSE;
}

static void
add_groups (PrnInspectorPage *page, GtkBox *box, const Group *groups)
{
  for (; groups->title != NULL; groups++) {
    const char *title = *groups->title != '\0' ? _(groups->title) : "";
    Filling filling = { page, prn_page_group (page, box, title, groups->folded), NULL, FALSE };

    filling.alone = *title != '\0' && groups->members[1] == NULL;

    for (guint i = 0; i < MAX_MEMBERS && groups->members[i] != NULL; i++)
      add_member (&filling, groups->members[i]);
  }
}

static void
add_rest (PrnInspectorPage *page, GtkBox *box, const Group *groups, const PrnRecord *record)
{
  Filling filling = { page, NULL, NULL, FALSE };

  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if (member->label == NULL || member->type == PRN_MEMBER_ELEMENTS ||
        g_str_equal (member->name, "version") || g_str_equal (member->name, "population") ||
        is_in_groups (groups, member->name))
      continue;
    if (filling.box == NULL)
      filling.box = prn_page_group (page, box, _("More"), TRUE);
    add_member (&filling, member->name);
  }
}

static void
add_population (PrnInspectorPage *page, GtkBox *box)
{
  static const char *const members[] = { "customers", "arrivals",  "horizon", "discount_per_year",
                                         "seed",      "entries",   "segments" };
  Filling filling = { page, prn_page_group (page, box, "", FALSE), NULL, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autofree char *path = g_strdup_printf ("population.%s", members[i]);

    add_member (&filling, path);
  }
}

void
prn_page_build (PrnInspectorPage *page, GtkBox *box)
{
  PrnEditing *editing = prn_inspector_page_get_editing (page);
  const char *id = prn_editing_get_id (editing);
  gconstpointer element =
      id != NULL ? prn_map_lookup (prn_editing_get_map (editing), id) : NULL;
  const char *shown = prn_inspector_page_get_shown (page);
  PrnKind kind;

  if (g_str_equal (shown, PRN_SHOWN_POPULATION)) {
    add_population (page, box);
    return;
  }
  if (g_str_equal (shown, PRN_SHOWN_MAP)) {
    add_groups (page, box, map_groups);
    add_rest (page, box, map_groups, &prn_map_record);
    prn_page_add_map_links (page, box);
    return;
  }
  if (element == NULL)
    return;
  kind = prn_element_kind (element);
  add_groups (page, box, groups_of_kind[kind]);
  if (kind == PRN_KIND_STAGE)
    prn_page_add_stage_links (page, box);
  add_rest (page, box, groups_of_kind[kind], prn_record_of_kind (kind));
}
