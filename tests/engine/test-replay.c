/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The semantics page, sentence by sentence: given this map and these rows, these counts. */

#include <string.h>

#include "fixture.h"
#include "prn-duration.h"
#include "prn-replay.h"

#define TRIAL_TO_PAID(when)                                                                        \
  "'stages': [{'id': 'trial'}, {'id': 'paid'}, {'id': 'gone', 'role': 'exit'}],"                   \
  "'events': [{'id': 'pay'}, {'id': 'call'}, {'id': 'login'}],"                                    \
  "'scores': [{'id': 'health', 'start': 40, 'half_life': '10d', 'rest': 0,"                        \
  "            'points': [{'event': 'login', 'points': 20}, {'event': 'call', 'points': -50}]}],"  \
  "'segments': [{'id': 'big', 'where': [{'column': 'seats', 'op': 'at_least', 'value': 100},"      \
  "                                     {'column': 'plan', 'op': 'exists'}]}],"                    \
  "'triggers': [{'id': 't', 'from': 'trial', 'to': 'paid', 'when': " when "}]"

typedef struct {
  const char *sentence;
  const char *map;
  const char *rows;
  const char *as_of; /* NULL: the latest row */
  const char *facts;
} Case;

static const Case the_log[] = {
  { "a row without customer or activity is rejected and counted; nothing else is dropped",
    TRIAL_TO_PAID ("{'event': 'pay'}"), "c pay 1d; c - 2d; c pay 1d; c pay 1d", NULL,
    "read = 4; accepted = 3; rejected = 1; matched = 3; unmatched = 0" },
  { "customer and activity are trimmed, activities case-folded", TRIAL_TO_PAID ("{'event': 'pay'}"),
    "c login 1d; c _PAY_ 2d", NULL, "customers = 1; matched = 2; now paid = 1" },
  { "only an empty cell is missing: NA is a value",
    TRIAL_TO_PAID ("{'attribute': {'column': 'plan', 'op': 'exists'}}"),
    "c login 1d plan=NA; d login 1d; e login 1d plan=NULL; f login 1d plan=0", NULL,
    "now paid = 3; now trial = 1" },
  { "rows are in order of time, at equal times of line",
    TRIAL_TO_PAID ("{'all': [{'event': 'pay'}, {'event': 'login', 'since': 'ever'}]}"),
    "c pay 3d; c login 2d; d pay 2d; d login 2d; d call 5d; c call 1d", NULL,
    "now paid = 2; path trial>paid = 2" },
  { "as_of is the latest time of the log unless given", TRIAL_TO_PAID ("{'dwell': '10d'}"),
    "c login 1d; d call 11d", NULL, "now paid = 1; now trial = 1; after_as_of = 0" },
  { "rows after as_of are counted, not replayed", TRIAL_TO_PAID ("{'event': 'pay'}"),
    "c login 1d; c pay 5d; d login 6d", "4d",
    "after_as_of = 2; matched = 1; now trial = 1; customers = 1; entered = 1" },
  { "accepted = matched + unmatched + after_as_of", TRIAL_TO_PAID ("{'event': 'pay'}"),
    "c login 1d; c what 2d; c pay 5d", "4d",
    "accepted = 3; matched = 1; unmatched = 1; after_as_of = 1; unmatched what = 1" },
};

static const Case matching[] = {
  { "an event matches by any of its names, else by its name and id",
    "'stages': [{'id': 'a'}], 'events': [{'id': 'x', 'name': 'Paid', 'match': {'names': "
    "['bought', ' Took  it ']}}, {'id': 'y', 'name': 'Came in'}]",
    "c paid 1d; c BOUGHT 2d; c y 3d; c came_in 4d; c x 5d", NULL,
    "matched = 3; unmatched = 2; unmatched paid = 1" },
  { "the row's own cells must pass all of the filters",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x', 'match': {'where': [{'column': "
    "'plan', 'op': 'is', 'value': 'gold'}, {'column': 'seats', 'op': 'more', 'value': 5}]}}],"
    "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}]",
    "c x 1d plan=gold; c x 2d seats=9; c x 3d plan=silver seats=9; d x 4d plan=GOLD seats=6.5",
    NULL, "matched = 1; unmatched x = 3; now b = 1; now a = 1" },
  { "a row may match several events",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x', 'match': {'names': ['do']}}, "
    "{'id': 'y', 'match': {'names': ['do']}}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b', "
    "'when': {'all': [{'event': 'x'}, {'event': 'y'}]}}]",
    "c do 1d", NULL, "matched = 1; now b = 1" },
  { "a row that matches nothing still counts as activity", TRIAL_TO_PAID ("{'inactive': '5d'}"),
    "c login 1d; c what 4d; c what 8d", NULL, "unmatched = 2; now trial = 1" },
  { "and still updates attributes",
    TRIAL_TO_PAID ("{'attribute': {'column': 'plan', 'op': 'is', 'value': 'gold'}}"),
    "c login 1d; c what 4d plan=gold", NULL, "now paid = 1; used = 2" },
  { "an attribute is the last non-empty cell so far",
    TRIAL_TO_PAID ("{'all': [{'attribute': {'column': 'plan', 'op': 'is', 'value': 'gold'}},"
                   " {'event': 'pay'}]}"),
    "c login 1d plan=gold; c pay 2d; d login 1d plan=gold; d pay 2d plan=tin", NULL,
    "now paid = 1" },
  { "a column the log does not have is missing everywhere",
    TRIAL_TO_PAID ("{'attribute': {'column': 'none', 'op': 'missing'}}"), "c login 1d", NULL,
    "now paid = 1" },
};

static const Case entering[] = {
  { "without an entry the first stage is one, for any row", TRIAL_TO_PAID ("{'event': 'call'}"),
    "c what 1d", NULL, "entered = 1; now trial = 1; flow >trial = 1; used = 1; before_entry = 0" },
  { "without enter the row is the first of the stage's history", TRIAL_TO_PAID ("{'event': 'pay'}"),
    "c pay 1d", NULL, "now paid = 1; used = 1" },
  { "with enter the row is not part of the history",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}, {'id': 'b'}], 'events': "
    "[{'id': 'x'}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}]",
    "c x 1d; d x 1d; d x 2d", NULL, "now a = 1; now b = 1" },
  { "nor are rows before it, but since ever counts every row",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}, {'id': 'b'}, {'id': 'c'}],"
    "'events': [{'id': 'x'}, {'id': 'y'}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b', "
    "'when': {'event': 'y'}}, {'id': 'u', 'from': 'a', 'to': 'c', 'when': {'event': 'y', 'since': "
    "'ever', 'count': 2}}]",
    "c y 1d; c y 2d; c x 3d; d y 1d; d x 2d; d y 3d", NULL, "now c = 1; now b = 1" },
  { "the first entry in map order that takes the row lets in",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}, {'id': 'b', 'role': "
    "'entry'},"
    " {'id': 'c', 'role': 'entry'}], 'events': [{'id': 'x'}]",
    "c x 1d; d what 1d; d x 2d", NULL, "now a = 1; now b = 1; now c = 0; used = 2" },
  { "a row that lets nobody in is before entry and done with",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}], 'events': [{'id': 'x'}, "
    "{'id': 'y'}]",
    "c y 1d; c what 2d; c x 3d; d y 1d", NULL,
    "before_entry = 3; customers = 2; entered = 1; matched = 3; unmatched = 1; used = 1" },
  { "the triggers of the entry are judged at the same row",
    "'stages': [{'id': 'a', 'role': 'entry', 'enter': {'event': 'x'}}, {'id': 'b'}], 'events': "
    "[{'id': 'x'}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'attribute': "
    "{'column': 'plan', 'op': 'exists'}}}]",
    "c x 1d plan=gold", NULL, "path a>b = 1; used = 1; visits a = 1" },
};

static const Case timers[] = {
  { "timers due before a row run first", TRIAL_TO_PAID ("{'dwell': '3d'}"),
    "c login 1d; c login 10d", NULL, "now paid = 1; used = 1; fired t = 1" },
  { "at the instant a timer is due the row is taken in first", TRIAL_TO_PAID ("{'inactive': '3d'}"),
    "c login 1d; c login 4d", NULL, "now trial = 1" },
  { "a microsecond later it is too late", TRIAL_TO_PAID ("{'inactive': '3d'}"),
    "c login 1d; c login 4d0.000001s", NULL, "now paid = 1" },
  { "the row decides before the timer of the same instant",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x', 'count': 2}}, {'id': 'u', 'from': "
    "'a', 'to': 'c', 'when': {'dwell': '3d'}}]",
    "c x 1d; c x 4d; d x 1d; d x 5d", NULL, "now b = 1; now c = 1; used = 3" },
  { "timers left when the rows end run until as_of, itself included",
    TRIAL_TO_PAID ("{'dwell': '3d'}"), "c login 1d; d login 2d", "4d",
    "now paid = 1; now trial = 1" },
  { "all triggers are judged at a timer's instant, in map order",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'all': [{'dwell': '3d'}, {'inactive': '1d'}]}}, "
    "{'id': 'u', 'from': 'a', 'to': 'c', 'when': {'dwell': '3d'}}]",
    "c x 1d; d x 1d; d x 3.5d; e x 9d", NULL, "now b = 1; now c = 1" },
  { "a condition that waits for two timers is judged at both",
    TRIAL_TO_PAID ("{'all': [{'dwell': '3d'}, {'inactive': '2d'}]}"),
    "c login 1d; c login 3.5d; d login 9d", NULL, "now paid = 1; now trial = 1" },
  { "nobody counts as inactive before being that long in the stage",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}, {'id': 'y'}], "
    "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'dwell': '10d'}}, {'id': 'u', "
    "'from': 'b', 'to': 'c', 'when': {'inactive': '5d', 'events': ['y']}}]",
    "c x 1d", "15d", "now b = 1" },
  { "inactivity may be about some events only",
    TRIAL_TO_PAID ("{'inactive': '5d', 'events': ['login', 'pay']}"),
    "c login 1d; c call 4d; c call 7d; d login 1d; d pay 4d; d call 7d", NULL,
    "now paid = 1; now trial = 1" },
  { "a timer of a stage is over once it is left",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}, {'id': 'y'}], "
    "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'y'}}, {'id': 'u', 'from': "
    "'a', 'to': 'c', 'when': {'dwell': '3d'}}]",
    "c x 1d; c y 2d", "30d", "now b = 1; now c = 0" },
};

static const Case moves[] = {
  { "the first trigger in map order whose condition is true fires",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b'}, {'id': 'u', 'from': 'a', 'to': 'c', 'when': {'event': "
    "'x'}}, {'id': 'v', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}]",
    "c x 1d", NULL, "now c = 1; fired t = 0; fired u = 1; fired v = 0" },
  { "the new stage's history begins after the row at hand",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}, {'id': 'u', 'from': 'b', 'to': "
    "'c', 'when': {'event': 'x'}}]",
    "c x 1d; d x 1d; d x 1d", NULL, "now b = 1; now c = 1; path a>b>c = 1" },
  { "the new stage's triggers are judged at once",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}, {'id': 'u', 'from': 'b', 'to': "
    "'c', 'when': {'event': 'x', 'since': 'ever'}}]",
    "c x 1d", NULL, "now c = 1; visits b = 1; left b = 1; used = 1; path a>b>c = 1" },
  { "a chained move never enters a stage of this moment",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x', 'since': 'ever'}}, {'id': 'u', "
    "'from': 'b', 'to': 'a', 'when': {'event': 'x', 'since': 'ever'}}]",
    "c x 1d; c x 2d", NULL, "now a = 1; path a>b>a = 1" },
  { "the next trigger that leads elsewhere fires instead",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'events': [{'id': 'x'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}, {'id': 'u', 'from': 'b', 'to': "
    "'a', 'when': {'event': 'x', 'since': 'ever'}}, {'id': 'v', 'from': 'b', 'to': 'c', 'when': "
    "{'event': 'x', 'since': 'ever'}}]",
    "c x 1d", NULL, "path a>b>c = 1" },
  { "a trigger may lead from a stage to itself: one visit ends, another begins",
    "'stages': [{'id': 'a'}], 'events': [{'id': 'x'}, {'id': 'y'}], 'triggers': [{'id': 't', "
    "'from': 'a', 'to': 'a', 'when': {'event': 'x'}}]",
    "c y 1d; c x 2d; c x 3d", NULL,
    "visits a = 3; left a = 2; now a = 1; reached a = 1; fired t = 2; by t = 1; flow a>a = 2" },
  { "rows with equal times are separate moments, in file order",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x'}, {'id': 'y'}], 'triggers': "
    "[{'id': 't', 'from': 'a', 'to': 'b', 'when': {'event': 'x'}}, {'id': 'u', 'from': 'b', 'to': "
    "'a', 'when': {'event': 'y'}}]",
    "c x 1d; c y 1d; c x 1d; d y 1d; d x 1d", NULL, "now b = 2; path a>b>a>b = 1; path a>b = 1" },
  { "a timer's instant is a moment of its own, once",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'x'}], 'triggers': [{'id': 't', "
    "'from': 'a', 'to': 'b', 'when': {'dwell': '0s'}}, {'id': 'u', 'from': 'b', 'to': 'a', 'when': "
    "{'dwell': '0s'}}]",
    "c x 1d", "9d", "path a>b>a = 1" },
  { "a row at which the customer was let in or moved is used", TRIAL_TO_PAID ("{'event': 'pay'}"),
    "c login 1d; c call 2d; c pay 3d; c pay 4d", NULL, "used = 2; matched = 4" },
  { "from a phase is from each of its stages",
    "'phases': [{'id': 'p'}], 'stages': [{'id': 'a', 'phase': 'p'}, {'id': 'b'}, {'id': 'c', "
    "'phase': 'p'}], 'events': [{'id': 'x'}, {'id': 'y'}], 'triggers': [{'id': 't', 'from': 'p', "
    "'to': 'b', 'when': {'event': 'x'}}, {'id': 'u', 'from': 'b', 'to': 'c', 'when': {'event': "
    "'y'}}]",
    "c x 1d; c y 2d; c x 3d; c x 4d", NULL, "path a>b>c>b = 1; fired t = 2; by t = 1" },
  { "from * is from each stage that is no exit, and never from the stage it leads to",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c', 'role': 'exit'}], 'events': [{'id': 'x'}, "
    "{'id': 'y'}], 'triggers': [{'id': 't', 'from': '*', 'to': 'b', 'when': {'event': 'x'}}, "
    "{'id': 'u', 'from': '*', 'to': 'c', 'when': {'event': 'y'}}]",
    "c x 1d; c x 2d; d y 1d; d x 2d", NULL, "path a>b = 1; path a>c = 1; fired t = 1" },
  { "an exit can be left by a trigger from it: a win-back",
    TRIAL_TO_PAID ("{'event': 'pay'}}, {'id': 'u', 'from': 'trial', 'to': 'gone', 'when': "
                   "{'inactive': '9d'}}, {'id': 'w', 'from': 'gone', 'to': 'paid', 'when': "
                   "{'event': 'login'}"),
    "c login 1d; c login 20d", NULL, "path trial>gone>paid = 1" },
};

static const Case leaves[] = {
  { "an event leaf counts rows of the stage's history",
    TRIAL_TO_PAID ("{'event': 'pay', 'count': 3}"),
    "c pay 1d; c pay 1d; c pay 2d; d pay 1d; d pay 2d", NULL, "now paid = 1; now trial = 1" },
  { "in (t - within, t]: the left end is out",
    TRIAL_TO_PAID ("{'event': 'pay', 'count': 2, 'within': '2d'}"),
    "c pay 1d; c pay 3d; d pay 1d; d pay 2d23h59min59.999999s", NULL,
    "now paid = 1; now trial = 1" },
  { "windows are rolling and absolute",
    TRIAL_TO_PAID ("{'event': 'pay', 'count': 3, 'within': '2d'}"),
    "c pay 1d; c pay 2d; c pay 3d; c pay 3.5d; d pay 1d; d pay 2d; d pay 3d; d pay 4d", NULL,
    "now paid = 1; now trial = 1" },
  { "an empty window holds nothing", TRIAL_TO_PAID ("{'event': 'pay', 'within': '0s'}"), "c pay 1d",
    NULL, "now trial = 1" },
  { "a dwell is due from entering on", TRIAL_TO_PAID ("{'dwell': '2d'}"),
    "c login 1d; c login 2d; c login 3d", NULL, "now paid = 1; used = 2" },
  { "a score starts with the first row and gets each row's points",
    TRIAL_TO_PAID ("{'score': 'health', 'at_least': 60}"), "c login 1d; d what 1d", NULL,
    "now paid = 1; now trial = 1" },
  { "it decays by half in a half-life and crosses its bound in between",
    TRIAL_TO_PAID ("{'score': 'health', 'below': 20}"), "c what 1d; d what 1d0.000001s", "11d",
    "now paid = 0; now trial = 2" },
  { "the first microsecond below the bound is the instant",
    TRIAL_TO_PAID ("{'score': 'health', 'below': 20}"), "c what 1d; d what 1d0.000001s",
    "11d0.000001s", "now paid = 1; now trial = 1" },
  { "points are clamped at each row",
    TRIAL_TO_PAID ("{'all': [{'score': 'health', 'at_least': 20}, {'event': 'call'}]}"),
    "c call 1d; c login 1d", NULL, "now paid = 1" },
  { "an attribute leaf is about the attributes now",
    TRIAL_TO_PAID ("{'attribute': {'column': 'seats', 'op': 'less', 'value': 10}}"),
    "c login 1d seats=12; c login 2d seats=9; d login 1d seats=100; e login 1d seats=x", NULL,
    "now paid = 1; now trial = 2" },
  { "a segment needs all of its filters", TRIAL_TO_PAID ("{'segment': 'big'}"),
    "c login 1d seats=120; c login 2d plan=gold; d login 1d seats=120; e login 1d seats=99 plan=x",
    NULL, "now paid = 1; now trial = 2" },
  { "all and any nest",
    TRIAL_TO_PAID ("{'any': [{'all': [{'event': 'pay'}, {'event': 'call'}]}, {'all': [{'any': "
                   "[{'dwell': '5d'}, {'event': 'call'}]}, {'event': 'login', 'count': 2}]}]}"),
    "c login 1d; c pay 2d; c call 3d; d login 1d; d login 6d; e login 1d; e call 2d; e pay 2d; "
    "f login 1d; f login 2d; g pay 1d; g pay 6d",
    NULL, "now paid = 4; now trial = 1" },
};

static const Case stage_logs[] = {
  { "a row moves the customer to the stage of that name or id; when is not judged",
    "'stages': [{'id': 'a', 'name': 'Lead'}, {'id': 'b', 'name': 'Customer'}], 'triggers': [{'id': "
    "'t', 'from': 'a', 'to': 'b', 'when': {'dwell': '99d'}}]",
    "c LEAD 1d; c customer 2d; d a 1d; d B 2d", NULL,
    "flow >a = 2; flow a>b = 2; fired t = 2; used = 4; matched = 4" },
  { "the move belongs to the first trigger that allows it",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'triggers': [{'id': 't', 'from': 'b', 'to': 'a'}, "
    "{'id': "
    "'u', 'from': '*', 'to': 'b'}, {'id': 'v', 'from': 'a', 'to': 'b'}]",
    "c a 1d; c b 2d", NULL, "fired u = 1; fired v = 0" },
  { "a move no trigger allows is off the map, and still moves",
    "'stages': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}], 'triggers': [{'id': 't', 'from': 'a', "
    "'to': "
    "'b'}]",
    "c a 1d; c c 2d; c a 3d; c b 4d; d a 1d; d c 2d", NULL,
    "off a>c = 2; off c>a = 1; flow a>b = 1; flow a>c = 0; path a>c>a>b = 1; used = 6" },
  { "a name that is no stage is unmatched", "'stages': [{'id': 'a'}, {'id': 'b'}]",
    "c what 1d; c a 2d; c what 3d", NULL,
    "unmatched what = 2; before_entry = 1; matched = 1; now a = 1" },
  { "being told the stage again is no move, unless a trigger leads from it to itself",
    "'stages': [{'id': 'a'}, {'id': 'b'}], 'triggers': [{'id': 't', 'from': 'a', 'to': 'b'}, "
    "{'id': "
    "'u', 'from': 'b', 'to': 'b'}]",
    "c a 1d; c a 2d; c b 3d; c b 4d", NULL,
    "visits a = 1; visits b = 2; fired u = 1; used = 3; matched = 4; off a>a = 0" },
};

static const Case the_report[] = {
  { "customers with a row, entered with a stage; customers of a stage are distinct",
    TRIAL_TO_PAID (
        "{'event': 'pay'}}, {'id': 'u', 'from': 'paid', 'to': 'trial', 'when': {'event': "
        "'call'}"),
    "c pay 1d; c call 2d; c pay 3d; d login 1d", NULL,
    "customers = 2; entered = 2; reached trial = 2; visits trial = 3; reached paid = 1; "
    "visits paid = 2; fired t = 2; by t = 1; left paid = 1; path_count = 2" },
  { "a flow needs at least one move", TRIAL_TO_PAID ("{'event': 'pay'}"), "c login 1d", NULL,
    "flows = 1; flow >trial = 1" },
};

static void
run_case (const Case *c, gboolean is_stage_log)
{
  static const char *const columns[] = { "plan", "seats", NULL };
  g_autoptr (PrnMap) map = fixture_map (c->map);
  g_autoptr (PrnLog) log = fixture_log (c->rows, columns, 4, is_stage_log);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnReplayOptions options = { .threads = 1 };
  g_autoptr (PrnReport) report = NULL;

  g_assert_no_error (error);
  g_test_message ("%s", c->sentence);
  options.has_as_of = c->as_of != NULL && prn_duration_parse (c->as_of, &options.as_of, NULL);
  report = prn_replay (plan, log, &options, NULL, &error);
  g_assert_no_error (error);
  fixture_check (report, c->facts);
}

typedef struct {
  const char *name;
  const Case *cases;
  guint n;
  gboolean is_stage_log;
} Chapter;

static const Chapter chapters[] = {
  { "log", the_log, G_N_ELEMENTS (the_log), FALSE },
  { "matching", matching, G_N_ELEMENTS (matching), FALSE },
  { "entering", entering, G_N_ELEMENTS (entering), FALSE },
  { "timers", timers, G_N_ELEMENTS (timers), FALSE },
  { "moves", moves, G_N_ELEMENTS (moves), FALSE },
  { "leaves", leaves, G_N_ELEMENTS (leaves), FALSE },
  { "stage-logs", stage_logs, G_N_ELEMENTS (stage_logs), TRUE },
  { "report", the_report, G_N_ELEMENTS (the_report), FALSE },
};

static void
test_chapter (gconstpointer data)
{
  const Chapter *chapter = data;

  for (guint i = 0; i < chapter->n; i++)
    run_case (&chapter->cases[i], chapter->is_stage_log);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++) {
    g_autofree char *path = g_strdup_printf ("/engine/replay/%s", chapters[i].name);

    g_test_add_data_func (path, &chapters[i], test_chapter);
  }
  return g_test_run ();
}
