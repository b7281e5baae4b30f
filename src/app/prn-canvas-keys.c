/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-keys.h"

#include <glib/gi18n-lib.h>

#include "prn-actions.h"

/* Not by the name of the action alone: a key whose action makes no sense now is left to others, so
 * that Tab leaves a canvas where nothing is selected. */
static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  const PrnActionInfo *info = data;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (info->name, &name, &target, NULL) ||
      !prn_canvas_can (PRN_CANVAS (widget), name))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action_variant (widget, name, target);
}

static void
add_key (GtkShortcutController *controller, const PrnActionInfo *info, const char *key)
{
  /* The table is constant. */
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                    gtk_callback_action_new (key_cb, (gpointer) info, NULL)));
}

static void
add_keys (GtkWidget *canvas)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (actions[i].name, "canvas."))
      for (guint k = 0; k < PRN_ACTION_MAX_SHORTCUTS && actions[i].shortcuts[k] != NULL; k++)
        add_key (GTK_SHORTCUT_CONTROLLER (controller), &actions[i], actions[i].shortcuts[k]);
  gtk_widget_add_controller (canvas, controller);
}

static GMenu *
section_of (PrnMenuPlace place)
{
  GMenu *section = g_menu_new ();
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GMenuItem) item = NULL;

    if (actions[i].place != place)
      continue;
    item = g_menu_item_new (_(actions[i].label), actions[i].name);
    g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
    if (actions[i].shortcuts[0] != NULL)
      g_menu_item_set_attribute (item, "accel", "s", actions[i].shortcuts[0]);
    g_menu_append_item (section, item);
  }
  return section;
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (PrnMenuPlace place = PRN_MENU_CANVAS_NEW; place <= PRN_MENU_CANVAS_ARRANGE; place++) {
    g_autoptr (GMenu) section = section_of (place);

    if (place == PRN_MENU_CANVAS_ALIGN) {
      g_autoptr (GMenu) holder = g_menu_new ();
      g_autoptr (GMenuItem) item = g_menu_item_new_submenu (_("_Align"), G_MENU_MODEL (section));

      /* Shown when there is something to align: its own action is never activated. */
      g_menu_item_set_detailed_action (item, "canvas.align::left");
      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (holder, item);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (holder));
    } else {
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  }
  return G_MENU_MODEL (menu);
}

void
prn_actions_attach_to_canvas (PrnCanvas *canvas)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  add_keys (GTK_WIDGET (canvas));
  prn_canvas_set_menu (canvas, menu);
}
