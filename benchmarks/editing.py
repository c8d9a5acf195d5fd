"""Editing: from saving a file under `mkdocs serve` to the browser showing it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from benchmarks import timing
from benchmarks.browsing import browser, new_page
from benchmarks.building import MEGABYTE, Size
from benchmarks.results import Results
from benchmarks.servers import mkdocs_serve, peak_of

OLD, NEW = "Biểu dương, khen thưởng", "Biểu dương và khen thưởng"
"""What the editor changes and changes back: the title of an item of the agenda."""


def measure(size: Size, results: Results, runs: int) -> None:
    ours = {"CONFERENCE_DATA": str(size.data)}
    with (
        browser() as running,
        mkdocs_serve(size.ours.folder, ours) as (ours_at, ours_pid),
        mkdocs_serve(size.floor.folder, {}) as (floor_at, floor_pid),
        new_page(running) as (ours_page, _),
        new_page(running) as (floor_page, _),
    ):
        ours_page.goto(f"{ours_at}/chuong-trinh.html")
        floor_page.goto(f"{floor_at}/chuong-trinh.html")
        data, text = size.data / "agenda.yml", size.floor.folder / "docs/chuong-trinh.md"
        seconds: dict[str, list[float]] = {"ours": [], "floor": []}
        for turn in range(runs + 1):
            old, new = (OLD, NEW) if turn % 2 == 0 else (NEW, OLD)
            for name, page, path in (("ours", ours_page, data), ("floor", floor_page, text)):
                seconds[name].append(_shown_after(page, path, old, new))
        peaks = {"ours": peak_of(ours_pid), "floor": peak_of(floor_pid)}
    # The first change of each is not counted, as everywhere.
    taken = {name: values[1:] for name, values in seconds.items()}
    group = f"Editing, {size.called}"
    here = size.delegates == 0
    results.add(group, "from saving to showing", "s", tuple(taken["ours"]), "< 1.5" if here else "")
    ratio = tuple(timing.ratios(taken["ours"], taken["floor"]))
    name = "ours ÷ bare MkDocs, pages filled in beforehand"
    results.add(group, name, "×", ratio, "< 1.2" if here else "")
    target = "< 300.0" if size.label == "15000" else ""
    results.add(group, "peak memory of serve", "MB", (peaks["ours"] / MEGABYTE,), target)
    results.add(group, "the same, bare MkDocs", "MB", (peaks["floor"] / MEGABYTE,))


def _shown_after(page: Any, path: Path, old: str, new: str) -> float:
    """Seconds until the open page, which reloads by itself, shows what was just saved."""
    text = path.read_text("utf-8")
    if old not in text:
        raise ValueError(f"{path.name} does not hold «{old}»")
    changed = text.replace(old, new)
    start = time.perf_counter()
    path.write_text(changed, "utf-8")
    page.locator("article th", has_text=new).first.wait_for(state="attached")
    return time.perf_counter() - start
