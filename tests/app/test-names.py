#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No control without a name: goes to every page, panel, menu and dialog of the real program, and
looks at each from outside, as assistive technology does. Speaks TAP.

Usage: test-names.py WITH-DISPLAY PERENNIAL EVERYTHING

EVERYTHING is the C header with a map that has one of everything.
"""

import json
import pathlib
import re
import subprocess
import time

from accessible import CONTROLS, Missing, Program, expect, run_cases, run_on_screen

# What stands in a list or a menu is announced as well.
ITEMS = {"list item", "menu item", "check menu item", "radio menu item", "radio button", "link"}

# GTK calls what has no name by the name of its class.
CLASS = re.compile(r"(Gtk|Adw|Prn)[A-Z][A-Za-z]*$")

LOG = """customer,activity,time,seats
Ada,ping,2026-01-01T10:00:00Z,5
Ada,pong,2026-01-02T10:00:00Z,5
Bob,ping,2026-01-03T10:00:00Z,1
Bob,,2026-01-04T10:00:00Z,1
"""


def read_map(header):
    """Returns the map that a C header has as one string in many lines."""
    text = header.read_text()
    text = text[text.index("everything[] =") :]
    text = text[: text.index(";\n")]
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    content = json.loads("".join(parts).replace('\\"', '"'))
    # All that can be on the canvas is.
    content["stages"][0]["phase"] = content["phases"][0]["id"]
    content["frames"][0]["position"] = {"x": 0, "y": -200}
    for event in content["events"]:
        event["stage"] = content["stages"][0]["id"]
    return content


def keys(*names):
    for name in names:
        subprocess.run(["xdotool", "key", name], check=True)
        time.sleep(0.2)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


class Walk:
    """The cases, in their order: each goes on where the one before left off."""

    def __init__(self, atspi, perennial, home, content):
        self.atspi = atspi
        self.perennial = perennial
        self.home = home
        self.content = content
        self.map = home / "all.lifecycle.json"
        self.map.write_text(json.dumps(content))
        self.log = home / "log.csv"
        self.log.write_text(LOG)
        self.seen = 0
        self.program = None

    def begin(self, *files):
        self.program = Program(self.atspi, [self.perennial, *files], self.home)

    def window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "perennial"],
            stdout=subprocess.PIPE,
            text=True,
        ).stdout.split()
        return found[-1] if found else None

    def focus(self):
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window()], check=True)

    def look(self, where):
        """Fails on a control without a name."""
        bad, count = [], 0
        for node, role, name in self.program.nodes():
            if role not in CONTROLS and role not in ITEMS:
                continue
            count += 1
            if self.is_nameless(name) and not (role in ITEMS and self.has_words(node)):
                bad.append(self.program.path_of(node, role))
        expect(count > 0, f"anything to do on {where}")
        expect(not bad, f"names on {where} for " + "; ".join(bad))
        self.seen += count

    @staticmethod
    def is_nameless(name):
        return not name.strip() or CLASS.match(name) is not None

    def has_words(self, node, depth=0):
        """Returns whether there are words in an item: they are what is announced."""
        if node is None:
            return False
        if node.get_role_name() == "label" and not self.is_nameless(node.get_name() or ""):
            return True
        n = node.get_child_count() if depth < 4 else 0
        return any(self.has_words(node.get_child_at_index(i), depth + 1) for i in range(n))

    def act(self, name, action=None):
        """Does the first action, or that of a name, of what is called so and has one."""

        def look():
            for node, _, its_name in self.program.nodes():
                if its_name != name:
                    continue
                n = self.atspi.Action.get_n_actions(node)
                names = [self.atspi.Action.get_action_name(node, i) for i in range(n)]
                if n > 0 and (action is None or action in names):
                    return node, names.index(action) if action else 0
            return None

        node, index = self.program.wait(f"“{name}” with an action {action or ''}", look)
        try:
            self.atspi.Action.do_action(node, index)
        except self.program.atspi_errors():
            pass  # a menu may take longer to come than a reply may; it is looked for next

    def select(self, name, on_canvas=True):
        """Shows an element in the inspector."""
        if on_canvas:
            self.act(name, "item.select")
        else:
            self.act("The map itself")
            self.act(name, "click")
        self.program.find(name, "label", exact=True)
        self.program.find("Delete it from the map", "button")

    def command(self, title):
        """Chooses something in the palette of commands."""
        self.focus()
        keys("ctrl+k")
        self.program.find("A command, or the name of anything in the map")
        type_text(title)
        self.look(f"the palette with “{title}”")
        keys("Return")

    def gone(self, name):
        def look():
            return all(name not in its_name for _, _, its_name in self.program.nodes())

        self.program.wait(f"“{name}” to go", look)

    # The cases

    def the_gallery(self):
        self.begin()
        self.program.find("Blank map", "button")
        self.look("the start page")

    def a_map_with_nothing_on_it(self):
        self.act("Blank map")
        self.program.find("An Empty Map")
        self.look("an empty map")
        self.program.process.kill()
        self.program.process.wait()

    def the_map(self):
        self.begin(self.map, self.log)
        self.program.find("Entered the map")
        self.look("a map with a report")
        self.act("How the log is read")
        self.program.find("Which column is what")
        self.look("the page of a log")
        self.act("Back")
        self.program.press("Draw", "page tab", exact=True)
        self.program.find("Search the outline")
        self.look("a map")

    def every_element_in_the_inspector(self):
        for kind in ("phases", "stages", "events", "triggers", "notes", "frames"):
            for element in self.content[kind]:
                name = element.get("name") or element["text"]
                self.select(name)
                self.look(f"{kind}: {name}")
        for kind in ("scores", "segments", "targets", "scenarios"):
            for element in self.content[kind]:
                self.select(element["name"], on_canvas=False)
                self.look(f"{kind}: {element['name']}")

    def the_palette(self):
        self.command("Whole Map")

    def the_population_in_the_inspector(self):
        self.act("The map itself")
        self.act("Population")
        self.program.find("Discount")
        self.look("the population")
        self.act("The map itself")

    def below(self, node):
        """Yields a node and all below it."""
        below = [node]
        while below:
            node = below.pop()
            yield node
            below += [node.get_child_at_index(i) for i in range(node.get_child_count())]
            below = [node for node in below if node is not None]

    def inspector(self):
        """The inspector: all that is beside the button that deletes what it shows."""
        node = self.program.find("Delete it from the map", "button")
        while all(one.get_role_name() != "scroll pane" for one in self.below(node)):
            node = node.get_parent()
        return node

    def menus(self):
        """Returns what opens each menu of the inspector, one of those of a kind, and its name."""
        found = {}
        for node in self.below(self.inspector()):
            opens = node.get_role_name() == "push button" and node.get_n_actions() > 0
            if opens and node.get_parent().get_role_name() in ("push button", "combo box"):
                found.setdefault(node.get_name().split(":")[0], (node, node.get_name()))
        return found.values()

    def has_focus(self, node):
        return node.get_state_set().contains(self.atspi.StateType.FOCUSED)

    def focus_is_in_menu(self, button):
        return any(
            node != button and self.has_focus(node) for node in self.below(button.get_parent())
        )

    def the_menus_of_the_inspector(self):
        """The Escape key closes a menu and nothing else; one that is off the screen comes into view."""
        count = 0
        for element in ("Wins", "Lead", "Ping"):
            self.select(element)
            self.focus()
            for node, name in self.menus():
                node.do_action(0)
                self.program.wait(f"the focus in “{name}”", lambda: self.focus_is_in_menu(node))
                self.look(f"the menu “{name}” of {element}")
                keys("Escape")
                self.program.wait(f"the focus back at “{name}”", lambda: self.has_focus(node))
                count += 1
        expect(count > 15, f"more menus than {count}")

    def the_menus_of_the_window(self):
        for button, item in (("Main menu", "About Perennial"), ("Add to the map", "Segment")):
            self.act(button)
            self.program.find(item)
            self.look(f"the menu “{button}”")
            keys("Escape")

    def the_menus_of_the_canvas(self):
        for name in ("Lead", "Wins", "Why?", "Slide"):
            self.act(name, "item.menu")
            self.program.find("Duplicate")
            self.look(f"the menu of “{name}”")
            keys("Escape")

    def a_name_typed_in_place(self):
        self.act("Lead", "item.rename")
        self.program.find("Type the name", "text")
        self.look("a name typed in place")
        keys("Escape")

    def the_problems(self):
        self.focus()
        keys("F8")
        self.program.find("Delete It", "button")
        self.look("the problems")

    def the_report(self):
        self.focus()
        keys("ctrl+r")
        self.program.find("Entered the map")
        self.look("the report")
        self.program.press("Draw", "page tab", exact=True)

    def the_dialogs(self):
        for opens, inside in (
            ("ctrl+comma", "Keep What Is Not Saved"),
            ("ctrl+question", "Zoom to Selection"),
            ("ctrl+e", "Legend"),
        ):
            self.focus()
            keys(opens)
            self.program.find(inside)
            self.look(f"the dialog of {opens}")
            keys("Escape")
            time.sleep(0.3)

    def what_is_said_of_the_program(self):
        self.command("About")
        self.program.find("Legal")
        self.look("what is said of the program")
        keys("Escape")

    def a_second_map(self):
        other = self.home / "other.lifecycle.json"
        other.write_text(json.dumps({**self.content, "version": 2, "title": "Newer"}))
        subprocess.run([self.perennial, other], check=True)
        self.program.find("A newer version of Perennial made this map")
        self.look("two maps, one of a newer version")
        self.focus()
        keys("ctrl+w")
        self.gone("A newer version of Perennial made this map")

    def a_file_changed_by_someone_else(self):
        self.act("Lead", "item.select")
        self.act("Lead", "item.delete")
        self.program.find("Undo", "button")
        self.look("a message that something was deleted")
        self.map.write_text(json.dumps({**self.content, "title": "Theirs"}))
        self.program.find("Keep Mine", "button")
        self.look("a file that another program has changed")

    def a_map_that_is_closed(self):
        self.focus()
        keys("ctrl+w")
        self.program.find("Save Changes?")
        self.look("a map that is closed")
        keys("Escape")
        self.gone("Save Changes?")
        time.sleep(1.5)  # until the journal has it
        self.program.process.kill()
        self.program.process.wait()

    def a_map_that_was_not_saved(self):
        self.begin()
        self.program.find("Discard this map", "button")
        self.look("a map that was not saved")
        self.program.process.kill()
        self.program.process.wait()

    CASES = [
        the_gallery,
        a_map_with_nothing_on_it,
        the_map,
        every_element_in_the_inspector,
        the_population_in_the_inspector,
        the_palette,
        the_menus_of_the_inspector,
        the_menus_of_the_window,
        the_menus_of_the_canvas,
        a_name_typed_in_place,
        the_problems,
        the_report,
        the_dialogs,
        what_is_said_of_the_program,
        a_second_map,
        a_file_changed_by_someone_else,
        a_map_that_is_closed,
        a_map_that_was_not_saved,
    ]


def look(atspi, home, perennial, everything):
    walk = Walk(atspi, perennial, home, read_map(pathlib.Path(everything)))
    try:
        result = run_cases([case.__get__(walk) for case in Walk.CASES])
    finally:
        if walk.program is not None and walk.program.process.poll() is None:
            walk.program.process.kill()
            walk.program.process.wait()
    print(f"# {walk.seen} names were looked at")
    return result


if __name__ == "__main__":
    run_on_screen(look, "xdotool", size="1920x1000")
