/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-panel.h"

#include <glib/gi18n-lib.h>

#include "prn-panel-list.h"
#include "prn-report-rows.h"

struct _PrnReportPanel {
  AdwBin parent;

  GtkStack *stack;
  GtkBox *box;
  GtkLabel *log_name;
  AdwStatusPage *ready;
  PrnPanelList *list;
  gboolean has_findings;
  gboolean has_log;
};

enum {
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_TYPE (PrnReportPanel, prn_report_panel, ADW_TYPE_BIN)

static void
prn_report_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PrnReportPanel *self = PRN_REPORT_PANEL (object);

  switch (id) {
  case PROP_SELECTED:
    g_value_set_string (value, prn_panel_list_get_selected (self->list));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_report_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PrnReportPanel *self = PRN_REPORT_PANEL (object);

  switch (id) {
  case PROP_SELECTED:
    prn_panel_list_set_selected (self->list, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_report_panel_class_init (PrnReportPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = prn_report_panel_get_property;
  object_class->set_property = prn_report_panel_set_property;

  props[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/report-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnReportPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PrnReportPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PrnReportPanel, log_name);
  gtk_widget_class_bind_template_child (widget_class, PrnReportPanel, ready);
}

static void
selected_cb (PrnReportPanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
prn_report_panel_init (PrnReportPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->list = PRN_PANEL_LIST (prn_panel_list_new (_("Figures of the replay")));
  gtk_box_append (self->box, GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
update_page (PrnReportPanel *self)
{
  const char *page = "empty";

  if (self->has_findings)
    page = "report";
  else if (self->has_log)
    page = "ready";
  gtk_stack_set_visible_child_name (self->stack, page);
}

void
prn_report_panel_set_findings (PrnReportPanel *self, PrnFindings *findings)
{
  g_autoptr (GListModel) rows = NULL;

  g_return_if_fail (PRN_IS_REPORT_PANEL (self));

  if (findings != NULL)
    rows = prn_report_rows (prn_findings_get_map (findings), prn_findings_get_report (findings));
  prn_panel_list_set_rows (self->list, rows);
  self->has_findings = findings != NULL;
  update_page (self);
}

void
prn_report_panel_set_log_name (PrnReportPanel *self, const char *log_name)
{
  g_return_if_fail (PRN_IS_REPORT_PANEL (self));

  gtk_label_set_label (self->log_name, log_name != NULL ? log_name : "");
  adw_status_page_set_description (self->ready, log_name);
  self->has_log = log_name != NULL;
  update_page (self);
}
