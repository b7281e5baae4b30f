#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a map with real keys and a real pointer, kills the program, and goes on. Speaks TAP.

Usage: test-drawing.py WITH-DISPLAY PERENNIAL
"""

import json
import re
import subprocess
import time

from accessible import Missing, Program, expect, run_cases, run_on_screen

STAGES = ["Visitor", "Trial", "Paying"]
DRAGGED = ("Visitor", "Paying")
TRIGGERS = {("Visitor", "Trial"), ("Trial", "Paying"), DRAGGED}
HANDLE_OUT = 14  # pixels from the side of a card to the middle of a handle


def xdotool(*words):
    return subprocess.run(
        ["xdotool", *map(str, words)], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def keys(*names):
    for name in names:
        xdotool("key", name)
        time.sleep(0.1)


def type_text(text):
    xdotool("type", "--delay", 20, text)


class Drawn:
    """The program with a window at the top left of the screen."""

    def __init__(self, atspi, perennial, home):
        self.atspi = atspi
        self.perennial = perennial
        self.home = home
        self.begin()

    def begin(self):
        self.program = Program(self.atspi, [self.perennial], self.home)
        self.program.find("Blank map", "button")
        self.window = self.program.wait("a window", self.find_window)
        xdotool("windowmove", self.window, 0, 0)
        xdotool("windowsize", self.window, 1400, 900)
        time.sleep(1)

    @staticmethod
    def find_window():
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "perennial"],
            stdout=subprocess.PIPE,
            text=True,
        ).stdout.split()
        return found[-1] if found else None

    def kill(self):
        self.program.process.kill()
        self.program.process.wait()

    def item(self, name):
        """The item of the canvas with that name."""

        def look():
            for node, role, its_name in self.program.nodes():
                if role == "list item" and its_name.split(",")[0] == name:
                    box = node.get_component_iface()
                    if box is not None and box.get_extents(self.atspi.CoordType.WINDOW).width > 0:
                        return node
            return None

        return self.program.wait(f"“{name}” on the canvas", look)

    def zoom(self):
        """How large the canvas shows the map; GTK tells of a scaled widget where it is, not its scale."""
        found = (re.fullmatch(r"(\d+) %", name) for name in self.program.names())
        return int(next(one for one in found if one)[1]) / 100

    def extents(self, node):
        """Where an item is on the screen: GTK tells it within the frame, which the window is wider than."""
        box = node.get_component_iface().get_extents(self.atspi.CoordType.WINDOW)
        frame = self.program.wait(
            "the frame", lambda: next((n for n, role, _ in self.program.nodes() if role == "frame"), None)
        )
        inner = frame.get_component_iface().get_extents(self.atspi.CoordType.WINDOW)
        shell = dict(
            line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.window).split()
        )
        left = int(shell["X"]) + (int(shell["WIDTH"]) - inner.width) // 2
        top = int(shell["Y"]) + (int(shell["HEIGHT"]) - inner.height) // 2
        zoom = self.zoom()
        return left + box.x, top + box.y, int(box.width * zoom), int(box.height * zoom)

    def centre(self, name):
        x, y, width, height = self.extents(self.item(name))
        return x + width // 2, y + height // 2

    def has_trigger(self, start, end):
        words = f"{start} → {end}"
        return self.program.wait(words, lambda: any(words in name for name in self.program.names()))

    def lacks_trigger(self, start, end):
        words = f"{start} → {end}"
        return self.program.wait(
            f"no {words}", lambda: all(words not in name for name in self.program.names())
        )

    def tab_to(self, name):
        """Walks by the Tab key until what has that name has the focus."""
        for _ in range(60):
            for node, _, its_name in self.program.nodes():
                if its_name == name and node.get_state_set().contains(self.atspi.StateType.FOCUSED):
                    return
            keys("Tab")
        raise Missing(f"“{name}” by the Tab key")

    def name_stage(self, name):
        """Types over the name of a stage that has just been made."""
        time.sleep(0.5)
        type_text(name)
        keys("Return")
        self.item(name)

    def save(self, file_name):
        keys("ctrl+s")
        self.program.find("Save", "button", last_first=True)
        time.sleep(1)
        keys("ctrl+a")
        type_text(str(self.home / file_name))
        keys("Return")
        path = self.home / file_name
        self.program.wait(f"{file_name}", path.exists)
        return json.loads(path.read_text(encoding="utf-8"))


def expect_map(content, expected):
    names = {stage["id"]: stage["name"] for stage in content["stages"]}
    expect(sorted(names.values()) == sorted(STAGES), f"the stages {STAGES}, found {names}")
    triggers = {(names[one["from"]], names[one["to"]]) for one in content["triggers"]}
    expect(triggers == expected, f"the triggers {expected}, found {triggers}")
    expect(
        all("position" in stage for stage in content["stages"]), "a position of every stage"
    )


class ByPointer:
    """The cases of one map, in their order: each goes on where the one before left off."""

    def __init__(self, drawn):
        self.drawn = drawn

    def a_blank_map_is_begun(self):
        self.drawn.program.press("Blank map")
        self.drawn.program.find("Outline", "button")
        time.sleep(1)

    def a_double_click_makes_a_stage_and_a_name_is_typed(self):
        xdotool("mousemove", 500, 450, "click", "--repeat", 2, "--delay", 80, 1)
        self.drawn.name_stage("Visitor")

    def tab_makes_the_next_ones(self):
        keys("Tab")
        self.drawn.name_stage("Trial")
        keys("Tab")
        self.drawn.name_stage("Paying")
        self.drawn.has_trigger("Trial", "Paying")

    def a_trigger_is_dragged_out_of_a_handle(self):
        keys("ctrl+1")
        time.sleep(1)
        x, y = self.drawn.centre("Visitor")
        xdotool("mousemove", x, y, "click", 1)
        time.sleep(0.5)
        left, top, width, _ = self.drawn.extents(self.drawn.item("Visitor"))
        to_x, to_y = self.drawn.centre("Paying")
        x, y = left + width // 2, top - HANDLE_OUT
        xdotool("mousemove", x, y, "mousedown", 1)
        for part in range(1, 11):
            xdotool("mousemove", x + (to_x - x) * part // 10, y + (to_y - y) * part // 10)
            time.sleep(0.05)
        xdotool("mouseup", 1)
        self.drawn.has_trigger("Visitor", "Paying")

    def undo_takes_it_back_and_redo_does_it_again(self):
        keys("ctrl+z")
        self.drawn.lacks_trigger(*DRAGGED)
        keys("ctrl+shift+z")
        self.drawn.has_trigger("Visitor", "Paying")

    def killed_it_loses_nothing(self):
        time.sleep(1.2)  # what is older than a second is on disk
        self.drawn.kill()
        self.drawn.begin()
        self.drawn.program.find("Not saved last time")
        self.drawn.tab_to("New map")
        keys("Return")
        for one in TRIGGERS:
            self.drawn.has_trigger(*one)

    def after_that_steps_can_still_be_undone(self):
        keys("ctrl+z")
        self.drawn.lacks_trigger(*DRAGGED)
        keys("ctrl+y")
        self.drawn.has_trigger("Visitor", "Paying")

    def it_is_saved(self):
        content = self.drawn.save("pointer.lifecycle.json")
        expect_map(content, TRIGGERS)
        self.drawn.program.find("pointer.lifecycle.json")

    CASES = [
        a_blank_map_is_begun,
        a_double_click_makes_a_stage_and_a_name_is_typed,
        tab_makes_the_next_ones,
        a_trigger_is_dragged_out_of_a_handle,
        undo_takes_it_back_and_redo_does_it_again,
        killed_it_loses_nothing,
        after_that_steps_can_still_be_undone,
        it_is_saved,
    ]


class ByKeyboard:
    """The same stages by the keyboard alone."""

    def __init__(self, drawn):
        self.drawn = drawn

    def a_blank_map_is_begun_from_the_keyboard(self):
        self.drawn.tab_to("Blank map")
        keys("Return")
        self.drawn.program.find("Outline", "button")
        time.sleep(1)

    def stages_are_made_and_linked(self):
        keys("n")
        self.drawn.name_stage("Visitor")
        for name in STAGES[1:]:
            keys("Tab")
            self.drawn.name_stage(name)
        self.drawn.has_trigger("Trial", "Paying")

    def steps_are_undone_and_done_again(self):
        keys("ctrl+z", "ctrl+z")
        self.drawn.lacks_trigger("Trial", "Paying")
        keys("ctrl+shift+z", "ctrl+shift+z")
        self.drawn.item("Paying")

    def it_is_saved_from_the_keyboard(self):
        expect_map(self.drawn.save("keyboard.lifecycle.json"), TRIGGERS - {DRAGGED})

    CASES = [
        a_blank_map_is_begun_from_the_keyboard,
        stages_are_made_and_linked,
        steps_are_undone_and_done_again,
        it_is_saved_from_the_keyboard,
    ]


def draw(atspi, home, perennial):
    drawn = Drawn(atspi, perennial, home)
    by_pointer, by_keyboard = ByPointer(drawn), ByKeyboard(drawn)

    def the_program_begins_anew():
        drawn.kill()
        drawn.begin()

    cases = [case.__get__(by_pointer) for case in ByPointer.CASES]
    cases.append(the_program_begins_anew)
    cases += [case.__get__(by_keyboard) for case in ByKeyboard.CASES]
    failed = run_cases(cases)
    drawn.kill()
    return failed


if __name__ == "__main__":
    run_on_screen(draw, "xdotool", size="1400x900")
