/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-document.h"

G_BEGIN_DECLS

#define PRN_TYPE_FILE_NOTICE (prn_file_notice_get_type ())
G_DECLARE_FINAL_TYPE (PrnFileNotice, prn_file_notice, PRN, FILE_NOTICE, AdwBin)

/* A strip under the header that says what is up with the file, and what can be done: another
 * program has changed it, it is gone, it cannot be written to. Not to be seen as long as all is
 * well. */

/**
 * prn_file_notice_set_document:
 * @self: a notice
 * @document: (nullable): whose file is looked after
 */
void prn_file_notice_set_document (PrnFileNotice *self, PrnDocument *document);

G_END_DECLS
