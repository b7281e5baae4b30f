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
import struct
import subprocess

from accessible import PATIENCE, Program, expect, run_cases, run_on_screen


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
        self.program.press("Draw", "page tab", exact=True)
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


def work(atspi, home, perennial, cli, samples):
    samples = pathlib.Path(samples)
    replay = subprocess.run(
        [cli, "replay", samples / "saas-sample.lifecycle.json", samples / "saas-sample.csv", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    os.environ["PERENNIAL_SAMPLES"] = str(samples)
    with Program(atspi, [perennial], home) as program:
        session = Session(program, home, json.loads(replay.stdout))
        return run_cases([case.__get__(session) for case in Session.CASES])


if __name__ == "__main__":
    run_on_screen(work)
