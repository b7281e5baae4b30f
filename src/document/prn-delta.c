/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-delta.h"

#include "prn-map-parts.h"
#include "prn-schema.h"

/* Elements that stand in one place before and in another, or with others between them, after. */
typedef struct {
  PrnKind kind;
  guint start; /* in both lists, when the runs before this one in its list keep their length */
  guint n_before, n_after;
  PrnElement **elements; /* first those before, then those after */
} Run;

struct _PrnDelta {
  GArray *runs;          /* of Run, by kind and place */
  PrnMap *heads[2];      /* before and after; NULL when they say the same */
};

static void
run_clear (gpointer data)
{
  Run *run = data;

  for (guint i = 0; i < run->n_before + run->n_after; i++)
    prn_element_unref (run->elements[i]);
  g_free (run->elements);
}

static void
add_run (PrnDelta *delta, PrnKind kind, guint start, PrnElement *const *before, guint n_before,
         PrnElement *const *after, guint n_after)
{
  Run run = { kind, start, n_before, n_after, g_new (PrnElement *, n_before + n_after) };

  for (guint i = 0; i < n_before; i++)
    run.elements[i] = prn_element_ref (before[start + i]);
  for (guint i = 0; i < n_after; i++)
    run.elements[n_before + i] = prn_element_ref (after[start + i]);
  g_array_append_val (delta->runs, run);
}

/* Lists of one length: each run of places that hold another element. */
static void
add_replaced (PrnDelta *delta, PrnKind kind, PrnElement *const *before, PrnElement *const *after,
              guint n)
{
  for (guint i = 0; i < n; i++) {
    guint start = i;

    while (i < n && before[i] != after[i])
      i++;
    if (i > start)
      add_run (delta, kind, start, before, i - start, after, i - start);
  }
}

/* Lists of different lengths: all between what they have in common at both ends. */
static void
add_spliced (PrnDelta *delta, PrnKind kind, PrnElement *const *before, guint n_before,
             PrnElement *const *after, guint n_after)
{
  guint most = MIN (n_before, n_after), start = 0, end = 0;

  while (start < most && before[start] == after[start])
    start++;
  while (end < most - start && before[n_before - end - 1] == after[n_after - end - 1])
    end++;
  add_run (delta, kind, start, before, n_before - start - end, after, n_after - start - end);
}

PrnDelta *
prn_delta_new (PrnMap *before, PrnMap *after)
{
  PrnDelta *delta = g_new0 (PrnDelta, 1);

  delta->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (delta->runs, run_clear);

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    guint n_before, n_after;
    PrnElement *const *old = prn_map_elements (before, kind, &n_before);
    PrnElement *const *new = prn_map_elements (after, kind, &n_after);

    if (n_before != n_after)
      add_spliced (delta, kind, old, n_before, new, n_after);
    else if (old != new)
      add_replaced (delta, kind, old, new, n_before);
  }
  if (!prn_map_same_head (before, after)) {
    delta->heads[0] = prn_map_head (before);
    delta->heads[1] = prn_map_head (after);
  }
  return delta;
}

void
prn_delta_free (PrnDelta *delta)
{
  g_array_unref (delta->runs);
  for (guint i = 0; i < G_N_ELEMENTS (delta->heads); i++)
    g_clear_pointer (&delta->heads[i], prn_map_unref);
  g_free (delta);
}

/* The list of a kind with @runs in it gone; the runs before in the list kept their length. */
static PrnMap *
go_in_list (PrnMap *map, const Run *runs, guint n_runs, gboolean back)
{
  PrnKind kind = runs[0].kind;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  guint n, done = 0;
  gpointer const *old = prn_map_elements (map, kind, &n);

  for (guint i = 0; i < n_runs; i++) {
    const Run *run = &runs[i];
    guint n_old = back ? run->n_after : run->n_before;
    guint n_new = back ? run->n_before : run->n_after;

    g_return_val_if_fail (run->start >= done && run->start + n_old <= n, prn_map_ref (map));
    for (; done < run->start; done++)
      g_ptr_array_add (list, old[done]);
    for (guint k = 0; k < n_new; k++)
      g_ptr_array_add (list, run->elements[(back ? 0 : run->n_before) + k]);
    done += n_old;
  }
  for (; done < n; done++)
    g_ptr_array_add (list, old[done]);
  return prn_map_with_list (map, kind, list->pdata, list->len);
}

PrnMap *
prn_delta_go (const PrnDelta *delta, PrnMap *map, gboolean back)
{
  const Run *runs = (const Run *) (gconstpointer) delta->runs->data;
  PrnMap *head = delta->heads[back ? 0 : 1];
  PrnMap *result = head != NULL ? prn_map_with_head (map, head) : prn_map_ref (map);

  for (guint i = 0, n; i < delta->runs->len; i += n) {
    PrnMap *previous = result;

    for (n = 1; i + n < delta->runs->len && runs[i + n].kind == runs[i].kind;)
      n++;
    result = go_in_list (previous, &runs[i], n, back);
    prn_map_unref (previous);
  }
  return result;
}

static void
append_run (const Run *run, GString *out)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < run->n_before; i++)
    g_hash_table_insert (places, run->elements[i], GUINT_TO_POINTER (run->start + i));

  g_string_append_printf (out, "[%u,%u,[", run->start, run->n_before);
  for (guint i = 0; i < run->n_after; i++) {
    PrnElement *element = run->elements[run->n_before + i];
    gpointer place;

    if (i > 0)
      g_string_append_c (out, ',');
    if (g_hash_table_lookup_extended (places, element, NULL, &place))
      g_string_append_printf (out, "%u", GPOINTER_TO_UINT (place));
    else
      prn_element_append_line (element, out);
  }
  g_string_append (out, "]]");
}

void
prn_delta_append (const PrnDelta *delta, GString *out)
{
  const Run *runs = (const Run *) (gconstpointer) delta->runs->data;

  if (delta->heads[1] != NULL) {
    g_string_append (out, ",\"head\":");
    prn_map_append_line (delta->heads[1], out);
  }
  for (guint i = 0; i < delta->runs->len; i++) {
    gboolean first = i == 0 || runs[i - 1].kind != runs[i].kind;
    gboolean last = i + 1 == delta->runs->len || runs[i + 1].kind != runs[i].kind;

    if (first)
      g_string_append_printf (out, ",\"%s\":[", prn_kind_list_name (runs[i].kind));
    append_run (&runs[i], out);
    g_string_append_c (out, last ? ']' : ',');
  }
}
