/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* The names of one kind of element, to find one that is still free. People tell stages apart by
 * their names alone. */

typedef struct _PrnNames PrnNames;

/**
 * prn_name_is_taken:
 * @map: a map
 * @kind: a kind of element that has names
 * @name: a name
 *
 * Returns: whether an element of @kind is called so, upper and lower case alike
 */
gboolean prn_name_is_taken (PrnMap *map, PrnKind kind, const char *name);

/**
 * prn_names_new:
 * @map: a map
 * @kind: a kind of element that has names
 *
 * Returns: (transfer full): the names there are, upper and lower case alike
 */
PrnNames *prn_names_new (PrnMap *map, PrnKind kind);
void prn_names_free (PrnNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnNames, prn_names_free)

/**
 * prn_names_take:
 * @self: names
 * @name: the name something should have
 *
 * Takes a name that is still free.
 *
 * Returns: (transfer full): @name, or with a number at its end the first one that is free:
 *   `Stage 2`
 */
char *prn_names_take (PrnNames *self, const char *name);

G_END_DECLS
