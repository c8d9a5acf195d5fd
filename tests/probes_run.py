"""Where the search leads for what readers type: found at all, and the right page first.

The probes of tests/probes/ are put to the search of the built sites, in Chromium. `make probes` prints the
figures of both halves; `--list` also the probes of the open half that fail. Whoever changes the search
reads that half only.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from built import serving
from folders import FULL, PLAN, ROOT, STATE
from mkdocs.utils.yaml import yaml_load
from printed import build, launch

PROBES = ROOT / "tests/probes"
OPEN, KEPT = HALVES = ("open", "kept")
DOSSIERS = {"plan": PLAN, "full": FULL, "truc-tuyen": STATE}

_ASK = """
async (asked) => {
  const { base, search } = JSON.parse(document.querySelector("#__config").textContent);
  const index = await (await fetch(new URL(`${base}/search/search_index.json`, location))).json();
  const worker = new Worker(new URL(search, location).href);
  const answer = (message) => new Promise((done) => {
    worker.addEventListener("message", ({ data }) => done(data.data), { once: true });
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { ...index, options: {} } });
  const found = [];
  for (const typed of asked) {
    const { items } = await answer({ type: 2, data: typed });
    found.push(items.map((page) => page
      .map(({ location, score }) => [location.replace(/[?][^#]*/, ""), score])
      .sort(([, one], [, other]) => other - one)
      .map(([place]) => place)));
  }
  return found;
}
"""
"""What the theme does with the worker of its search: hands it the index, then each query."""


@dataclass(frozen=True)
class Probe:
    """What is typed, and the places that answer it: "page" or "page#section"."""

    kind: str
    dossier: str
    typed: str
    right: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What the search gives for a probe: pages, each as its places, the best first."""

    probe: Probe
    pages: list[list[str]]

    @property
    def found(self) -> bool:
        """Whether a right place is there at all."""
        return any(self._is_right(place) for page in self.pages for place in page)

    @property
    def first(self) -> bool:
        """Whether the page above all others is a right one, and opens where it should."""
        return bool(self.pages) and self._is_right(self.pages[0][0])

    def _is_right(self, place: str) -> bool:
        name = place.replace(".html", "")
        return name in self.probe.right or name.partition("#")[0] in self.probe.right


def probes(half: str) -> list[Probe]:
    """The probes of one half."""
    kinds = yaml_load((PROBES / f"{half}.yml").read_text("utf-8"))
    return [
        Probe(kind, dossier, typed, tuple(right.split()))
        for kind, lines in kinds.items()
        for dossier, typed, right in lines
    ]


def ask(browser, sites: Mapping[str, Path], asked: Sequence[Probe]) -> list[Answer]:
    """Put probes to the search of the sites they are about."""
    answers = {}
    for dossier, site in sites.items():
        own = [probe for probe in asked if probe.dossier == dossier]
        with serving(site) as address:
            page = browser.new_page()
            page.goto(f"{address}/index.html")
            found = page.evaluate(_ASK, [probe.typed for probe in own])
            page.close()
        answers |= {probe: Answer(probe, pages) for probe, pages in zip(own, found, strict=True)}
    return [answers[probe] for probe in asked]


def row(name: str, answers: Sequence[Answer]) -> str:
    """The figures of some probes in one line."""
    found, first = (sum(getattr(one, kind) for one in answers) for kind in ("found", "first"))
    whole = len(answers)
    return (
        f"  {name:<15}{whole:>5}{found:>9}{100 * found / whole:5.0f}%{first:>9}"
        f"{100 * first / whole:5.0f}%"
    )


def report(answers: Sequence[Answer]) -> Iterator[str]:
    """The figures of a half, all together and by kind."""
    yield f"  {'loại':<15}{'câu':>5}{'thấy':>15}{'đúng đầu':>15}"
    yield row("tất cả", answers)
    for kind in dict.fromkeys(one.probe.kind for one in answers):
        yield row(kind, [one for one in answers if one.probe.kind == kind])


def wrong(answers: Sequence[Answer]) -> Iterator[str]:
    """The probes that fail, with what comes first instead."""
    for one in answers:
        if not one.first:
            instead = ", ".join(page[0] for page in one.pages[:3]) or "không thấy gì"
            yield f"  {one.probe.dossier}: «{one.probe.typed}» → {instead} (cần {one.probe.right})"


def main() -> None:
    """Print the figures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description="Đo tìm kiếm bằng những gì người đọc gõ.")
    parser.add_argument("--list", action="store_true", help="in cả các câu hỏng của nửa mở")
    listed = parser.parse_args().list
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = {name: Path(folder) / name for name in DOSSIERS}
        for name, site in sites.items():
            build(DOSSIERS[name], site)
        browser = launch(playwright)
        for half, title in ((OPEN, "Nửa mở"), (KEPT, "Nửa giữ kín")):
            answers = ask(browser, sites, probes(half))
            lines = [f"{title} (tests/probes/{half}.yml)", *report(answers)]
            if listed and half == OPEN:
                lines += wrong(answers)
            sys.stdout.write("\n".join([*lines, "\n"]))
        browser.close()


if __name__ == "__main__":
    main()
