/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-check.h"
#include "prn-map-file.h"
#include "prn-templates.h"

/* Maps in short: quotes are ' here, and each begins with the format. STAGES is a map without
 * problems: customers come in at a, may move on to b and get lost at c. */

#define A                   "{'id':'a','name':'A','role':'entry','phase':'p'}"
#define B                   "{'id':'b','name':'B','role':'goal'}"
#define C                   "{'id':'c','name':'C','role':'exit'}"
#define PHASES              "'phases':[{'id':'p','name':'P'}],"
#define STAGES              PHASES "'stages':[" A "," B "," C "],"
#define EVENTS              "'events':[{'id':'e','name':'E'}],"
#define ON_E                "'when':{'event':'e'}"
#define AB                  "{'id':'ab','from':'a','to':'b'," ON_E "}"
#define BC                  "{'id':'bc','from':'b','to':'c','when':{'inactive':'30d'}}"
#define FLOW                STAGES EVENTS "'triggers':[" AB "," BC "]"
#define FLOW_AND(more)      FLOW "," more
#define TRIGGERS(more)      STAGES EVENTS "'triggers':[" AB "," BC "," more "]"
#define WHEN(condition)     TRIGGERS ("{'id':'x','from':'b','to':'a','when':" condition "}")
#define SCORE(members)      "'scores':[{'id':'s','name':'S'," members "}]"
#define SEGMENT(filters)    "'segments':[{'id':'g','name':'G','where':[" filters "]}]"
#define TARGET(members)     FLOW_AND ("'targets':[{'id':'t'," members "}]")
#define SCENARIO(lines)     FLOW_AND ("'scenarios':[{'id':'s','name':'S','set':[" lines "]}]")
#define WAY(id, from, to, members) \
  "{'id':'" id "','from':'" from "','to':'" to "'," ON_E "," members "}"
#define ALSO(id, from, to, members) \
  "{'id':'" id "','from':'" from "','to':'" to "','when':{'event':'e','count':2}," members "}"
#define ROUND(triggers)     STAGES EVENTS "'triggers':[" triggers "]"
#define POPULATION(members) FLOW_AND ("'population':{" members "}")

/* Every problem in order: its place, its element and a part of the sentence. */
typedef struct {
  const char *name;
  const char *map;
  struct {
    const char *place;
    const char *id;
    const char *part;
  } problems[4];
} Case;

static const Case cases[] = {
  { "none", FLOW, { { NULL } } },
  { "empty-map", "'title':'T'", { { "stages", NULL, "no stages" } } },
  { "unknown-currency", "'currency':'ZZZ'," FLOW, { { "currency", NULL, "ZZZ" } } },

  { "no-entry",
    "'stages':[{'id':'a','name':'A'}]",
    { { "stages[0].role", "a", "no stage is an entry" } } },
  { "unreachable",
    PHASES "'stages':[" A "," B "," C ",{'id':'d','name':'D'}]," EVENTS "'triggers':[" AB "," BC
           "]",
    { { "stages[3]", "d", "nobody can reach “D”" } } },
  { "unreachable-ring",
    PHASES "'stages':[" A "," B "," C ",{'id':'d','name':'D'},{'id':'f','name':'F'}]," EVENTS
           "'triggers':[" AB "," BC ",{'id':'df','from':'d','to':'f'," ON_E "},"
           "{'id':'fd','from':'f','to':'d'," ON_E "}]",
    { { "stages[3]", "d", "nobody" }, { "stages[4]", "f", "nobody" } } },
  { "reached-from-phase",
    PHASES "'stages':[" A "," B "]," EVENTS "'triggers':[{'id':'x','from':'p','to':'b'," ON_E "}]",
    { { NULL } } },
  { "reached-from-any",
    PHASES "'stages':[" A "," B "]," EVENTS "'triggers':[{'id':'x','from':'*','to':'b'," ON_E "}]",
    { { NULL } } },
  { "reached-from-exit-by-name-only",
    PHASES "'stages':[" A ",{'id':'c','name':'C','role':'exit'}," B "]," EVENTS
           "'triggers':[{'id':'x','from':'a','to':'c'," ON_E "},{'id':'y','from':'c','to':'b'," ON_E
           "}]",
    { { NULL } } },
  { "reached-by-population",
    PHASES "'stages':[" A "," B "]," EVENTS "'triggers':[{'id':'x','from':'b','to':'a'," ON_E "}],"
           "'population':{'entries':[{'stage':'b','weight':1}]}",
    { { NULL } } },
  { "enter-of-no-entry",
    PHASES "'stages':[" A ",{'id':'b','name':'B','enter':{'event':'e'}}," C "]," EVENTS
           "'triggers':[" AB "," BC "]",
    { { "stages[1].enter", "b", "is no entry" } } },
  { "second-entry-never-used",
    PHASES "'stages':[" A ",{'id':'b','name':'B','role':'entry'}," C "]," EVENTS "'triggers':[" AB
           "," BC "]",
    { { "stages[1].role", "b", "nobody comes in at “B”" } } },
  { "second-entry-used",
    PHASES "'stages':[{'id':'b','name':'B','role':'entry','enter':{'event':'e'}}," A "," C
           "]," EVENTS "'triggers':[" AB "," BC "]",
    { { NULL } } },
  { "on-top",
    PHASES "'stages':[{'id':'a','name':'A','role':'entry','phase':'p','position':{'x':0,'y':0}},"
           "{'id':'b','name':'B','position':{'x':199,'y':95}},{'id':'c','name':'C','position':{'x':"
           "400,'y':0}}]," EVENTS "'triggers':[" AB "," BC "]",
    { { "stages[1].position", "b", "on top of “A”" } } },
  { "side-by-side",
    PHASES "'stages':[{'id':'a','name':'A','role':'entry','phase':'p','position':{'x':0,'y':0}},"
           "{'id':'b','name':'B','position':{'x':200,'y':0}},{'id':'c','name':'C','position':{'x':"
           "0,'y':96}}]," EVENTS "'triggers':[" AB "," BC "]",
    { { NULL } } },

  { "no-name",
    PHASES "'stages':[" A ",{'id':'b'}," C "]," EVENTS "'triggers':[" AB "," BC "]",
    { { "stages[1].name", "b", "no name" } } },
  { "blank-name",
    PHASES "'stages':[" A ",{'id':'b','name':'  '}," C "]," EVENTS "'triggers':[" AB "," BC "]",
    { { "stages[1].name", "b", "no name" } } },
  { "same-name",
    PHASES "'stages':[" A ",{'id':'b','name':' a '}," C "]," EVENTS "'triggers':[" AB "," BC "]",
    { { "stages[1].name", "b", "two stages are called “a”, this one and “a”" } } },
  { "empty-phase",
    "'phases':[{'id':'p','name':'P'},{'id':'q','name':'Q'}],'stages':[" A "," B "," C "]," EVENTS
    "'triggers':[" AB "," BC "]",
    { { "phases[1]", "q", "no stage is in this phase" } } },

  { "unused-event",
    STAGES "'events':[{'id':'e','name':'E'},{'id':'f','name':'F'}],'triggers':[" AB "," BC "]",
    { { "events[1]", "f", "no trigger uses" } } },
  { "event-with-revenue",
    STAGES
    "'events':[{'id':'e','name':'E'},{'id':'f','name':'F','value_column':'v'}],'triggers':[" AB
    "," BC "]",
    { { NULL } } },
  { "event-of-inactivity",
    STAGES "'events':[{'id':'e','name':'E'},{'id':'f','name':'F'}],'triggers':[" AB
           ",{'id':'bc','from':'b','to':'c','when':{'inactive':'30d','events':['f']}}]",
    { { NULL } } },
  { "event-without-names",
    STAGES "'events':[{'id':'e','name':'E','match':{'names':[]}}],'triggers':["
           "{'id':'ab','from':'a','to':'b','when':{'any':[{'event':'e'},{'dwell':'1d'}]}}," BC "]",
    { { "events[0].match.names", "e", "matches no row" } } },

  { "no-condition",
    TRIGGERS ("{'id':'x','from':'b','to':'a','share':0.5}"),
    { { "triggers[2].when", "x", "never fire in a replay" } } },
  { "no-condition-no-share",
    TRIGGERS ("{'id':'x','from':'b','to':'a'}"),
    { { "triggers[2].when", "x", "no condition and no share" } } },
  { "empty-window",
    WHEN ("{'event':'e','within':'0s'}"),
    { { "triggers[2].when", "x", "no time" } } },
  { "impossible-filter",
    WHEN ("{'attribute':{'column':'c','op':'in','value':[]}}"),
    { { "triggers[2].when", "x", "no value passes" } } },
  { "two-values-at-once",
    WHEN ("{'all':[{'attribute':{'column':'c','op':'is','value':'x'}},{'attribute':{'column':'c','"
          "op':'is','value':'y'}}]}"),
    { { "triggers[2].when", "x", "exclude each other" } } },
  { "same-value-twice",
    WHEN ("{'all':[{'attribute':{'column':'c','op':'is','value':'X'}},{'attribute':{'column':'c','"
          "op':'is','value':' x '}}]}"),
    { { NULL } } },
  { "there-and-missing",
    WHEN ("{'all':[{'attribute':{'column':'c','op':'exists'}},{'attribute':{'column':'c','op':'"
          "missing'}}]}"),
    { { "triggers[2].when", "x", "exclude each other" } } },
  { "not-and-missing",
    WHEN ("{'all':[{'attribute':{'column':'c','op':'is_not','value':'x'}},{'attribute':{'column':'"
          "c','op':'missing'}}]}"),
    { { NULL } } },
  { "empty-range",
    WHEN ("{'all':[{'attribute':{'column':'c','op':'more','value':5}},{'attribute':{'column':'c','"
          "op':'at_most','value':5}}]}"),
    { { "triggers[2].when", "x", "exclude each other" } } },
  { "one-number",
    WHEN ("{'all':[{'attribute':{'column':'c','op':'at_least','value':5}},{'attribute':{'column':'"
          "c','op':'at_most','value':5}}]}"),
    { { NULL } } },
  { "one-of-two-is-possible",
    WHEN ("{'any':[{'event':'e','within':'0s'},{'event':'e','count':2}]}"),
    { { NULL } } },
  { "score-too-high",
    WHEN ("{'score':'s','at_least':101}") "," SCORE ("'points':[{'event':'e','points':1}]"),
    { { "triggers[2].when", "x", "never gets there" } } },
  { "score-reached",
    WHEN ("{'score':'s','at_least':100}") "," SCORE ("'points':[{'event':'e','points':1}]"),
    { { NULL } } },
  { "score-only-falls",
    WHEN ("{'score':'s','at_least':60}") "," SCORE (
        "'start':50,'points':[{'event':'e','points':-1}]"),
    { { "triggers[2].when", "x", "never gets there" } } },
  { "score-both-ways",
    WHEN ("{'all':[{'score':'s','at_least':60},{'score':'s','below':60}]}") "," SCORE (
        "'start':50,'points':[{'event':'e','points':-1},{'event':'e','points':1}]"),
    { { "triggers[2].when", "x", "exclude each other" } } },
  { "impossible-segment",
    WHEN ("{'segment':'g'}") "," SEGMENT (
        "{'column':'c','op':'less','value':1},{'column':'c','op':'more','value':1}"),
    { { "triggers[2].when", "x", "no customer can be in the segment" },
      { "segments[0].where", "g", "no customer" } } },
  { "same-condition",
    TRIGGERS ("{'id':'x','from':'a','to':'c'," ON_E "}"),
    { { "triggers[2].when", "x", "“ab” leaves from there on the same condition" } } },
  { "same-condition-elsewhere",
    TRIGGERS ("{'id':'x','from':'b','to':'a'," ON_E "}"),
    { { NULL } } },
  { "overtaken",
    TRIGGERS ("{'id':'x','from':'b','to':'a','when':{'dwell':'14d'}},"
              "{'id':'y','from':'b','to':'a','when':{'all':[{'dwell':'15d'},{'event':'e'}]}}"),
    { { "triggers[1].when", "bc", "“x” always fires before" },
      { "triggers[3].when", "y", "“x”" } } },
  { "overtaken-in-some-stages-only",
    TRIGGERS ("{'id':'x','from':'b','to':'a','when':{'dwell':'20d'}},"
              "{'id':'y','from':'*','to':'c','when':{'dwell':'25d'}}"),
    { { "triggers[1].when", "bc", "“x” always fires before" } } },
  { "only-exits",
    "'stages':[{'id':'a','name':'A','role':'entry'},{'id':'c','name':'C','role':'exit'}]," EVENTS
    "'triggers':[{'id':'x','from':'*','to':'a'," ON_E "},{'id':'y','from':'a','to':'c'," ON_E "}]",
    { { "triggers[0].from", "x", "no stage but exits" } } },
  { "phase-leads-to-itself",
    TRIGGERS ("{'id':'x','from':'p','to':'a','when':{'event':'e','count':2}}"),
    { { "triggers[2].from", "x", "the phase has no stage" } } },

  { "shares",
    TRIGGERS ("{'id':'x','from':'b','to':'a','share':0.6,'when':{'event':'e'}},"
              "{'id':'y','from':'b','to':'a','share':0.5,'when':{'event':'e','count':2}}"),
    { { "stages[1]", "b", "add up to 110 %" } } },
  { "shares-of-ten-tenths",
    STAGES EVENTS "'triggers':[" AB
                  ",{'id':'bc','from':'b','to':'c','share':0.7,'when':{'dwell':'9d'}},"
                  "{'id':'x','from':'b','to':'a','share':0.1,'when':{'event':'e'}},{'id':'y','from'"
                  ":'b','to':'a','share':0.2,'when':{'event':'e','count':2}}]",
    { { NULL } } },
  { "shares-from-phase-and-any",
    TRIGGERS ("{'id':'x','from':'p','to':'b','share':0.6,'when':{'event':'e','count':2}},"
              "{'id':'y','from':'*','to':'b','share':0.5,'when':{'event':'e','count':3}}"),
    { { "stages[0]", "a", "leave “A” add up to 110 %" } } },
  { "shares-not-of-the-stage-led-to",
    TRIGGERS ("{'id':'x','from':'*','to':'b','share':0.6,'when':{'event':'e','count':2}},"
              "{'id':'y','from':'b','to':'a','share':0.5,'when':{'event':'e','count':3}}"),
    { { NULL } } },
  { "shares-of-a-segment",
    STAGES EVENTS "'triggers':[{'id':'ab','from':'a','to':'b'," ON_E
                  ",'share':0.5,'by_segment':[{'segment':'g','share':0.9}]},"
                  "{'id':'ac','from':'a','to':'c','when':{'dwell':'9d'},'share':0.2}]," SEGMENT (
                      "{'column':'c','op':'exists'}"),
    { { "stages[0]", "a", "110 % for the segment “g”" } } },
  { "shares-of-a-scenario",
    STAGES EVENTS "'triggers':[{'id':'ab','from':'a','to':'b'," ON_E ",'share':0.5},"
                  "{'id':'ac','from':'a','to':'c','when':{'dwell':'9d'},'share':0.2}],"
                  "'scenarios':[{'id':'s','name':'S','set':[{'of':'ab','share':0.95}]}]",
    { { "scenarios[0].set", "s", "115 % in this scenario" } } },
  { "shares-of-a-segment-in-a-scenario",
    STAGES EVENTS "'triggers':[{'id':'ab','from':'a','to':'b'," ON_E
                  ",'share':0.5,'by_segment':[{'segment':'g','share':0.9}]},"
                  "{'id':'ac','from':'a','to':'c','when':{'dwell':'9d'},'share':0.1}]," SEGMENT (
                      "{'column':'c','op':'exists'}") ","
                  "'scenarios':[{'id':'s','name':'S','set':[{'of':'ac','share':0.3}]}]",
    { { "scenarios[0].set", "s", "120 % in this scenario for the segment “g”" } } },
  { "segment-twice-in-trigger",
    STAGES EVENTS "'triggers':[{'id':'ab','from':'a','to':'b'," ON_E
                  ",'by_segment':[{'segment':'g','share':0.9},"
                  "{'segment':'g','share':0.8}]}," BC "]," SEGMENT ("{'column':'c','op':'exists'}"),
    { { "triggers[0].by_segment", "ab", "“g” stands here twice" } } },

  { "unused-score",
    FLOW_AND (SCORE ("'points':[{'event':'e','points':1}]")),
    { { "scores[0]", "s", "no trigger uses" } } },
  { "score-range",
    WHEN ("{'score':'s','below':0}") "," SCORE (
        "'min':5,'max':-5,'points':[{'event':'e','points':-1}]"),
    { { "scores[0].min", "s", "swap" } } },
  { "score-start",
    WHEN ("{'score':'s','at_least':20}") "," SCORE (
        "'start':200,'points':[{'event':'e','points':-1}]"),
    { { "scores[0].start", "s", "starts at 200" } } },
  { "score-rest",
    WHEN ("{'score':'s','at_least':20}") "," SCORE (
        "'rest':50,'points':[{'event':'e','points':1}]"),
    { { "scores[0].rest", "s", "never decays" } } },
  { "score-without-points",
    WHEN ("{'score':'s','at_least':0}") "," SCORE ("'start':0"),
    { { "scores[0].points", "s", "no event changes" } } },
  { "segment-of-everybody",
    FLOW_AND ("'segments':[{'id':'g','name':'G'}]"),
    { { "segments[0].where", "g", "every customer" } } },

  { "target-of-the-wrong-kind",
    TARGET ("'of':'a','metric':'share','at_least':0.5"),
    { { "targets[0].metric", "t", "a measure of a trigger" } } },
  { "target-of-the-map",
    TARGET ("'of':'map','metric':'reach','at_least':0.5"),
    { { "targets[0].metric", "t", "a measure of a stage" } } },
  { "target-in-percent",
    TARGET ("'of':'ab','metric':'share','at_least':40"),
    { { "targets[0].at_least", "t", "40 is no share" } } },
  { "target-within-nothing",
    TARGET ("'of':'a','metric':'now','at_most':40,'within':'30d'"),
    { { "targets[0].within", "t", "means nothing" } } },
  { "target-good",
    TARGET ("'of':'map','metric':'exit_share','at_most':0.4,'within':'30d'"),
    { { NULL } } },
  { "target-without-exit",
    PHASES "'stages':[" A "," B "]," EVENTS "'triggers':[" AB
           "],'targets':[{'id':'t','of':'map','metric':'exit_share','at_most':0.1}]",
    { { "targets[0].metric", "t", "no stage is an exit" } } },
  { "target-without-goal",
    PHASES "'stages':[" A ",{'id':'b','name':'B'}]," EVENTS "'triggers':[" AB
           "],'targets':[{'id':'t','of':'map','metric':'goal_share','at_least':0.1}]",
    { { "targets[0].metric", "t", "no stage is a goal" } } },

  { "empty-note", FLOW_AND ("'notes':[{'id':'n'}]"), { { "notes[0].text", "n", "empty" } } },
  { "frame-nowhere",
    FLOW_AND ("'frames':[{'id':'f'}]"),
    { { "frames[0].position", "f", "no place" } } },
  { "frame-of-nothing",
    "'stages':[{'id':'a','name':'A','role':'entry','position':{'x':0,'y':0}}],"
    "'frames':[{'id':'f','position':{'x':500,'y':0}}]",
    { { "frames[0].position", "f", "shows nothing" } } },

  /* Rounds without time: only what nobody can leave is one. */
  { "round-of-two",
    ROUND (WAY ("x", "a", "b", "'share':1") "," WAY ("y", "b", "a", "'share':1") "," BC),
    { { "triggers[0].delay", "x", "for ever from “A” back to it without any time" } } },
  { "round-of-one",
    ROUND (AB "," WAY ("x", "b", "b", "'share':1,'delay':{'fixed':'0s'}") "," BC),
    { { "triggers[1].delay", "x", "from “B”" } } },
  { "round-behind-a-way",
    ROUND (WAY ("x", "a", "b", "'share':1") "," ALSO ("y", "b", "b", "'share':1") "," BC),
    { { "triggers[1].delay", "y", "from “B”" } } },
  { "round-by-two-ways",
    ROUND (WAY ("x", "a", "b", "'share':0.7") "," ALSO ("z", "a", "a", "'share':0.3") ","
           WAY ("y", "b", "a", "'share':1") "," BC),
    { { "triggers[0].delay", "x", "from “A”" } } },
  { "round-of-a-phase-and-of-any",
    ROUND (WAY ("x", "p", "b", "'share':1") "," WAY ("y", "*", "a", "'share':1") "," BC),
    { { "triggers[0].delay", "x", "from “A”" } } },
  { "two-rounds",
    ROUND (AB "," ALSO ("x", "a", "a", "'share':1") "," ALSO ("y", "b", "b", "'share':1") "," BC),
    { { "triggers[1].delay", "x", "from “A”" }, { "triggers[2].delay", "y", "from “B”" } } },
  { "round-with-a-way-out",
    ROUND (WAY ("x", "a", "b", "'share':1") "," WAY ("y", "b", "a", "'share':0.9") "," BC
           "," ALSO ("z", "b", "c", "'share':0.1")),
    { { NULL } } },
  { "round-in-which-some-stay",
    ROUND (WAY ("x", "a", "b", "'share':1") "," WAY ("y", "b", "a", "'share':0.9") "," BC),
    { { NULL } } },
  { "round-with-time",
    ROUND (WAY ("x", "a", "b", "'share':1") "," BC ","
           WAY ("y", "b", "a", "'share':1,'delay':{'uniform':['0s','1s']}")),
    { { NULL } } },
  { "round-by-one-of-two-ways-with-time",
    ROUND (WAY ("x", "a", "b", "'share':0.7") "," WAY ("y", "b", "a", "'share':1") "," BC ","
           ALSO ("z", "a", "a", "'share':0.3,'delay':{'exponential':'1d'}")),
    { { NULL } } },
  { "round-of-no-share",
    ROUND (WAY ("x", "a", "b", "'share':1") "," WAY ("y", "b", "a", "'share':0") "," BC),
    { { NULL } } },
  { "round-of-a-segment",
    ROUND (WAY ("x", "a", "b", "'share':1") "," BC ","
           WAY ("y", "b", "a", "'share':0.5,'by_segment':[{'segment':'g','share':1}]")) ","
    SEGMENT ("{'column':'c','op':'exists'}"),
    { { "triggers[0].by_segment", "x", "of the segment “g” go round for ever from “A”" } } },
  { "round-of-all-is-not-told-again-of-a-segment",
    ROUND (WAY ("x", "a", "b", "'share':1") "," BC ","
           WAY ("y", "b", "a", "'share':1,'by_segment':[{'segment':'g','share':1}]")) ","
    SEGMENT ("{'column':'c','op':'exists'}"),
    { { "triggers[0].delay", "x", "customers go round" } } },
  { "round-but-not-of-a-segment-with-time",
    ROUND (WAY ("x", "a", "b", "'share':1") "," BC ","
           WAY ("y", "b", "a",
                "'share':0.5,'by_segment':[{'segment':'g','share':1,'delay':{'fixed':'1d'}}]")) ","
    SEGMENT ("{'column':'c','op':'exists'}"),
    { { NULL } } },
  { "round-in-a-scenario",
    ROUND (WAY ("x", "a", "b", "'share':1") "," BC ","
           WAY ("y", "b", "a", "'share':1,'delay':{'fixed':'1d'}")) ","
    "'scenarios':[{'id':'s','name':'S','set':[{'of':'y','delay':{'fixed':'0s'}}]}]",
    { { "scenarios[0].set", "s", "in this scenario customers go round for ever from “A”" } } },

  { "no-horizon", POPULATION ("'horizon':'0s'"), { { "population.horizon", NULL, "no time" } } },
  { "late-arrivals",
    POPULATION ("'horizon':'1mo','arrivals':'2mo'"),
    { { "population.arrivals", NULL, "after" } } },
  { "no-weight",
    POPULATION ("'entries':[{'stage':'a','weight':0}]"),
    { { "population.entries", NULL, "all weights" } } },
  { "entry-twice",
    POPULATION ("'entries':[{'stage':'a','weight':1},{'stage':'a','weight':1}]"),
    { { "population.entries", NULL, "twice" } } },
  { "segments-over-1",
    FLOW_AND (SEGMENT ("{'column':'c','op':'exists'}")) ",'population':{'segments':[{'segment':'g',"
                                                        "'weight':1.5}]}",
    { { "population.segments", NULL, "more than 1" } } },
  { "scenario-of-nothing", SCENARIO (""), { { "scenarios[0].set", "s", "changes nothing" } } },
  { "override-of-nothing",
    SCENARIO ("{'of':'ab'}"),
    { { "scenarios[0].set[0]", "s", "changes nothing" } } },
  { "override-of-the-wrong-member",
    SCENARIO ("{'of':'a','share':0.5}"),
    { { "scenarios[0].set[0].share", "s", "a stage has no “share”" } } },
  { "override-twice",
    SCENARIO ("{'of':'a','cost':1},{'of':'a','cost':2}"),
    { { "scenarios[0].set", "s", "“a” stands here twice" } } },
  { "override-of-the-population",
    SCENARIO ("{'of':'population','entries':[],'customers':5}"),
    { { NULL } } },
};

static PrnMap *
parse (const char *body)
{
  g_autofree char *text = g_strdup_printf ("{'format':'perennial-map','version':1,%s}", body);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PrnMap *map;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  map = prn_map_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  return map;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PrnMap) map = parse (test->map);
  g_autoptr (GPtrArray) problems = prn_map_check (map);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++) {
    const PrnProblem *problem = problems->pdata[i];

    g_test_message ("%s (%s): %s", problem->place, problem->id, problem->message);
  }
  while (n < G_N_ELEMENTS (test->problems) && test->problems[n].place != NULL)
    n++;
  g_assert_cmpuint (problems->len, ==, n);

  for (guint i = 0; i < n; i++) {
    const PrnProblem *problem = problems->pdata[i];

    g_assert_cmpint (problem->severity, ==, PRN_SEVERITY_WARNING);
    g_assert_cmpstr (problem->place, ==, test->problems[i].place);
    g_assert_cmpstr (problem->id, ==, test->problems[i].id);
    g_assert_nonnull (strstr (problem->message, test->problems[i].part));
  }
}

static void
test_templates (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (PrnMap) map = prn_template_load (*id, &error);
    g_autoptr (GPtrArray) problems = NULL;

    g_assert_no_error (error);
    problems = prn_map_check (map);
    for (guint i = 0; i < problems->len; i++)
      g_test_message ("%s: %s", *id, ((PrnProblem *) problems->pdata[i])->message);
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

/* What a map that was edited still refers to is an error, since no loader would take it. */
static void
test_removed (void)
{
  g_autoptr (PrnMap) map = parse (TARGET ("'of':'b','metric':'reach','at_least':0.5"));
  g_autoptr (PrnMap) without = prn_map_without (map, "b");
  g_autoptr (GPtrArray) problems = prn_map_check (without);
  const char *const places[] = { "triggers[0].to", "triggers[1].from", "targets[0].of" };
  guint n = 0;

  for (guint i = 0; i < problems->len; i++) {
    const PrnProblem *problem = problems->pdata[i];

    if (problem->severity != PRN_SEVERITY_ERROR)
      continue;
    g_assert_cmpuint (n, <, G_N_ELEMENTS (places));
    g_assert_cmpstr (problem->place, ==, places[n++]);
    g_assert_nonnull (strstr (problem->message, "there is no “b”"));
  }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (places));
}

/* A file that cannot be opened is told all of its errors, and what else is wrong in it. */
static void
test_both_kinds (void)
{
  const char *text = "{\"format\":\"perennial-map\",\"version\":0,\"stages\":["
                     "{\"id\":\"a\",\"name\":\"A\",\"color\":\"pink\"},"
                     "{\"id\":\"b\",\"name\":\"B\",\"role\":\"entry\"},{\"id\":\"d\"}]}";
  static const struct {
    PrnSeverity severity;
    const char *place;
  } expected[] = {
    { PRN_SEVERITY_ERROR, "version" },
    { PRN_SEVERITY_ERROR, "stages[0].color" },
    { PRN_SEVERITY_WARNING, "stages[2].name" },
    { PRN_SEVERITY_WARNING, "stages[2]" },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_problem_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_map_parse (bytes, problems, &error));
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++) {
    const PrnProblem *problem = problems->pdata[i];

    g_assert_cmpint (problem->severity, ==, expected[i].severity);
    g_assert_cmpstr (problem->place, ==, expected[i].place);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/map/check/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/map/check/templates", test_templates);
  g_test_add_func ("/map/check/removed", test_removed);
  g_test_add_func ("/map/check/both-kinds", test_both_kinds);
  return g_test_run ();
}
