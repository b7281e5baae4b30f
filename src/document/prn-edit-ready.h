/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/* Conditions that are ready to be taken: what a trigger most likely waits for, as sentences of
 * which one is chosen. See prn-edit-place.h for what all edits have in common. */

/* At most so many are offered. */
#define PRN_READY_MAX 5

typedef enum {
  PRN_READY_NEW_EVENT, /* an event called like the trigger, which is made with the condition */
  PRN_READY_EVENT,     /* an event there is */
  PRN_READY_DWELL,     /* a week in the stage */
  PRN_READY_SILENCE,   /* a month without any event */
} PrnReadyKind;

/**
 * PrnReady:
 * @kind: what it is
 * @name: (nullable): what the event is called, for the two that wait for one
 * @id: (nullable): the event that is there
 */
typedef struct {
  PrnReadyKind kind;
  char *name;
  char *id;
} PrnReady;

/**
 * prn_ready_conditions:
 * @map: a map
 * @trigger: a trigger
 *
 * An event called like the trigger comes first, or like the stage it leads to when it has no name;
 * then events where it comes from that let nobody leave there yet.
 *
 * Returns: (transfer full) (element-type PrnReady): what can be offered, at most %PRN_READY_MAX;
 *   nothing for a trigger that has a condition
 */
GPtrArray *prn_ready_conditions (PrnMap *map, const char *trigger);

/**
 * prn_ready_sentence:
 * @ready: a condition that is ready
 *
 * Returns: (transfer full): it in words, translated: `When “Signed up” happens`
 */
char *prn_ready_sentence (const PrnReady *ready);

/**
 * prn_edit_take_ready:
 * @map: a map
 * @trigger: a trigger
 * @ready: a condition that is ready for it
 *
 * Gives a trigger its condition; an event that is not there yet is made where the trigger comes
 * from. A trigger that has a condition keeps it.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_take_ready (PrnMap *map, const char *trigger, const PrnReady *ready);

/**
 * prn_edit_add_cause:
 * @map: a map
 * @trigger: a trigger
 * @event: an event
 *
 * Lets an event fire a trigger: it is its condition, or one of any when it has one already.
 *
 * Returns: (transfer full): the map after it
 */
PrnMap *prn_edit_add_cause (PrnMap *map, const char *trigger, const char *event);

G_END_DECLS
