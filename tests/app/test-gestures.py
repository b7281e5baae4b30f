#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gestures with a real pointer and real keys; what they did is what the saved file says. Speaks TAP.

Usage: test-gestures.py WITH-DISPLAY PERENNIAL
"""

import json
import pathlib
import subprocess
import sys
import time

from accessible import run_cases, run_on_screen
from hand import Hand, xdotool
from pointer import Pointer

WIDTH, HEIGHT = 1600, 950
SOURCE = pathlib.Path(__file__).with_name("drag-source.py")

MAP = {
    "format": "perennial-map",
    "version": 1,
    "title": "Gestures",
    "phases": [{"id": "sales", "name": "Sales"}],
    "stages": [
        {"id": "a", "name": "Alpha", "phase": "sales", "position": {"x": 0, "y": 0}},
        {"id": "b", "name": "Beta", "phase": "sales", "position": {"x": 304, "y": 0}},
        {"id": "c", "name": "Gamma", "position": {"x": 0, "y": 304}},
        {"id": "d", "name": "Delta", "position": {"x": 304, "y": 304}},
    ],
    "events": [{"id": "e", "name": "Signs up", "stage": "a"}],
    "triggers": [{"id": "t", "from": "c", "to": "d"}],
}


def by_id(content, kind):
    return {one["id"]: one for one in content.get(kind, [])}


class Window:
    """One run of the program on a map of its own."""

    def __init__(self, atspi, perennial, home, content, alone=False):
        home.mkdir()
        self.path = home / "gestures.lifecycle.json"
        self.path.write_text(json.dumps(content))
        self.hand = Hand(atspi, [perennial, self.path], home, begins="Map", alone=alone)
        self.pointer = Pointer(self.hand, WIDTH, HEIGHT)
        self.focus()
        self.hand.keys("ctrl+1", "ctrl+0")

    def focus(self):
        xdotool("windowactivate", "--sync", self.hand.window)
        self.pointer.click(self.pointer.ground(0.97, 0.5))

    def read(self):
        try:
            return json.loads(self.path.read_text(encoding="utf-8"))
        except ValueError:
            return {}

    def saves(self, what, test):
        """Saves, and waits until the file says what it should."""

        def look():
            self.hand.keys("ctrl+s")
            time.sleep(0.3)
            try:
                return test(self.read())
            except (KeyError, StopIteration):
                return False

        self.hand.wait(what, look)

    def undo(self):
        self.hand.keys("ctrl+z")
        self.saves("the map as it was", lambda content: content == MAP)


class Gestures:
    """Each case leaves the map as it found it."""

    def __init__(self, window):
        self.window = window
        self.hand = window.hand
        self.pointer = window.pointer

    def a_phase_carries_its_stages(self):
        x, y, width, _ = self.pointer.box("Sales")
        grip = (x + width * 0.75, y + 12)
        self.pointer.drag(grip, (grip[0] + 48, grip[1] - 24))

        def carried(content):
            stages = by_id(content, "stages")
            moved = [stages[id]["position"]["x"] for id in ("a", "b")]
            return moved[0] > 0 and moved[1] - moved[0] == 304 and stages["c"] == MAP["stages"][2]

        self.window.saves("both stages further right", carried)
        self.window.undo()

    def an_event_goes_to_another_stage(self):
        self.pointer.drag(self.pointer.spot("Signs up"), self.pointer.spot("Beta", 0.5, 0.7))
        self.window.saves("the event there", lambda it: by_id(it, "events")["e"]["stage"] == "b")
        self.window.undo()

    def an_event_on_a_line_fires_it(self):
        x, y, width, height = self.pointer.box("Gamma")
        self.pointer.drag(self.pointer.spot("Signs up"), (x + width + 52, y + height / 2))
        self.window.saves(
            "the condition", lambda it: by_id(it, "triggers")["t"].get("when") == {"event": "e"}
        )
        self.window.undo()

    def one_key_says_a_condition(self):
        x, y, width, height = self.pointer.box("Gamma")
        self.pointer.click((x + width + 52, y + height / 2))
        self.hand.program.find("After 7 d here", "button")
        self.hand.keys("2")
        self.window.saves(
            "the condition", lambda it: by_id(it, "triggers")["t"].get("when") == {"dwell": "7d"}
        )
        self.window.undo()

    def a_drag_with_alt_leaves_a_copy(self):
        x, y = self.pointer.spot("Delta", 0.5, 0.8)
        self.pointer.drag((x, y), (x, y + 160), held="alt")

        def doubled(content):
            stages = by_id(content, "stages")
            return len(stages) == 5 and stages["d"] == MAP["stages"][3]

        self.window.saves("a copy", doubled)
        self.window.undo()

    def a_handle_on_the_ground_makes_the_next_stage(self):
        start = self.pointer.handle("Gamma", "bottom")
        self.pointer.drag(start, (start[0], start[1] + 120))
        self.hand.wait("the field for its name", lambda: self.hand.name == "Type the name")
        self.hand.type("Next")
        self.hand.go("Return", "Map")

        def led(content):
            last = content["triggers"][-1]
            return (last["from"], last["to"]) == ("c", "next") and "next" in by_id(content, "stages")

        self.window.saves("the next stage", led)
        self.window.undo()  # the stage, its trigger and its name are one step

    def escape_takes_a_new_stage_back(self):
        self.pointer.click(self.pointer.ground(0.9, 0.2), times=2)
        self.hand.wait("the field for its name", lambda: self.hand.name == "Type the name")
        self.hand.type("Never")
        self.hand.go("Escape", "Map")
        self.pointer.shows("Sales", "Alpha", "Signs up", "Beta", "Gamma", "Delta", "t")

    def a_row_of_the_outline_is_dragged(self):
        def row(name):
            return self.hand.wait(f"“{name}” in the outline", lambda: self.find_row(name))

        self.pointer.drag(
            self.pointer.middle(row("Delta")), self.pointer.middle(row("Gamma")), slowly=True
        )
        self.window.saves(
            "another order", lambda it: [s["id"] for s in it["stages"]] == ["a", "b", "d", "c"]
        )
        self.window.undo()

    def find_row(self, name):
        """The label of a row: it is not on the canvas, and not in the inspector."""
        left = self.pointer.extents(self.pointer.canvas)[0]
        for node, role, its_name in self.hand.program.nodes():
            if role == "label" and its_name == name and self.pointer.extents(node)[0] < left:
                return node
        return None

    CASES = [
        a_phase_carries_its_stages,
        an_event_goes_to_another_stage,
        an_event_on_a_line_fires_it,
        one_key_says_a_condition,
        a_drag_with_alt_leaves_a_copy,
        a_handle_on_the_ground_makes_the_next_stage,
        escape_takes_a_new_stage_back,
        a_row_of_the_outline_is_dragged,
    ]


class BetweenPrograms:
    """Two processes on one screen: what one copies the other pastes."""

    def __init__(self, begin):
        self.begin = begin

    def a_stage_is_copied_to_another_program(self):
        first = self.begin("first", MAP)
        first.pointer.click(first.pointer.spot("Alpha", 0.3, 0.25))
        first.hand.keys("ctrl+c")
        time.sleep(0.5)
        second = self.begin("second", {"format": "perennial-map", "version": 1, "title": "Second"})
        second.hand.keys("ctrl+v")

        def pasted(content):
            names = [stage["name"] for stage in content["stages"]]
            events = [event["name"] for event in content.get("events", [])]
            return names == ["Alpha"] and events == ["Signs up"]

        second.saves("the stage with its event", pasted)

    def a_file_is_dropped_on_the_window(self):
        window = self.begin("third", MAP)
        path = window.path.with_name("dropped.lifecycle.json")
        path.write_text(json.dumps({**MAP, "title": "Dropped here"}))
        files = subprocess.Popen([sys.executable, SOURCE, path])
        try:
            found = window.hand.wait("the window of files", lambda: window_of(files))
            xdotool("windowmove", "--sync", found, WIDTH - 300, HEIGHT - 300)
            xdotool("windowactivate", "--sync", found)
            window.pointer.drag(
                (WIDTH - 210, HEIGHT - 210), window.pointer.ground(0.3, 0.3), slowly=True
            )
            window.hand.program.find("dropped.lifecycle.json")
            window.hand.program.find("Dropped here")
        finally:
            files.kill()
            files.wait()

    CASES = [a_stage_is_copied_to_another_program, a_file_is_dropped_on_the_window]


def window_of(process):
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.split()
    return found[-1] if found else None


def play(atspi, home, perennial):
    running = []

    def begin(name, content):
        window = Window(atspi, perennial, home / name, content, alone=len(running) > 0)
        running.append(window)
        return window

    def the_program_ends():
        running.pop().hand.end()

    try:
        gestures = Gestures(begin("gestures", MAP))
        between = BetweenPrograms(begin)
        cases = [case.__get__(gestures) for case in Gestures.CASES]
        cases.append(the_program_ends)
        cases += [case.__get__(between) for case in BetweenPrograms.CASES]
        return run_cases(cases)
    finally:
        for window in running:
            window.hand.end()


if __name__ == "__main__":
    run_on_screen(play, "xdotool", size=f"{WIDTH}x{HEIGHT}")
