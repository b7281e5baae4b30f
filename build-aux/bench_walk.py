# SPDX-License-Identifier: GPL-3.0-or-later
"""What the simulation of build-aux/bench.py is measured against: the same walk by other tools.

Usage: bench_walk.py numpy|simpy MAP CUSTOMERS
       bench_walk.py solve MATRIX ROUNDS
(with the Python of the virtual environment). Customers go through the map by its shares and
delays, one thread; what is counted are visits and different customers of stages, moves and
different customers of triggers. Prints the seconds of processor time this took, without starting
Python and reading the map, then the counts. SimPy counts no different customers.
"""

import json
import math
import random
import re
import sys
import time

UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "w": 604800, "mo": 2629800, "y": 31557600}


def seconds(text):
    return sum(float(n) * UNITS[unit] for n, unit in re.findall(r"([\d.]+)([a-z]+)", text))


class Map:
    """The numbers of a map by class and stage: [(until, to, delay, trigger)]."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
        self.stages = [stage["id"] for stage in content["stages"]]
        self.phases = {stage["id"]: stage.get("phase") for stage in content["stages"]}
        self.exits = {stage["id"] for stage in content["stages"] if stage.get("role") == "exit"}
        self.triggers = content["triggers"]
        population = content.get("population", {})
        self.horizon = seconds(population.get("horizon", "24mo"))
        self.arrivals = seconds(population.get("arrivals", "0s"))
        self.entries = self.choices(
            population.get("entries", [{"stage": self.stages[0], "weight": 1}]), "stage", 1
        )
        self.classes = self.choices(population.get("segments", []), "segment", None) + [(1, None)]
        self.ways = {
            (segment, stage): self.ways_out(segment, stage)
            for _, segment in self.classes
            for stage in self.stages
        }

    @staticmethod
    def choices(weights, name, whole):
        total = sum(one["weight"] for one in weights)
        whole, until, found = total if whole else max(1, total), 0, []
        for one in weights:
            until += one["weight"] / whole
            found.append((until, one[name]))
        return found

    def leaves(self, trigger, stage):
        source = trigger["from"]
        if source == stage:
            return True
        if trigger["to"] == stage:
            return False
        return stage not in self.exits if source == "*" else self.phases[stage] == source

    def ways_out(self, segment, stage):
        until, found = 0, []
        for i, trigger in enumerate(self.triggers):
            if not self.leaves(trigger, stage):
                continue
            numbers = {"share": trigger.get("share", 0), "delay": trigger.get("delay")}
            for other in trigger.get("by_segment", []):
                if other["segment"] == segment:
                    numbers.update(other)
            if numbers["share"] > 0:
                until += numbers["share"]
                found.append((until, self.stages.index(trigger["to"]), numbers["delay"], i))
        return found


def draw_numpy(numpy, rng, delay, n):
    kind, value = next(iter(delay.items())) if delay else ("fixed", "0s")
    if kind == "fixed":
        return numpy.full(n, seconds(value))
    if kind == "uniform":
        return rng.uniform(*map(seconds, value), n)
    if kind == "triangular":
        return rng.triangular(*map(seconds, value), n)
    if kind == "exponential":
        return rng.exponential(seconds(value), n)
    if kind == "lognormal":
        return rng.lognormal(math.log(seconds(value["median"])), value["sigma"], n)
    if kind == "weibull":
        return seconds(value["scale"]) * rng.weibull(value["shape"], n)
    quantiles = list(map(seconds, value))
    return numpy.interp(rng.random(n), numpy.linspace(0, 1, len(quantiles)), quantiles)


def by_numpy(plan, customers):
    import numpy

    start = time.process_time()
    rng = numpy.random.Generator(numpy.random.PCG64(1))
    when = numpy.arange(customers) * (plan.arrivals / customers)
    entry = numpy.searchsorted([until for until, _ in plan.entries], rng.random(customers))
    place = numpy.array([plan.stages.index(stage) for _, stage in plan.entries])[entry]
    group = numpy.searchsorted([until for until, _ in plan.classes], rng.random(customers))
    who = numpy.arange(customers)
    visits = numpy.bincount(place, minlength=len(plan.stages))
    fired = numpy.zeros(len(plan.triggers), dtype=int)
    was_in = numpy.zeros((len(plan.stages), customers), dtype=bool)
    was_moved = numpy.zeros((len(plan.triggers), customers), dtype=bool)
    was_in[place, who] = True
    while len(when) > 0:
        moved = []
        for c, (_, segment) in enumerate(plan.classes):
            for s, stage in enumerate(plan.stages):
                ways = plan.ways[segment, stage]
                here = numpy.flatnonzero((place == s) & (group == c))
                if len(here) == 0 or not ways:
                    continue
                way = numpy.searchsorted([until for until, *_ in ways], rng.random(len(here)))
                for k, (_, to, delay, trigger) in enumerate(ways):
                    those = here[way == k]
                    then = when[those] + draw_numpy(numpy, rng, delay, len(those))
                    in_time = then <= plan.horizon
                    those, then = those[in_time], then[in_time]
                    fired[trigger] += len(those)
                    visits[to] += len(those)
                    was_in[to, who[those]] = True
                    was_moved[trigger, who[those]] = True
                    moved.append((who[those], then, numpy.full(len(those), to), group[those]))
        if not moved:
            break
        who, when, place, group = (numpy.concatenate(parts) for parts in zip(*moved))
    reached = was_in.sum(axis=1).tolist() + was_moved.sum(axis=1).tolist()
    return time.process_time() - start, visits.tolist(), fired.tolist() + reached


def draw(chance, delay):
    kind, value = next(iter(delay.items())) if delay else ("fixed", "0s")
    if kind == "fixed":
        return seconds(value)
    if kind == "uniform":
        return chance.uniform(*map(seconds, value))
    if kind == "triangular":
        low, mode, high = map(seconds, value)
        return chance.triangular(low, high, mode)
    if kind == "exponential":
        return chance.expovariate(1 / seconds(value))
    if kind == "lognormal":
        return chance.lognormvariate(math.log(seconds(value["median"])), value["sigma"])
    if kind == "weibull":
        return chance.weibullvariate(seconds(value["scale"]), value["shape"])
    at = chance.random() * (len(value) - 1)
    low, high = seconds(value[int(at)]), seconds(value[int(at) + 1])
    return low + (at - int(at)) * (high - low)


def pick(choices, u):
    return next((one for one in choices if u < one[0]), None)


def by_simpy(plan, customers):
    import simpy

    start = time.process_time()
    chance = random.Random(1)
    visits, fired = [0] * len(plan.stages), [0] * len(plan.triggers)

    def customer(env, arrival):
        yield env.timeout(arrival)
        stage = plan.stages.index((pick(plan.entries, chance.random()) or plan.entries[-1])[1])
        segment = pick(plan.classes, chance.random())[1]
        visits[stage] += 1
        while (way := pick(plan.ways[segment, plan.stages[stage]], chance.random())) is not None:
            _, to, delay, trigger = way
            yield env.timeout(draw(chance, delay))
            fired[trigger] += 1
            visits[to] += 1
            stage = to

    env = simpy.Environment()
    for i in range(customers):
        env.process(customer(env, i * plan.arrivals / customers))
    env.run(until=plan.horizon)
    return time.process_time() - start, visits, fired


def by_solve(path, rounds):
    """Solves v (I - P) = s for the matrix in a file; prints the seconds of each round."""
    import numpy

    values = numpy.fromfile(path)
    n = int(values[0])
    start = values[1 : n + 1]
    matrix = numpy.eye(n) - values[n + 1 :].reshape(n, n).T
    for _ in range(rounds):
        begin = time.process_time()
        visits = numpy.linalg.solve(matrix, start)
        print(time.process_time() - begin, float(visits.sum()))


def main(tool, path, number):
    if tool == "solve":
        by_solve(path, int(number))
        return
    walk = by_numpy if tool == "numpy" else by_simpy
    taken, visits, fired = walk(Map(path), int(number))
    print(taken, *visits, *fired)


if __name__ == "__main__":
    main(*sys.argv[1:])
