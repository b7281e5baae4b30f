/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-figures.h"
#include "prn-map.h"

G_BEGIN_DECLS

/* A map in words: for labels, and for those who hear it. */

/**
 * prn_words_condition:
 * @map: the map it stands in
 * @condition: (nullable): when a trigger fires
 *
 * Returns: (transfer full): a few words: `Paid an invoice × 3 in 30 d`; "" for no condition
 */
char *prn_words_condition (PrnMap *map, const PrnCondition *condition);

/**
 * prn_words_trigger_name:
 * @map: the map it stands in
 * @trigger: a trigger
 *
 * Returns: (transfer full): its name, else its condition in words
 */
char *prn_words_trigger_name (PrnMap *map, const PrnTrigger *trigger);

/* Where a trigger leads from, as a person says it: `Trial`, `any stage of Sales`, `any stage`. */
char *prn_words_source (PrnMap *map, const PrnTrigger *trigger);

/* The owner and the channels of a stage on one line: `Sales · email, webinar`. */
char *prn_words_meta (const PrnStage *stage);

/* What there is to say of a stage: `Stage, entry. 1,213 customers now. Owner: Sales.` */
char *prn_words_stage_facts (PrnMap *map, const PrnStage *stage, const PrnStageFigures *figures);

/* What there is to say of a trigger: `Trigger from Trial to Paying. When: Paid.` */
char *prn_words_trigger_facts (PrnMap *map, const PrnTrigger *trigger,
                               const PrnTriggerFigures *figures);

/* What there is to say of an event: `Event, positive. Stage: Trial.` */
char *prn_words_event_facts (PrnMap *map, const PrnEvent *event);

/* What there is to say of a phase with so many stages: `Phase. 4 stages. Owner: Sales.` */
char *prn_words_phase_facts (const PrnPhase *phase, guint n_stages);

/* What there is to say of the frame at @index: `Frame 1 of the presentation.` */
char *prn_words_frame_facts (guint index);

/* What there is to say of a note beside its text: `Note. Author: Ada. Votes: 3.` */
char *prn_words_note_facts (const PrnNote *note);

G_END_DECLS
