/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-delay-field.h"
#include "prn-delay-sketch.h"
#include "prn-edit-member.h"
#include "prn-member-words.h"
#include "prn-menu-name.h"
#include "prn-sampler.h"

/* A delay: a menu of kinds, the numbers of that kind, and a sketch. */

static const char *const kinds[] = { N_("Not given"),
                                     N_("Always the same"),
                                     N_("Evenly between two"),
                                     N_("Triangular"),
                                     N_("Exponential"),
                                     N_("Lognormal"),
                                     N_("Weibull"),
                                     N_("By its quantiles") };

/* What the items of a list of lengths are called, by how many there are. */
static const char *const pair[] = { N_("Least"), N_("Most") };
static const char *const triple[] = { N_("Least"), N_("Likeliest"), N_("Most") };

static const PrnDistribution *
delay_at (PrnInspectorPage *page, const char *path)
{
  PrnSlot slot;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), path, &slot))
    return NULL;
  return *(PrnDistribution *const *) prn_slot_field (&slot);
}

/* A length near @us that a person would have chosen. */
static char *
round_length (double us)
{
  static const double steps[] = { PRN_SECOND, PRN_MINUTE, PRN_HOUR, PRN_DAY };
  double step = PRN_SECOND;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (us >= 2 * steps[i])
      step = steps[i];
  return prn_duration_format ((gint64) (MAX (1, round (us / step)) * step));
}

/* A distribution of another kind with about the same median. */
static char *
as_kind (const PrnDistribution *before, PrnDistributionKind kind)
{
  double median = before != NULL ? (double) prn_sampler_delay (before, 0.5) : 0;
  g_autofree char *middle = NULL, *low = NULL, *high = NULL;

  if (median <= 0)
    median = 7.0 * PRN_DAY;
  middle = round_length (median);
  low = round_length (median / 2);
  high = round_length (median * (kind == PRN_DISTRIBUTION_UNIFORM ? 1.5 : 2.5));
  switch (kind) {
  case PRN_DISTRIBUTION_FIXED:
    return g_strdup_printf ("{\"fixed\": \"%s\"}", middle);
  case PRN_DISTRIBUTION_UNIFORM:
    return g_strdup_printf ("{\"uniform\": [\"%s\", \"%s\"]}", low, high);
  case PRN_DISTRIBUTION_TRIANGULAR:
    return g_strdup_printf ("{\"triangular\": [\"%s\", \"%s\", \"%s\"]}", low, middle, high);
  case PRN_DISTRIBUTION_EXPONENTIAL: {
    g_autofree char *mean = round_length (median / G_LN2);

    return g_strdup_printf ("{\"exponential\": \"%s\"}", mean);
  }
  case PRN_DISTRIBUTION_LOGNORMAL:
    return g_strdup_printf ("{\"lognormal\": {\"median\": \"%s\", \"sigma\": 0.7}}", middle);
  case PRN_DISTRIBUTION_WEIBULL: {
    /* The median of a Weibull is its scale times ln(2) to the power of 1/shape. */
    g_autofree char *scale = round_length (median / pow (G_LN2, 1 / 1.5));

    return g_strdup_printf ("{\"weibull\": {\"scale\": \"%s\", \"shape\": 1.5}}", scale);
  }
  case PRN_DISTRIBUTION_EMPIRICAL:
  default:
    return g_strdup_printf ("{\"empirical\": [\"%s\", \"%s\", \"%s\"]}", low, middle, high);
  }
}

static void
kind_cb (GtkDropDown *menu, GParamSpec *pspec, gpointer user_data)
{
  PrnInspectorPage *page = user_data;
  const char *path = g_object_get_data (G_OBJECT (menu), "prn-path");
  guint chosen = gtk_drop_down_get_selected (menu);
  g_autofree char *json =
      chosen > 0 ? as_kind (delay_at (page, path), (PrnDistributionKind) (chosen - 1)) : NULL;

  prn_editing_set (prn_inspector_page_get_editing (page), path, json, NULL, NULL);
}

static GtkWidget *
kind_menu (PrnInspectorPage *page, const char *path, const char *label)
{
  const PrnDistribution *delay = delay_at (page, path);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (label);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *menu;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (titles, _(kinds[i]));
  menu = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), delay != NULL ? delay->kind + 1 : 0);
  prn_menu_set_name (GTK_DROP_DOWN (menu), label);
  g_object_set_data_full (G_OBJECT (menu), "prn-path", g_strdup (path), g_free);
  prn_page_mark (menu, path, "kind");
  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (kind_cb), page, 0);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "field-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), menu);
  return box;
}

/* The lengths of a list side by side; of quantiles any number, with one more to be added. */
static GtkWidget *
lengths (PrnInspectorPage *page, const char *path, const PrnDistribution *delay)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n = delay->durations.n;

  for (guint i = 0; i < n; i++) {
    g_autofree char *item = g_strdup_printf ("%s[%u]", path, i);
    g_autofree char *label = NULL;
    GtkWidget *row, *field;

    if (delay->kind == PRN_DISTRIBUTION_UNIFORM)
      label = g_strdup (_(pair[MIN (i, 1)]));
    else if (delay->kind == PRN_DISTRIBUTION_TRIANGULAR)
      label = g_strdup (_(triple[MIN (i, 2)]));
    else
      label = g_strdup_printf (_("%.4g %% take no longer than"), 100.0 * i / (n - 1));

    field = prn_page_field (page, item, label);
    gtk_widget_set_hexpand (field, TRUE);
    if (delay->kind != PRN_DISTRIBUTION_EMPIRICAL) {
      gtk_box_append (GTK_BOX (box), field);
      continue;
    }
    row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    gtk_box_append (GTK_BOX (row), field);
    gtk_box_append (GTK_BOX (row), prn_page_item_menu (item, i, n, NULL));
    gtk_box_append (GTK_BOX (box), row);
  }
  if (delay->kind != PRN_DISTRIBUTION_EMPIRICAL) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_HORIZONTAL);
    gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  } else {
    PrnSlot slot = { 0 };
    g_autofree char *last = g_strdup_printf ("%s[%u]", path, n - 1);
    g_autofree char *json = prn_editing_find (prn_inspector_page_get_editing (page), last, &slot)
                                ? prn_slot_json (&slot)
                                : NULL;
    GtkWidget *add = prn_page_button (_("Add a Quantile"), NULL, "item.add", "(ss)", path,
                                      json != NULL ? json : "\"30d\"");

    gtk_widget_add_css_class (add, "flat");
    gtk_widget_set_halign (add, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (box), add);
  }
  return box;
}

static GtkWidget *
numbers (PrnInspectorPage *page, const char *path, const PrnDistribution *delay)
{
  const PrnMember *member = &prn_distribution_record.members[delay->kind];
  g_autofree char *inside = g_strdup_printf ("%s.%s", path, member->name);
  GtkWidget *box;

  if (member->type == PRN_MEMBER_ONE_DURATION)
    return prn_page_field (page, inside, NULL);
  if (member->type == PRN_MEMBER_DURATIONS)
    return lengths (page, inside, delay);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < member->record->n_members; i++) {
    g_autofree char *part = g_strdup_printf ("%s.%s", inside, member->record->members[i].name);

    gtk_box_append (GTK_BOX (box), prn_page_field (page, part, NULL));
  }
  return box;
}

GtkWidget *
prn_delay_part (PrnInspectorPage *page, const char *path, const char *label)
{
  const PrnDistribution *delay = delay_at (page, path);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), kind_menu (page, path, label));
  if (delay != NULL) {
    gtk_box_append (GTK_BOX (box), numbers (page, path, delay));
    gtk_box_append (GTK_BOX (box), prn_page_sketch (page, path));
  }
  return box;
}
