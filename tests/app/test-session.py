#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the whole program the way assistive technology does. Speaks TAP.

Usage: test-session.py WITH-DISPLAY PERENNIAL PERENNIAL-CLI SAMPLES

Starts itself again on a screen of its own, then: start gallery, sample, numbers, the page of the log,
export, a map that cannot be read. Every picture, number and name is looked for in the accessibility
tree; on the way, a control without a name is a failure.
"""

import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds until what is waited for counts as missing

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


def reason_to_skip():
    for tool in ("Xvfb", "dbus-run-session", "openbox"):
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

    def __init__(self, atspi, command, home):
        self.atspi = atspi
        env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
        # libadwaita 1.7 warns of a label inside its own message dialog; what is wrong is critical.
        env["G_DEBUG"] = "fatal-criticals"
        self.process = subprocess.Popen(command, cwd=home, env=env)

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


def png_size(path):
    head = path.read_bytes()[:24]
    expect(head[:8] == b"\x89PNG\r\n\x1a\n", f"{path.name} to be a PNG")
    return struct.unpack(">II", head[16:24])


def grouped(number):
    return f"{number:,}"


class Session:
    """The cases, in their order: each goes on where the one before left off."""

    def __init__(self, program, home, report):
        self.program = program
        self.home = home
        self.report = report

    def the_gallery_shows_every_template(self):
        for title in ("Five stages", "Growth loop", "Retail card", "Blank map"):
            self.program.find(title, "button")

    def the_sample_is_replayed_in_one_click(self):
        self.program.press("Try with Sample Data")
        entered = grouped(self.report["entered"])
        self.program.wait(
            f"{entered} customers in the panel",
            lambda: any(name.startswith(f"Entered the map {entered}") for name in self.program.names()),
        )

    def every_stage_of_the_canvas_tells_its_count(self):
        for stage in self.report["stages"]:
            now = grouped(stage["now"])

            def told():
                return any(
                    f"{now} customers now" in (node.get_description() or "")
                    or f"{now} customer now" in (node.get_description() or "")
                    for node, role, _ in self.program.nodes()
                    if role == "list item"
                )

            self.program.wait(f"a stage with {now} customers now", told)

    def the_panel_accounts_for_every_row(self):
        # The list makes the rows that are in view; the first ones always are.
        customers = grouped(self.report["customers"])
        expect(
            any(name.startswith(f"In the log {customers}") for name in self.program.names()),
            f"{customers} customers in the log",
        )

    def the_log_says_how_it_is_read(self):
        self.program.press("How the log is read", exact=True)
        self.program.find("Which column is what")
        read = grouped(self.report["rows"]["read"])
        accepted = grouped(self.report["rows"]["accepted"])
        self.program.find(f"{accepted} of {read} rows can be used")
        self.program.press("Back", exact=True)
        self.program.find("Side panel", "button")

    def the_map_is_exported(self):
        self.program.press_labelled("_Export")
        self.program.press_labelled("_Export…")
        self.program.press_labelled("_Save")
        # The toast stays for seconds only; it is the last thing in the window.
        self.program.find("Exported ", "label", last_first=True)
        picture = self.program.wait("a picture", lambda: next(self.home.glob("*.png"), None))
        expect(png_size(picture) == (1920, 1080), "1920 × 1080 pixels")

    def every_control_has_a_name(self):
        expect(not self.program.nameless(), "names for " + "; ".join(self.program.nameless()))

    def every_page_of_the_inspector_has_names(self):
        self.program.press("Draw", exact=True)
        for page in ("Population", "Ideal customer", "Lead score", "A quarter tries it"):
            self.program.press(page, exact=True)
            self.program.find("The map itself", "button", exact=True)
            self.every_control_has_a_name()
            self.program.press("The map itself", exact=True)

    def a_broken_map_is_told_of(self):
        broken = self.home / "broken.lifecycle.json"
        broken.write_text('{"format": "perennial-map", "version": 1, "stages": 7}')
        # The second start hands the file to the program that runs already.
        subprocess.run([self.program.process.args[0], broken], check=True, timeout=PATIENCE)
        self.program.find("The Map Cannot Be Opened")
        self.program.find("broken.lifecycle.json: stages")

    CASES = [
        the_gallery_shows_every_template,
        every_control_has_a_name,
        the_sample_is_replayed_in_one_click,
        every_stage_of_the_canvas_tells_its_count,
        the_panel_accounts_for_every_row,
        the_log_says_how_it_is_read,
        every_control_has_a_name,
        the_map_is_exported,
        every_page_of_the_inspector_has_names,
        a_broken_map_is_told_of,
    ]


def run_cases(cases):
    print(f"1..{len(cases)}", flush=True)
    failed = False
    for number, case in enumerate(cases, 1):
        words = getattr(case, "__name__", "case").replace("_", " ")
        try:
            case()
        except Missing as missing:
            failed = True
            print(f"not ok {number} {words}\n# missing: {missing}", flush=True)
        else:
            print(f"ok {number} {words}", flush=True)
    return 1 if failed else 0


def on_screen(perennial, cli, samples):
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    samples = pathlib.Path(samples)
    perennial = pathlib.Path(perennial).resolve()  # the program runs in a folder of its own
    replay = subprocess.run(
        [cli, "replay", samples / "saas-sample.lifecycle.json", samples / "saas-sample.csv", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    os.environ["PERENNIAL_SAMPLES"] = str(samples)
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        with Program(Atspi, [perennial], home) as program:
            session = Session(program, home, json.loads(replay.stdout))
            return run_cases([case.__get__(session) for case in Session.CASES])


def main():
    if sys.argv[1] == "--on-screen":
        return on_screen(*sys.argv[2:])
    with_display, *rest = sys.argv[1:]
    reason = reason_to_skip()
    if reason is not None:
        print(f"1..0 # SKIP {reason}")
        return 0
    # Fatal warnings are for the program: libatspi, which drives it from here, warns when an object
    # goes away while it is being asked for.
    env = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
    command = [with_display, sys.executable, __file__, "--on-screen", *rest]
    return subprocess.run(command, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
