/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-text.h"

G_BEGIN_DECLS

/* Where a word may be broken that has no space there: a space of no width, which is not part of the
 * text. */
#define PRN_TEXT_BREAK "\u200b"

G_END_DECLS
