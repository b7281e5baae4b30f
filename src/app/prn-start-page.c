/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-start-page.h"

#include <glib/gi18n-lib.h>

#include "prn-actions.h"
#include "prn-map.h"
#include "prn-recovered-list.h"
#include "prn-settings.h"
#include "prn-templates.h"
#include "prn-theming.h"
#include "prn-thumbnail.h"

#define CARD_CHARS 24 /* of its words; about as wide as its picture */

struct _PrnStartPage {
  AdwBin parent;

  GtkMenuButton *menu_button;
  GtkFlowBox *gallery;
  PrnRecoveredList *recovered;
  GtkWidget *recent_section;
  GtkListBox *recent;

  GPtrArray *cards; /* (element-type Card) */
  guint next;       /* the first card that is not drawn yet */
  guint idle;
};

G_DEFINE_TYPE (PrnStartPage, prn_start_page, ADW_TYPE_BIN)

enum {
  TEMPLATE_CHOSEN,
  MAP_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One map of the gallery. */
typedef struct {
  const char *template; /* "" for a blank map */
  GtkWidget *button;
  GtkWidget *thumbnail;
  GtkWidget *title;
  GtkWidget *facts;
  PrnMap *map;
} Card;

static void
card_free (gpointer data)
{
  Card *card = data;

  g_clear_pointer (&card->map, prn_map_unref);
  g_free (card);
}

static void
prn_start_page_dispose (GObject *object)
{
  PrnStartPage *self = PRN_START_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (prn_start_page_parent_class)->dispose (object);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
load_card (Card *card)
{
  guint n;
  g_autofree char *facts = NULL;

  if (card->template[0] == '\0' || card->map != NULL)
    return;
  card->map = prn_template_load (card->template, NULL);
  if (card->map == NULL)
    return;
  n = prn_map_n (card->map, PRN_KIND_STAGE);
  facts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stage", "%u stages", n), n);
  gtk_label_set_label (GTK_LABEL (card->title), prn_map_get_title (card->map));
  gtk_label_set_label (GTK_LABEL (card->facts), facts);
  gtk_widget_set_tooltip_text (card->button, prn_map_get_description (card->map));
  name_button (card->button, prn_map_get_title (card->map));
}

/* One card at a time: the window answers in between. */
static gboolean
draw_next_cb (gpointer user_data)
{
  PrnStartPage *self = user_data;
  Card *card;

  if (self->next >= self->cards->len) {
    self->idle = 0;
    return G_SOURCE_REMOVE;
  }
  card = g_ptr_array_index (self->cards, self->next++);
  load_card (card);
  prn_thumbnail_set_map (PRN_THUMBNAIL (card->thumbnail), card->map, NULL, prn_theming_current ());
  return G_SOURCE_CONTINUE;
}

static void
draw_all (PrnStartPage *self)
{
  self->next = 0;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, draw_next_cb, self, NULL);
}

static gboolean
begin_cb (gpointer user_data)
{
  PrnStartPage *self = user_data;

  self->idle = 0;
  prn_start_page_refresh (self);
  prn_recovered_list_load (self->recovered);
  draw_all (self);
  return G_SOURCE_REMOVE;
}

/* The frame in the making is drawn before anything of low priority runs. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PrnStartPage *self = PRN_START_PAGE (widget);

  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, begin_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
template_clicked_cb (PrnStartPage *self, GtkButton *button)
{
  g_signal_emit (self, signals[TEMPLATE_CHOSEN], 0,
                 g_object_get_data (G_OBJECT (button), "prn-template"));
}

static void
recent_activated_cb (PrnStartPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[MAP_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "prn-path"));
}

static GtkWidget *
card_label (GtkWidget *words, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* Long words of one card do not make all of them wider: they take a second line. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CARD_CHARS);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (words), label);
  return label;
}

/* A ground without a map, and the sign for something new on it. */
static GtkWidget *
blank_picture (Card *card)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *plus = gtk_image_new_from_icon_name ("list-add-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (plus), 32);
  gtk_widget_add_css_class (plus, "dim-label");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), card->thumbnail);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), plus);
  return overlay;
}

static void
add_card (PrnStartPage *self, const char *template, const char *title, const char *facts)
{
  Card *card = g_new0 (Card, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *child = gtk_flow_box_child_new ();

  card->template = template;
  card->thumbnail = prn_thumbnail_new ();
  card->title = card_label (words, title, "heading");
  card->facts = card_label (words, facts, "caption");
  gtk_widget_add_css_class (card->facts, "dim-label");
  gtk_widget_add_css_class (words, "card-words");
  gtk_box_append (GTK_BOX (box), template[0] != '\0' ? card->thumbnail : blank_picture (card));
  gtk_box_append (GTK_BOX (box), words);

  card->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (card->button), box);
  gtk_widget_add_css_class (card->button, "card");
  gtk_widget_add_css_class (card->button, "map-card");
  g_object_set_data (G_OBJECT (card->button), "prn-template", (gpointer) template);
  g_signal_connect_object (card->button, "clicked", G_CALLBACK (template_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  /* Until it is read its id stands for its title. */
  name_button (card->button, title != NULL ? title : template);

  /* The button takes the focus, not the place around it. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card->button);
  gtk_flow_box_append (self->gallery, child);
  g_ptr_array_add (self->cards, card);
}

static void
theme_cb (PrnStartPage *self)
{
  draw_all (self);
}

static GMenuModel *
menu_model_of (GtkMenuButton *button)
{
  return gtk_menu_button_get_menu_model (button);
}

/* The menu is made when it is first opened: a popover costs as much as the rest of the page. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (menu_model_of (button) == NULL) {
    g_autoptr (GMenuModel) menu = prn_actions_menu ();

    gtk_menu_button_set_menu_model (button, menu);
  }
}

static void
prn_start_page_class_init (PrnStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_start_page_dispose;

  signals[TEMPLATE_CHOSEN] =
      g_signal_new ("template-chosen", PRN_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MAP_CHOSEN] = g_signal_new ("map-chosen", PRN_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (PRN_TYPE_RECOVERED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PrnStartPage, gallery);
  gtk_widget_class_bind_template_child (widget_class, PrnStartPage, recovered);
  gtk_widget_class_bind_template_child (widget_class, PrnStartPage, recent_section);
  gtk_widget_class_bind_template_child (widget_class, PrnStartPage, recent);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
prn_start_page_init (PrnStartPage *self)
{
  const char *const *templates = prn_templates_list ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->cards = g_ptr_array_new_with_free_func (card_free);
  for (guint i = 0; templates[i] != NULL; i++)
    add_card (self, templates[i], NULL, NULL);
  add_card (self, "", _("Blank map"), _("Or a map drawn from a log"));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  prn_theming_follow (self, G_CALLBACK (theme_cb));
}

PrnRecoveredList *
prn_start_page_get_recovered (PrnStartPage *self)
{
  g_return_val_if_fail (PRN_IS_START_PAGE (self), NULL);

  return self->recovered;
}

GtkWidget *
prn_start_page_new (void)
{
  return g_object_new (PRN_TYPE_START_PAGE, NULL);
}

static GtkWidget *
recent_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  g_object_set (row, "use-markup", FALSE, "title", name, "subtitle", shown, "title-lines", 1,
                "subtitle-lines", 1, "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), "prn-path", g_strdup (path), g_free);
  return row;
}

void
prn_start_page_refresh (PrnStartPage *self)
{
  g_auto (GStrv) paths = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (PRN_IS_START_PAGE (self));

  paths = prn_settings_get_recent ();
  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent, recent_row (paths[i]));
  gtk_widget_set_visible (self->recent_section, paths[0] != NULL);
}
