#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real logs with answers that other programs have computed, end to end. Speaks TAP.

The logs are no part of this project: they are looked for in PERENNIAL_SHARED_DATA, else in
../shared/data beside the source, and each case is skipped without them.
"""

import collections
import csv
import datetime
import itertools
import json
import os
import pathlib
import tempfile

import tap
from program import FILES, SOURCE, cli

DATA = pathlib.Path(os.environ.get("PERENNIAL_SHARED_DATA") or SOURCE.parent / "shared" / "data")


def log(name):
    if not (DATA / name).exists():
        raise tap.Skip(name + " is not here")
    return DATA / name


def replay(path, source, *options):
    return json.loads(cli("replay", path, source, *options, "--format", "json").must(0).out)


def discover_and_replay(source, *options):
    """What the map that is discovered in a log says of that log."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "found.json")
        cli("discover", source, *options, "-o", path).must(0)
        return replay(path, source, *options)


def moves(report):
    """(kinds, moves) between stages."""
    between = [flow["moves"] for flow in report["flows"] if flow["from"] is not None]
    return len(between), sum(between)


def entries(report):
    return sum(flow["moves"] for flow in report["flows"] if flow["from"] is None)


def customers(report):
    return {stage["id"]: stage["customers"] for stage in report["stages"]}


def must_have(found, wanted):
    for name, number in wanted.items():
        assert found.get(name) == number, "%s: %s, not %d" % (name, found.get(name), number)


def must_be(found, wanted):
    assert found == wanted, "%s, not %s" % (found, wanted)


def ecom_by_user():
    """ecom.csv by user: 30,506 moves in 338 kinds, 600 paths"""
    report = discover_and_replay(log("ecom.csv"), "--customer", "user_id", "--event", "event")
    must_be(moves(report), (338, 30506))
    must_be((entries(report), report["path_count"], report["entered"]), (600, 600, 600))
    must_have(customers(report), {"product-view": 598, "add-to-cart": 522, "cart": 489, "shipping-details": 441,
                                  "payment-details": 390, "purchase": 328})


def ecom_by_session():
    """ecom.csv by session: 27,501 moves in 336 kinds, 3,003 paths"""
    report = discover_and_replay(log("ecom.csv"), "--customer", "session_id", "--event", "event")
    must_be(moves(report), (336, 27501))
    must_be((entries(report), report["path_count"]), (3605, 3003))
    must_have(customers(report), {"add-to-cart": 1213, "cart": 1022, "shipping-details": 798, "payment-details": 632,
                                  "purchase": 470})


def saas_with_a_hand_made_map():
    """saas/events.csv: 2,000 signups, 1,213 activations, 410 upgrades, four paths"""
    report = replay(FILES / "saas.lifecycle.json", log("saas/events.csv"))
    must_be(customers(report), {"signup": 2000, "activate": 1213, "upgrade": 410})
    must_be({tuple(path["stages"]): path["customers"] for path in report["paths"]},
            {("signup", "activate"): 950, ("signup",): 640, ("signup", "activate", "upgrade"): 263,
             ("signup", "upgrade"): 147})
    must_be({trigger["id"]: trigger["fired"] for trigger in report["triggers"]},
            {"activation": 1213, "purchase": 263, "blind-purchase": 147})


def saas_mean_time_to_activation():
    """saas/events.csv: 166.476504534 hours from signup to activation, in the mean"""
    source = log("saas/events.csv")
    content = json.loads((FILES / "saas.lifecycle.json").read_text(encoding="utf-8"))
    content["triggers"] = [trigger for trigger in content["triggers"] if trigger["id"] != "blind-purchase"]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "map.json")
        path.write_text(json.dumps(content), encoding="utf-8")
        hours = replay(path, source)["stages"][0]["dwell"]["mean"] / 3600
    assert abs(hours - 166.476504534) < 1e-6, hours


def mobile_onboarding_without_options():
    """mobile-onboarding.csv: columns and epoch microseconds guessed; 26,804 moves in 86 kinds"""
    report = discover_and_replay(log("mobile-onboarding.csv"))
    must_be(moves(report), (86, 26804))
    must_be((len(report["stages"]), report["path_count"], report["rows"]["read"]), (18, 569, 30943))
    must_have(customers(report), {"passed": 2497, "lost": 1642})


def insurance_claims_by_end_time():
    """insurance-claims.csv by end_time: 4,443 moves in 6 kinds, 4 variants"""
    report = discover_and_replay(log("insurance-claims.csv"), "--time", "end_time")
    must_be(moves(report), (6, 4443))
    must_be([path["customers"] for path in report["paths"]], [613, 171, 126, 90])


def patients_all_rows():
    """patients.csv, all rows: 13 variants"""
    must_be(discover_and_replay(log("patients.csv"), "--customer", "patient", "--event", "handling", "--time",
                                "time")["path_count"], 13)


def complete_only_map(source):
    """Every step from each activity to each, of rows whose registration_type is complete."""
    with source.open(encoding="utf-8", newline="") as file:
        names = list(dict.fromkeys(row["handling"] for row in csv.DictReader(file)))
    ids = [name.lower().replace(" ", "-") for name in names]
    where = [{"column": "registration_type", "op": "is", "value": "complete"}]
    return {
        "format": "perennial-map", "version": 1, "title": "Patients",
        "stages": [{"id": key, "name": name, "role": "entry", "enter": {"event": "e-" + key}}
                   for key, name in zip(ids, names)],
        "events": [{"id": "e-" + key, "name": name, "match": {"names": [name], "where": where}}
                   for key, name in zip(ids, names)],
        "triggers": [{"id": "%s-to-%s" % (a, b), "from": a, "to": b, "when": {"event": "e-" + b}}
                     for a, b in itertools.product(ids, ids)],
    }


def patients_complete_rows():
    """patients.csv, complete rows by a filter: 2,721 rows, 7 variants, 2,221 moves in 7 kinds"""
    source = log("patients.csv")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "map.json")
        path.write_text(json.dumps(complete_only_map(source)), encoding="utf-8")
        report = replay(path, source, "--customer", "patient", "--event", "handling", "--time", "time")
    must_be(report["rows"]["matched"], 2721)
    must_be(moves(report), (7, 2221))
    must_be(report["path_count"], 7)
    must_have({stage["id"]: stage["now"] for stage in report["stages"]},
              {"check-out": 492, "discuss-results": 3, "x-ray": 2, "triage-and-assessment": 2, "blood-test": 1})


def jaffle_orders():
    """jaffle/raw_orders.csv: 99 orders, by status as a plain count of the file"""
    source = log("jaffle/raw_orders.csv")
    with source.open(encoding="utf-8", newline="") as file:
        orders = list(csv.DictReader(file))
    report = discover_and_replay(source, "--customer", "user_id", "--event", "status", "--time", "order_date")
    must_be(report["rows"]["accepted"], 99)
    must_be(report["entered"], len({order["user_id"] for order in orders}))
    visits = {stage["id"]: stage["visits"] for stage in report["stages"]}
    wanted = collections.Counter(order["status"].replace("_", "-") for order in orders)
    must_be(visits, dict(wanted))


MONTH = datetime.timedelta(days=30.4375)

# R survival 3.5: S at so many months.
TELCO = {12: .843199554, 24: .78873640, 36: .74854541, 60: .66440391, 72: .59279015}

TELCO_MAP = {
    "format": "perennial-map", "version": 1,
    "stages": [{"id": "customer", "role": "entry", "enter": {"event": "signs-up"}},
               {"id": "gone", "role": "exit"}],
    "events": [{"id": "signs-up"}, {"id": "churns"}],
    "triggers": [{"id": "churn", "from": "customer", "to": "gone", "when": {"event": "churns"}}],
    "targets": [{"id": "by-%d" % months, "of": "map", "metric": "exit_share", "within": "%dmo" % months,
                 "at_most": .5} for months in TELCO],
}


def write_telco(path):
    """Two rows per customer: signed up so many months before the day on which all were looked at, and then."""
    day = datetime.datetime(2020, 1, 1)
    with log("telco-churn.csv").open(encoding="utf-8", newline="") as file, \
            path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["customer_id", "event", "time"])
        for customer in csv.DictReader(file):
            since = day - MONTH * int(customer["tenure"])
            rows.writerow([customer["customerID"], "signs-up", since.isoformat()])
            rows.writerow([customer["customerID"], "churns" if customer["Churn"] == "Yes" else "looks-in",
                           day.isoformat()])


def telco_churn():
    """telco-churn.csv against R: S at 12, 24, 36, 60, 72 months, its interval, no median"""
    log("telco-churn.csv")
    with tempfile.TemporaryDirectory() as folder:
        path, source = pathlib.Path(folder, "map.json"), pathlib.Path(folder, "telco.csv")
        path.write_text(json.dumps(TELCO_MAP), encoding="utf-8")
        write_telco(source)
        report = replay(path, source)
    must_be(report["entered"], 7043)
    for target, (months, survival) in zip(report["targets"], TELCO.items()):
        must_be(target["id"], "by-%d" % months)
        must_be(round(1 - target["actual"], 6), round(survival, 6))
    low, high = (report["targets"][0]["interval"][end] for end in ("low", "high"))
    must_be((round(1 - high, 6), round(1 - low, 6)), (.834169, .851783))
    must_be(report["stages"][0]["dwell"]["median"], None)
    must_be([target["met"] for target in report["targets"]], [True] * 5)

    # The curve of the same: each of its points is one of the steps, and the last is the end.
    curve = next(one for one in report["conversions"] if one["from"] is None and one["to"] == ["gone"])["curve"]
    for months, survival in TELCO.items():
        before = [point for point in curve if point["seconds"] <= MONTH.total_seconds() * months * 1.004]
        assert abs(before[-1]["share"] - (1 - survival)) < 5e-7, (months, before[-1])


if __name__ == "__main__":
    tap.run([ecom_by_user, ecom_by_session, saas_with_a_hand_made_map, saas_mean_time_to_activation,
             mobile_onboarding_without_options, insurance_claims_by_end_time, patients_all_rows,
             patients_complete_rows, jaffle_orders, telco_churn])
