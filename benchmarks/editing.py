"""Editing: from saving a file under `make serve` to the browser showing it, beside `hugo server`."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Any

from benchmarks import peer_sites, timing
from benchmarks.browsing import browser, new_page
from benchmarks.building import MEGABYTE, Size
from benchmarks.results import Results
from benchmarks.servers import hugo_serve, mkdocs_serve, peak_of

OLD, NEW = "Biểu dương, khen thưởng", "Biểu dương và khen thưởng"
"""What the editor changes and changes back: the title of an item of the agenda."""
WRONG = "items:\n", "item:\n"
"""What an editor breaks, and mends again."""
SAYS_WHAT_IT_SHOWS = """const told = new WeakSet();
new MutationObserver(() => {
  for (const one of document.querySelectorAll("th, .findings"))
    if (!told.has(one)) {
      told.add(one);
      requestAnimationFrame(() => console.debug(one.textContent));
    }
}).observe(document, { childList: true, subtree: true });"""
"""Told by the page itself as it is painted: what asks from outside asks again only after half a second."""
FINDING = "agenda.yml:"
PAUSE = 1.5
"""Seconds from what was shown to the next save, in which servers do what is left."""


def measure(size: Size, results: Results, runs: int) -> None:
    ours = {"CONFERENCE_DATA": str(size.data), "CONFERENCE_LIVE": "1"}
    with contextlib.ExitStack() as stack:
        running = stack.enter_context(browser())
        servers = {
            "ours": mkdocs_serve(size.ours.folder, ours),
            "floor": mkdocs_serve(size.floor.folder, {}),
        }
        files = {
            "ours": size.data / "agenda.yml",
            "floor": size.floor.folder / "docs/chuong-trinh.md",
        }
        if "hugo" not in results.skipped:
            folder, listed = size.work / "hugo-served", peer_sites.pages_of(size.delegates)
            peer_sites.hugo(folder, size.data, listed, size.floor.folder / "docs")
            servers["hugo"], files["hugo"] = hugo_serve(folder), folder / "data/agenda.yml"
        started = {name: stack.enter_context(server) for name, server in servers.items()}
        pages = {name: stack.enter_context(new_page(running))[0] for name in started}
        for name, (address, _) in started.items():
            pages[name].add_init_script(SAYS_WHAT_IT_SHOWS)
            pages[name].goto(f"{address}/chuong-trinh.html")
        seconds: dict[str, list[float]] = {name: [] for name in started}
        for turn in range(runs + 1):
            old, new = (OLD, NEW) if turn % 2 == 0 else (NEW, OLD)
            for name, path in files.items():
                seconds[name].append(_shown_after(pages[name], new, path, old, new))
        findings = []
        for _ in range(runs):
            findings.append(_shown_after(pages["ours"], FINDING, files["ours"], *WRONG))
            _shown_after(pages["ours"], new, files["ours"], *reversed(WRONG))
        peaks = {name: peak_of(pid) for name, (_, pid) in started.items()}
    # The first change of each is not counted, as everywhere.
    taken = {name: values[1:] for name, values in seconds.items()}
    group = f"Editing, {size.called}"
    here = size.delegates == 0
    add = results.add
    add(group, "from saving to showing", "s", tuple(taken["ours"]))
    add(group, "the same, a wrong file and its findings", "s", tuple(findings))
    add(group, "the same, bare MkDocs, pages filled in beforehand", "s", tuple(taken["floor"]))
    if "hugo" in taken:
        add(group, "the same, hugo server", "s", tuple(taken["hugo"]))
        ratio = tuple(timing.ratios(taken["ours"], taken["hugo"]))
        add(group, "ours ÷ hugo server", "×", ratio, "≤ 1.0" if here else "")
        ratio = tuple(timing.ratios(findings, taken["hugo"]))
        add(group, "findings ÷ hugo server", "×", ratio, "≤ 1.0" if here else "")
    target = "< 300.0" if size.label == "15000" else ""
    add(group, "peak memory of serve", "MB", (peaks["ours"] / MEGABYTE,), target)
    add(group, "the same, bare MkDocs", "MB", (peaks["floor"] / MEGABYTE,))


def _shown_after(page: Any, awaited: str, path: Path, old: str, new: str) -> float:
    """Seconds until the open page, which reloads by itself, says that it shows what was just saved."""
    text = path.read_text("utf-8")
    if old not in text:
        raise ValueError(f"{path.name} does not hold «{old}»")
    changed = text.replace(old, new)
    with page.expect_console_message(lambda message: awaited in message.text):
        start = time.perf_counter()
        path.write_text(changed, "utf-8")
    taken = time.perf_counter() - start
    time.sleep(PAUSE)
    return taken
