"""What was measured: each figure with its raw values, its target, and how it is written."""

from __future__ import annotations

import json
import operator
import os
import platform
import re
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.timing import Summary, summary

HERE = Path(__file__).resolve().parent
LATEST = HERE / "results" / "latest.json"
TABLE = HERE / "results" / "latest.md"
CHART = HERE / "results" / "latest.svg"

_TARGET = re.compile(r"(≤|<|≥|>) (\d+(?:\.\d+)?)")
_COMPARE = {"≤": operator.le, "<": operator.lt, "≥": operator.ge, ">": operator.gt}


@dataclass(frozen=True)
class Figure:
    """One thing measured: `values` are the single runs; `target` is written as "≤ 1.4" or empty."""

    group: str
    name: str
    unit: str
    values: tuple[float, ...]
    target: str = ""
    note: str = ""

    @property
    def summary(self) -> Summary:
        return summary(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the median reaches the target; None without one."""
        return meets(self.summary.median, self.target) if self.target else None


def meets(value: float, target: str) -> bool:
    """Whether a value reaches a target such as "≤ 1.4"; ValueError for what is no target."""
    found = _TARGET.fullmatch(target)
    if not found:
        raise ValueError(f"no target: {target!r}")
    return _COMPARE[found[1]](value, float(found[2]))


@dataclass
class Results:
    """One session of measuring."""

    taken: str
    mode: str
    runs: int
    machine: dict[str, Any]
    versions: dict[str, str]
    figures: list[Figure] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)
    """What could not be measured here, and why."""

    def add(self, *figure: Any, **named: Any) -> None:
        """Take in a figure; the arguments are those of `Figure`."""
        made = Figure(*figure, **named)
        self.figures.append(made)
        print(f"{made.group}: {made.name}: {written(made)}", flush=True)

    def skip(self, name: str, why: str, error: Exception | None = None) -> None:
        """Note what could not be measured; an error, which may name folders, is only shown."""
        self.skipped[name] = why
        print(f"{name}: {error or why}", file=sys.stderr, flush=True)

    def save(self, path: Path = LATEST) -> None:
        path.parent.mkdir(exist_ok=True)
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        # Raw values on one line: the file stays readable.
        text = re.sub(r"\[\s+([-\d.,\s]+?)\s+\]", lambda f: f"[{' '.join(f[1].split())}]", text)
        path.write_text(text + "\n", "utf-8")


def load(path: Path = LATEST) -> Results:
    raw = json.loads(path.read_text("utf-8"))
    figures = [Figure(**{**entry, "values": tuple(entry["values"])}) for entry in raw["figures"]]
    return Results(**{**raw, "figures": figures})


def begin(mode: str, runs: int, versions: dict[str, str], missing: dict[str, str]) -> Results:
    """Empty results of this machine, today. The machine is told by its kind, never by its name."""
    return Results(date.today().isoformat(), mode, runs, machine(), versions, [], dict(missing))


def machine() -> dict[str, Any]:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8", "replace")
        model = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    except OSError:
        model = None
    return {
        "processor": model[1].strip() if model else platform.machine(),
        "cores": len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def number(value: float, unit: str) -> str:
    """A value as a person reads it: three figures at most where more mean nothing."""
    if not unit and value == int(value):
        return str(int(value))
    if unit in ("kB", "MB", "ms", "pages/s") or value >= 100:
        return f"{value:.0f}" if value >= 10 else f"{value:.1f}"
    return f"{value:.2f}"


def written(figure: Figure) -> str:
    """The median with its spread: "1.43 × (1.40–1.52)"."""
    median, low, high = (number(value, figure.unit) for value in figure.summary)
    spread = f" ({low}–{high})" if low != high else ""
    return f"{median}{' ' + figure.unit if figure.unit else ''}{spread}"


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table, group after group."""
    lines = ["| | Median (lowest–highest) | Target | |", "|---|--:|--:|---|"]
    group = None
    for figure in figures:
        if figure.group != group:
            group = figure.group
            lines.append(f"| **{_cell(group)}** | | | |")
        met = {None: "", True: "met", False: "**missed**"}[figure.met]
        target = f"{figure.target}{' ' + figure.unit if figure.target and figure.unit else ''}"
        name = _cell(figure.name) + (f" ({_cell(figure.note)})" if figure.note else "")
        lines.append(f"| {name} | {written(figure)} | {target} | {met} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def told(results: Results) -> str:
    """The sentence above the table."""
    machine = results.machine
    versions = ", ".join(f"{name} {number}" for name, number in sorted(results.versions.items()))
    fewest = min((len(f.values) for f in results.figures if len(f.values) > 1), default=0)
    fewer = f", {fewest} of what takes long" if 0 < fewest < results.runs else ""
    lines = [
        f"Taken on {results.taken} ({results.mode}, {results.runs} runs each{fewer}, in turn) on {machine['cores']} "
        f"cores of {machine['processor']}, {machine['system']}, Python {machine['python']}. {versions}."
    ]
    lines += [f"Not measured: {name} ({why})." for name, why in sorted(results.skipped.items())]
    return "\n".join(lines)
