#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built-in maps are good examples: complete, tidy on the canvas, readable from the back of the room.

What any map must be, the loader and `check` say; here is what is asked of ours on top.

Usage: test-maps.py SOURCE_ROOT
"""

import itertools
import json
import pathlib
import sys

import tap

DATA = pathlib.Path(sys.argv[1], "data")
TEMPLATES = ["five-stages", "customer-lifecycle", "growth-loop", "saas-two-phases", "customer-success",
             "saas-trial-to-upgrade", "retail-card"]
FILES = [DATA / "templates" / (name + ".lifecycle.json") for name in TEMPLATES]
FILES.append(DATA / "samples" / "saas-sample.lifecycle.json")
KINDS = ["phases", "stages", "events", "triggers", "scores", "segments", "targets", "notes", "frames", "scenarios"]
LONGEST_NAME = 24
WIDTH, HEIGHT = 200, 96
# How far a band reaches beyond its stages: left, top (with the name), right, bottom.
BAND = (24, 48, 24, 24)


def maps():
    """Yields (name, map) of each built-in map."""
    for path in FILES:
        yield path.name, json.loads(path.read_text(encoding="utf-8"))


def conditions(condition):
    """Yields a condition and all those in it."""
    yield condition
    for member in condition.get("all", []) + condition.get("any", []):
        yield from conditions(member)


def all_conditions(document):
    for trigger in document["triggers"]:
        yield from conditions(trigger["when"])


def sources(document, trigger):
    """The stages a trigger leads out of."""
    origin = trigger["from"]
    for stage in document["stages"]:
        everywhere = origin == "*" and stage.get("role") != "exit"
        if stage["id"] == origin or stage["id"] != trigger["to"] and (everywhere or stage.get("phase") == origin):
            yield stage["id"]


def box(element):
    size = element.get("size", {"w": WIDTH, "h": HEIGHT})
    at = element["position"]
    return at["x"], at["y"], at["x"] + size["w"], at["y"] + size["h"]


def grown(rectangle, by):
    return tuple(edge + way * more for edge, way, more in zip(rectangle, (-1, -1, 1, 1), by))


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def bands(document):
    """The rectangle of each phase."""
    for phase in document["phases"]:
        boxes = [box(stage) for stage in document["stages"] if stage.get("phase") == phase["id"]]
        lefts, tops, rights, bottoms = zip(*boxes)
        yield phase["id"], grown((min(lefts), min(tops), max(rights), max(bottoms)), BAND)


def templates_are_all_there():
    """the folder holds the seven templates and no other map"""
    assert sorted(path.name for path in (DATA / "templates").glob("*.json")) == sorted(path.name for path in FILES[:7])


def files_are_canonical():
    """files are written as the program writes them: two spaces, a member a line, a newline at the end"""
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n", path.name


def maps_are_complete():
    """each map has something of every kind, an ideal segment, a what-if, and figures for the simulation"""
    for name, document in maps():
        for kind in KINDS + ["title", "description", "population"]:
            assert document.get(kind), "%s has no %s" % (name, kind)
        assert sum(segment.get("ideal", False) for segment in document["segments"]) == 1, name
        for trigger in document["triggers"]:
            assert {"when", "share", "delay"} <= set(trigger), "%s: %s" % (name, trigger["id"])
        for stage in document["stages"]:
            assert stage["owner"] and stage["goal"] and stage["channels"] and stage["actions"], (name, stage["id"])


def names_are_short():
    """names of stages and triggers are at most 24 characters long, and no two of a kind are alike"""
    for name, document in maps():
        for element in document["stages"] + document["triggers"] + document["targets"]:
            assert len(element["name"]) <= LONGEST_NAME, "%s: %s" % (name, element["name"])
        for kind in KINDS:
            names = [element["name"] for element in document[kind] if "name" in element]
            assert len(names) == len(set(names)), "%s: %s" % (name, kind)


def conditions_show_every_kind():
    """the templates together use every kind of condition; the sample map does by itself"""
    wanted = {"event", "inactive", "dwell", "score", "attribute", "segment", "all", "any"}
    seen = [{key for condition in all_conditions(document) for key in condition} for _, document in maps()]
    assert wanted <= set.union(*seen[:7]), wanted - set.union(*seen[:7])
    assert wanted <= seen[7], wanted - seen[7]


def maps_have_every_kind_of_way():
    """in every map customers are lost out of every stage and can return from an exit"""
    for name, document in maps():
        exits = {stage["id"] for stage in document["stages"] if stage.get("role") == "exit"}
        assert exits, name
        assert any(trigger["from"] in exits for trigger in document["triggers"]), name + ": nobody returns"
        edges = {(origin, trigger["to"]) for trigger in document["triggers"] for origin in sources(document, trigger)}
        for stage in document["stages"]:
            reached = {stage["id"]}
            for _ in document["stages"]:
                reached |= {to for origin, to in edges if origin in reached}
            assert reached & exits, "%s: no way out of %s" % (name, stage["id"])


def shares_fit():
    """no stage is left by more than all of its customers, in no segment"""
    for name, document in maps():
        for stage in document["stages"]:
            leaving = [trigger for trigger in document["triggers"] if stage["id"] in sources(document, trigger)]
            for segment in [None] + [segment["id"] for segment in document["segments"]]:
                total = sum(next((other["share"] for other in trigger.get("by_segment", [])
                                  if other["segment"] == segment and "share" in other), trigger["share"])
                            for trigger in leaving)
                assert total <= 1 + 1e-9, "%s: %s, %s: %g" % (name, stage["id"], segment, total)


def events_are_used():
    """every event is drawn in a stage, has a good name to match, and leads somewhere"""
    for name, document in maps():
        used = {stage["enter"]["event"] for stage in document["stages"] if "enter" in stage}
        for condition in all_conditions(document):
            used |= {condition["event"]} if "event" in condition else set(condition.get("events", []))
        for event in document["events"]:
            assert event["id"] in used, "%s: no trigger asks for %s" % (name, event["id"])
            assert event["stage"] and len(event["match"]["names"]) >= 2, "%s: %s" % (name, event["id"])


def stages_stand_on_the_grid():
    """everything stands on a grid of 8, stages 120 apart in a row or 80 in a column"""
    for name, document in maps():
        for element in document["stages"] + document["notes"] + document["frames"]:
            assert all(edge % 8 == 0 for edge in box(element)), "%s: %s" % (name, element["id"])
        for one, other in itertools.combinations(document["stages"], 2):
            assert not meet(grown(box(one), (120, 80, 120, 80)), box(other)), (name, one["id"], other["id"])


def nothing_overlaps():
    """bands do not meet; other stages and notes stay out of them"""
    for name, document in maps():
        for (one, first), (other, second) in itertools.combinations(bands(document), 2):
            assert not meet(first, second), "%s: %s and %s" % (name, one, other)
        for phase, band in bands(document):
            for element in document["stages"] + document["notes"]:
                assert element.get("phase") == phase or not meet(band, box(element)), (name, phase, element["id"])
        for note, stage in itertools.product(document["notes"], document["stages"]):
            assert not meet(grown(box(note), (24, 24, 24, 24)), box(stage)), (name, note["id"], stage["id"])


def frames_cut_nothing():
    """a stage is either inside a frame or outside it"""
    for name, document in maps():
        for frame, stage in itertools.product(document["frames"], document["stages"]):
            outer, inner = box(frame), box(stage)
            inside = all(a <= b for a, b in zip(outer[:2], inner[:2])) and all(
                a >= b for a, b in zip(outer[2:], inner[2:]))
            assert inside or not meet(outer, inner), "%s: %s cuts %s" % (name, frame["id"], stage["id"])


tap.run([
    templates_are_all_there, files_are_canonical, maps_are_complete, names_are_short, conditions_show_every_kind,
    maps_have_every_kind_of_way, shares_fit, events_are_used, stages_stand_on_the_grid, nothing_overlaps,
    frames_cut_nothing,
])
