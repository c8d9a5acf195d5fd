"""Reading: what the first view costs, on a machine four times slower, and how fast the search answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from benchmarks import timing
from benchmarks.browsing import browser, new_page
from benchmarks.building import Size
from benchmarks.results import Results
from benchmarks.servers import served
from benchmarks.sites import Site, stock

SLOWDOWN = 4
WORD = "khen thưởng"
QUERIES = ("dân vận", "dan van", "khen thưởng", "đại biểu", "chương trình", "huyện ủy", "xyz")

# Material's own class names; the search box of another look is found by its kind as well.
FIELD = "input[data-md-component=search-query], input[type=search]"
RESULTS = ".md-search-result__item, [data-search-result]"

_OPEN_SEARCH = f"""(word) => {{
  const toggle = document.querySelector('[data-md-toggle=search]');
  if (toggle && !toggle.checked) toggle.click();
  const field = document.querySelector({FIELD!r});
  field.focus();
  field.value = word;
  for (const kind of ["input", "keyup", "change"])
    field.dispatchEvent(new KeyboardEvent(kind, {{bubbles: true}}));
}}"""

_ASK = f"""(word) => new Promise((done, failed) => {{
  const list = document.querySelector('.md-search-result, [data-search-results]');
  const start = performance.now();
  const watch = new MutationObserver(() => {{
    watch.disconnect();
    done(performance.now() - start);
  }});
  watch.observe(list, {{childList: true, subtree: true, characterData: true}});
  setTimeout(() => failed(new Error("no answer to " + word)), 20000);
  ({_OPEN_SEARCH})(word);
}})"""


_ANSWERED = f"""(word) => new Promise((done) => {{
  const look = () => document.querySelector({RESULTS!r}) && (done(performance.now()), true);
  const watch = new MutationObserver(() => look() && watch.disconnect());
  watch.observe(document, {{childList: true, subtree: true}});
  ({_OPEN_SEARCH})(word);
}})"""
"""When the first answer stands there, told by the page itself: what asks from outside asks twice a second."""


class View(NamedTuple):
    """One first view: bytes and requests (over http), milliseconds to the first paint and to search."""

    size: int
    requests: int
    paint: float
    search: float


def first_view(running: Any, address: str, *, search: bool = True) -> View:
    with new_page(running, SLOWDOWN) as (page, session):
        sizes: list[int] = []
        session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
        page.goto(address, wait_until="load")
        page.wait_for_timeout(300)
        paint = page.evaluate(
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
        )
        size, requests = sum(sizes), len(sizes)
    ready = _search_ready(running, address) if search else float("nan")
    return View(size, requests, paint, ready)


def _search_ready(running: Any, address: str) -> float:
    """Milliseconds from asking for the page to the first answer to a word typed at once."""
    with new_page(running, SLOWDOWN) as (page, _):
        page.goto(address, wait_until="load")
        return page.evaluate(_ANSWERED, WORD)


def measure(size: Size, plain_site: Site, results: Results, runs: int) -> None:
    """Ours beside stock Material with the same text, over http; ours from the disk as well."""
    group = f"Reading, {size.called}, processor {SLOWDOWN} × slower"
    views: dict[str, list[View]] = {"ours": [], "stock": [], "file": []}
    with (
        browser() as running,
        served(size.ours.output) as ours_at,
        served(plain_site.output) as stock_at,
    ):
        addresses = {
            "ours": f"{ours_at}/index.html",
            "stock": f"{stock_at}/index.html",
            "file": (size.ours.output / "index.html").as_uri(),
        }
        for _ in range(runs):
            for name, address in addresses.items():
                views[name].append(first_view(running, address))
    ours, plain, file = views["ours"], views["stock"], views["file"]

    def ratio(key: str) -> tuple[float, ...]:
        pairs = ([getattr(view, key) for view in taken] for taken in (ours, plain))
        return tuple(timing.ratios(*pairs))

    def values(taken: Iterable[View], key: str, unit: float = 1) -> tuple[float, ...]:
        return tuple(getattr(view, key) / unit for view in taken)

    add = results.add
    add(group, "bytes of the first view, ours ÷ stock Material", "×", ratio("size"), "≤ 1.1")
    add(group, "bytes of the first view, gzip", "kB", values(ours, "size", 1000))
    add(group, "the same, stock Material without web font", "kB", values(plain, "size", 1000))
    add(group, "requests of the first view", "", values(ours, "requests"), "≤ 8.0")
    add(group, "the same, stock Material", "", values(plain, "requests"))
    add(group, "first paint, ours ÷ stock Material", "×", ratio("paint"), "≤ 1.1")
    add(group, "first paint over http", "ms", values(ours, "paint"))
    add(group, "first paint from a file", "ms", values(file, "paint"))
    add(group, "search ready, ours ÷ stock Material", "×", ratio("search"), "≤ 1.1")
    add(group, "search ready over http", "ms", values(ours, "search"))
    add(group, "search ready from a file", "ms", values(file, "search"))


def measure_search(size: Size, results: Results, runs: int) -> None:
    """Milliseconds from the last key to the changed list, at full speed."""
    for kind in ("http", "file"):
        with browser() as running, served(size.ours.output) as at, new_page(running) as (page, _):
            file = (size.ours.output / "index.html").as_uri()
            page.goto(f"{at}/index.html" if kind == "http" else file, wait_until="load")
            page.evaluate(_OPEN_SEARCH, WORD)
            page.locator(RESULTS).first.wait_for(state="attached")
            taken = []
            for turn in range(runs):
                for word in QUERIES:
                    page.wait_for_timeout(150)
                    # Another word each time: the same one again would change nothing.
                    taken.append(page.evaluate(_ASK, word + " " * (turn % 2)))
        target = "< 100.0" if size.delegates == 1500 else ""
        name = f"time per query, {kind}, {len(QUERIES)} queries"
        results.add(f"Search, {size.called}", name, "ms", tuple(taken), target)


def stock_of(size: Size) -> Site:
    """Stock Material with the text of a size, built."""
    made = stock(size.work / "stock", size.floor.folder)
    made.build()
    return made
