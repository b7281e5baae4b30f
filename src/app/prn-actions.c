/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PrnActionInfo actions[] = {
  { .name = "app.new-window",
    .label = N_("_New Window"),
    .help = N_("Opens another window with the start gallery"),
    .shortcuts = { "<Control>n" },
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.open",
    .label = N_("_Open Map…"),
    .help = N_("Opens a map from a file"),
    .shortcuts = { "<Control>o" },
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.open-log",
    .label = N_("Open _Log…"),
    .help = N_("Opens a customer log, CSV or XES, to replay it on the map"),
    .shortcuts = { "<Control>l" },
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.save",
    .label = N_("_Save"),
    .help = N_("Writes the map into its file"),
    .shortcuts = { "<Control>s" },
    .needs = PRN_NEEDS_UNSAVED,
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.save-as",
    .label = N_("_Save As…"),
    .help = N_("Writes the map into a file of a name of your own"),
    .shortcuts = { "<Control><Shift>s" },
    .needs = PRN_NEEDS_MAP,
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.revert",
    .label = N_("_Revert"),
    .help = N_("Goes back to what is in the file; can be undone"),
    .needs = PRN_NEEDS_OLD_FILE,
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.keep-mine",
    .label = N_("_Keep Mine"),
    .help = N_("Stays with this map where another program has changed the file"),
    .needs = PRN_NEEDS_CONFLICT,
    .group = PRN_GROUP_FILES },
  { .name = "win.take-theirs",
    .label = N_("Take _Theirs"),
    .help = N_("Shows what another program wrote into the file; can be undone"),
    .needs = PRN_NEEDS_CONFLICT,
    .group = PRN_GROUP_FILES },
  { .name = "win.merge",
    .label = N_("_Merge"),
    .help = N_("Makes one map of this one and what another program wrote; can be undone"),
    .needs = PRN_NEEDS_CONFLICT,
    .group = PRN_GROUP_FILES },
  { .name = "win.export",
    .label = N_("_Export…"),
    .help = N_("Makes a picture of the map: PNG, SVG or PDF"),
    .shortcuts = { "<Control>e" },
    .needs = PRN_NEEDS_MAP | PRN_NEEDS_STAGES,
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.undo",
    .label = N_("_Undo"),
    .help = N_("Takes the last step back"),
    .shortcuts = { "<Control>z" },
    .needs = PRN_NEEDS_UNDO,
    .group = PRN_GROUP_EDIT,
    .local = TRUE },
  { .name = "win.redo",
    .label = N_("_Redo"),
    .help = N_("Does again what was undone"),
    .shortcuts = { "<Control><Shift>z", "<Control>y" },
    .needs = PRN_NEEDS_REDO,
    .group = PRN_GROUP_EDIT,
    .local = TRUE },
  { .name = "win.inspector",
    .label = N_("Propert_ies"),
    .help = N_("Goes to the fields of what is selected; Escape goes back to the map"),
    .shortcuts = { "<Alt>Return", "<Alt>KP_Enter" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_EDIT },
  { .name = "win.add::segment",
    .label = N_("New S_egment"),
    .help = N_("Makes a segment of customers, and lets it be described"),
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_EDIT },
  { .name = "win.add::score",
    .label = N_("New Sc_ore"),
    .help = N_("Makes a health or lead score, and lets it be described"),
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_EDIT },
  { .name = "win.add::target",
    .label = N_("New T_arget"),
    .help = N_("Makes a target for what is selected, or for the map"),
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_EDIT },
  { .name = "win.add::scenario",
    .label = N_("New S_cenario"),
    .help = N_("Makes a what-if for simulations, and lets it be described"),
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_EDIT },
  { .name = "win.add::phase",
    .label = N_("New P_hase"),
    .help = N_("Makes a phase without stages, and lets it be described"),
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_EDIT },
  { .name = "win.back",
    .label = N_("_Back"),
    .help = N_("Leaves the page of the log"),
    .shortcuts = { "<Alt>Left" },
    .group = PRN_GROUP_VIEW,
    .local = TRUE },
  { .name = "win.start",
    .label = N_("Start _Gallery"),
    .help = N_("Shows templates and recent maps"),
    .shortcuts = { "<Alt>Home" },
    .group = PRN_GROUP_VIEW },
  { .name = "win.sample",
    .label = N_("_Try with Sample Data"),
    .help = N_("Opens the sample map and replays the sample log on it"),
    .place = PRN_MENU_LOG },
  { .name = "win.replay",
    .label = N_("_Replay the Log"),
    .help = N_("Walks every customer of the log through the map"),
    .shortcuts = { "<Control>r" },
    .needs = PRN_NEEDS_LOG | PRN_NEEDS_STAGES,
    .group = PRN_GROUP_DATA },
  { .name = "win.log-settings",
    .label = N_("_How the Log Is Read…"),
    .help = N_("Shows columns, times and activities of the log, and lets them be changed"),
    .needs = PRN_NEEDS_SOURCE,
    .place = PRN_MENU_LOG },
  { .name = "win.discover",
    .label = N_("_Draw a Map from the Log"),
    .help = N_("Makes a first map: every activity a stage, every common step a trigger"),
    .needs = PRN_NEEDS_LOG,
    .place = PRN_MENU_LOG },
  { .name = "win.mode::draw",
    .label = N_("_Draw"),
    .help = N_("Shows the map itself"),
    .shortcuts = { "<Alt>1" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.mode::data",
    .label = N_("D_ata"),
    .help = N_("Shows real customers on the map"),
    .shortcuts = { "<Alt>2" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.panel",
    .label = N_("Side _Panel"),
    .help = N_("Shows or hides the side panel"),
    .shortcuts = { "F9" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.zoom-in",
    .label = N_("Zoom _In"),
    .help = N_("Comes closer"),
    .shortcuts = { "<Control>plus", "<Control>equal", "<Control>KP_Add" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.zoom-out",
    .label = N_("Zoom _Out"),
    .help = N_("Steps back"),
    .shortcuts = { "<Control>minus", "<Control>KP_Subtract" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.zoom-100",
    .label = N_("_Normal Size"),
    .help = N_("Shows the map at 100 %"),
    .shortcuts = { "<Control>0", "<Control>KP_0" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.zoom-fit",
    .label = N_("_Whole Map"),
    .help = N_("Fits the map into the window"),
    .shortcuts = { "<Control>1", "<Control>KP_1" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.zoom-selection",
    .label = N_("Zoom to _Selection"),
    .help = N_("Shows the selected element large"),
    .shortcuts = { "<Control>2", "<Control>KP_2" },
    .needs = PRN_NEEDS_MAP | PRN_NEEDS_SELECTION,
    .group = PRN_GROUP_VIEW },
  { .name = "app.style::default",
    .label = N_("_Follow the System"),
    .help = N_("Light or dark as the system is"),
    .place = PRN_MENU_STYLE },
  { .name = "app.style::light",
    .label = N_("_Light"),
    .help = N_("Always light"),
    .place = PRN_MENU_STYLE },
  { .name = "app.style::dark",
    .label = N_("_Dark"),
    .help = N_("Always dark"),
    .place = PRN_MENU_STYLE },
  { .name = "win.palette",
    .label = N_("_Commands…"),
    .help = N_("Finds any command, or anything in the map, by a few letters"),
    .shortcuts = { "<Control><Shift>p", "<Control>k" },
    .place = PRN_MENU_PROGRAM },
  { .name = "win.find",
    .label = N_("_Find in the Outline"),
    .help = N_("Searches everything there is in the map"),
    .shortcuts = { "<Control>f" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.problems",
    .label = N_("_Problems"),
    .help = N_("Lists what is wrong with the map, and what can be done"),
    .shortcuts = { "F8" },
    .needs = PRN_NEEDS_MAP,
    .group = PRN_GROUP_VIEW },
  { .name = "win.preferences",
    .label = N_("_Preferences"),
    .help = N_("Colors, wheel, grid, and what is kept"),
    .shortcuts = { "<Control>comma" },
    .place = PRN_MENU_PROGRAM },
  { .name = "win.shortcuts",
    .label = N_("_Keyboard Shortcuts"),
    .help = N_("Lists the keyboard shortcuts"),
    .shortcuts = { "<Control>question", "F1" },
    .place = PRN_MENU_PROGRAM },
  { .name = "app.about",
    .label = N_("_About Perennial"),
    .help = N_("Version and licence"),
    .place = PRN_MENU_PROGRAM },
  { .name = "win.close-tab",
    .label = N_("_Close Map"),
    .help = N_("Closes the map in view"),
    .shortcuts = { "<Control>w" },
    .needs = PRN_NEEDS_TAB,
    .place = PRN_MENU_FILE,
    .group = PRN_GROUP_FILES },
  { .name = "win.next-tab",
    .label = N_("_Next Map"),
    .help = N_("Shows the map of the next tab"),
    .shortcuts = { "<Control>Page_Down" },
    .needs = PRN_NEEDS_TAB,
    .group = PRN_GROUP_VIEW },
  { .name = "win.previous-tab",
    .label = N_("_Previous Map"),
    .help = N_("Shows the map of the tab before"),
    .shortcuts = { "<Control>Page_Up" },
    .needs = PRN_NEEDS_TAB,
    .group = PRN_GROUP_VIEW },
  { .name = "window.close",
    .label = N_("_Close Window"),
    .help = N_("Closes the window"),
    .shortcuts = { "<Control><Shift>w" } },
  { .name = "app.quit",
    .label = N_("_Quit"),
    .help = N_("Closes every window"),
    .shortcuts = { "<Control>q" } },
#include "prn-actions-canvas.h"
};

const PrnActionInfo *
prn_actions (guint *n)
{
  *n = G_N_ELEMENTS (actions);
  return actions;
}

void
prn_actions_set_shortcuts (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    const char *accels[PRN_ACTION_MAX_SHORTCUTS + 1] = { NULL };

    if (actions[i].shortcuts[0] == NULL || actions[i].local ||
        g_str_has_prefix (actions[i].name, "canvas."))
      continue;
    for (guint j = 0; j < PRN_ACTION_MAX_SHORTCUTS; j++)
      accels[j] = actions[i].shortcuts[j];
    gtk_application_set_accels_for_action (application, actions[i].name, accels);
  }
}

void
prn_actions_bind (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    for (guint j = 0; j < PRN_ACTION_MAX_SHORTCUTS && actions[i].shortcuts[j] != NULL; j++) {
      GtkShortcut *shortcut;

      if (!actions[i].local)
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (actions[i].shortcuts[j]),
                                   gtk_named_action_new (actions[i].name));
      gtk_widget_class_add_shortcut (widget_class, shortcut);
      g_object_unref (shortcut);
    }
}

static GMenu *
menu_section (PrnMenuPlace place)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].place == place)
      g_menu_append (section, _(actions[i].label), actions[i].name);
  return section;
}

GMenuModel *
prn_actions_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (PrnMenuPlace place = PRN_MENU_FILE; place <= PRN_MENU_PROGRAM; place++) {
    g_autoptr (GMenu) section = menu_section (place);

    g_menu_append_section (menu, place == PRN_MENU_STYLE ? _("Appearance") : NULL,
                           G_MENU_MODEL (section));
  }
  return G_MENU_MODEL (menu);
}

void
prn_actions_enable (GActionMap *window, PrnActionNeeds have)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;
    GAction *action;

    if (!g_action_parse_detailed_name (actions[i].name, &name, &target, NULL) ||
        !g_str_has_prefix (name, "win."))
      continue;
    action = g_action_map_lookup_action (window, name + strlen ("win."));
    g_return_if_fail (action != NULL);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (actions[i].needs & ~have) == 0);
  }
}
