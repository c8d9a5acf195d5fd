"""Building: ours beside the floor at every size, and beside every other builder on the same content."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import peer_sites, same, sites, timing
from benchmarks.results import Results
from benchmarks.sites import Site
from benchmarks.timing import Failed
from benchmarks.tools import ROOT

AT_MOST = {"the plan": "≤ 1.4", "1500": "≤ 1.25", "15000": "≤ 1.5"}
"""Ours ÷ floor, size → target."""

LABELS = {
    "ours": "this site",
    "floor": "MkDocs + Material, pages filled in beforehand",
    "zensical": "Zensical, our macros",
    "zensical-static": "Zensical, pages filled in beforehand",
    "sphinx": "Sphinx",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
}
LARGEST = {
    "zensical": (1500, "it opens the data anew for every page: the cost grows with both"),
}
"""The most delegates a peer is run with, and why not with more."""

PYTHON_PEERS = ("zensical", "sphinx")
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Size:
    """The data of one size with our project and the floor, both built and found the same."""

    label: str
    delegates: int
    work: Path
    data: Path
    ours: Site
    floor: Site

    @property
    def called(self) -> str:
        return self.label if self.delegates == 0 else f"{self.delegates:,} delegates"


def prepare(label: str, delegates: int, work: Path) -> Size:
    """Data, our project, the floor; `Different` when the two do not give the same pages."""
    work.mkdir(parents=True)
    if delegates:
        data = sites.sample(delegates, work / "data")
    else:
        # Not read in place: messages and places would name it otherwise than the floor does.
        data = Path(shutil.copytree(ROOT / "data", work / "data"))
    ours = sites.ours(work / "ours", data, delegates)
    floor = sites.floor(work / "floor", work / "ours", data)
    for site in (ours, floor):
        site.build()
    same.apart(same.check_same, ours.output, floor.output)
    same.apart(same.check_words, ours.output, floor.folder / "expected.json", "ours")
    return Size(label, delegates, work, data, ours, floor)


def measure(size: Size, results: Results, runs: int, *, with_peers: bool) -> None:
    """Build everything of one size in turn; all were built once before, to compare what they show."""
    compared = {"ours": size.ours, "floor": size.floor}
    if with_peers:
        compared |= _peers(size, results)

    def failed(name: str, error: Failed) -> None:
        if name in ("ours", "floor"):
            raise error
        results.skip(f"{LABELS[name]}, {size.called}", reason(error), error)

    builds = {name: site.build for name, site in compared.items()}
    taken = timing.interleave(builds, runs, warm=True, failed=failed)
    wall = {name: [run.wall for run in done] for name, done in taken.items()}
    cpu = {name: [run.cpu for run in done] for name, done in taken.items()}
    group = f"Building, {size.called}"
    results.add(
        group,
        "ours ÷ MkDocs and Material alone, on the clock",
        "×",
        tuple(timing.ratios(wall["ours"], wall["floor"])),
        AT_MOST.get(size.label, ""),
    )
    results.add(
        group,
        "the same, seconds of processor",
        "×",
        tuple(timing.ratios(cpu["ours"], cpu["floor"])),
    )
    for name, seconds in wall.items():
        results.add(group, LABELS[name], "s", tuple(seconds))
    for name in taken:
        if name not in ("ours", "floor"):
            target = "> 1.0" if name in PYTHON_PEERS else ""
            ratio = tuple(timing.ratios(wall[name], wall["ours"]))
            results.add(group, f"{LABELS[name]} ÷ ours", "×", ratio, target)
    for name in ("ours", "floor"):
        peaks = tuple(run.peak / MEGABYTE for run in taken[name])
        target = "< 300.0" if name == "ours" and size.label == "15000" else ""
        results.add(group, f"peak memory, {LABELS[name]}", "MB", peaks, target)


def _peers(size: Size, results: Results) -> dict[str, Site]:
    """Those that can be built and show the same content; the others are told, not compared."""
    found: dict[str, Site] = {}
    made = peer_sites.peers(size.work, size.data, size.delegates, results.skipped)
    for name, make in made.items():
        most, why = LARGEST.get(name, (size.delegates, ""))
        if size.delegates > most:
            results.skip(f"{LABELS[name]}, {size.called}", why)
            continue
        try:
            site = make()
            site.build()
            expected = size.floor.folder / "expected.json"
            same.apart(same.check_words, site.output, expected, name)
        except same.Different as error:
            results.skip(f"{LABELS[name]}, {size.called}", str(error))
        except (Failed, OSError) as error:
            results.skip(f"{LABELS[name]}, {size.called}", reason(error), error)
        else:
            found[name] = site
    return found


def reason(error: Exception) -> str:
    """Why something is not in the table, without the folders its message may name."""
    return "it took too long and was ended" if isinstance(error, timing.TooLong) else "it failed"


GROWTH = "One more delegate, among many over among few"
GROWING = SMALL, MIDDLE, LARGE = 150, 1500, 15000
"""The sizes between which the cost of one more record is taken."""


def measure_growth(sizes: Iterable[Size], results: Results, runs: int) -> None:
    """Build the sizes in turn once more: what is compared must have met the same machine."""
    builds = {size.label: size.ours.build for size in sizes if size.delegates in GROWING}
    if len(builds) == len(GROWING):
        taken = timing.interleave(builds, runs)
        add_growth("build", {size.delegates: taken.get(size.label, []) for size in sizes}, results)


def add_growth(what: str, taken: Mapping[int, Sequence[timing.Run]], results: Results) -> None:
    """What one more record costs among many, over what it costs among few; flat is 1.

    (T(15,000) - T(1,500)) / 13,500 over (T(1,500) - T(150)) / 1,350, T being seconds of processor:
    medians for the smaller sizes, single runs for the largest.
    """
    if not all(taken.get(size) for size in GROWING):
        return
    small, middle = (median(run.cpu for run in taken[size]) for size in (SMALL, MIDDLE))
    among_few = (middle - small) / (MIDDLE - SMALL)
    among_many = [(run.cpu - middle) / (LARGE - MIDDLE) for run in taken[LARGE]]
    if among_few <= 0:
        results.skip(f"{GROWTH}, {what}", "the machine was too busy to tell small sizes apart")
        return
    name = f"{what}: (15,000 − 1,500) ÷ 13,500 over (1,500 − 150) ÷ 1,350"
    note = "seconds of processor for each further record"
    values = tuple(many / among_few for many in among_many)
    results.add(GROWTH, name, "×", values, "≤ 1.2", note)
