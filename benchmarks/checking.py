"""Checking from cold: `python -m conference check`, at every size."""

from __future__ import annotations

import sys
from functools import partial

from benchmarks import timing
from benchmarks.building import MEGABYTE, Size, add_growth
from benchmarks.results import Results
from benchmarks.tools import ROOT

UNDER = {"the plan": "< 0.5", "15000": "< 3.0"}
CHECK = (sys.executable, "-m", "conference", "check")
GROUP = "Checking, from cold"


def measure(sizes: list[Size], results: Results, runs: int) -> None:
    cases = {
        size.label: partial(
            timing.run, (*CHECK, "--dossier", size.ours.folder, "--data", size.data), ROOT
        )
        for size in sizes
    }
    taken = timing.interleave(cases, runs)
    for size in sizes:
        done = taken[size.label]
        seconds = tuple(run.wall for run in done)
        results.add(GROUP, size.called, "s", seconds, UNDER.get(size.label, ""))
        if size.delegates >= 1500:
            start = taken["the plan"]
            each = tuple(
                1000 * (run.wall - bare.wall) / (size.delegates / 1000)
                for run, bare in zip(done, start, strict=True)
            )
            results.add(GROUP, f"each 1,000 records, {size.called}", "ms", each)
        target = "< 300.0" if size.label == "15000" else ""
        peaks = tuple(run.peak / MEGABYTE for run in done)
        results.add(GROUP, f"peak memory, {size.called}", "MB", peaks, target)
    by_size = {size.delegates: taken[size.label] for size in sizes}
    add_growth("check", by_size, results)
