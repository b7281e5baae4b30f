/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>

#include "prn-element-picker.h"
#include "prn-member-words.h"

/* A row that leads to the page of another element. */
static GtkWidget *
link_new (const char *id, const char *title, const char *detail)
{
  GtkWidget *button = prn_page_button (title, NULL, "page.go-to", "s", id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *more = gtk_label_new (detail);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (more, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), more);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return button;
}

static void
add_link (GtkWidget *box, gconstpointer element)
{
  gtk_box_append (GTK_BOX (box),
                  link_new (prn_element_id (element), prn_element_label (element), ""));
}

static const char *
add_label_of (PrnKind kind)
{
  switch (kind) {
  case PRN_KIND_SEGMENT:
    return _("Add a Segment");
  case PRN_KIND_SCORE:
    return _("Add a Score");
  case PRN_KIND_TARGET:
    return _("Add a Target");
  case PRN_KIND_SCENARIO:
    return _("Add a Scenario");
  case PRN_KIND_EVENT:
    return _("Add an Event");
  default:
    return _("Add");
  }
}

static GtkWidget *
add_button (PrnKind kind)
{
  GtkWidget *add = prn_page_button (add_label_of (kind), NULL, "element.add", "s",
                                    prn_kind_name (kind));

  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (add, "add-row");
  return add;
}

void
prn_page_add_map_links (PrnInspectorPage *page, GtkBox *box)
{
  static const PrnKind kinds[] = { PRN_KIND_SEGMENT, PRN_KIND_SCORE, PRN_KIND_TARGET,
                                   PRN_KIND_SCENARIO };
  PrnMap *map = prn_editing_get_map (prn_inspector_page_get_editing (page));
  GtkWidget *group = prn_page_group (page, box, _("Simulation"), FALSE);

  gtk_box_append (GTK_BOX (group), link_new (PRN_SHOWN_POPULATION, _("Population"), ""));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    group = prn_page_group (page, box, prn_kind_list_title (kinds[k]), FALSE);
    for (guint i = 0; i < prn_map_n (map, kinds[k]); i++)
      add_link (group, prn_map_nth (map, kinds[k], i));
    gtk_box_append (GTK_BOX (group), add_button (kinds[k]));
  }
}

void
prn_page_add_stage_links (PrnInspectorPage *page, GtkBox *box)
{
  PrnEditing *editing = prn_inspector_page_get_editing (page);
  PrnMap *map = prn_editing_get_map (editing);
  const char *id = prn_editing_get_id (editing);
  GtkWidget *group = prn_page_group (page, box, _("Events"), FALSE);
  guint n;
  const PrnEvent *const *events = prn_map_events (map, &n);
  const PrnTrigger *const *triggers;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (events[i]->stage, id) == 0)
      add_link (group, events[i]);
  gtk_box_append (GTK_BOX (group), add_button (PRN_KIND_EVENT));

  triggers = prn_map_triggers (map, &n);
  group = NULL;
  for (guint i = 0; i < n; i++) {
    if (g_strcmp0 (triggers[i]->from, id) != 0)
      continue;
    if (group == NULL)
      group = prn_page_group (page, box, _("Triggers from Here"), FALSE);
    gtk_box_append (GTK_BOX (group), link_new (prn_element_id (triggers[i]),
                                               prn_element_label (triggers[i]),
                                               prn_reference_title (map, triggers[i]->to)));
  }
}
