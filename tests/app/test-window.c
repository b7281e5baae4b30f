/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window in process: pages, modes, selection, sizes, both reading directions, both styles. */

#include "window-fixture.h"

/* Opens the sample and waits for its numbers. */
static void
replay_sample (PrnWindow *window)
{
  g_autofree char *map = sample ("saas-sample.lifecycle.json");
  g_autofree char *log = sample ("saas-sample.csv");

  prn_window_open (window, map, log, TRUE);
  WAIT_FOR (window->tab->findings != NULL);
  settle ();
}

static void
test_gallery (void)
{
  PrnWindow *window = window_new ();

  g_assert_cmpstr (page_of (window), ==, "start");
  g_assert_true (enabled (window, "open"));
  g_assert_true (enabled (window, "sample"));
  g_assert_false (enabled (window, "export"));
  g_assert_false (enabled (window, "replay"));
  assert_fits (window, 900, 600);
  picture (GTK_WIDGET (window), "start");
  window_close (window);
}

/* Each template opens, is checked, drawn, and has no problem to show. */
static void
test_templates (void)
{
  static const char *const ids[] = { "five-stages",         "customer-lifecycle",
                                     "growth-loop",         "saas-two-phases",
                                     "customer-success",    "saas-trial-to-upgrade",
                                     "retail-card" };
  PrnWindow *window = window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_test_message ("%s", ids[i]);
    g_signal_emit_by_name (window->start_page, "template-chosen", ids[i]);
    settle ();
    g_assert_cmpstr (page_of (window), ==, "map");
    g_assert_false (prn_document_is_empty (window->tab->document));
    g_assert_null (prn_document_get_path (window->tab->document));
    g_assert_true (enabled (window, "export"));
    picture (GTK_WIDGET (window), ids[i]);
    activate (window, "start");
    g_assert_cmpstr (page_of (window), ==, "start");
  }
  window_close (window);
}

/* An empty map offers no picture of itself and nothing to replay on. */
static void
test_blank (void)
{
  PrnWindow *window = window_new ();

  g_signal_emit_by_name (window->start_page, "template-chosen", "");
  settle ();
  g_assert_cmpstr (page_of (window), ==, "map");
  g_assert_true (prn_document_is_empty (window->tab->document));
  g_assert_false (enabled (window, "export"));
  picture (GTK_WIDGET (window), "blank");
  window_close (window);
}

static void
test_replay (void)
{
  PrnWindow *window = window_new ();
  const PrnReport *report;
  gboolean panel;

  replay_sample (window);
  report = prn_findings_get_report (window->tab->findings);
  g_assert_cmpuint (report->rows.read, ==, report->rows.accepted + report->rows.rejected);
  g_assert_cmpstr (page_of (window), ==, "map");
  g_assert_cmpstr (prn_map_page_get_mode (window->tab->map_page), ==, "data");
  g_object_get (window->tab->map_page, "show-panel", &panel, NULL);
  g_assert_true (panel);
  assert_fits (window, 900, 600);
  picture (GTK_WIDGET (window), "replay");

  activate (window, "log-settings");
  g_assert_cmpstr (page_of (window), ==, "log");
  assert_fits (window, 900, 600);
  picture (GTK_WIDGET (window), "log");
  activate (window, "back");
  g_assert_cmpstr (page_of (window), ==, "map");

  activate (window, "zoom-in");
  activate (window, "zoom-out");
  activate (window, "zoom-100");
  activate (window, "zoom-fit");
  activate (window, "panel");
  g_object_get (window->tab->map_page, "show-panel", &panel, NULL);
  g_assert_false (panel);
  window_close (window);
}

/* What is selected in the canvas is selected in the panel, and the other way round. */
static void
test_selection (void)
{
  PrnWindow *window = window_new ();

  replay_sample (window);
  g_assert_false (enabled (window, "zoom-selection"));
  g_object_set (window->tab->map_page, "selected", "trial", NULL);
  settle ();
  g_assert_cmpstr (prn_map_page_get_selected (window->tab->map_page), ==, "trial");
  g_assert_true (enabled (window, "zoom-selection"));
  picture (GTK_WIDGET (window), "selection");
  activate (window, "zoom-selection");
  picture (GTK_WIDGET (window), "zoom-selection");
  window_close (window);
}

/* Another map drops the numbers of the one before, and keeps the log to be replayed on it. */
static void
test_other_map (void)
{
  PrnWindow *window = window_new ();

  replay_sample (window);
  g_signal_emit_by_name (window->start_page, "template-chosen", "saas-trial-to-upgrade");
  settle ();
  g_assert_null (window->tab->findings);
  g_assert_true (enabled (window, "log-settings"));
  g_assert_cmpstr (prn_map_page_get_mode (window->tab->map_page), ==, "draw");
  activate (window, "replay");
  WAIT_FOR (window->tab->findings != NULL);
  g_assert_true (prn_findings_get_map (window->tab->findings) ==
                 prn_document_get_map (window->tab->document));
  window_close (window);
}

/* A log alone is shown first, and a map can be drawn from it. */
static void
test_discover (void)
{
  PrnWindow *window = window_new ();
  g_autofree char *log = sample ("saas-sample.csv");

  prn_window_open (window, NULL, log, FALSE);
  WAIT_FOR (window->tab->session != NULL && prn_log_session_get_log (window->tab->session) != NULL);
  settle ();
  g_assert_cmpstr (page_of (window), ==, "log");
  g_assert_false (enabled (window, "replay"));
  activate (window, "discover");
  WAIT_FOR (window->tab->findings != NULL);
  g_assert_cmpstr (page_of (window), ==, "map");
  g_assert_cmpuint (prn_findings_get_report (window->tab->findings)->entered, >, 0);
  window_close (window);
}

/* Reading that was stopped leaves the window as it was, and begins anew when it is asked for. */
static void
test_cancel (void)
{
  PrnWindow *window = window_new ();
  g_autofree char *log = sample ("saas-sample.csv");

  g_signal_emit_by_name (window->start_page, "template-chosen", "saas-trial-to-upgrade");
  prn_window_open (window, NULL, log, FALSE);
  g_assert_nonnull (prn_log_session_get_job (window->tab->session));
  prn_window_cancel (window);
  g_assert_null (prn_log_session_get_job (window->tab->session));
  settle ();
  g_assert_null (prn_log_session_get_log (window->tab->session));
  g_assert_cmpstr (page_of (window), ==, "map");
  activate (window, "replay");
  WAIT_FOR (window->tab->findings != NULL);
  window_close (window);
}

static void
test_right_to_left (void)
{
  PrnWindow *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = window_new ();
  picture (GTK_WIDGET (window), "start-rtl");
  replay_sample (window);
  picture (GTK_WIDGET (window), "replay-rtl");
  activate (window, "log-settings");
  picture (GTK_WIDGET (window), "log-rtl");
  window_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_dark (void)
{
  PrnWindow *window = window_new ();

  replay_sample (window);
  g_action_group_change_action_state (G_ACTION_GROUP (application), "style",
                                      g_variant_new_string ("dark"));
  settle ();
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  picture (GTK_WIDGET (window), "replay-dark");
  activate (window, "start");
  picture (GTK_WIDGET (window), "start-dark");
  g_action_group_change_action_state (G_ACTION_GROUP (application), "style",
                                      g_variant_new_string ("default"));
  window_close (window);
}

/* A window that is closed in the middle of its work ends it. */
static void
test_close_while_reading (void)
{
  PrnWindow *window = window_new ();
  g_autofree char *map = sample ("saas-sample.lifecycle.json");
  g_autofree char *log = sample ("saas-sample.csv");
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  prn_window_open (window, map, log, TRUE);
  WAIT_FOR (window->tab->session != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (watched == NULL);
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);

  g_test_add_func ("/window/gallery", test_gallery);
  g_test_add_func ("/window/templates", test_templates);
  g_test_add_func ("/window/blank", test_blank);
  g_test_add_func ("/window/replay", test_replay);
  g_test_add_func ("/window/selection", test_selection);
  g_test_add_func ("/window/other-map", test_other_map);
  g_test_add_func ("/window/discover", test_discover);
  g_test_add_func ("/window/cancel", test_cancel);
  g_test_add_func ("/window/right-to-left", test_right_to_left);
  g_test_add_func ("/window/dark", test_dark);
  g_test_add_func ("/window/close-while-reading", test_close_while_reading);

  return g_test_run ();
}
