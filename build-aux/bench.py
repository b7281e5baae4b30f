#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The speed of Perennial against what one would use instead. Run it through build-aux/bench.

Each row of the table is a function that runs the two sides of a pair in turn; the ratio is the
median of the ratios within pairs. `most` is what a row must not exceed, `aim` what it should reach.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys

from bench_tools import Pairs, Run, machine, run, run_pairs, screen, write_map

HERE = pathlib.Path(__file__).resolve().parent
SAAS = HERE.parent / "data" / "templates" / "saas-trial-to-upgrade.lifecycle.json"
ROWS = {}


@dataclasses.dataclass
class Row:
    name: str
    work: str
    against: str
    most: float
    aim: float
    measure: object  # a function of a Bench; its result is (pairs, what)


@dataclasses.dataclass
class Result:
    ours: float
    theirs: float
    unit: str
    ratio: float
    cpu_ratio: float = None


def row(name, work, against, most, aim):
    """Puts the function below into the table."""

    def put(function):
        ROWS[name] = Row(name, work, against, most, aim, function)
        return function

    return put


class Bench:
    """The programs, the data and how often to run."""

    def __init__(self, build, quick, repeats):
        self.build = build
        self.folder = build / "bench"
        self.folder.mkdir(exist_ok=True)
        self.cli = build / "src" / "cli" / "perennial-cli"
        self.map = HERE / "bench-map.lifecycle.json"
        self.rows = 1_000_000 if quick else 10_000_000
        self.repeats = repeats

    def log(self, kind="ordinary", rows=None):
        """Returns a log, made when it is not there yet."""
        rows = rows or self.rows
        path = self.folder / f"{kind}-{rows}.csv"
        if not path.exists():
            part = path.with_suffix(".part")
            with part.open("wb") as output:
                subprocess.run(
                    [self.build / "build-aux" / "bench-data", str(rows), kind],
                    stdout=output,
                    check=True,
                )
            part.rename(path)
        return path

    def replay(self, log, threads=1):
        return [
            self.cli,
            "replay",
            self.map,
            log,
            "--threads",
            str(threads),
            "--format",
            "json",
            "-o",
            self.folder / "report.json",
        ]

    def peer(self, tool, log, threads=1):
        return [
            self.build / "peers" / "bin" / "python",
            HERE / "bench_peers.py",
            tool,
            log,
            str(threads),
        ]

    def simulate(self, customers, threads=1):
        return [
            self.cli,
            "simulate",
            SAAS,
            "--customers",
            str(customers),
            "--threads",
            str(threads),
            "--format",
            "json",
            "-o",
            self.folder / "report.json",
        ]

    def walk(self, tool, path, number):
        return [
            self.build / "peers" / "bin" / "python",
            HERE / "bench_walk.py",
            tool,
            path,
            str(number),
        ]

    def large_map(self):
        """Returns a map of 1,000 stages and 1,500 triggers with positions."""
        path = self.folder / "large.lifecycle.json"
        if not path.exists():
            write_map(self.folder / "large-raw.lifecycle.json", 1000, 1500)
            run([self.cli, "layout", self.folder / "large-raw.lifecycle.json", "-o", path])
        return path

    def pairs(self, ours, theirs, repeats=None, env=None):
        return run_pairs(ours, theirs, repeats or self.repeats, env)


def timed(pairs):
    return Result(
        pairs.median("ours", "wall"),
        pairs.median("theirs", "wall"),
        "s",
        pairs.ratio("wall"),
        pairs.ratio("cpu"),
    )


@row("replay", "{rows} rows CSV → replay report, one thread", "DuckDB, one thread", 0.30, 0.15)
def replay(bench):
    log = bench.log()
    return timed(bench.pairs(bench.replay(log), bench.peer("duckdb", log)))


@row("replay-2", "the same, two threads", "DuckDB, two threads", 0.35, 0.20)
def replay_on_two(bench):
    log = bench.log()
    return timed(bench.pairs(bench.replay(log, 2), bench.peer("duckdb", log, 2)))


@row(
    "memory",
    "the same, peak memory (the larger of one and two threads)",
    "the file's size",
    0.7,
    0.5,
)
def memory(bench):
    log = bench.log()
    peak = max(
        statistics.median(run(bench.replay(log, threads)).peak for _ in range(bench.repeats))
        for threads in (1, 2)
    )
    size = log.stat().st_size
    return Result(peak / 1e6, size / 1e6, "MB", peak / size)


@row("pandas", "the same, one thread", "pandas: read, sort, shift, count", 0.03, 0.015)
def replay_against_pandas(bench):
    log = bench.log()
    return timed(bench.pairs(bench.replay(log), bench.peer("pandas", log), min(bench.repeats, 3)))


def replay_rounds(bench):
    """What bench-replay measures of each round but the first, in seconds."""
    text = subprocess.run(
        [
            bench.build / "build-aux" / "bench-replay",
            bench.map,
            bench.log(),
            str(bench.repeats + 1),
        ],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout
    rounds = [json.loads(line) for line in text.splitlines()][1:]
    return [{name: time / 1e6 for name, time in one.items()} for one in rounds]


def in_one_process(rounds, ours, theirs):
    """Pairs of sums of what was measured in the same round."""
    pairs = Pairs(
        [Run(sum(one[name] for name in ours), sum(one[name] for name in ours), 0) for one in rounds],
        [Run(sum(one[name] for name in theirs), sum(one[name] for name in theirs), 0) for one in rounds],
    )
    return timed(pairs)


@row("statistics", "{rows} rows CSV → replay with the report's statistics", "plain counts", 1.25, 1.1)
def statistics_on_top(bench):
    return in_one_process(replay_rounds(bench), ["read", "report"], ["read", "counts"])


@row("again", "replay again after a condition changed, log in memory", "reading the log", 0.15, 0.10)
def replay_again(bench):
    return in_one_process(replay_rounds(bench), ["again"], ["read"])


@row("growth", "{rows} rows", "a tenth of the rows", 11, 10)
def growth(bench):
    return timed(
        bench.pairs(bench.replay(bench.log()), bench.replay(bench.log(rows=bench.rows // 10)))
    )


@row("one-customer", "1 M rows, all of one customer", "1 M rows, ordinary", 2, 1.5)
def one_customer(bench):
    return timed(
        bench.pairs(
            bench.replay(bench.log("one-customer", 1_000_000)),
            bench.replay(bench.log(rows=1_000_000)),
        )
    )


@row("shuffled", "{rows} rows, shuffled", "{rows} rows, ordinary", 2, 1.5)
def shuffled(bench):
    report = bench.folder / "report.json"
    run(bench.replay(bench.log()))
    ordinary = report.read_bytes()
    pairs = bench.pairs(bench.replay(bench.log("shuffled")), bench.replay(bench.log()))
    run(bench.replay(bench.log("shuffled")))
    if report.read_bytes() != ordinary:
        raise RuntimeError("the shuffled log gives another report than the ordinary one")
    return timed(pairs)


@row(
    "png",
    "4K PNG of 1,000 stages and 1,500 triggers, from the file",
    "rsvg-convert of our SVG",
    0.35,
    0.2,
)
def png(bench):
    path, svg = bench.large_map(), bench.folder / "large.svg"
    run([bench.cli, "export", path, "-o", svg])
    return timed(
        bench.pairs(
            [
                bench.cli,
                "export",
                path,
                "--width",
                "3840",
                "--height",
                "2160",
                "-o",
                bench.folder / "ours.png",
            ],
            [
                "rsvg-convert",
                "--width",
                "3840",
                "--height",
                "2160",
                "--keep-aspect-ratio",
                "-o",
                bench.folder / "theirs.png",
                svg,
            ],
        )
    )


@row("layout", "layout and routes of 1,000 stages", "dot -Tplain of our DOT", 1, 0.3)
def layout(bench):
    path, dot = bench.large_map(), bench.folder / "large.dot"
    run([bench.cli, "export", path, "-o", dot])
    return timed(
        bench.pairs(
            [
                bench.cli,
                "layout",
                bench.folder / "large-raw.lifecycle.json",
                "-o",
                bench.folder / "laid-out.lifecycle.json",
            ],
            ["dot", "-Tplain", "-o", bench.folder / "theirs.plain", dot],
        )
    )


def json_rows(bench, ours, theirs, program="bench-json"):
    """Pairs from a program of build-aux that runs both sides in turn in one process."""
    path = bench.folder / "elements.lifecycle.json"
    write_map(path, 2500, 4000, 2500, 996, 40)
    text = subprocess.run(
        [bench.build / "build-aux" / program, path, str(4 * bench.repeats + 1)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout
    rounds = [json.loads(line) for line in text.splitlines()][1:]
    pairs = Pairs(
        [Run(one[ours] / 1e6, one[ours] / 1e6, 0) for one in rounds],
        [Run(one[theirs] / 1e6, one[theirs] / 1e6, 0) for one in rounds],
    )
    return timed(pairs)


@row(
    "simulate",
    "simulation, 1 M customers, full report, one thread",
    "the same walk in NumPy, counts only",
    0.25,
    0.10,
)
def simulate(bench):
    return timed(bench.pairs(bench.simulate(1_000_000), bench.walk("numpy", SAAS, 1_000_000)))


@row("simpy", "the same, one thread", "SimPy, from a twentieth", 1 / 150, 1 / 500)
def simulate_against_simpy(bench):
    pairs = Pairs([], [])
    for _ in range(bench.repeats):
        pairs.ours.append(run(bench.simulate(1_000_000)))
        text = subprocess.run(
            bench.walk("simpy", SAAS, 50_000), stdout=subprocess.PIPE, check=True, text=True
        ).stdout
        # The walk alone: starting Python must not count twenty times.
        taken = float(text.split()[0]) * 20
        pairs.theirs.append(Run(taken, taken, 0))
    return Result(
        pairs.median("ours", "cpu"),
        pairs.median("theirs", "cpu"),
        "s",
        pairs.ratio("cpu"),
    )


@row("simulate-2", "the same, two threads", "one thread", 0.6, 0.52)
def simulate_on_two(bench):
    return timed(bench.pairs(bench.simulate(4_000_000, 2), bench.simulate(4_000_000, 1)))


def solved(bench, ways):
    """The closed form of 1,000 stages and NumPy's solution of the same matrix, in turn."""
    matrix = bench.folder / f"chain-{ways}.bin"
    ours = [bench.build / "build-aux" / "bench-chain", "1000", str(ways), matrix, "5"]
    pairs = Pairs([], [])
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    for _ in range(bench.repeats):
        sums = []
        for command, side in ((ours, pairs.ours), (bench.walk("solve", matrix, 5), pairs.theirs)):
            text = subprocess.run(
                command, stdout=subprocess.PIPE, check=True, text=True, env=env
            ).stdout
            lines = [list(map(float, line.split())) for line in text.splitlines()]
            taken = statistics.median(line[0] for line in lines)
            side.append(Run(taken, taken, 0))
            sums.append(lines[0][1])
        if abs(sums[0] / sums[1] - 1) > 1e-9:
            raise RuntimeError(f"the two do not agree: {sums[0]} and {sums[1]}")
    return timed(pairs)


@row("closed-form", "closed form, 1,000 stages, 5 ways each", "NumPy linalg.solve", 2, 1)
def closed_form(bench):
    return solved(bench, 5)


@row("load", "a map of 10,000 elements: load", "json-glib parse alone", 1.5, 1.2)
def load(bench):
    return json_rows(bench, "load", "parse")


@row("save", "a map of 10,000 elements: save", "json-glib build and print alone", 1, 0.4)
def save(bench):
    return json_rows(bench, "save", "print")


@row("diff", "diff of two maps of 10,000 elements", "loading the two", 1, 0.5)
def diff(bench):
    return json_rows(bench, "diff", "load_two", "bench-merge")


@row("merge", "merge of three maps of 10,000 elements", "loading the three", 1, 0.5)
def merge(bench):
    return json_rows(bench, "merge", "load_three", "bench-merge")


def history_rounds(bench, stages, triggers, events, notes):
    """What bench-history measured on a map of so many elements."""
    path = bench.folder / f"history-{stages}.lifecycle.json"
    write_map(path, stages, triggers, events, notes, 10)
    text = subprocess.run(
        [bench.build / "build-aux" / "bench-history", path, str(2 * bench.repeats + 1)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout
    return [json.loads(line) for line in text.splitlines()][1:]


@row("history", "memory of 1,000 steps on 1,000 elements", "the JSON of the map", 30, 10)
def history(bench):
    one = history_rounds(bench, 250, 400, 250, 96)[-1]
    return Result(one["history"] / 2**20, one["json"] / 2**20, "MiB", one["history"] / one["json"])


@row("undo", "undo of one step, 10,000 elements", "copying the list of stages", 3, 2)
def undo(bench):
    rounds = history_rounds(bench, 10000, 0, 0, 0)
    pairs = Pairs(
        [Run(one["undo"] / 1e6, one["undo"] / 1e6, 0) for one in rounds],
        [Run(one["copy"] / 1e6, one["copy"] / 1e6, 0) for one in rounds],
    )
    return timed(pairs)


def canvas_rows(bench, name):
    """Pairs from bench-canvas, which runs both sides in turn in one window."""
    path = bench.folder / "canvas.lifecycle.json"
    write_map(path, 3000, 4500, 2496)
    with screen(HERE) as env:
        text = subprocess.run(
            [
                bench.build / "build-aux" / "bench-canvas",
                path,
                bench.cli,
                name,
                str(bench.repeats + 1),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
            text=True,
            env=env,
        ).stdout
    rounds = [json.loads(line) for line in text.splitlines()][1:]
    return timed(
        Pairs(
            [Run(one["ours"] / 1e9, one["ours"] / 1e9, 0) for one in rounds],
            [Run(one["theirs"] / 1e9, one["theirs"] / 1e9, 0) for one in rounds],
        )
    )


PLAIN = "GTK repainting the window in one colour"


@row("pan", "pan frame at 1:1, 10,000 elements, 1080p", PLAIN, 1.5, 1.15)
def pan(bench):
    return canvas_rows(bench, "pan")


@row("pan-middle", "the same at 0.4, large names and all lines in view", PLAIN, 1.5, 1.15)
def pan_middle(bench):
    return canvas_rows(bench, "pan-middle")


@row("pan-whole", "the same with the whole map in view", PLAIN, 1.5, 1.15)
def pan_whole(bench):
    return canvas_rows(bench, "pan-whole")


@row("drag", "a frame of dragging one stage among 10,000 elements", PLAIN, 0.25, 0.05)
def drag(bench):
    return canvas_rows(bench, "drag")


@row("new-stage", "key press to new stage on screen, 10,000 elements", PLAIN, 2, 1.3)
def new_stage(bench):
    return canvas_rows(bench, "new-stage")


@row(
    "first-paint",
    "whole map of 10,000 elements in view, first paint",
    "Cairo painting every item in full",
    0.06,
    0.03,
)
def first_paint(bench):
    return canvas_rows(bench, "first-paint")


@row("open", "a map of 10,000 elements: open, to its first frame", "perennial-cli check", 2, 1.3)
def open_map(bench):
    return canvas_rows(bench, "open")


@row("first-frame", "perennial: first frame of the start page", "an empty GTK 4 window", 1.6, 1.25)
def first_frame(bench):
    # The development environment of the build folder: settings schema and the like.
    show = subprocess.run(
        ["meson", "devenv", "-C", bench.build, "env", "-0"],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    with screen(HERE) as env:
        env = {**dict(one.split("=", 1) for one in show.stdout.split("\0") if "=" in one), **env}
        return timed(
            bench.pairs(
                [bench.build / "src" / "app" / "perennial", "--exit-after-first-frame"],
                [bench.build / "build-aux" / "bench-window"],
                2 * bench.repeats + 1,
                env,
            )
        )


def verdict(entry, ratio):
    return "aim reached" if ratio <= entry.aim else "within" if ratio <= entry.most else "TOO SLOW"


def number(value):
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def table(rows):
    """Prints columns side by side, numbers to the right."""
    widths = [max(len(line[i]) for line in rows) for i in range(len(rows[0]))]
    for line in rows:
        print(
            "  ".join(
                cell.rjust(width) if 2 <= i <= 6 else cell.ljust(width)
                for i, (cell, width) in enumerate(zip(line, widths))
            ).rstrip()
        )


def main():
    parser = argparse.ArgumentParser(
        prog="build-aux/bench", description="Speed against other tools, as ratios."
    )
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help="only these rows (all when none is named)"
    )
    parser.add_argument("--list", action="store_true", help="names the rows")
    parser.add_argument("--quick", action="store_true", help="1 M rows in the place of 10 M")
    parser.add_argument("--repeats", type=int, default=5, metavar="N", help="pairs of runs (5)")
    parser.add_argument(
        "--build", type=pathlib.Path, default=HERE.parent / "build", help=argparse.SUPPRESS
    )
    options = parser.parse_args()
    if options.list:
        for entry in ROWS.values():
            print(
                f"{entry.name:14}{entry.work.format(rows='10 M')} : {entry.against.format(rows='10 M')}"
            )
        return 0
    unknown = [name for name in options.rows if name not in ROWS]
    if unknown:
        parser.error(f"no such row: {unknown[0]} (--list names them)")

    bench = Bench(options.build.resolve(), options.quick, options.repeats)
    described = machine()
    print(
        f"{described['processor']}, {described['processors']} processors, {described['memory_gib']} GiB, "
        f"{described['system']}, Linux {described['kernel']}; medians of {options.repeats} pairs\n"
    )
    size = "1 M" if options.quick else "10 M"
    lines = [("work", "against", "ours", "theirs", "ratio", "at most", "aim", "")]
    results, failed = [], False
    for name in options.rows or ROWS:
        entry = ROWS[name]
        work, against = entry.work.format(rows=size), entry.against.format(rows=size)
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            result = entry.measure(bench)
        except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
            failed = True
            lines.append(
                (work, against, "", "", "", number(entry.most), number(entry.aim), "FAILED")
            )
            results.append({"row": name, "work": work, "against": against, "error": str(error)})
            print(f"{name}: {error}", file=sys.stderr)
            continue
        lines.append(
            (
                work,
                against,
                f"{number(result.ours)} {result.unit}",
                f"{number(result.theirs)} {result.unit}",
                number(result.ratio),
                number(entry.most),
                number(entry.aim),
                verdict(entry, result.ratio),
            )
        )
        results.append(
            {
                "row": name,
                "work": work,
                "against": against,
                "most": entry.most,
                "aim": entry.aim,
                **dataclasses.asdict(result),
            }
        )
    table(lines)
    output = bench.folder / ("quick.json" if options.quick else "bench.json")
    output.write_text(
        json.dumps({"machine": described, "repeats": options.repeats, "rows": results}, indent=2)
        + "\n"
    )
    print(f"\nAs JSON: {output}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
