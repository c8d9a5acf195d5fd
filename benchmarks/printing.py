"""Printing: the print set to PDF, in Chromium and in WeasyPrint, both from cold on the same HTML.

Of the page only the article is printed, with the page's style sheets, as mkdocs-to-pdf takes it out:
of the whole page WeasyPrint prints two sheets and drops the rest.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from benchmarks import timing
from benchmarks.browsing import FLAGS
from benchmarks.building import Size, reason
from benchmarks.results import Results
from benchmarks.timing import Failed
from benchmarks.tools import BIN, chromium

PRINT_SET = "bo-in.html"
LABELS = {"chromium": "Chromium", "weasyprint": "WeasyPrint"}


def measure(size: Size, results: Results, runs: int) -> None:
    folder = size.work
    page = _article(size.ours.output / PRINT_SET)
    files = {name: folder / f"{name}.pdf" for name in ("chromium", "weasyprint")}
    commands = {
        "chromium": (
            chromium(),
            "--headless",
            *FLAGS,
            f"--user-data-dir={folder / 'chromium'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={files['chromium']}",
            page.as_uri(),
        ),
        "weasyprint": (BIN / "weasyprint", "-q", page, files["weasyprint"]),
    }
    if "weasyprint" in results.skipped:
        del commands["weasyprint"]
    group = f"Printing the print set, {size.called}"

    def failed(name: str, error: Failed) -> None:
        results.skip(f"{LABELS[name]}, {group}", reason(error), error)

    prints = {name: partial(timing.run, command, folder) for name, command in commands.items()}
    taken = timing.interleave(prints, runs, failed=failed)
    speed: dict[str, list[float]] = {}
    for name, done in taken.items():
        pages = _pages(files[name])
        speed[name] = [pages / run.wall for run in done]
        label = LABELS[name]
        results.add(group, f"{label}, from cold, {pages} pages", "s", tuple(r.wall for r in done))
        results.add(group, label, "pages/s", tuple(speed[name]))
    if speed.keys() == LABELS.keys():
        ratio = tuple(timing.ratios(speed["chromium"], speed["weasyprint"]))
        results.add(group, "pages a second, Chromium ÷ WeasyPrint", "×", ratio)


def _article(page: Path) -> Path:
    """The article of a page by itself, beside the page."""
    html = page.read_text("utf-8")
    styles = "".join(re.findall(r'<link rel="stylesheet"[^>]*>', html))
    article = re.search(r"<article.*?</article>", html, re.DOTALL)[0]
    alone = page.with_name("article-alone.html")
    head = f'<!doctype html><html lang="vi"><head><meta charset="utf-8">{styles}</head>'
    # The print rules know the page by these elements around it.
    around = ("md-container", "md-main", "md-main__inner", "md-content")
    opened = "".join(f'<div class="{name}">' for name in around)
    closed = "</div>" * len(around)
    alone.write_text(f"{head}<body>{opened}{article}{closed}</body></html>", "utf-8")
    return alone


def _pages(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return len(document.pages)
