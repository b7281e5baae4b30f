/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The zone of times that state none. A local time that a clock set forward leaves out is read with
 * the offset from before (02:30 is then 03:30 of the new time); one that a clock set back shows
 * twice is the first of both. */

typedef struct _PrnZone PrnZone;

/**
 * prn_zone_new:
 * @name: `UTC`, `local`, `+02:00`, `Europe/Berlin`
 *
 * Returns: (transfer full) (nullable): the zone, NULL when it is not known
 */
PrnZone *prn_zone_new (const char *name);
void prn_zone_free (PrnZone *zone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnZone, prn_zone_free)

/**
 * prn_zone_to_utc:
 * @zone: a zone; remembers what it found last, so it belongs to one thread
 * @local: microseconds since 1970 as a clock of the zone shows them
 *
 * Returns: the instant
 */
gint64 prn_zone_to_utc (PrnZone *zone, gint64 local);

/**
 * prn_zone_offset_parse:
 * @text: `Z`, `+02`, `+0200`, `+02:00`, `-3`
 * @length: its length
 * @offset: (out): seconds east of Greenwich
 *
 * Returns: whether the whole text is an offset of less than a day
 */
gboolean prn_zone_offset_parse (const char *text, gsize length, gint32 *offset);

G_END_DECLS
