#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the sample log: python3 generate.py saas-sample.csv

Five thousand people meet a small reporting service between January 2025 and June
2026. Most look and leave, a quarter try it, some pay, and of those some grow, some
fall asleep and some come back. Nothing here knows the map the log is replayed on;
every customer simply lives through the functions below, one after the other:

    visit -> interest -> trial -> subscription (month by month) -> cancelled -> back again

The file is the same on every machine: one generator per customer, seeded with the
customer's number, and only Random.random() is drawn from it, whose sequence Python
promises to keep.

A few rows are as bad as in any real export: a missing customer, a time nobody can
read, a field too many or too few, a row written twice.
"""

import math
import random
import sys
from datetime import datetime, timedelta, timezone

CUSTOMERS = 5000
START = datetime(2025, 1, 1, tzinfo=timezone.utc)
DAYS = 546  # to the end of June 2026
HEADER = "customer_id,event,timestamp,plan,country,channel,amount"

COUNTRIES = [("DE", 24), ("US", 22), ("GB", 15), ("FR", 12), ("NL", 10), ("AT", 6), ("CH", 6), ("ES", 5)]
CHANNELS = [("search", 38), ("ads", 22), ("referral", 14), ("social", 12), ("partner", 8), ("webinar", 6)]
PLANS = [("starter", 62), ("team", 29), ("business", 9)]
PRICE = {"starter": 29, "team": 99, "business": 390}
NEXT_PLAN = {"starter": "team", "team": "business"}
LAST_PLAN = {"team": "starter", "business": "team"}

# From one month to the next: how a subscriber's use goes on. What is missing to 1 cancels.
USE_NEXT = {
    "lively": [("lively", 0.875), ("slow", 0.105), ("asleep", 0.01)],
    "slow": [("lively", 0.30), ("slow", 0.42), ("asleep", 0.22)],
    "asleep": [("lively", 0.14), ("slow", 0.12), ("asleep", 0.44)],
}
REPORTS_A_MONTH = {"lively": (4, 7), "slow": (1, 2), "asleep": (0, 0)}


class Customer:
    """One customer: who it is, and the rows written so far."""

    def __init__(self, number):
        self.random = random.Random(number * 7919 + 17).random
        self.id = "C%05d" % number
        # Visits grow over the months and keep to working hours.
        day = DAYS * math.pow((number - 1 + self.random()) / CUSTOMERS, 0.95)
        self.first = at_work(day, self.random())
        self.country = self.pick(COUNTRIES)
        self.channel = self.pick(CHANNELS)
        self.plan = ""
        self.rows = []

    def chance(self, share):
        return self.random() < share

    def pick(self, weighted):
        x = self.random() * sum(weight for _, weight in weighted)
        for value, weight in weighted:
            x -= weight
            if x < 0:
                return value
        return weighted[-1][0]

    def between(self, low, high):
        return low + (high - low) * self.random()

    def whole(self, low, high):
        return low + int((high - low + 1) * self.random())

    def around(self, median, spread):
        """Log-normal days by Box and Muller's transformation."""
        u, v = 1 - self.random(), self.random()
        return median * math.exp(spread * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v))

    def write(self, day, event, amount=None):
        if day < DAYS:
            self.rows.append((day, event, self.plan, amount))

    @property
    def good_fit(self):
        return self.channel in ("referral", "partner", "webinar")


def at_work(day, u):
    """The same day, moved into the hours from seven to nineteen, and off most weekends."""
    whole = math.floor(day)
    if (START + timedelta(days=whole)).weekday() >= 5 and u < 0.7:
        whole += 2
    return whole + (7 + 12 * u) / 24


def visit(c):
    """The first visit, a few more, and the newsletter that some subscribe to."""
    day = c.first
    if not c.chance(0.005):  # the page counter is blocked now and then
        c.write(day, "page_viewed")
    direct = 0.09 if c.good_fit else 0.04
    interested = 0.46 if c.good_fit else 0.31
    if c.chance(direct):
        trial(c, day + c.between(0.01, 3))
    elif c.chance(interested):
        interest(c, day + c.around(4, 0.9))
    else:
        for _ in range(c.whole(0 if c.rows else 1, 2)):
            day += c.around(5, 0.8)
            c.write(day, "page_viewed")
        if c.chance(0.06):
            later = day + c.between(75, 200)
            c.write(later, "page_viewed")
            if c.chance(0.3):
                trial(c, later + c.between(0.02, 2))


def interest(c, day):
    """A guide, a webinar, or simply one visit after the other."""
    kind = c.pick([("guide_downloaded", 60), ("webinar_attended", 22), ("page_viewed", 18)])
    c.write(day, kind)
    if kind == "page_viewed":
        c.write(day + c.between(0.5, 3), "page_viewed")
        c.write(day + c.between(3, 6), "page_viewed")
        day += 6
    opened = day + 7
    for _ in range(c.whole(0, 3)):
        if c.chance(0.5):
            c.write(opened, "newsletter_opened")
        opened += 14
    if c.chance(0.25):
        c.write(day + c.around(9, 0.5), "webinar_attended")
    if c.chance(0.58 if c.good_fit else 0.47):
        trial(c, day + c.around(9, 0.8))
    elif c.chance(0.09):
        later = day + c.between(80, 210)
        c.write(later, "page_viewed")
        trial(c, later + c.between(0.02, 4))
    elif c.chance(0.02):
        c.write(day + c.between(5, 60), "account_deleted")


def trial(c, day, second=False):
    """Fourteen days; whoever makes three reports has seen what it is good for."""
    c.plan = c.plan or c.pick(PLANS)
    c.write(day, "trial_started")
    if c.chance(0.04):
        return subscription(c, day + c.between(0.1, 3))
    keen = c.chance(0.60 if c.plan != "starter" else 0.46)
    made = c.whole(3, 5) if keen else c.whole(0, 2)
    when = day
    for _ in range(made):
        when += c.between(0.1, 3.2)
        c.write(when, "report_created")
    if made and c.chance(0.6 if keen else 0.15):
        c.write(when + c.between(0.05, 1.5), "colleague_invited")
    if c.chance(0.12):
        c.write(day + c.between(0.5, 6), "support_ticket")
    if c.chance(0.08):
        c.write(day + c.between(0.5, 9), "password_reset")
    if c.chance((0.56 if c.plan != "starter" else 0.43) if keen else 0.05):
        return subscription(c, when + c.around(5, 0.6))
    if keen and c.chance(0.5):
        c.write(when + c.between(4, 12), "report_created")
    if not second and c.chance(0.07):
        trial(c, day + c.between(60, 180), second=True)


def subscription(c, day, again=False):
    """Month by month: use, invoice, help, larger plan, renewal."""
    c.write(day, "subscription_started", PRICE[c.plan])
    if c.plan == "business" or c.chance(0.1):
        c.write(day + c.between(2, 15), "training_booked", 290)
    use = "lively" if c.chance(0.8) else c.pick([("slow", 70), ("asleep", 30)])
    month = 0
    while day < DAYS:
        month += 1
        a_month_of_use(c, day, use)
        day += 30.4375
        if not an_invoice(c, day):
            return
        if month % 12 == 0 and not the_renewal(c, day, use):
            return cancelled(c, day + 0.2, again)
        a_change_of_plan(c, day, use, month)
        use = c.pick(USE_NEXT[use] + [("", 1 - sum(share for _, share in USE_NEXT[use]))])
        if not use:
            return cancelled(c, day + c.between(1, 25), again)


def a_month_of_use(c, day, use):
    low, high = REPORTS_A_MONTH[use]
    reports = c.whole(low, high)
    if c.plan == "starter":
        reports = min(reports, 5)
    for n in range(reports):
        c.write(day + (n + c.random()) * 29 / max(reports, 1), "report_created")
    if use == "lively" and c.chance(0.10):
        c.write(day + c.between(1, 28), "colleague_invited")
    tickets = c.whole(2, 3) if c.chance(0.03) else int(c.chance(0.12))
    for _ in range(tickets):
        c.write(day + c.between(1, 28), "support_ticket")
    if use != "lively" and c.chance(0.42):
        c.write(day + c.between(12, 28), "success_call")
        if c.chance(0.4):
            for _ in range(3):
                c.write(day + c.between(28, 30.2), "report_created")
    if c.chance(0.05):
        c.write(day + c.between(1, 29), "survey_promoter" if c.chance(0.7 if use == "lively" else 0.25) else "survey_detractor")
    if c.chance(0.03):
        c.write(day + c.between(1, 29), "password_reset")


def an_invoice(c, day):
    """Paid, paid at the second attempt, or never again."""
    if c.chance(0.03):
        c.write(day, "payment_failed", PRICE[c.plan])
        if c.chance(0.3):
            return False
        c.write(day + c.between(1, 9), "invoice_paid", PRICE[c.plan])
    else:
        c.write(day, "invoice_paid", PRICE[c.plan])
    return True


def the_renewal(c, day, use):
    if c.chance({"lively": 0.94, "slow": 0.7, "asleep": 0.3}[use]):
        c.write(day + 0.05, "subscription_renewed", PRICE[c.plan])
        return True
    return False


def a_change_of_plan(c, day, use, month):
    if use == "lively" and month >= 2 and c.plan in NEXT_PLAN and c.chance(0.055):
        c.plan = NEXT_PLAN[c.plan]
        c.write(day + c.between(0.1, 5), "plan_upgraded", PRICE[c.plan])
    elif use != "lively" and c.plan in LAST_PLAN and c.chance(0.14):
        c.plan = LAST_PLAN[c.plan]
        c.write(day + c.between(0.1, 5), "plan_downgraded", PRICE[c.plan])


def cancelled(c, day, again):
    c.write(day, "subscription_cancelled")
    if not again and c.chance(0.24):
        subscription(c, day + c.between(35, 120), again=True)
    elif c.chance(0.04):
        c.write(day + c.between(10, 60), "account_deleted")


def as_text(c, row):
    day, event, plan, amount = row
    time = START + timedelta(seconds=int(day * 86400))
    return ",".join([c.id, event, time.strftime("%Y-%m-%dT%H:%M:%SZ"), plan, c.country, c.channel,
                     "" if amount is None else "%d.00" % amount])


def spoil(lines):
    """What a real export looks like: every so many rows, something is wrong."""
    spoilt = []
    for n, line in enumerate(lines, start=1):
        cells = line.split(",")
        if n % 2917 == 0:
            cells[0] = ""  # no customer
        elif n % 3251 == 0:
            cells[2] = ("unknown", "2025-13-45T00:00:00Z")[n // 3251 % 2]  # no time
        elif n % 4603 == 0:
            cells[5] = "partner, north"  # a comma nobody quoted: a field too many
        elif n % 5801 == 0:
            del cells[4:]  # cut off: too few
        spoilt.append(",".join(cells))
        if n % 3907 == 0:
            spoilt.append(line)  # sent twice
    return spoilt


def lines():
    rows = []
    for number in range(1, CUSTOMERS + 1):
        customer = Customer(number)
        visit(customer)
        rows += [(int(row[0] * 86400), number, n, as_text(customer, row))
                 for n, row in enumerate(customer.rows)]
    rows.sort()
    return [HEADER] + spoil([text for _, _, _, text in rows])


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: generate.py FILE")
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines()) + "\n")


if __name__ == "__main__":
    main()
