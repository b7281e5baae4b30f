/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reference.h"

/* What the files of the second implementation share. */

typedef struct {
  gint64 time;
  const char *activity; /* folded */
  guint number;         /* of the activity in the log */
  const char **cells;   /* by column of the log; "" when missing */
} Row;

/* One customer, and what was counted so far. */
typedef struct {
  PrnMap *map;
  PrnLog *log;
  gint64 as_of;

  Row *rows;
  guint n_rows;
  guint taken; /* rows taken in */
  int stage;   /* -1: none */
  gint64 entered;
  guint history;     /* first row of the stage's history */
  gint64 now;        /* the last moment */
  gint64 timer_done; /* the last instant a timer had its moment */
  GArray *moment;    /* stages the customer was in at this moment */
  GArray *path;
  gboolean used;

  guint64 customers, entries, after, matched, before, uses;
  guint64 *unmatched;
  guint64 *visits, *in_now, *left, *stage_customers, *fired, *trigger_customers;
  gint64 *dwell;
  gboolean *seen_stage, *seen_trigger;
  GHashTable *flows, *off_map, *paths; /* text -> count */
} Walk;

/* Whether a row matches an event. */
gboolean reference_matches (Walk *w, const char *event_id, const Row *row);

/* A score of the customer at hand. */
double reference_score (Walk *w, const PrnScore *score, gint64 time);

/* From when on an inactivity is counted. */
gint64 reference_inactive_since (Walk *w, const PrnCondition *c);

/* Whether an event leaf holds. */
gboolean reference_event_holds (Walk *w, const PrnCondition *c, gint64 time);

/* Whether a condition holds. */
gboolean reference_holds (Walk *w, const PrnCondition *c, gint64 time);
