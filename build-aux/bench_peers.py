# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/bench.py measures against: directly-follows counts by other tools.

Usage: bench_peers.py duckdb|pandas LOG [THREADS]    (with the Python of the virtual environment)
"""

import sys


def by_duckdb(log, threads):
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads={int(threads)}")
    return connection.execute(
        """
        WITH steps AS (
          SELECT event, lag(event) OVER (PARTITION BY customer_id ORDER BY timestamp) AS previous
          FROM read_csv(?, header = true)
        )
        SELECT previous, event, count(*) FROM steps WHERE previous IS NOT NULL GROUP BY ALL ORDER BY ALL
        """,
        [log],
    ).fetchall()


def by_pandas(log):
    import pandas

    rows = pandas.read_csv(log, parse_dates=["timestamp"])
    rows = rows.sort_values(["customer_id", "timestamp"], kind="stable")
    rows["previous"] = rows.groupby("customer_id", sort=False)["event"].shift()
    counts = rows.dropna(subset=["previous"]).groupby(["previous", "event"]).size()
    return [(previous, event, count) for (previous, event), count in counts.items()]


def main(tool, log, threads="1"):
    for previous, event, count in by_duckdb(log, threads) if tool == "duckdb" else by_pandas(log):
        print(previous, event, count, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
