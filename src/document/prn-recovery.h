/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-document.h"

G_BEGIN_DECLS

/* What a program that ended by accident left behind: a document that was not saved, with all of its
 * steps. As long as a #PrnRecovery lives nobody else can list or open the same one. */
typedef struct _PrnRecovery PrnRecovery;

/**
 * prn_recovery_list:
 * @folder: (nullable): where to look; %NULL for prn_journal_folder()
 *
 * Reads the journals of programs that are gone. One that holds nothing that is not also in the
 * map's file is removed. One that is damaged gives what precedes the damage. May take a while, may
 * be called in any thread.
 *
 * Returns: (transfer full) (element-type PrnRecovery): what can be recovered, the latest first
 */
GPtrArray *prn_recovery_list (const char *folder);

void prn_recovery_free (PrnRecovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnRecovery, prn_recovery_free)

/**
 * prn_recovery_get_map:
 * @recovery: something left behind
 *
 * Returns: (transfer none): the map as it was last
 */
PrnMap *prn_recovery_get_map (PrnRecovery *recovery);

/**
 * prn_recovery_get_path:
 * @recovery: something left behind
 *
 * Returns: (transfer none) (nullable): the file of the map, %NULL if it was in none
 */
const char *prn_recovery_get_path (PrnRecovery *recovery);

/**
 * prn_recovery_get_time:
 * @recovery: something left behind
 *
 * Returns: when the last step was made, in seconds since 1970
 */
gint64 prn_recovery_get_time (PrnRecovery *recovery);

/**
 * prn_recovery_get_n_steps:
 * @recovery: something left behind
 *
 * Returns: how many steps it is away from what was saved
 */
guint prn_recovery_get_n_steps (PrnRecovery *recovery);

/**
 * prn_recovery_open:
 * @recovery: (transfer full): something left behind
 *
 * Goes on where it ended: undo takes back what was done before. The map's file is not touched; if
 * it was changed meanwhile the document is in conflict with it, see prn_document_check(). The
 * journal goes on in the same file. To be called in the main thread.
 *
 * Returns: (transfer full): the document
 */
PrnDocument *prn_recovery_open (PrnRecovery *recovery);

/**
 * prn_recovery_discard:
 * @recovery: (transfer full): something left behind
 *
 * Removes it: the user does not want it.
 */
void prn_recovery_discard (PrnRecovery *recovery);

G_END_DECLS
