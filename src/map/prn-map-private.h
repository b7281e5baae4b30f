/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map-index.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* The elements of one kind, shared between maps. */
typedef struct {
  gatomicrefcount ref_count;
  guint n;
  PrnElement *items[];
} PrnElements;

/* A list with room for @n elements, to be filled by its maker; %NULL may be held and let go. */
PrnElements *prn_elements_new (guint n);
PrnElements *prn_elements_ref (PrnElements *elements);
void prn_elements_unref (PrnElements *elements);

struct _PrnMap {
  gatomicrefcount ref_count;
  PrnExtra *extra;
  gint64 version;
  char *title, *description;
  char *currency;
  PrnElements *elements[PRN_N_KINDS]; /* NULL: none */
  PrnPopulation population;
  PrnMapIndex *index; /* atomic; NULL until somebody asks for an id */
};

/* A map at its defaults, to be filled by the reader before anybody else sees it. */
PrnMap *prn_map_alloc (void);

G_END_DECLS
