#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the JSON Schema to tests/map/verdicts.txt, as test-verdicts.c holds the loader to it.

The schema is checked by another program's hand, python3-jsonschema. Without it the test is skipped.
"""

import json
import pathlib
import sys

SOURCE = pathlib.Path(sys.argv[1])


def refuse_constant(name):
    raise ValueError(f"{name} is no number of JSON")


def read_strictly(path):
    """Returns the value of a JSON file; ValueError when it is none."""
    return json.loads(path.read_bytes().decode("utf-8"), parse_constant=refuse_constant)


def is_good(validator, path):
    try:
        value = read_strictly(path)
    except (ValueError, RecursionError):
        return False
    return validator.is_valid(value)


def verdicts():
    for line in (SOURCE / "tests/map/verdicts.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            path, verdict = line.split()[:2]
            yield path, verdict


def main():
    try:
        import jsonschema
    except ImportError:
        print("1..0 # SKIP python3-jsonschema is not installed")
        return 0

    path = SOURCE / "data/perennial-map-1.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    rows = list(verdicts())
    failed = 0
    print(f"1..{len(rows)}")
    for number, (name, verdict) in enumerate(rows, 1):
        good = is_good(validator, SOURCE / "tests/map/files" / name)
        agrees = good == (verdict in ("good", "loader"))
        failed += not agrees
        found = "takes" if good else "refuses"
        print(f"{'ok' if agrees else 'not ok'} {number} {name}: the schema {found} it ({verdict})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
