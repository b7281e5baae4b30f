/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"
#include "prn-report.h"

/* Maps and reports for the tests of this room. */

typedef struct {
  guint stages, triggers, events, phases, notes;
  gboolean unplaced;    /* stages have no position */
  gboolean overlapping; /* cards may lie on each other; else they keep apart */
} MapShape;

/* The same shape and seed give the same map: names in several scripts, every role, triggers from
 * stages, phases and any stage, loops and doubles. */
PrnMap *fixture_map (const MapShape *shape, guint32 seed);

/* A report that speaks of every stage and trigger of a map. */
PrnReport *fixture_report (PrnMap *map, guint32 seed);

/* A map with nothing in it but stages of these names, unplaced, each leading to the next. */
PrnMap *fixture_chain (const char *const *names);
