/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reference.h"

/* What the files of the second implementation share. */

typedef struct {
  gint64 time;
  const char *activity; /* folded */
  guint number;         /* of the activity in the log */
  const char **cells;   /* by column of the log; "" when missing */
  int before, after;    /* the stage just before the row and after its moves; -1: none */
} Row;

/* The first is the entry. */
typedef struct {
  gint64 time;
  int to;
  int trigger; /* -1: the entry, or off the map */
} Move;

typedef struct _Measures Measures;

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
  GArray *moves; /* Move */
  int via;       /* trigger of the move at hand */
  const PrnSegment *segment; /* nullable: only its customers count */
  guint64 all_rows;          /* of the customers who count */
  Measures *measures;
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

/* Whether the attributes as known after the rows taken in pass. */
gboolean reference_attributes_pass (Walk *w, const PrnFilter *filters, guint n);

/* What is measured of all customers, one after the other, and then said in lines. */
Measures *reference_measures_new (PrnMap *map);
void reference_measures_add (Measures *m, Walk *w);
void reference_measures_lines (Measures *m, Walk *w, GPtrArray *lines);
void reference_measures_free (Measures *m);

/* The same lines from a report of the engine. */
void reference_report_lines (const PrnReport *report, GPtrArray *lines);

/* A score of the customer at hand. */
double reference_score (Walk *w, const PrnScore *score, gint64 time);

/* From when on an inactivity is counted. */
gint64 reference_inactive_since (Walk *w, const PrnCondition *c);

/* Whether an event leaf holds. */
gboolean reference_event_holds (Walk *w, const PrnCondition *c, gint64 time);

/* Whether a condition holds. */
gboolean reference_holds (Walk *w, const PrnCondition *c, gint64 time);
