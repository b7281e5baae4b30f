/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-palette.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-actions.h"
#include "prn-canvas.h"
#include "prn-fuzzy.h"
#include "prn-member-words.h"
#include "prn-title.h"

#define MAX_ROWS 50

/* Something that can be chosen. */
typedef struct {
  char *title;
  char *detail;
  const char *action;   /* NULL for an element */
  const char *id;       /* of an element; owned by the map */
  const char *shortcut; /* nullable */
  gboolean enabled;
  int score;
} Choice;

struct _PrnPalette {
  AdwWindow parent;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkScrolledWindow *scrolled;
  GtkWidget *nothing;
  PrnMap *map;
  GArray *choices;
};

G_DEFINE_TYPE (PrnPalette, prn_palette, ADW_TYPE_WINDOW)

enum {
  ACTION_CHOSEN,
  ELEMENT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choice_clear (gpointer choice)
{
  g_free (((Choice *) choice)->title);
  g_free (((Choice *) choice)->detail);
}

static void
prn_palette_finalize (GObject *object)
{
  PrnPalette *self = PRN_PALETTE (object);

  g_array_unref (self->choices);
  g_clear_pointer (&self->map, prn_map_unref);

  G_OBJECT_CLASS (prn_palette_parent_class)->finalize (object);
}

/* "_Open Map…" as it is read. */
static char *
without_mnemonic (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    if (*p != '_')
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

static gboolean
is_enabled (const PrnActionInfo *info, GtkWindow *parent, GtkWidget *canvas)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (info->name, &name, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "win."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (parent), name + strlen ("win."));
  if (g_str_has_prefix (name, "canvas."))
    return canvas != NULL && prn_canvas_can (PRN_CANVAS (canvas), name);
  return TRUE;
}

static void
add_actions (PrnPalette *self, GtkWindow *parent, GtkWidget *canvas)
{
  guint n;
  const PrnActionInfo *infos = prn_actions (&n);

  for (guint i = 0; i < n; i++) {
    Choice choice = { .title = without_mnemonic (_(infos[i].label)),
                      .detail = g_strdup (_(infos[i].help)),
                      .action = infos[i].name,
                      .shortcut = infos[i].shortcuts[0],
                      .enabled = is_enabled (&infos[i], parent, canvas) };

    g_array_append_val (self->choices, choice);
  }
}

/* Its kind; which of several triggers of one name it is. */
static char *
detail_of (PrnMap *map, gconstpointer element)
{
  const PrnTrigger *trigger = element;
  const char *title = prn_kind_title (prn_element_kind (element));
  g_autofree char *way = NULL;

  if (prn_element_kind (element) != PRN_KIND_TRIGGER || trigger->name[0] == '\0')
    return g_strdup (title);
  way = prn_title_of_way (map, trigger);
  return g_strdup_printf ("%s · %s", title, way);
}

static void
add_elements (PrnPalette *self)
{
  for (PrnKind kind = 0; self->map != NULL && kind < PRN_N_KINDS; kind++) {
    for (guint i = 0; i < prn_map_n (self->map, kind); i++) {
      gconstpointer element = prn_map_nth (self->map, kind, i);
      Choice choice = { .title = prn_title_of (self->map, element),
                        .detail = detail_of (self->map, element),
                        .id = prn_element_id (element),
                        .enabled = TRUE };

      g_array_append_val (self->choices, choice);
    }
  }
}

static Choice *
nth (PrnPalette *self, guint index)
{
  return &g_array_index (self->choices, Choice, index);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
row_new (PrnPalette *self, guint index)
{
  const Choice *choice = nth (self, index);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = label_new (choice->detail, "caption");
  g_autofree char *name = g_strdup_printf ("%s, %s", choice->title, choice->detail);

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (choice->title, NULL));
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
  if (choice->shortcut != NULL) {
    guint key;
    GdkModifierType modifiers;

    if (gtk_accelerator_parse (choice->shortcut, &key, &modifiers)) {
      g_autofree char *keys = gtk_accelerator_get_label (key, modifiers);
      GtkWidget *label = gtk_label_new (keys);

      gtk_widget_add_css_class (label, "keys");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), label);
    }
  }
  gtk_widget_add_css_class (box, "palette-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_sensitive (row, choice->enabled);
  g_object_set_data (G_OBJECT (row), "prn-index", GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  PrnPalette *self = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const Choice *x = nth (self, i), *y = nth (self, j);

  if (x->enabled != y->enabled)
    return x->enabled ? -1 : 1;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return i < j ? -1 : 1;
}

/* The best choices for what is typed, the best one selected; with nothing typed all actions. */
static void
search_cb (PrnPalette *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->choices->len; i++) {
    Choice *choice = nth (self, i);

    choice->score = prn_fuzzy_score (typed, choice->title);
    /* An id is what reports and the command line call an element. */
    if (choice->score < 0 && choice->id != NULL && g_str_equal (typed, choice->id))
      choice->score = prn_fuzzy_score (typed, choice->id);
    if (choice->score >= 0 && (*typed != '\0' || choice->action != NULL))
      g_array_append_val (found, i);
  }
  g_array_sort_with_data (found, compare, self);
  for (guint i = 0; i < MIN (found->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, row_new (self, g_array_index (found, guint, i)));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), row != NULL);
  gtk_widget_set_visible (self->nothing, row == NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
activated_cb (PrnPalette *self, GtkListBoxRow *row)
{
  g_autoptr (PrnPalette) kept = g_object_ref (self);
  const Choice *choice =
      nth (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "prn-index")));

  if (!choice->enabled)
    return;
  gtk_window_close (GTK_WINDOW (self));
  if (choice->action != NULL)
    g_signal_emit (self, signals[ACTION_CHOSEN], 0, choice->action);
  else
    g_signal_emit (self, signals[ELEMENT_CHOSEN], 0, choice->id);
}

static void
enter_cb (PrnPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    activated_cb (self, row);
}

/* The arrows walk through the list while the letters go on being typed. */
static gboolean
key_cb (PrnPalette *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, MAX (0, index + (key == GDK_KEY_Down ? 1 : -1)));
  if (row != NULL) {
    graphene_rect_t bounds;

    gtk_list_box_select_row (self->list, row);
    if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
      gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scrolled),
                                 bounds.origin.y, bounds.origin.y + bounds.size.height);
  }
  return GDK_EVENT_STOP;
}

static void
close_cb (PrnPalette *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
prn_palette_class_init (PrnPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = prn_palette_finalize;

  signals[ACTION_CHOSEN] = g_signal_new ("action-chosen", PRN_TYPE_PALETTE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ELEMENT_CHOSEN] = g_signal_new ("element-chosen", PRN_TYPE_PALETTE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/palette.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnPalette, search);
  gtk_widget_class_bind_template_child (widget_class, PrnPalette, list);
  gtk_widget_class_bind_template_child (widget_class, PrnPalette, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PrnPalette, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
prn_palette_init (PrnPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_search_delay (self->search, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
prn_palette_new (GtkWindow *parent, GtkWidget *canvas, PrnMap *map)
{
  PrnPalette *self = g_object_new (PRN_TYPE_PALETTE, "transient-for", parent, NULL);

  self->map = map != NULL ? prn_map_ref (map) : NULL;
  add_actions (self, parent, canvas);
  add_elements (self);
  search_cb (self);
  return GTK_WIDGET (self);
}

void
prn_palette_search (PrnPalette *self, const char *typed)
{
  g_return_if_fail (PRN_IS_PALETTE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), typed);
}
