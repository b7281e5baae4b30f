/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-canvas.h"

G_BEGIN_DECLS

/* What the actions `canvas.…` do. @target is the parameter of the action: a direction (`left`,
 * `right`, `up`, `down`, `far-left` …), an edge (`left`, `centre`, `right`, `top`, `middle`,
 * `bottom`) or an axis (`across`, `down`); %NULL for an action without one. */

/* prn-command-new.c: what is made. */
void prn_command_new_stage (PrnCanvas *canvas, const char *target);
void prn_command_new_linked (PrnCanvas *canvas, const char *target);
void prn_command_new_next (PrnCanvas *canvas, const char *target);
void prn_command_new_event (PrnCanvas *canvas, const char *target);
void prn_command_new_note (PrnCanvas *canvas, const char *target);
void prn_command_new_frame (PrnCanvas *canvas, const char *target);
void prn_command_new_trigger (PrnCanvas *canvas, const char *target);
void prn_command_connect (PrnCanvas *canvas, const char *target);
void prn_command_loop (PrnCanvas *canvas, const char *target);
void prn_command_take_ready (PrnCanvas *canvas, const char *target);
void prn_command_group (PrnCanvas *canvas, const char *target);
void prn_command_ungroup (PrnCanvas *canvas, const char *target);

/* prn-command-edit.c: what is done to what is selected. */
void prn_command_rename (PrnCanvas *canvas, const char *target);
void prn_command_delete (PrnCanvas *canvas, const char *target);
void prn_command_duplicate (PrnCanvas *canvas, const char *target);
void prn_command_cut (PrnCanvas *canvas, const char *target);
void prn_command_copy (PrnCanvas *canvas, const char *target);
void prn_command_paste (PrnCanvas *canvas, const char *target);
void prn_command_select_all (PrnCanvas *canvas, const char *target);
void prn_command_deselect (PrnCanvas *canvas, const char *target);
void prn_command_lock (PrnCanvas *canvas, const char *target);
void prn_command_unlock (PrnCanvas *canvas, const char *target);
void prn_command_menu (PrnCanvas *canvas, const char *target);

/* prn-command-arrange.c: where it is. */
void prn_command_nudge (PrnCanvas *canvas, const char *target);
void prn_command_grow (PrnCanvas *canvas, const char *target);
void prn_command_align (PrnCanvas *canvas, const char *target);
void prn_command_distribute (PrnCanvas *canvas, const char *target);
void prn_command_lay_out (PrnCanvas *canvas, const char *target);
void prn_command_straighten (PrnCanvas *canvas, const char *target);

G_END_DECLS
