#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The film of how a map comes to be: every case is one action of a hand, and after each the map is
what it should be. Speaks TAP.

Usage: test-film.py WITH-DISPLAY PERENNIAL

With PERENNIAL_TEST_PICTURES naming a folder, a picture after each case is written into it.
"""

import json
import os
import subprocess
import time

from accessible import expect, run_cases, run_on_screen
from hand import Hand, xdotool
from pointer import Pointer

WIDTH, HEIGHT = 1600, 950
READY = "When “Paying” happens"

SAVED = {
    "format": "perennial-map",
    "version": 1,
    "title": "New map",
    "stages": ["Visitor", "Trial", "Paying"],
    "events": [{"id": "paying-2", "name": "Paying", "stage": "visitor"}],
    "triggers": [
        {"id": "visitor-to-trial", "from": "visitor", "to": "trial"},
        {"id": "trial-to-paying", "from": "trial", "to": "paying"},
        {
            "id": "visitor-to-paying",
            "from": "visitor",
            "to": "paying",
            "when": {"event": "paying-2"},
        },
    ],
}


class Film:
    """The cases, in their order: each goes on where the one before left off."""

    def __init__(self, hand, home):
        self.hand = hand
        self.home = home
        self.pointer = None
        self.start = hand.program.find("Blank map", "button")
        xdotool("windowsize", hand.window, WIDTH, HEIGHT)
        xdotool("windowmove", hand.window, 0, 0)

    def type_name(self, name):
        """Types into the field that has the focus."""
        hand = self.hand
        hand.wait("the field for a name", lambda: hand.name == "Type the name")
        hand.type(name)
        read = hand.atspi.Text.get_text
        hand.wait(f"“{name}” as the name", lambda: read(hand.node, 0, len(name) + 1) == name)

    def the_start(self):
        self.hand.wait("the gallery", lambda: self.hand.window is not None)

    def a_click_begins_a_blank_map(self):
        self.start.do_action(0)
        self.pointer = Pointer(self.hand, WIDTH, HEIGHT)
        self.pointer.shows()

    def a_double_click_makes_a_stage(self):
        x, y = self.pointer.ground(0.0, 0.5)
        self.pointer.click((x + 150, y), times=2)
        self.pointer.shows("Stage")

    def its_name_is_typed(self):
        self.type_name("Visitor")

    def tab_makes_the_next_one(self):
        self.hand.keys("Tab")
        self.pointer.shows("Visitor", "visitor-to-stage", "Stage")

    def its_name_is_typed_too(self):
        self.type_name("Trial")

    def tab_makes_one_more(self):
        self.hand.keys("Tab")
        self.pointer.shows("Visitor", "visitor-to-trial", "Trial", "trial-to-stage", "Stage")

    def and_its_name_is_typed(self):
        self.type_name("Paying")

    def a_trigger_is_dragged_out_of_a_handle(self):
        self.pointer.drag(self.pointer.handle("Visitor", "top"), self.pointer.spot("Stage"))
        self.pointer.shows(
            "Visitor", "visitor-to-trial", "Trial", "trial-to-paying", "Paying", "visitor-to-paying"
        )

    def a_click_says_its_condition(self):
        self.pointer.click(self.pointer.middle(self.hand.program.find(READY, "button")))
        self.pointer.shows(
            "Visitor", "visitor-to-trial", "Trial", "trial-to-paying", "Paying"
        )
        self.hand.program.find("What the customer must do: did")

    def a_key_saves_it(self):
        self.hand.keys("ctrl+s")
        self.hand.wait_for_window(main=False)

    def under_the_name_that_is_proposed(self):
        self.hand.keys("Return")

        def saved():
            return list(self.home.rglob("*.lifecycle.json"))

        self.hand.wait("the file", saved)
        content = json.loads(saved()[0].read_text(encoding="utf-8"))
        content["stages"] = [stage["name"] for stage in content["stages"]]
        expect(content == SAVED, f"{SAVED}, found {content}")

    CASES = [
        the_start,
        a_click_begins_a_blank_map,
        a_double_click_makes_a_stage,
        its_name_is_typed,
        tab_makes_the_next_one,
        its_name_is_typed_too,
        tab_makes_one_more,
        and_its_name_is_typed,
        a_trigger_is_dragged_out_of_a_handle,
        a_click_says_its_condition,
        a_key_saves_it,
        under_the_name_that_is_proposed,
    ]


def pictured(number, case):
    """The case, and a picture after it if that is asked for."""
    folder = os.environ.get("PERENNIAL_TEST_PICTURES")

    def run():
        try:
            case()
        finally:
            if folder:
                picture = f"{folder}/film-{number:02}-{case.__name__}.png"
                time.sleep(0.5)
                subprocess.run(["import", "-window", "root", picture], check=True)

    run.__name__ = case.__name__
    return run


def play(atspi, home, perennial):
    hand = Hand(atspi, [perennial], home)
    film = Film(hand, home)
    cases = [case.__get__(film) for case in Film.CASES]
    try:
        return run_cases(
            [pictured(number, case) for number, case in enumerate(cases, 1)], one_story=True
        )
    finally:
        hand.end()


if __name__ == "__main__":
    run_on_screen(play, "xdotool", size=f"{WIDTH}x{HEIGHT}")
