# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program as assistive technology sees it: what the tests that drive it share."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

# Seconds until what is waited for counts as missing.
PATIENCE = int(os.environ.get("PERENNIAL_TEST_PATIENCE", 60))

# What a user can do something with. GTK calls some of them by other names after 4.8.
CONTROLS = {
    "push button",
    "button",
    "toggle button",
    "check box",
    "switch",
    "combo box",
    "entry",
    "text",
    "page tab",
    "slider",
    "spin button",
}


def reason_to_skip(*tools):
    for tool in ("Xvfb", "dbus-run-session", "openbox", *tools):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    try:
        import gi

        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError) as error:
        return f"no AT-SPI for Python: {error}"
    return None


def plain(name):
    """Returns a control's name; GTK 4.8 calls a button with a mnemonic “_Save Save”."""
    for i, letter in enumerate(name):
        if letter == " " and "_" in name[:i] and name[:i].replace("_", "") == name[i + 1 :]:
            return name[i + 1 :]
    return name


class Missing(Exception):
    """Something that should be in the accessibility tree is not."""


class Program:
    """The program under test and its accessibility tree."""

    def __init__(self, atspi, command, home, alone=False):
        """@alone: on a session bus of its own, so that it is a second process beside the first."""
        self.atspi = atspi
        env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
        self.bus = None
        if alone:
            env["AT_SPI_BUS_ADDRESS"] = self.accessible_bus()
            env["DBUS_SESSION_BUS_ADDRESS"] = self.own_bus()
        # libadwaita 1.7 warns of a label inside its own message dialog; what is wrong is critical.
        env["G_DEBUG"] = "fatal-criticals"
        # It runs in a folder of its own.
        command = [pathlib.Path(command[0]).resolve(), *command[1:]]
        self.process = subprocess.Popen(command, cwd=home, env=env)

    @staticmethod
    def accessible_bus():
        """The address of the bus on which assistive technology finds programs."""
        from gi.repository import Gio, GLib

        reply = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            "org.a11y.Bus",
            "/org/a11y/bus",
            "org.a11y.Bus",
            "GetAddress",
            None,
            GLib.VariantType("(s)"),
            Gio.DBusCallFlags.NONE,
            -1,
        )
        return reply.unpack()[0]

    def own_bus(self):
        self.bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        return self.bus.stdout.readline().strip()

    def end(self):
        """Ends it at once."""
        for process in (self.process, self.bus):
            if process is not None:
                process.kill()
                process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()

    def nodes(self, last_first=False):
        """Yields (node, role, name) of the program's tree."""
        desktop = self.atspi.get_desktop(0)
        below = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        below = [node for node in below if node and node.get_process_id() == self.process.pid]
        while below:
            node = below.pop()
            try:
                yield node, node.get_role_name(), plain(node.get_name() or "")
                count = min(node.get_child_count(), 200)
                order = range(count) if last_first else range(count - 1, -1, -1)
                below += [node.get_child_at_index(i) for i in order]
            except self.atspi_errors():
                continue  # it went away while being looked at
            below = [node for node in below if node is not None]

    @staticmethod
    def atspi_errors():
        from gi.repository import GLib

        return GLib.Error

    def wait(self, what, test):
        """Returns the first result of test() that is something; a node without children is false."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Missing(f"the program ended while waiting for {what}")
            found = test()
            if found is not None and found is not False:
                return found
            time.sleep(0.1)
        raise Missing(what)

    def find(self, name, role=None, exact=False, last_first=False):
        """Returns the first node with that name (or with it in its name), and that role."""

        def look():
            for node, its_role, its_name in self.nodes(last_first):
                fits = its_name == name if exact else name in its_name
                if fits and (role is None or role in its_role):
                    return node
            return None

        return self.wait(f"{role or 'something'} called “{name}”", look)

    def press(self, name, role="button", exact=False):
        node = self.find(name, role, exact)
        if not self.atspi.Action.do_action(node, 0):
            raise Missing(f"an action of “{name}”")

    def press_labelled(self, label):
        """Presses a button by its label with a mnemonic, which GTK 4.8 puts before the name."""
        plain = label.replace("_", "")

        def look():
            for node, role, name in self.nodes():
                if "button" in role and name in (plain, f"{label} {plain}"):
                    return node
            return None

        node = self.wait(f"a button labelled “{label}”", look)
        if not self.atspi.Action.do_action(node, 0):
            raise Missing(f"an action of “{label}”")

    def names(self):
        return [name for _, _, name in self.nodes()]

    def nameless(self):
        """Returns the controls that assistive technology could not announce."""
        bad = []
        for node, role, name in self.nodes():
            if role in CONTROLS and not name.strip():
                bad.append(self.path_of(node, role))
        return bad

    @staticmethod
    def path_of(node, role):
        words = [role]
        while (node := node.get_parent()) is not None and len(words) < 6:
            words.append(node.get_name() or node.get_role_name())
        return " < ".join(words)


def expect(condition, words):
    if not condition:
        raise Missing(words)


def run_cases(cases, one_story=False):
    """Runs the cases; of one story there is no next one after one that failed."""
    print(f"1..{len(cases)}", flush=True)
    failed = False
    for number, case in enumerate(cases, 1):
        words = getattr(case, "__name__", "case").replace("_", " ")
        if failed and one_story:
            print(f"not ok {number} {words}\n# after one that failed", flush=True)
            continue
        try:
            case()
        except Missing as missing:
            failed = True
            print(f"not ok {number} {words}\n# missing: {missing}", flush=True)
        else:
            print(f"ok {number} {words}", flush=True)
    return 1 if failed else 0


def run_on_screen(test, *tools, size=None):
    """Runs a test on a screen of its own and ends with its status.

    A test is run with WITH-DISPLAY and its own arguments. It starts itself again on the screen, and
    there calls test(atspi, home, *arguments) with an empty folder that goes with it."""
    if sys.argv[1] == "--on-screen":
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi

        with tempfile.TemporaryDirectory() as folder:
            sys.exit(test(Atspi, pathlib.Path(folder), *sys.argv[2:]))

    with_display, *arguments = sys.argv[1:]
    reason = reason_to_skip(*tools)
    if reason is not None:
        print(f"1..0 # SKIP {reason}")
        sys.exit(0)
    # Fatal warnings are for the program: libatspi, which drives it from here, warns when an object
    # goes away while it is being asked for.
    env = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
    if size is not None:
        env["DISPLAY_SIZE"] = size
    command = [with_display, sys.executable, sys.argv[0], "--on-screen", *arguments]
    sys.exit(subprocess.run(command, env=env).returncode)
