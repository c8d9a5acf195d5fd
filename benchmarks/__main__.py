"""`python -m benchmarks [--full]`: install what is compared, measure, write results and README."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import building, checking, editing, phone, printing, reading, readme, tools
from benchmarks.chart import bars
from benchmarks.results import CHART, TABLE, Results, begin, number, table, told

PARTS = ("building", "checking", "printing", "editing", "reading")
QUICK = (("the plan", 0), ("150", 150), ("1500", 1500))
FULL = (*QUICK, ("15000", 15000))
FEW = 3
"""Runs of what takes minutes: the largest size, and printing long lists."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="all sizes, more runs")
    parser.add_argument("--runs", type=int, help="runs of each (3, or 7 with --full)")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure only this part")
    parser.add_argument("--dry", action="store_true", help="write no results, leave the README")
    chosen = parser.parse_args()
    start = time.monotonic()
    runs = chosen.runs or (7 if chosen.full else 3)
    installed = tools.install()
    results = begin("full" if chosen.full else "quick", runs, installed.versions, installed.missing)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as work:
        measure(results, Path(work), FULL if chosen.full else QUICK, runs, chosen.only or PARTS)
    if not chosen.dry and not chosen.only:
        write(results)
    print(f"{time.monotonic() - start:.0f} s")


def measure(results: Results, work: Path, chosen: tuple, runs: int, parts: tuple) -> None:
    """Everything, the browser last: before, the driver must be small (see timing.py).

    What fails is told in the table, and the rest goes on.
    """
    sizes = []
    for label, count in chosen:
        with told_when_it_fails(results, f"all of {count or label}"):
            sizes.append(building.prepare(label, count, work / label.split()[-1]))
    by_label = {size.label: size for size in sizes}
    if "building" in parts:
        for size in sizes:
            with told_when_it_fails(results, f"Building, {size.called}"):
                with_peers = results.mode == "full" or size.label != "150"
                building.measure(size, results, often(size, runs), with_peers=with_peers)
        with told_when_it_fails(results, building.GROWTH):
            building.measure_growth(sizes, results, runs)
    if "checking" in parts:
        with told_when_it_fails(results, "Checking"):
            checking.measure(sizes, results, runs)
    if "printing" in parts:
        for size in sizes:
            if size.label == "the plan" or (results.mode == "full" and size.label == "1500"):
                with told_when_it_fails(results, f"Printing, {size.called}"):
                    printing.measure(size, results, min(runs, FEW) if size.delegates else runs)
    if "editing" in parts:
        for size in sizes:
            if results.mode == "full" or size.label != "150":
                with told_when_it_fails(results, f"Editing, {size.called}"):
                    editing.measure(size, results, often(size, runs))
    # Serving changed the data back and forth: what is read is built anew.
    if "reading" in parts and "the plan" in by_label:
        with told_when_it_fails(results, "Reading"):
            plan = by_label["the plan"]
            plan.ours.build()
            reading.measure(plan, reading.stock_of(plan), results, runs)
    if "reading" in parts:
        with told_when_it_fails(results, "On a phone"):
            phone.measure(work, results, runs)
    if "reading" in parts and "1500" in by_label:
        with told_when_it_fails(results, "Search"):
            by_label["1500"].ours.build()
            reading.measure_search(by_label["1500"], results, runs)


def often(size: building.Size, runs: int) -> int:
    """How many runs a size gets."""
    return runs if size.delegates <= 1500 else min(runs, FEW)


@contextmanager
def told_when_it_fails(results: Results, name: str) -> Iterator[None]:
    """One part that goes wrong, whatever it is, must not take the others with it."""
    try:
        yield
    except Exception as error:
        results.skip(name, building.reason(error), error)


def write(results: Results) -> None:
    results.save()
    text = f"# What it costs\n\n{told(results)}\n\n{table(results.figures)}\n"
    TABLE.write_text(text, "utf-8")
    CHART.write_text(chart(results), "utf-8")
    readme.update()


def chart(results: Results) -> str:
    """Seconds to build 1,500 delegates, every builder."""
    group = "Building, 1,500 delegates"
    rows = [
        (
            figure.name,
            figure.summary.median,
            f"{number(figure.summary.median, 's')} s",
            figure.name == building.LABELS["ours"],
        )
        for figure in results.figures
        if figure.group == group and figure.unit == "s"
    ]
    rows.sort(key=lambda row: row[1])
    return bars("Seconds to build the same content, 1,500 delegates", rows)


if __name__ == "__main__":
    main()
