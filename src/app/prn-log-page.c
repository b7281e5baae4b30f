/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-page.h"

#include <glib/gi18n-lib.h>

#include "prn-actions.h"
#include "prn-activity-row.h"
#include "prn-cells.h"
#include "prn-reject.h"
#include "prn-wording.h"

struct _PrnLogPage {
  AdwBin parent;

  AdwWindowTitle *title;
  GtkWidget *replay_button;
  GtkWidget *discover_button;
  GtkWidget *error_box;
  GtkLabel *error_label;
  AdwPreferencesGroup *columns_group;
  AdwComboRow *customer;
  AdwComboRow *event;
  AdwComboRow *time;
  GtkSwitch *stages;
  AdwPreferencesGroup *activities_group;
  GtkWidget *activities_window;
  GtkColumnView *activities;
  GtkColumnViewColumn *meaning; /* what an activity is on the map, if there is one */
  GtkEditable *time_format;
  GtkEditable *zone;
  AdwComboRow *delimiter;
  AdwComboRow *encoding;
  GtkSwitch *header;
  GtkColumnView *first_rows;
  GtkWidget *rejects_group;
  AdwExpanderRow *rejects;
  GPtrArray *reject_rows; /* (element-type GtkWidget) */

  PrnLogSession *session;
  PrnMap *map;
  const PrnLogGuess *shown_guess; /* which guess the controls show; compared, never looked into */
  gboolean updating;              /* the controls are being set, not used */
};

G_DEFINE_TYPE (PrnLogPage, prn_log_page, ADW_TYPE_BIN)

/* In the order of the drop-downs, after "Guess". */
static const char *const delimiters[] = { ",", ";", "\t", "|" };
static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };

static void
read_again (PrnLogPage *self, gboolean changed)
{
  if (changed)
    prn_log_session_read (self->session);
}

/* A column as an option names it: by its place, since headers may be empty or come twice. */
static char *
column_name (guint index)
{
  return g_strdup_printf ("#%u", index + 1);
}

static PrnLogChoice
event_choice (PrnLogPage *self)
{
  return gtk_switch_get_active (self->stages) ? PRN_LOG_CHOICE_STAGE : PRN_LOG_CHOICE_EVENT;
}

static void
column_chosen_cb (PrnLogPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint index = adw_combo_row_get_selected (row);
  g_autofree char *name = NULL;
  PrnLogChoice choice;

  if (self->updating || self->session == NULL || index == GTK_INVALID_LIST_POSITION)
    return;
  if (row == self->customer)
    choice = PRN_LOG_CHOICE_CUSTOMER;
  else if (row == self->time)
    choice = PRN_LOG_CHOICE_TIME;
  else
    choice = event_choice (self);
  /* Another column may well have its times in another form. */
  if (row == self->time)
    prn_log_session_set_choice (self->session, PRN_LOG_CHOICE_TIME_FORMAT, NULL);
  name = column_name (index);
  read_again (self, prn_log_session_set_choice (self->session, choice, name));
}

static void
stages_chosen_cb (PrnLogPage *self)
{
  guint index = adw_combo_row_get_selected (self->event);
  gboolean stages = gtk_switch_get_active (self->stages);
  g_autofree char *name = NULL;

  if (self->updating || self->session == NULL)
    return;
  if (index != GTK_INVALID_LIST_POSITION)
    name = column_name (index);
  prn_log_session_set_choice (self->session, PRN_LOG_CHOICE_STAGE, stages ? name : NULL);
  prn_log_session_set_choice (self->session, PRN_LOG_CHOICE_EVENT, stages ? NULL : name);
  read_again (self, TRUE);
}

static void
text_chosen_cb (PrnLogPage *self, GtkEditable *row)
{
  PrnLogChoice choice = row == self->time_format ? PRN_LOG_CHOICE_TIME_FORMAT : PRN_LOG_CHOICE_ZONE;

  if (self->updating || self->session == NULL)
    return;
  read_again (self,
              prn_log_session_set_choice (self->session, choice, gtk_editable_get_text (row)));
}

/* The form of the file decides what columns there are: those chosen before mean nothing then. */
static void
form_chosen_cb (PrnLogPage *self)
{
  guint delimiter = adw_combo_row_get_selected (self->delimiter);
  guint encoding = adw_combo_row_get_selected (self->encoding);
  gboolean changed;

  if (self->updating || self->session == NULL)
    return;
  changed = prn_log_session_set_no_header (self->session, !gtk_switch_get_active (self->header));
  changed |= prn_log_session_set_choice (
      self->session, PRN_LOG_CHOICE_DELIMITER,
      delimiter > 0 && delimiter <= G_N_ELEMENTS (delimiters) ? delimiters[delimiter - 1] : NULL);
  changed |= prn_log_session_set_choice (
      self->session, PRN_LOG_CHOICE_ENCODING,
      encoding > 0 && encoding <= G_N_ELEMENTS (encodings) ? encodings[encoding - 1] : NULL);
  if (changed)
    for (PrnLogChoice choice = PRN_LOG_CHOICE_CUSTOMER; choice <= PRN_LOG_CHOICE_STAGE; choice++)
      prn_log_session_set_choice (self->session, choice, NULL);
  read_again (self, changed);
}

static void
show_column (AdwComboRow *row, const PrnLogGuess *guess, int column)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) guess->columns);

  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, column >= 0 ? (guint) column : GTK_INVALID_LIST_POSITION);
}

static guint
index_of (const char *const *texts, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (texts[i], text) == 0)
      return i + 1;
  return 0;
}

static char *
describe (const PrnLogGuess *guess)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean gzip = g_str_equal (guess->compression, "gzip");

  g_string_append (text, g_str_equal (guess->format, "xes") ? "XES" : "CSV");
  if (gzip)
    g_string_append (text, ", gzip");
  g_string_append_printf (text, " · %s", guess->encoding);
  return g_strdup (text->str);
}

static void
show_guess (PrnLogPage *self, const PrnLogGuess *guess)
{
  g_autofree char *subtitle = describe (guess);
  g_autofree char *notes = guess->notes != NULL ? g_strjoinv (" ", guess->notes) : NULL;
  gboolean csv = !g_str_equal (guess->format, "xes");

  self->updating = TRUE;
  adw_window_title_set_subtitle (self->title, subtitle);
  adw_preferences_group_set_description (self->columns_group, notes);
  show_column (self->customer, guess, guess->customer);
  show_column (self->event, guess, guess->stage >= 0 ? guess->stage : guess->event);
  show_column (self->time, guess, guess->time);
  gtk_switch_set_active (self->stages, guess->stage >= 0);
  gtk_editable_set_text (self->time_format, guess->time_format != NULL ? guess->time_format : "");
  gtk_editable_set_text (self->zone, guess->zone != NULL ? guess->zone : "");
  gtk_switch_set_active (self->header, guess->has_header);
  adw_combo_row_set_selected (self->delimiter, index_of (delimiters, G_N_ELEMENTS (delimiters),
                                                         (char[]){ guess->delimiter, '\0' }));
  adw_combo_row_set_selected (self->encoding,
                              index_of (encodings, G_N_ELEMENTS (encodings), guess->encoding));
  gtk_widget_set_sensitive (GTK_WIDGET (self->delimiter), csv);
  gtk_widget_set_sensitive (GTK_WIDGET (self->encoding), csv);
  gtk_widget_set_sensitive (GTK_WIDGET (self->header), csv);
  prn_cells_show (self->first_rows, guess);
  self->updating = FALSE;
}

static void
show_rejects (PrnLogPage *self, PrnLog *log)
{
  guint64 count = log != NULL ? prn_log_n_rejected (log) : 0;
  guint n = 0;
  const PrnReject *rejects = log != NULL ? prn_log_rejects (log, &n) : NULL;
  g_autofree char *figure = prn_wording_count (count);
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->reject_rows->len; i++)
    adw_expander_row_remove (self->rejects, g_ptr_array_index (self->reject_rows, i));
  g_ptr_array_set_size (self->reject_rows, 0);
  gtk_widget_set_visible (self->rejects_group, count > 0);
  if (count == 0)
    return;

  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s row cannot be used", "%s rows cannot be used", count),
      figure);
  g_object_set (self->rejects, "title", title, NULL);
  for (guint i = 0; i < n; i++) {
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *line = prn_wording_count (rejects[i].line);
    g_autofree char *place = g_strdup_printf (_("Line %s"), line);
    g_autofree char *reason = prn_reject_words (rejects[i].reason);

    g_object_set (row, "use-markup", FALSE, "title", place, "subtitle", reason, NULL);
    adw_expander_row_add_row (self->rejects, row);
    g_ptr_array_add (self->reject_rows, row);
  }
}

static char *
describe_rows (PrnLogPage *self, PrnLog *log, GListModel *rows)
{
  g_autofree char *read = prn_wording_count (prn_log_n_read (log));
  g_autofree char *accepted = prn_wording_count (prn_log_n_accepted (log));
  g_autofree char *customers = prn_wording_count (prn_log_n_customers (log));
  guint n = g_list_model_get_n_items (rows);

  if (self->map == NULL || prn_map_n (self->map, PRN_KIND_STAGE) == 0)
    return g_strdup_printf (_("%s of %s rows can be used. %s customers, %u activities."), accepted,
                            read, customers, n);
  return g_strdup_printf (
      _("%s of %s rows can be used. %s customers. %u of %u activities are on the map."), accepted,
      read, customers, prn_activity_rows_matched (rows), n);
}

static void
show_activities (PrnLogPage *self, PrnLog *log)
{
  GListModel *rows = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *description = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->activities_group),
                          log != NULL || prn_log_session_get_job (self->session) != NULL);
  gtk_widget_set_visible (self->activities_window, log != NULL);
  if (log != NULL) {
    rows = prn_activity_rows (self->map, log);
    description = describe_rows (self, log, rows);
    selection = gtk_no_selection_new (rows);
  } else if (prn_log_session_get_job (self->session) != NULL) {
    description = g_strdup (_("Reading…"));
  }
  gtk_column_view_set_model (self->activities, GTK_SELECTION_MODEL (selection));
  adw_preferences_group_set_description (self->activities_group, description);
}

static void
update (PrnLogPage *self)
{
  const PrnLogGuess *guess = prn_log_session_get_guess (self->session);
  const GError *error = prn_log_session_get_error (self->session);
  PrnLog *log = prn_log_session_get_log (self->session);

  if (guess != self->shown_guess) {
    self->shown_guess = guess;
    if (guess != NULL)
      show_guess (self, guess);
  }
  gtk_label_set_label (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error_box, error != NULL);
  show_activities (self, log);
  show_rejects (self, log);
}

static void
prn_log_page_dispose (GObject *object)
{
  PrnLogPage *self = PRN_LOG_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->map, prn_map_unref);
  g_clear_pointer (&self->reject_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (prn_log_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, title);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, replay_button);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, discover_button);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, error_box);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, customer);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, event);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, time);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, stages);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, activities_group);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, activities_window);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, activities);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, time_format);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, zone);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, delimiter);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, encoding);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, header);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, first_rows);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, rejects_group);
  gtk_widget_class_bind_template_child (widget_class, PrnLogPage, rejects);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, stages_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
}

static void
prn_log_page_class_init (PrnLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_log_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/log-page.ui");
  bind_children (widget_class);
  prn_actions_bind (widget_class);
}

static void
prn_log_page_init (PrnLogPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;

  self->reject_rows = g_ptr_array_new ();
  self->meaning = prn_activity_row_add_columns (self->activities);
}

GtkWidget *
prn_log_page_new (void)
{
  return g_object_new (PRN_TYPE_LOG_PAGE, NULL);
}

void
prn_log_page_set_session (PrnLogPage *self, PrnLogSession *session)
{
  g_return_if_fail (PRN_IS_LOG_PAGE (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  g_set_object (&self->session, session);
  self->shown_guess = NULL;
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_window_title_set_title (self->title, prn_log_session_get_name (session));
  adw_window_title_set_subtitle (self->title, "");
  update (self);
}

void
prn_log_page_set_map (PrnLogPage *self, PrnMap *map)
{
  gboolean can_replay = map != NULL && prn_map_n (map, PRN_KIND_STAGE) > 0;

  g_return_if_fail (PRN_IS_LOG_PAGE (self));

  if (map != NULL)
    prn_map_ref (map);
  g_clear_pointer (&self->map, prn_map_unref);
  self->map = map;

  /* Of the two ways on, the one that leads somewhere stands out. */
  gtk_widget_set_visible (self->replay_button, can_replay);
  gtk_column_view_column_set_visible (self->meaning, can_replay);
  if (can_replay)
    gtk_widget_remove_css_class (self->discover_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->discover_button, "suggested-action");
  if (self->session != NULL)
    update (self);
}
