# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills in the fields of the inspector from the keyboard, whatever element they are of."""

COLORS = ["", "blue", "green", "yellow", "orange", "red", "purple", "brown", "gray"]
ROLES = ["", "entry", "goal", "exit"]
OUTCOMES = ["neutral", "positive", "negative"]
METRICS = {
    "reach": 0, "now": 1, "median_dwell": 2, "share": 3,
    "exit_share": 4, "goal_share": 5, "lifetime_value": 6,
}  # fmt: skip
OPERATORS = [
    "is", "is_not", "in", "not_in", "contains", "starts_with",
    "less", "at_most", "at_least", "more", "exists", "missing",
]  # fmt: skip
KINDS = ["event", "inactive", "dwell", "score", "attribute", "segment", "all", "any"]
DELAYS = ["", "fixed", "uniform", "triangular", "exponential", "lognormal", "weibull", "empirical"]
SPREADS = {"uniform": ["Least", "Most"], "triangular": ["Least", "Likeliest", "Most"]}
WORDS = {"*": "Any stage", "map": "The whole map", "population": "The population"}


def as_typed(value):
    return f"{value:g}" if isinstance(value, (int, float)) else value


def as_percent(share):
    return f"{share * 100:.10g} %"


class Fields:
    """The page of the inspector that has the focus."""

    def __init__(self, hand, content):
        self.hand = hand
        self.names = {"": "None", **WORDS}
        for elements in content.values():
            if isinstance(elements, list):
                self.names.update((one["id"], one.get("name", one["id"])) for one in elements)

    # One field each, from wherever the focus is before it.

    def text(self, label, value):
        """Types over what stands in a field."""
        if value is None:
            return
        self.hand.tab_to(label)
        self.type_over(value)

    def type_over(self, value):
        self.hand.keys("ctrl+a")
        self.hand.type(as_typed(value))

    def percent(self, label, share):
        self.text(label, None if share is None else as_percent(share))

    def several(self, label, texts):
        if texts:
            self.hand.tab_to(label)
            for text in texts:
                self.hand.type(text)
                self.hand.keys("Return")

    def choice(self, label, index, before=0):
        """Chooses from a menu of a few; @before is what it shows now."""
        if index == before:
            return
        self.hand.tab_to(label)
        self.choose(label, index, before)

    def choose(self, label, index, before=0):
        self.hand.opens()
        self.hand.keys(*["Down" if index > before else "Up"] * abs(index - before))
        self.hand.go("Return", label)

    def pick(self, label, id):
        """Picks an element by its name."""
        if id is not None:
            self.hand.tab_to(label)
            if self.hand.name != f"{label}: {self.names[id]}":
                self.search(id, label)

    def search(self, id, then):
        self.hand.opens()
        self.hand.wait("the search", lambda: self.hand.is_at("Search"))
        self.hand.type(self.names[id])
        self.hand.go("Return", then)

    def color(self, name):
        if name:
            self.hand.tab_to("No color")
            for _ in range(COLORS.index(name)):
                self.hand.go("Right")
            self.hand.keys("space")

    def flag(self, label, value):
        if value:
            self.hand.tab_to(label)
            self.hand.keys("space")

    def place(self, element):
        """Unfolds where it is, and types it."""
        self.hand.tab_to("Place and Id")
        self.hand.keys("space")
        self.position(element)

    def position(self, element):
        self.text("X", element["position"]["x"])
        self.text("Y", element["position"]["y"])
        if "size" in element:
            self.text("Width", element["size"]["w"])
            self.text("Height", element["size"]["h"])

    # What is more than a field.

    def menu(self, items, item):
        """Chooses from a menu of commands, whose first item has the focus when it opens."""
        self.hand.opens()
        for _ in range(items.index(item)):
            self.hand.go("Down")

    def condition(self, condition):
        """Says a condition, beginning at the button for its kind."""
        kind = next(kind for kind in KINDS if kind in condition)
        self.menu(KINDS, kind)
        self.hand.go("Return", "What the customer must do")
        getattr(self, f"say_{kind}")(condition)

    def say_event(self, condition):
        self.pick("Event", condition["event"])
        self.text("How many times at least", condition.get("count"))
        self.text("Within how long; empty: ever", condition.get("within"))

    def say_inactive(self, condition):
        self.text("For how long", condition["inactive"])
        for id in condition.get("events", []):
            if not self.hand.is_at("Events that count; none: any"):
                self.hand.tab_to("Events that count; none: any")
            self.search(id, "Events that count; none: any")

    def say_dwell(self, condition):
        self.text("For how long", condition["dwell"])

    def say_score(self, condition):
        self.pick("Score", condition["score"])
        if "below" in condition:
            self.choice("At least or below", 1)
            self.text("Below", condition["below"])
        else:
            self.text("At least", condition["at_least"])

    def say_segment(self, condition):
        self.pick("Segment", condition["segment"])

    def say_all(self, condition):
        self.group(condition["all"])

    def say_any(self, condition):
        self.group(condition["any"])

    def group(self, conditions):
        """A group begins with one member, which is made what it should be."""
        self.hand.tab_to("What the customer must do")
        for number, one in enumerate(conditions):
            if number:
                self.hand.tab_to("Add a Condition")
            self.condition(one)

    def delay(self, delay):
        if delay is None:
            return
        ((kind, value),) = delay.items()
        self.choice("Delay", DELAYS.index(kind))
        if kind == "lognormal":
            self.text("Median", value["median"])
            self.text("Sigma", value["sigma"])
        elif kind in SPREADS:
            for label, one in zip(SPREADS[kind], value):
                self.text(label, one)
        else:
            self.text({"fixed": "Always", "exponential": "Mean"}[kind], value)

    def records(self, button, first, records, fill):
        """Adds records to a list; each begins at its first field."""
        for number, record in enumerate(records or []):
            if number or not self.hand.is_at(button):
                self.hand.tab_to(button)
            self.hand.go("space", first)
            fill(record)

    def first_pick(self, label, id):
        if self.hand.name != f"{label}: {self.names[id]}":
            self.search(id, label)

    def filter(self, test):
        self.type_over(test["column"])
        self.choice("Test", OPERATORS.index(test["op"]))
        self.text("Value", test["value"])

    # The page of each kind of element, from its first field on; the name is there already.

    def phase(self, phase):
        self.text("Owner", phase.get("owner"))
        self.color(phase.get("color"))

    def stage(self, stage):
        self.text("Description", stage.get("description"))
        self.choice("Role", ROLES.index(stage.get("role", "")))
        self.text("Owner", stage.get("owner"))
        self.text("What the customer wants", stage.get("goal"))
        self.text("Emotion", stage.get("emotion"))
        self.several("Channels", stage.get("channels"))
        self.several("Actions", stage.get("actions"))
        self.text("Cost per visit", stage.get("cost"))
        self.text("Cost per month", stage.get("cost_per_month"))
        self.text("Revenue per month", stage.get("revenue_per_month"))

    def event(self, event):
        self.choice("Outcome", OUTCOMES.index(event.get("outcome", "neutral")))
        self.text("Channel", event.get("channel"))
        self.several("Names in the log", event["match"]["names"])
        self.text("Column with the revenue", event.get("value_column"))

    def trigger(self, trigger):
        self.type_over(trigger["name"])
        self.text("Description", trigger.get("description"))
        self.pick("From", trigger["from"] if trigger["from"] == "*" else None)
        self.hand.tab_to("Add a Condition")
        self.condition(trigger["when"])
        self.percent("Share", trigger.get("share"))
        self.delay(trigger.get("delay"))
        self.records("Add a Segment", "Segment", trigger.get("by_segment"), self.other_numbers)
        self.text("Value", trigger.get("value"))

    def other_numbers(self, record):
        self.first_pick("Segment", record["segment"])
        self.percent("Share", record.get("share"))
        self.delay(record.get("delay"))

    def score(self, score):
        self.type_over(score["name"])
        self.text("Start", score.get("start"))
        self.text("Half-life", score.get("half_life"))
        self.text("Decays to", score.get("rest"))
        self.records("Add an Event", "Event", score.get("points"), self.points)

    def points(self, record):
        self.first_pick("Event", record["event"])
        self.text("Points", record["points"])

    def segment(self, segment):
        self.type_over(segment["name"])
        self.text("Description", segment.get("description"))
        self.flag("Ideal customer profile", segment.get("ideal"))
        self.color(segment.get("color"))
        self.records("Add a Filter", "Column", segment.get("where"), self.filter)

    def target(self, target):
        """A target made for an element is of that one, and measures what is usual for it."""
        self.type_over(target["name"])
        usual = {"share": "share", "median_dwell": "reach"}[target["metric"]]
        self.choice("Measure", METRICS[target["metric"]], METRICS[usual])
        bound = "at_least" if "at_least" in target else "at_most"
        value = target[bound]
        label = "At least" if bound == "at_least" else "At most"
        self.text(label, value)
        self.text("Within", target.get("within"))
        self.pick("Segment", target.get("segment"))

    def scenario(self, scenario):
        self.type_over(scenario["name"])
        self.text("Description", scenario.get("description"))
        self.records("Add a Change", "Of", scenario.get("set"), self.change)

    def change(self, record):
        self.first_pick("Of", record["of"])
        self.percent("Share", record.get("share"))
        self.delay(record.get("delay"))
        self.text("Revenue per month", record.get("revenue_per_month"))

    def note(self, note):
        self.text("Author", note.get("author"))
        self.text("Votes", note.get("votes"))
        self.pick("About", note.get("about"))
        self.position(note)
        self.text("Id", note["id"])
        self.hand.keys("Return")

    def frame(self, frame):
        self.position(frame)

    def population(self, population):
        self.text("Customers", population["customers"])
        self.text("Arriving over", population["arrivals"])
        self.percent("Discount per year", population["discount_per_year"])
        self.records("Add an Entry", "Stage", population["entries"], self.entry)
        self.records("Add a Segment", "Segment", population["segments"], self.weight)

    def entry(self, record):
        self.first_pick("Stage", record["stage"])
        self.text("Weight", record["weight"])

    def weight(self, record):
        self.first_pick("Segment", record["segment"])
        self.text("Weight", record["weight"])
