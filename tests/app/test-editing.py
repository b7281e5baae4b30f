#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map drawn by hand in the real program: pointer and keys by xdotool, what is there by AT-SPI,
what was drawn by the file that is saved. Once with the pointer, once with the keyboard alone, once
by accessible actions.

Speaks TAP. Run as: test-editing.py WITH-DISPLAY PERENNIAL
"""

import json
import subprocess
import time

from accessible import Program, expect, run_cases, run_on_screen

BLANK = {"format": "perennial-map", "version": 1, "title": "Drawn by hand"}


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def pause():
    time.sleep(0.25)


class Hand:
    """One map in one run of the program, and what a hand does to it."""

    def __init__(self, program, path):
        self.program = program
        self.path = path
        self.window = None

    def open(self):
        canvas = self.program.find("Map", "panel", exact=True)
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "perennial"],
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        self.window = found.stdout.split()[-1]
        # Wide enough for three stages at 100 %: AT-SPI tells sizes without the zoom.
        xdotool("windowsize", self.window, 1880, 1000)
        xdotool("windowmove", self.window, 0, 0)
        xdotool("windowactivate", self.window)
        pause()
        pause()
        return canvas

    def place(self, name, across=0.5, down=0.5):
        """Returns where on the screen an item of the canvas is."""
        node = self.program.wait(f"“{name}” on the canvas", lambda: self.item(name))
        return self.spot(node, across, down)

    def item(self, name):
        canvas = self.program.find("Map", "panel", exact=True)
        layer = canvas.get_child_at_index(0)
        for i in range(layer.get_child_count()):
            node = layer.get_child_at_index(i)
            if node.get_name() == name:
                return node
        return None

    def spot(self, node, across=0.5, down=0.5):
        box = node.get_extents(self.program.atspi.CoordType.WINDOW)
        frame = self.program.find("Drawn by hand", "frame")
        outer = frame.get_extents(self.program.atspi.CoordType.WINDOW)
        size = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", self.window],
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        ).stdout
        shape = dict(line.split("=") for line in size.split())
        # AT-SPI tells places in the window without its shadow, X in the one with it.
        edge_x = (int(shape["WIDTH"]) - outer.width) / 2
        edge_y = (int(shape["HEIGHT"]) - outer.height) / 2
        x = int(shape["X"]) + edge_x + box.x + across * box.width
        y = int(shape["Y"]) + edge_y + box.y + down * box.height
        return round(x), round(y)

    @staticmethod
    def move(x, y):
        xdotool("mousemove", x, y)
        pause()

    def click(self, x, y, times=1):
        self.move(x, y)
        xdotool("click", "--repeat", times, "--delay", 60, 1)
        pause()

    def drag(self, start, end, then=()):
        """Drags; @then is typed before the button is let go."""
        self.move(*start)
        xdotool("mousedown", 1)
        pause()
        self.move((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self.move(*end)
        for key in then:
            xdotool("key", key)
            pause()
        xdotool("mouseup", 1)
        pause()

    @staticmethod
    def keys(*keys):
        for key in keys:
            xdotool("key", key)
            pause()

    @staticmethod
    def type(text):
        xdotool("type", "--delay", 20, text)
        pause()

    def field(self):
        """Waits for the field a name is typed into."""
        return self.program.find("Type the name", "text", last_first=True)

    def saved(self, what, test):
        """Saves, and waits until the file says what it should."""
        self.keys("ctrl+s")

        def look():
            try:
                return test(json.loads(self.path.read_text()))
            except (ValueError, KeyError):
                return False

        self.program.wait(what, look)


def names(drawn):
    return [stage["name"] for stage in drawn.get("stages", [])]


def links(drawn):
    called = {stage["id"]: stage["name"] for stage in drawn["stages"]}
    return [(called[t["from"]], called[t["to"]]) for t in drawn.get("triggers", [])]


CHAIN = [("Visitor", "Trial"), ("Trial", "Paying")]


class WithThePointer:
    def __init__(self, hand):
        self.hand = hand

    def a_double_click_makes_a_stage_and_tab_goes_on(self):
        hand = self.hand
        canvas = hand.open()
        hand.click(*hand.spot(canvas), times=2)
        for number, name in enumerate(("Visitor", "Trial", "Paying")):
            if number:
                hand.keys("Tab")
            hand.field()
            hand.type(name)
        hand.keys("Return")
        hand.saved("three stages in a row", lambda drawn: links(drawn) == CHAIN)
        drawn = json.loads(hand.path.read_text())
        expect(
            [stage["id"] for stage in drawn["stages"]] == ["visitor", "trial", "paying"],
            "ids made of the names that were typed",
        )

    def a_handle_drags_out_a_trigger(self):
        hand = self.hand
        hand.keys("ctrl+1")
        x, y = hand.place("Paying", 0.5, 1)
        hand.move(*hand.place("Paying"))
        hand.drag((x, y + 14), hand.place("Visitor"))
        hand.saved(
            "a trigger back", lambda drawn: links(drawn) == CHAIN + [("Paying", "Visitor")]
        )

    def on_the_ground_it_makes_the_next_stage(self):
        hand = self.hand
        x, y = hand.place("Trial", 0.5, 0)
        hand.move(*hand.place("Trial"))
        hand.drag((x, y - 14), (x, y - 160))
        hand.field()
        hand.type("Lost")
        hand.keys("Return")
        hand.saved("a stage above", lambda drawn: ("Trial", "Lost") in links(drawn))

    def escape_breaks_a_drag_off(self):
        hand = self.hand
        before = hand.path.read_text()
        x, y = hand.place("Trial")
        hand.drag((x, y), (x, y + 150), then=["Escape"])
        hand.click(x, y)
        hand.keys("ctrl+s")
        expect(hand.path.read_text() == before, "a map as before")

    def a_stage_is_dragged_and_put_back_by_undo(self):
        hand = self.hand

        def top(drawn):
            return next(s["position"]["y"] for s in drawn["stages"] if s["name"] == "Trial")

        before = top(json.loads(hand.path.read_text()))
        x, y = hand.place("Trial")
        hand.drag((x, y), (x, y + 120))
        hand.saved("a stage further down", lambda drawn: top(drawn) > before)
        hand.keys("ctrl+z")
        hand.saved("the stage where it was", lambda drawn: top(drawn) == before)

    def every_control_has_a_name(self):
        bad = self.hand.program.nameless()
        expect(not bad, "names for " + "; ".join(bad))

    CASES = [
        a_double_click_makes_a_stage_and_tab_goes_on,
        a_handle_drags_out_a_trigger,
        on_the_ground_it_makes_the_next_stage,
        escape_breaks_a_drag_off,
        a_stage_is_dragged_and_put_back_by_undo,
        every_control_has_a_name,
    ]


class WithTheKeyboardAlone:
    def __init__(self, hand):
        self.hand = hand

    def the_same_map_by_keys(self):
        hand = self.hand
        hand.open()
        hand.keys("n")
        for number, name in enumerate(("Visitor", "Trial", "Paying")):
            if number:
                hand.keys("Tab")
            hand.field()
            hand.type(name)
        hand.keys("Return")
        hand.saved("three stages in a row", lambda drawn: links(drawn) == CHAIN)

    def what_is_selected_is_linked_in_its_order(self):
        hand = self.hand
        hand.keys("ctrl+a", "l")
        hand.saved("triggers beside the first ones", lambda drawn: links(drawn) == CHAIN + CHAIN)
        hand.keys("ctrl+z")
        hand.saved("the first ones alone", lambda drawn: links(drawn) == CHAIN)

    def renaming_keeps_the_id(self):
        hand = self.hand
        hand.keys("Escape", "alt+Right", "alt+Right", "alt+Left", "F2")
        hand.field()
        hand.type("Guest")
        hand.keys("Return")
        hand.saved("a stage by another name", lambda drawn: "Guest" in names(drawn))
        drawn = json.loads(hand.path.read_text())
        stage = next(s for s in drawn["stages"] if s["name"] == "Guest")
        expect(stage["id"] == "visitor", "the id it had")

    def delete_and_undo(self):
        hand = self.hand
        hand.keys("Delete")
        hand.saved("two stages", lambda drawn: names(drawn) == ["Trial", "Paying"])
        hand.keys("ctrl+z")
        hand.saved("three stages", lambda drawn: names(drawn) == ["Guest", "Trial", "Paying"])

    CASES = [
        the_same_map_by_keys,
        what_is_selected_is_linked_in_its_order,
        renaming_keeps_the_id,
        delete_and_undo,
    ]


class ByAccessibleActions:
    def __init__(self, hand):
        self.hand = hand

    def do(self, action):
        node = self.hand.program.find("Map", "panel", exact=True)
        count = node.get_n_actions()
        found = {node.get_action_name(i): i for i in range(count)}
        expect(action in found, f"the action {action} among {sorted(found)}")
        node.do_action(found[action])
        pause()

    def the_canvas_has_actions(self):
        hand = self.hand
        hand.open()
        self.do("canvas.new-stage")
        field = hand.field()
        field.get_editable_text_iface().set_text_contents("Visitor")
        hand.keys("Return")
        hand.saved("a stage", lambda drawn: names(drawn) == ["Visitor"])
        self.do("canvas.new-next")
        hand.field().get_editable_text_iface().set_text_contents("Trial")
        hand.keys("Return")
        hand.saved("a stage after it", lambda drawn: links(drawn) == [("Visitor", "Trial")])
        self.do("canvas.duplicate")
        hand.saved("three stages", lambda drawn: len(names(drawn)) == 3)
        self.do("canvas.select-all")
        self.do("canvas.delete")
        hand.saved("no stage", lambda drawn: not names(drawn))

    CASES = [the_canvas_has_actions]


def edit(atspi, home, perennial):
    cases, programs = [], []

    def end_all():
        while programs:
            programs.pop().__exit__()

    def part(kind):
        """One run of the program for the cases of a class, begun by its first case."""
        own = home / kind.__name__
        own.mkdir()
        path = own / "drawn.lifecycle.json"
        path.write_text(json.dumps(BLANK))
        running = []

        def run(case):
            if not running:
                end_all()
                program = Program(atspi, [perennial, path], own)
                programs.append(program)
                running.append(kind(Hand(program, path)))
            case(running[0])

        for case in kind.CASES:
            bound = lambda case=case: run(case)  # noqa: E731
            bound.__name__ = case.__name__
            cases.append(bound)

    for kind in (WithThePointer, WithTheKeyboardAlone, ByAccessibleActions):
        part(kind)
    try:
        return run_cases(cases)
    finally:
        end_all()


if __name__ == "__main__":
    run_on_screen(edit, "xdotool")
