/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-zone.h"

#include <string.h>

#include "prn-duration.h"

#define DAY G_GINT64_CONSTANT (86400)

struct _PrnZone {
  GTimeZone *zone; /* (nullable): NULL for a fixed offset */
  gint32 offset;   /* seconds */
  gint64 day;      /* that the rest holds for */
  gint32 before;   /* offset a day before it */
  gint32 after;    /* offset a day after it */
  gint64 change;   /* the UTC second of the change in between */
  gboolean day_known;
};

static gboolean
read_two_digits (const char *text, gint32 *value)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *value = (text[0] - '0') * 10 + (text[1] - '0');
  return TRUE;
}

gboolean
prn_zone_offset_parse (const char *text, gsize length, gint32 *offset)
{
  gint32 hours = 0, minutes = 0;

  if (length == 1 && (text[0] == 'Z' || text[0] == 'z')) {
    *offset = 0;
    return TRUE;
  }
  if (length < 2 || (text[0] != '+' && text[0] != '-'))
    return FALSE;
  if (length == 2 && g_ascii_isdigit (text[1]))
    hours = text[1] - '0';
  else if (length != 3 && length != 5 && length != 6)
    return FALSE;
  else if (!read_two_digits (text + 1, &hours))
    return FALSE;
  if (length == 5 && !read_two_digits (text + 3, &minutes))
    return FALSE;
  if (length == 6 && (text[3] != ':' || !read_two_digits (text + 4, &minutes)))
    return FALSE;
  if (hours > 23 || minutes > 59)
    return FALSE;
  *offset = (hours * 60 + minutes) * 60 * (text[0] == '-' ? -1 : 1);
  return TRUE;
}

PrnZone *
prn_zone_new (const char *name)
{
  g_autoptr (PrnZone) zone = g_new0 (PrnZone, 1);

  if (g_ascii_strcasecmp (name, "UTC") == 0 || g_ascii_strcasecmp (name, "GMT") == 0 ||
      prn_zone_offset_parse (name, strlen (name), &zone->offset))
    return g_steal_pointer (&zone);
  if (g_str_equal (name, "local"))
    zone->zone = g_time_zone_new_local ();
  else if (name[0] != '\0' && name[0] != '/' && strstr (name, "..") == NULL)
    zone->zone = g_time_zone_new_identifier (name);
  return zone->zone != NULL ? g_steal_pointer (&zone) : NULL;
}

void
prn_zone_free (PrnZone *zone)
{
  g_clear_pointer (&zone->zone, g_time_zone_unref);
  g_free (zone);
}

static gint32
offset_at (PrnZone *zone, gint64 utc)
{
  int interval = g_time_zone_find_interval (zone->zone, G_TIME_TYPE_UNIVERSAL, utc);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone->zone, interval);
}

/* Clocks are set at most once in three days, so the offsets a day before and a day after a day
 * tell all of it. */
static void
learn_day (PrnZone *zone, gint64 day)
{
  gint64 low = (day - 1) * DAY, high = (day + 2) * DAY;

  zone->day = day;
  zone->day_known = TRUE;
  zone->before = offset_at (zone, low);
  zone->after = offset_at (zone, high);
  while (zone->before != zone->after && high - low > 1) {
    gint64 middle = low + (high - low) / 2;

    if (offset_at (zone, middle) == zone->before)
      low = middle;
    else
      high = middle;
  }
  zone->change = high;
}

gint64
prn_zone_to_utc (PrnZone *zone, gint64 local)
{
  gint64 second, day;

  if (zone->zone == NULL)
    return local - zone->offset * PRN_SECOND;

  second = local / PRN_SECOND - (local % PRN_SECOND < 0);
  day = second / DAY - (second % DAY < 0);
  if (!zone->day_known || zone->day != day)
    learn_day (zone, day);
  /* In the hours that are left out the offset from before gives a later time; of hours that come
   * twice it gives the first. */
  if (zone->before == zone->after || second < zone->change + MAX (zone->before, zone->after))
    return local - zone->before * PRN_SECOND;
  return local - zone->after * PRN_SECOND;
}
