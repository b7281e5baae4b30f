#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds a template from a blank map by hand; the file that is saved says the same as the template.
By keyboard: keys alone, by xdotool, and AT-SPI only to see what has the focus. By pointer: with
double clicks, drags and accessible actions wherever there is one, and keys to type. Speaks TAP.

Usage: test-building.py WITH-DISPLAY keyboard|pointer PERENNIAL TEMPLATE
"""

import json
import pathlib
import time

from accessible import expect, run_cases, run_on_screen
from fields import Fields
from hand import Hand, xdotool


def by_id(elements):
    return {one["id"]: one for one in elements}


class ByKeyboard:
    """The cases, in their order: each goes on where the one before left off."""

    def __init__(self, hand, template, home):
        self.hand = hand
        self.template = template
        self.path = home / "built.lifecycle.json"
        self.fields = Fields(hand, template)
        self.stages = by_id(template["stages"])
        self.linked = []  # pairs of stages, in the order in which their triggers came to be

    # The canvas.

    def go_to(self, name):
        """Goes to something by its name, and to the canvas."""
        self.command(name)
        self.hand.wait("the canvas", lambda: self.hand.name == "Map")

    def command(self, name):
        """Chooses a command, or anything in the map, in the palette."""
        self.hand.go("ctrl+k")
        self.hand.wait_for_window(main=False)
        self.hand.type(name)
        before = self.hand.times
        self.hand.keys("Return")
        self.hand.wait(f"“{name}” to be chosen", lambda: self.hand.times > before)
        self.hand.wait_for_window(main=True)

    def name_it(self, name):
        self.hand.wait("the field for a name", lambda: self.hand.name == "Type the name")
        self.hand.type(name)

    def inspect(self, first="Name"):
        self.hand.go("alt+Return", first)

    def back(self):
        self.hand.go("Escape", "Map")

    def make_stage(self, key, id):
        self.hand.go(key, "Type the name")
        self.name_it(self.stages[id]["name"])

    # What is made.

    def a_blank_map_gets_its_title(self):
        self.hand.tab_to("Blank map", "shift+Tab")
        self.hand.go("Return", "Map")
        self.inspect("Title")
        self.fields.type_over(self.template["title"])
        self.fields.text("Description", self.template["description"])
        self.back()

    def stages_are_made_and_linked(self):
        row = ["visitor", "trial", "activated", "paying", "upgraded"]
        self.make_stage("n", row[0])
        for before, id in zip(row, row[1:]):
            self.make_stage("Tab", id)
            self.linked.append((before, id))
        self.hand.go("Return", "Map")
        for above, below in (
            ("trial", "trial-expired"),
            ("paying", "payment-failed"),
            ("payment-failed", "cancelled"),
        ):
            self.go_to(self.stages[above]["name"])
            self.make_stage("ctrl+Down", below)
            self.hand.go("Return", "Map")
            self.linked.append((above, below))

    def stages_are_put_into_phases(self):
        for phase in self.template["phases"]:
            inside = [one for one in self.template["stages"] if one.get("phase") == phase["id"]]
            self.go_to(inside[0]["name"])
            here = inside[0]
            for stage in inside[1:]:
                below = stage["position"]["y"] > here["position"]["y"]
                if below and stage["position"]["x"] < here["position"]["x"]:
                    self.hand.keys("alt+shift+Left")
                self.hand.keys("alt+shift+Down" if below else "alt+shift+Right")
                here = stage
            self.hand.go("ctrl+g", "Type the name")
            self.hand.type(phase["name"])
            self.hand.go("Return", "Map")
            self.inspect()
            self.fields.phase(phase)
            self.back()

    def stages_are_described(self):
        for number, stage in enumerate(self.template["stages"]):
            self.go_to(stage["name"])
            self.inspect()
            self.fields.stage(stage)
            if number == 0:
                self.fields.place(stage)  # stays unfolded from now on
            else:
                self.fields.position(stage)
            self.back()

    def events_are_made(self):
        for event in self.template["events"]:
            self.make_event(event)
            self.inspect()
            self.fields.event(event)
            self.back()

    def make_event(self, event):
        self.go_to(self.stages[event["stage"]]["name"])
        self.hand.go("e", "Type the name")
        self.hand.type(event["name"])
        self.hand.go("Return", "Map")

    def segments_and_scores_are_made(self):
        for kind, elements in (("Segment", "segments"), ("Score", "scores")):
            for element in self.template[elements]:
                self.command(f"New {kind}")
                self.hand.wait("its name", lambda: self.hand.name == "Name")
                getattr(self.fields, kind.lower())(element)
                self.back()

    def triggers_are_made(self):
        for trigger in self.template["triggers"]:
            self.make_trigger(trigger)
            self.inspect()
            self.fields.trigger(trigger)
            self.back()

    def make_trigger(self, trigger):
        """Makes one by picking where it leads, or goes to one there is already."""
        pair = (trigger["from"], trigger["to"])
        if pair in self.linked:
            self.go_to(f"{pair[0]}-to-{pair[1]}")
            return
        self.linked.append(pair)
        start = "upgraded" if trigger["from"] == "*" else trigger["from"]
        self.go_to(self.stages[start]["name"])
        self.hand.go("t", "Search")
        self.hand.type(self.stages[trigger["to"]]["name"])
        self.hand.go("Return", "Map")

    def targets_are_set(self):
        names = by_id(self.template["stages"] + self.template["triggers"])
        for target in self.template["targets"]:
            self.go_to(names[target["of"]]["name"])
            self.command("New Target")
            self.hand.wait("its name", lambda: self.hand.name == "Name")
            self.fields.target(target)
            self.back()

    def a_note_and_frames_are_made(self):
        names = by_id(self.template["triggers"])
        for note in self.template["notes"]:
            self.go_to(names[note["about"]]["name"])
            self.hand.go("o", "Type the text")
            self.hand.type(note["text"])
            self.hand.go("ctrl+Return", "Map")
            self.inspect("Text")
            self.fields.note(note)
            self.back()
        for frame in self.template["frames"]:
            self.hand.go("f", "Type the name")
            self.hand.type(frame["name"])
            self.hand.go("Return", "Map")
            self.inspect()
            self.fields.frame(frame)
            self.back()

    def the_population_is_described(self):
        self.hand.keys("Escape")
        self.inspect("Title")
        self.hand.tab_to("Population")
        self.hand.go("Return", "Customers")
        self.fields.population(self.template["population"])
        self.back()

    def scenarios_are_made(self):
        for scenario in self.template["scenarios"]:
            self.command("New Scenario")
            self.hand.wait("its name", lambda: self.hand.name == "Name")
            self.fields.scenario(scenario)
            self.back()

    def triggers_are_put_in_order(self):
        """In the outline: the order is that in which they are asked."""
        wanted = [(one["from"], one["to"]) for one in self.template["triggers"]]
        order = list(self.linked)
        names = dict(zip(wanted, (one["name"] for one in self.template["triggers"])))
        for place, pair in enumerate(wanted):
            steps = order.index(pair) - place
            if steps == 0:
                continue
            self.hand.go("ctrl+f", "Search the outline")
            self.fields.type_over(names[pair])
            self.hand.go("Return")
            self.hand.keys(*["alt+Up"] * steps)
            order.remove(pair)
            order.insert(place, pair)

    def it_is_saved_and_says_the_same(self):
        self.hand.keys("ctrl+s")
        self.hand.wait_for_window(main=False)
        self.hand.keys("ctrl+a")
        self.hand.type(str(self.path))
        self.hand.keys("Return")
        self.hand.wait("the file", self.path.exists)
        built = json.loads(self.path.read_text(encoding="utf-8"))
        for key in {**self.template, **built}:
            is_list = isinstance(self.template.get(key), list)
            expect(
                built.get(key) == self.template.get(key),
                f"the {key} of the template, "
                + (
                    differences(self.template[key], built.get(key, []))
                    if is_list
                    else f"found {built.get(key)}"
                ),
            )

    CASES = [
        a_blank_map_gets_its_title,
        stages_are_made_and_linked,
        stages_are_put_into_phases,
        stages_are_described,
        events_are_made,
        segments_and_scores_are_made,
        triggers_are_made,
        targets_are_set,
        a_note_and_frames_are_made,
        the_population_is_described,
        scenarios_are_made,
        triggers_are_put_in_order,
        it_is_saved_and_says_the_same,
    ]


def differences(wanted, found):
    """Says what is not as it should be."""
    first, second = by_id(wanted), by_id(found)
    words = [f"missing {id}" for id in first if id not in second]
    words += [f"too much {id}" for id in second if id not in first]
    for id in first:
        one, other = first[id], second.get(id, first[id])
        words += [
            f"{id}.{key}: {one.get(key)} became {other.get(key)}"
            for key in {**one, **other}
            if one.get(key) != other.get(key)
        ]
    if not words:
        words.append(f"the order became {list(second)}")
    return "; ".join(words)


HANDLE_OUT = 14  # pixels from the side of a card to the middle of a handle
CARD = (200, 96)


class ByPointer(ByKeyboard):
    """The same story with another hand."""

    def node(self, role, name):
        return self.hand.program.find(name, role, exact=True)

    def act(self, action):
        """Does an action of the canvas as assistive technology does."""
        count = self.canvas.get_n_actions()
        actions = {self.canvas.get_action_name(i): i for i in range(count)}
        expect(action in actions, f"the action {action}")
        self.canvas.do_action(actions[action])

    def extents(self, node):
        """Where something is on the screen; AT-SPI tells it within the frame, without its shadow."""
        kind = self.hand.atspi.CoordType.WINDOW
        box = node.get_component_iface().get_extents(kind)
        frame = self.frame.get_component_iface().get_extents(kind)
        shell = dict(
            line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.hand.window).split()
        )
        left = int(shell["X"]) + (int(shell["WIDTH"]) - frame.width) // 2
        top = int(shell["Y"]) + (int(shell["HEIGHT"]) - frame.height) // 2
        return left + box.x, top + box.y, box.width, box.height

    def click(self, x, y, times=1, held=None):
        xdotool("mousemove", round(x), round(y))
        if held:
            xdotool("keydown", held)
        xdotool("click", "--repeat", times, "--delay", 60, 1)
        if held:
            xdotool("keyup", held)

    def see_it_all(self):
        """Fits the map into view and finds out what of it is where on the screen."""
        self.hand.keys("ctrl+1")
        seen = []

        def settled():
            time.sleep(0.1)
            self.find_view()
            seen.append((self.left, self.top, self.zoom))
            return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

        self.hand.wait("the whole map in view", settled)

    def find_view(self):
        layer = self.canvas.get_child_at_index(0)
        spots = {}
        for i in range(layer.get_child_count()):
            item = layer.get_child_at_index(i)
            spots[item.get_name().split(",")[0]] = item
        first, last = self.stages["visitor"], self.stages["upgraded"]
        x, self.top, _, _ = self.extents(spots[first["name"]])
        far, _, _, _ = self.extents(spots[last["name"]])
        wide = last["position"]["x"] - first["position"]["x"]
        self.zoom = (far - x) / wide
        self.left = x - first["position"]["x"] * self.zoom
        self.top -= first["position"]["y"] * self.zoom

    def spot(self, id, across=0.5, down=0.5):
        place = self.stages[id]["position"]
        return (
            self.left + (place["x"] + across * CARD[0]) * self.zoom,
            self.top + (place["y"] + down * CARD[1]) * self.zoom,
        )

    def select(self, id, held=None):
        """Clicks on the name of a stage."""
        self.click(*self.spot(id, 0.3, 0.25), held=held)

    def a_blank_map_gets_its_title(self):
        self.hand.program.press("Blank map")
        self.hand.wait("the canvas", lambda: self.hand.name == "Map")
        self.canvas = self.node("panel", "Map")
        self.frame = next(n for n, role, _ in self.hand.program.nodes() if role == "frame")
        xdotool("windowsize", self.hand.window, 1880, 1000)
        xdotool("windowmove", self.hand.window, 0, 0)
        self.hand.wait("a large window", lambda: self.extents(self.canvas)[2] > 1000)
        x, y, width, height = self.extents(self.hand.program.find("Title", "text"))
        self.click(x + width / 2, y + height / 2)
        self.hand.wait("the title", lambda: self.hand.is_at("Title"))
        self.fields.type_over(self.template["title"])
        self.fields.text("Description", self.template["description"])
        self.back()

    def double_click(self, x, y):
        """On a machine so busy that the clicks come too far apart, as often as it takes."""
        self.hand.look()
        before = self.hand.times
        for _ in range(20):
            self.click(x, y, times=2)
            end = time.monotonic() + 2
            while time.monotonic() < end:
                self.hand.look()
                if self.hand.times > before:
                    return
                time.sleep(0.01)

    def stages_are_made_and_linked(self):
        """By a double click each; their triggers are dragged out later."""
        x, y, width, height = self.extents(self.canvas)
        self.hand.keys("ctrl+minus", "ctrl+minus", "ctrl+minus", "ctrl+minus")
        for number, stage in enumerate(self.template["stages"]):
            column, row = number % 4, number // 4
            self.double_click(x + width * (column + 0.5) / 4, y + height * (row + 0.6) / 4)
            self.name_it(stage["name"])
            self.hand.go("Return", "Map")

    def stages_are_described(self):
        super().stages_are_described()
        self.see_it_all()

    def stages_are_put_into_phases(self):
        for phase in self.template["phases"]:
            inside = [s["id"] for s in self.template["stages"] if s.get("phase") == phase["id"]]
            for number, id in enumerate(inside):
                self.select(id, held="ctrl" if number else None)
            before = self.hand.times
            self.act("canvas.group")
            self.hand.wait("the field for a name", lambda: self.hand.times > before)
            self.name_it(phase["name"])
            self.hand.go("Return", "Map")
            self.inspect()
            self.fields.phase(phase)
            self.back()
        self.see_it_all()

    def make_event(self, event):
        self.select(event["stage"])
        before = self.hand.times
        self.act("canvas.new-event")
        self.hand.wait("the field for a name", lambda: self.hand.times > before)
        self.name_it(event["name"])
        self.hand.go("Return", "Map")

    def triggers_are_made(self):
        self.see_it_all()
        super().triggers_are_made()

    def make_trigger(self, trigger):
        """Drags it out of the handle above a stage to another one."""
        start = "upgraded" if trigger["from"] == "*" else trigger["from"]
        self.linked.append((trigger["from"], trigger["to"]))
        self.select(start)
        if start == trigger["to"]:
            self.act("canvas.loop")
            return
        x, y = self.spot(start, 0.5, 0)
        y -= HANDLE_OUT
        to_x, to_y = self.spot(trigger["to"], 0.6, 0.3)
        xdotool("mousemove", round(x), round(y), "mousedown", 1)
        for part in range(1, 6):
            xdotool("mousemove", round(x + (to_x - x) * part / 5), round(y + (to_y - y) * part / 5))
        xdotool("mouseup", 1)

    CASES = [
        a_blank_map_gets_its_title,
        stages_are_made_and_linked,
        stages_are_described,
        stages_are_put_into_phases,
        ByKeyboard.events_are_made,
        ByKeyboard.segments_and_scores_are_made,
        triggers_are_made,
        *ByKeyboard.CASES[7:],
    ]


HANDS = {"keyboard": ByKeyboard, "pointer": ByPointer}


def build(atspi, home, how, perennial, template):
    content = json.loads(pathlib.Path(template).read_text(encoding="utf-8"))
    hand = Hand(atspi, [perennial], home)
    try:
        story = HANDS[how](hand, content, home)
        cases = [case.__get__(story) for case in story.CASES]
        return run_cases([told(case) for case in cases], one_story=True)
    finally:
        hand.end()


def told(case):
    """The case; how long it took is said to those who look."""

    def run():
        start = time.monotonic()
        try:
            case()
        finally:
            print(f"# {time.monotonic() - start:.1f} s", flush=True)

    run.__name__ = case.__name__
    return run


if __name__ == "__main__":
    run_on_screen(build, "xdotool", size="1920x1080")
