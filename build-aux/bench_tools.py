# SPDX-License-Identifier: GPL-3.0-or-later
"""Running, timing and describing: what build-aux/bench.py is made with."""

import contextlib
import dataclasses
import os
import pathlib
import platform
import random
import json
import statistics
import subprocess
import tempfile
import time


@dataclasses.dataclass
class Run:
    """What one process took."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: int  # bytes


def run(command, env=None):
    """Runs a command to its end and returns what it took; its words go nowhere unless it fails."""
    with tempfile.TemporaryFile() as words:
        start = time.monotonic()
        process = subprocess.Popen(
            command, stdout=words, stderr=words, stdin=subprocess.DEVNULL, env=env
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            words.seek(0)
            text = words.read().decode(errors="replace")[-2000:]
            raise RuntimeError(
                f"exit status {process.returncode}: {' '.join(map(str, command))}\n{text}"
            )
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


@dataclasses.dataclass
class Pairs:
    """Runs of two commands in turn; all figures are medians."""

    ours: list
    theirs: list

    def median(self, side, what):
        return statistics.median(getattr(one, what) for one in getattr(self, side))

    def ratio(self, what):
        """The median of the ratios within pairs: a slow minute counts on both sides."""
        return statistics.median(
            getattr(a, what) / getattr(b, what) for a, b in zip(self.ours, self.theirs)
        )


def run_pairs(ours, theirs, repeats, env=None):
    """Runs both commands in turn, after one run of ours that fills the page cache."""
    run(ours, env)
    pairs = Pairs([], [])
    for _ in range(repeats):
        pairs.ours.append(run(ours, env))
        pairs.theirs.append(run(theirs, env))
    return pairs


@contextlib.contextmanager
def screen(here):
    """Yields the environment of build-aux/with-display for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        variables = pathlib.Path(folder, "variables")
        process = subprocess.Popen(
            [
                here / "with-display",
                "sh",
                "-c",
                'env -0 >"$0.new" && mv "$0.new" "$0" && exec sleep infinity',
                variables,
            ],
            start_new_session=True,
        )
        try:
            for _ in range(200):
                if variables.exists():
                    break
                if process.poll() is not None:
                    raise RuntimeError("no screen: see the message of with-display above")
                time.sleep(0.1)
            rows = variables.read_bytes().decode().split("\0")
            yield dict(row.split("=", 1) for row in rows if row)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 15)
            process.wait()


def machine():
    """Returns a description of the machine, for people."""
    model = platform.processor() or platform.machine()
    with contextlib.suppress(OSError), open("/proc/cpuinfo", encoding="utf-8") as rows:
        model = next(
            (row.split(":")[1].strip() for row in rows if row.startswith("model name")), model
        )
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": model,
        "processors": os.cpu_count(),
        "memory_gib": round(memory, 1),
        "system": system,
        "kernel": platform.release(),
    }


def distinct_pairs(chance, n, wanted):
    """Returns arrows that go a little forward most of the time and back now and then."""
    pairs = set()
    while len(pairs) < wanted:
        a = chance.randrange(n)
        b = a + (
            chance.choice([1, 1, 1, 2, 3, 7]) if chance.random() < 0.9 else -chance.randrange(1, 9)
        )
        if 0 <= b < n and a != b:
            pairs.add((a, b))
    return sorted(pairs)


def write_map(path, stages, triggers, events=0, notes=0, words=0):
    """Writes a map of so many elements, the same on every machine; texts have so many words."""
    chance = random.Random(1)
    vocabulary = "customer invoice trial renewal support ticket webinar partner offer".split()

    def text():
        return (
            {"description": " ".join(chance.choice(vocabulary) for _ in range(words))}
            if words
            else {}
        )

    def place(i):
        return {
            "x": i % 40 * 280 + chance.randrange(8) / 8,
            "y": i // 40 * 180 + chance.randrange(8) / 8,
        }

    content = {
        "format": "perennial-map",
        "version": 1,
        "title": "A large map",
        "phases": [{"id": f"phase-{i}", "name": f"Phase {i}"} for i in range(4)],
        "stages": [
            {
                "id": f"stage-{i}",
                "name": f"Stage {i}",
                **text(),
                "phase": f"phase-{i * 4 // stages}",
                **({"role": "entry"} if i == 0 else {}),
                "position": place(i),
                "owner": f"Team {i % 7}",
                "channels": ["email", "webinar"][: i % 3],
                "cost": chance.randrange(1000) / 100,
            }
            for i in range(stages)
        ],
        "events": [
            {
                "id": f"event-{i}",
                "name": f"Event {i}",
                **text(),
                "stage": f"stage-{i % stages}",
                "match": {"names": [f"event_{i}", f"old_event_{i}"]},
            }
            for i in range(events)
        ],
        "triggers": [
            {
                "id": f"trigger-{i}",
                "name": f"Trigger {i}",
                **text(),
                "from": f"stage-{a}",
                "to": f"stage-{b}",
                "when": (
                    {"event": f"event-{i % events}", "count": 2, "within": "30d"}
                    if events
                    else {"dwell": "30d"}
                ),
                "share": chance.randrange(100) / 1000,
                "delay": {"lognormal": {"median": "3d", "sigma": 0.7}},
            }
            for i, (a, b) in enumerate(distinct_pairs(chance, stages, triggers))
        ],
        "notes": [
            {
                "id": f"note-{i}",
                "text": " ".join(chance.choice(vocabulary) for _ in range(words + 3)),
                "position": place(i),
            }
            for i in range(notes)
        ],
    }
    path.write_text(
        json.dumps({key: value for key, value in content.items() if value != []}, indent=2) + "\n"
    )
