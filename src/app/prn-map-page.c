/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-page-private.h"

#include <glib/gi18n-lib.h>

#include "prn-actions.h"
#include "prn-canvas-keys.h"
#include "prn-link-picker.h"
#include "prn-map-header.h"
#include "prn-minimap.h"
#include "prn-naming.h"
#include "prn-settings.h"
#include "prn-theming.h"

enum {
  PROP_MODE = 1,
  PROP_SHOW_PANEL,
  PROP_SELECTED,
  PROP_JOB,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_TYPE (PrnMapPage, prn_map_page, ADW_TYPE_BIN)

/* What the header says of the document: title and file, whether it is saved, the next steps. */
static void
update_header (PrnMapPage *self)
{
  prn_header_show_file (self->title, self->file_name, self->document);
  prn_header_name_step (self->undo_button, _("Undo"), prn_document_get_undo_name (self->document));
  prn_header_name_step (self->redo_button, _("Redo"), prn_document_get_redo_name (self->document));
}

static void
update_scene (PrnMapPage *self)
{
  prn_map_page_make_scene (self, NULL);
}

/* The sign in the header leads to the list on the left. */
static void
update_problems (PrnMapPage *self)
{
  guint n = prn_navigator_get_n_problems (self->navigator);
  gboolean any = n > 0 && self->document != NULL && !prn_document_is_empty (self->document);

  prn_header_show_problems (GTK_WIDGET (self->problems), n, any);
}

static void
problems_cb (PrnMapPage *self)
{
  prn_map_page_find (self, TRUE);
}

static void
update_document (PrnMapPage *self)
{
  PrnMap *map = prn_document_get_map (self->document);
  gboolean empty = prn_document_is_empty (self->document);

  update_header (self);
  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (self->empty_button, empty);
  gtk_widget_set_visible (self->zoom_bar, !empty);
  update_problems (self);
  if (self->findings != NULL && prn_findings_get_map (self->findings) != map) {
    g_clear_pointer (&self->findings, prn_findings_unref);
    prn_report_panel_set_findings (self->report_panel, NULL);
  }
  prn_map_page_make_scene (self, prn_canvas_get_scene (self->canvas));
}

static void
zoom_changed_cb (PrnMapPage *self)
{
  g_autofree char *label =
      g_strdup_printf (_("%.0f %%"), 100 * prn_canvas_get_zoom (self->canvas));

  gtk_button_set_label (self->zoom_level, label);
  /* “41 %” is not “% 41” among words that read from right to left. */
  gtk_widget_set_direction (gtk_button_get_child (self->zoom_level), GTK_TEXT_DIR_LTR);
}

/* Escape in the inspector goes back to drawing. */
static void
inspector_left_cb (PrnMapPage *self)
{
  prn_map_page_focus (self);
}

static void
target_wanted_cb (PrnMapPage *self, const char *from, double x, double y)
{
  prn_link_picker_popup (self->canvas, self->document, from, x, y);
}

static void
mode_cb (PrnMapPage *self)
{
  prn_canvas_set_editable (self->canvas, g_strcmp0 (prn_map_page_get_mode (self), "draw") == 0);
  update_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
}

/* The user's habits, now and whenever they are changed. */
static void
settings_cb (PrnMapPage *self)
{
  prn_canvas_set_habits (self->canvas, prn_settings_get_flag ("wheel-zooms", FALSE),
                         prn_settings_get_flag ("grid", TRUE));
  update_scene (self);
}

static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL) {
    g_autoptr (GMenuModel) menu = prn_actions_menu ();

    gtk_menu_button_set_menu_model (button, menu);
  }
}

static void
prn_map_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PrnMapPage *self = PRN_MAP_PAGE (object);

  switch (id) {
  case PROP_MODE:
    g_value_set_string (value, prn_map_page_get_mode (self));
    break;
  case PROP_SHOW_PANEL:
    g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
    break;
  case PROP_SELECTED:
    g_value_set_string (value, prn_map_page_get_selected (self));
    break;
  case PROP_JOB:
    g_value_set_object (value, self->job);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PrnMapPage *self = PRN_MAP_PAGE (object);

  switch (id) {
  case PROP_MODE:
    prn_map_page_set_mode (self, g_value_get_string (value));
    break;
  case PROP_SHOW_PANEL:
    adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
    break;
  case PROP_SELECTED:
    prn_canvas_set_selected (self->canvas, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_map_page_dispose (GObject *object)
{
  PrnMapPage *self = PRN_MAP_PAGE (object);

  if (self->job != NULL)
    prn_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->job_map, prn_map_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->findings, prn_findings_unref);

  G_OBJECT_CLASS (prn_map_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, file_name);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, problems);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, tab_bar);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, notice);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, canvas_window);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, empty);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, zoom_bar);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, zoom_level);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, modes);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, left_flap);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, navigator);
  gtk_widget_class_bind_template_callback (widget_class, problems_cb);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, PrnMapPage, report_panel);
}

static void
prn_map_page_class_init (PrnMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = prn_map_page_get_property;
  object_class->set_property = prn_map_page_set_property;
  object_class->dispose = prn_map_page_dispose;

  props[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "draw", flags);
  props[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, TRUE, flags);
  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  props[PROP_JOB] =
      g_param_spec_object ("job", NULL, NULL, PRN_TYPE_JOB,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PRN_TYPE_INSPECTOR);
  g_type_ensure (PRN_TYPE_REPORT_PANEL);
  g_type_ensure (PRN_TYPE_FILE_NOTICE);
  g_type_ensure (PRN_TYPE_NAVIGATOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/map-page.ui");
  bind_children (widget_class);
  prn_actions_bind (widget_class);
}

static void
prn_map_page_init (PrnMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->canvas = PRN_CANVAS (prn_canvas_new ());
  gtk_scrolled_window_set_child (self->canvas_window, GTK_WIDGET (self->canvas));
  prn_actions_attach_to_canvas (self->canvas);
  gtk_overlay_add_overlay (
      GTK_OVERLAY (gtk_widget_get_ancestor (GTK_WIDGET (self->canvas_window), GTK_TYPE_OVERLAY)),
      prn_minimap_new (self->canvas));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);

  self->settings = prn_settings_new ();
  if (self->settings != NULL) {
    g_signal_connect_object (self->settings, "changed::wheel-zooms", G_CALLBACK (settings_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->settings, "changed::grid", G_CALLBACK (settings_cb), self,
                             G_CONNECT_SWAPPED);
  }
  settings_cb (self);
  g_signal_connect_object (self->canvas, "notify::zoom", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "target-wanted", G_CALLBACK (target_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::n-problems", G_CALLBACK (update_problems), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "left", G_CALLBACK (inspector_left_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->modes, "notify::visible-child", G_CALLBACK (mode_cb), self,
                           G_CONNECT_SWAPPED);
  prn_map_page_share_selection (self);
  prn_map_page_follow_panels (self);
  prn_theming_follow (self, G_CALLBACK (update_scene));
}

GtkWidget *
prn_map_page_new (void)
{
  return g_object_new (PRN_TYPE_MAP_PAGE, NULL);
}

void
prn_map_page_set_document (PrnMapPage *self, PrnDocument *document)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));
  g_return_if_fail (PRN_IS_DOCUMENT (document));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, update_document, self);
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "changed", G_CALLBACK (update_document), self,
                           G_CONNECT_SWAPPED);

  prn_file_notice_set_document (self->notice, document);
  /* What is shown next is fitted into view, not scrolled to where the last map was. */
  prn_canvas_set_document (self->canvas, document);
  prn_canvas_set_selected (self->canvas, NULL);
  prn_map_page_show_scene (self, NULL, prn_theming_current ());
  update_document (self);
  prn_inspector_set_document (self->inspector, document);
  prn_navigator_set_document (self->navigator, document);
}

void
prn_map_page_set_tab_view (PrnMapPage *self, AdwTabView *view)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  adw_tab_bar_set_view (self->tab_bar, view);
  g_signal_connect_object (view, "page-attached", G_CALLBACK (prn_naming_fill), self->tab_bar,
                           G_CONNECT_SWAPPED);
  prn_naming_fill (GTK_WIDGET (self->tab_bar));
}

void
prn_map_page_set_findings (PrnMapPage *self, PrnFindings *findings)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  g_clear_pointer (&self->findings, prn_findings_unref);
  self->findings = findings != NULL ? prn_findings_ref (findings) : NULL;
  prn_report_panel_set_findings (self->report_panel, findings);
  update_scene (self);
}

void
prn_map_page_set_log_name (PrnMapPage *self, const char *log_name)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  prn_report_panel_set_log_name (self->report_panel, log_name);
}

void
prn_map_page_set_mode (PrnMapPage *self, const char *mode)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  adw_view_stack_set_visible_child_name (self->modes, mode);
}

const char *
prn_map_page_get_mode (PrnMapPage *self)
{
  g_return_val_if_fail (PRN_IS_MAP_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->modes);
}

void
prn_map_page_settle (PrnMapPage *self)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  prn_canvas_settle (self->canvas);
}

void
prn_map_page_focus (PrnMapPage *self)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

PrnJob *
prn_map_page_get_job (PrnMapPage *self)
{
  g_return_val_if_fail (PRN_IS_MAP_PAGE (self), NULL);

  return self->job;
}

GtkWidget *
prn_map_page_get_canvas (PrnMapPage *self)
{
  g_return_val_if_fail (PRN_IS_MAP_PAGE (self), NULL);

  return GTK_WIDGET (self->canvas);
}

void
prn_map_page_zoom (PrnMapPage *self, PrnZoom zoom)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  prn_zoom_canvas (self->canvas, zoom);
}
