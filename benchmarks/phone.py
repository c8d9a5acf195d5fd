"""A long list in the hand: 1,500 delegates on one page, beside the same words in a plain table."""

from __future__ import annotations

import re
import sys
from html import escape, unescape
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import sites, timing
from benchmarks.browsing import browser, new_page
from benchmarks.reading import SLOWDOWN
from benchmarks.results import Results
from benchmarks.servers import served

DELEGATES = 1500
PHONE = {"width": 412, "height": 915}
WORDS = ("n", "ng", "ngu", "nguy", "")
"""What a reader types into the filter, letter by letter, and takes out at once."""
SETTLED = 1500
"""Milliseconds after the page is loaded in which it may still be at work."""

_WATCH = """window.tasks = [];
new PerformanceObserver(list => { for (const task of list.getEntries()) tasks.push(task.duration) })
  .observe({ type: "longtask", buffered: true });"""
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
_FILTER = """word => new Promise(done => {
  const field = document.querySelector(".list-filter"), start = performance.now();
  field.value = word;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
_ROW = re.compile(r"(?s)<tr\b[^>]*>(.*?)</tr>")
_CELL = re.compile(r"(?s)<t[dh]\b[^>]*>(.*?)</t[dh]>")
_TAG = re.compile(r"<[^>]+>")


class Load(NamedTuple):
    """Milliseconds until a page is loaded, of its longest task, and of each key in its filter."""

    loaded: float
    longest: float
    keys: tuple[float, ...]


def measure(work: Path, results: Results, runs: int) -> None:
    dossier = sites.sample(DELEGATES, work / "phone").parent
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "-f", dossier / "mkdocs.yml")
    timing.run((*command, "--site-dir", dossier / "site"), dossier)
    page = dossier / "site/dai-bieu.html"
    page.with_name("plain.html").write_text(plain_table(page.read_text("utf-8")), "utf-8")
    loads: dict[str, list[Load]] = {"dai-bieu": [], "plain": []}
    with browser() as running, served(dossier / "site") as address:
        for _ in range(runs):
            for name, taken in loads.items():
                taken.append(_load(running, f"{address}/{name}.html"))
    ours, plain = loads["dai-bieu"], loads["plain"]
    group = f"On a phone, {DELEGATES:,} delegates, processor {SLOWDOWN} × slower"
    for key, name in (("loaded", "loading"), ("longest", "longest task")):
        taken, its = ([getattr(load, key) for load in side] for side in (ours, plain))
        ratio = tuple(timing.ratios(taken, its))
        results.add(group, f"{name}, ours ÷ a plain table of the same rows", "×", ratio, "≤ 2.0")
        results.add(group, f"{name}", "ms", tuple(taken))
        results.add(group, f"{name}, the plain table", "ms", tuple(its))
    *typed, cleared = zip(*(load.keys for load in ours), strict=True)
    keys = tuple(taken for key in typed for taken in key)
    results.add(group, "a key in the filter", "ms", keys, "< 90.0")
    results.add(group, "clearing the filter", "ms", tuple(cleared), "< 380.0")


def plain_table(page: str) -> str:
    """The words of the longest table of a page as HTML that has nothing else."""
    table = max(re.findall(r"(?s)<table\b.*?</table>", page), key=len)
    rows = [
        [unescape(_TAG.sub("", cell)).strip() for cell in _CELL.findall(row)]
        for row in _ROW.findall(table)
    ]
    written = ("".join(f"<td>{escape(words)}</td>" for words in row) for row in rows)
    head = (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    )
    return f"{head}<table>{''.join(f'<tr>{row}</tr>' for row in written)}</table>"


def _load(running: Any, address: str) -> Load:
    with new_page(running, SLOWDOWN, PHONE) as (page, _):
        page.add_init_script(_WATCH)
        page.goto(address, wait_until="load")
        loaded = page.evaluate(_LOADED)
        page.wait_for_timeout(SETTLED)
        longest = page.evaluate("Math.max(1, ...tasks)")
        has_filter = page.locator(".list-filter").count()
        keys = tuple(page.evaluate(_FILTER, word) for word in WORDS) if has_filter else ()
    return Load(loaded, longest, keys)
