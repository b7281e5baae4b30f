# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand at keyboard and pointer, and an eye on what has the focus: what tests share that use the
program as a person does."""

import subprocess
import time

from accessible import PATIENCE, Missing, Program, plain

TYPING = 2  # milliseconds between two letters


def xdotool(*words):
    return subprocess.run(
        ["xdotool", *map(str, words)], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def plain_name(name):
    """Returns a name once: GTK says the label of a field, and then its name."""
    name = plain(name)
    half = len(name) // 2
    return name[:half] if name[:half] + " " + name[:half] == name else name


class Hand:
    """The program on a screen, its keys, and what has the focus: the last thing that got it."""

    def __init__(self, atspi, command, home, begins="Blank map", alone=False):
        from gi.repository import GLib

        self.atspi = atspi
        self.errors = GLib.Error
        self.context = GLib.MainContext.default()
        self.node, self.role, self.name = None, "", ""
        self.times = 0  # the focus has moved
        self.listener = atspi.EventListener.new(self.focus_cb)
        self.listener.register("object:state-changed:focused")
        self.program = Program(atspi, command, home, alone)
        self.program.find(begins, exact=True)
        self.window = self.wait("the window", self.find_window)

    def find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.program.process.pid)],
            stdout=subprocess.PIPE,
            text=True,
        ).stdout.split()
        return found[-1] if found else None

    def wait_for_window(self, main):
        """Waits until keys get to the main window, or to a dialog over it."""

        def there():
            found = subprocess.run(
                ["xdotool", "getwindowfocus"], stdout=subprocess.PIPE, text=True
            ).stdout.strip()
            return (found == self.window) == main

        self.wait("the window" if main else "a dialog", there)

    def focus_cb(self, event):
        if event.detail1 != 1:
            return
        try:
            role, name = event.source.get_role_name(), plain_name(event.source.get_name() or "")
        except self.errors:
            return  # it went away meanwhile
        self.node, self.role, self.name = event.source, role, name
        self.times += 1

    def look(self):
        while self.context.iteration(False):
            pass

    def wait(self, what, test):
        end = time.monotonic() + PATIENCE
        while True:
            self.look()
            found = test()
            if found:
                return found
            if self.program.process.poll() is not None:
                raise Missing(f"the program ended while waiting for {what}")
            if time.monotonic() > end:
                raise Missing(f"{what}; the focus is at {self.role} “{self.name}”")
            time.sleep(0.002)

    def keys(self, *names):
        """Presses keys that move no focus."""
        xdotool("key", *names)

    def type(self, text):
        if text:
            xdotool("type", "--delay", TYPING, "--", text)

    def go(self, key, to=None):
        """Presses a key and waits until the focus has moved, to what has that name."""
        self.look()
        before = self.times
        xdotool("key", key)
        self.wait(
            f"the focus to move{f' to “{to}”' if to else ''} by {key}",
            lambda: self.times > before and (to is None or self.is_at(to)),
        )

    def opens(self):
        """Opens the menu of what has the focus, as one does who sees it."""

        def in_view():
            box = self.node.get_component_iface().get_extents(self.atspi.CoordType.WINDOW)
            return 0 <= box.y and box.y + box.height <= self.height()

        self.wait(f"“{self.name}” to come into view", in_view)
        self.go("space")

    def height(self):
        frame = self.node
        while frame.get_role_name() != "frame":
            frame = frame.get_parent()
        return frame.get_component_iface().get_extents(self.atspi.CoordType.WINDOW).height

    def is_at(self, name):
        """Whether the focus is at that name, or at that label in front of a value."""
        return self.name == name or self.name.startswith(f"{name}: ")

    def tab_to(self, name, key="Tab", most=80):
        """Goes on by the Tab key, at least once, until the focus is at that name."""
        passed = []
        for _ in range(most):
            self.go(key)
            if self.is_at(name):
                return
            passed.append(self.name)
        raise Missing(f"“{name}” by {key}; there were {passed}")

    def end(self):
        self.listener.deregister("object:state-changed:focused")
        self.program.end()
