"""Data and pages together: everything wrong in one list, or a renderer that can be trusted."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from conference.checks import check
from conference.figures import Form
from conference.findings import Finding, did_you_mean, has_errors, quote
from conference.guard import guard
from conference.loading import load
from conference.models import Dossier
from conference.pages import Call, Page, load_pages
from conference.render import PARTED, Renderer, block_names

ROOT = Path(__file__).resolve().parent.parent

FUNCTIONS = {
    "figure": 'figure("tên.con.số") hoặc figure("tên.con.số", "words")',
    "phrase": 'phrase("unit.mã-đơn-vị")',
    "paper": 'paper("tên-trang")',
}
"""What a page may call besides blocks, and how it is typed."""


def data_folder() -> Path:
    """The folder of facts: CONFERENCE_DATA, or data/ beside the package."""
    return Path(os.environ.get("CONFERENCE_DATA") or ROOT / "data")


def label_of(folder: Path) -> str:
    """How editors know a folder: from the root when it lies below it, else as it was given."""
    path = folder.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else folder.as_posix()


@dataclass(frozen=True)
class Publication:
    """A data folder and the pages that show it. `dossier` is None when a file could not be read."""

    dossier: Dossier | None
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """True when nothing stops publishing."""
        return self.dossier is not None and not has_errors(self.findings)

    @cached_property
    def renderer(self) -> Renderer:
        """Blocks and figures; only for a sound publication."""
        assert self.dossier is not None, "renderer of a publication with errors"
        return Renderer(self.dossier, self.pages_showing)

    def paper(self, name: str) -> str:
        """The Markdown of another page, its calls filled in, for the print set."""
        page = next(page for page in self.pages if page.name == name)
        parts, position = [], page.body_start
        for call in page.calls:
            parts += [page.text[position : call.start], self.call(call)]
            position = call.end
        return "".join([*parts, page.text[position:]]).strip()

    def call(self, call: Call) -> str:
        """What one call of a page stands for."""
        if call.name == "paper":
            return self.paper(*call.arguments)
        if call.name in FUNCTIONS:
            return getattr(self.renderer, call.name)(*call.arguments)
        return self.renderer.block(call.name, *call.arguments)

    def pages_showing(self, figure: str) -> list[Page]:
        """The pages that show a figure, the reconciliation itself and the print set left out."""
        return [page for page in self.pages if figure in self._figures_of_pages[page.name]]

    @cached_property
    def _figures_of_pages(self) -> dict[str, frozenset[str]]:
        return {page.name: frozenset(self._figures_of(page)) for page in self.pages}

    def _figures_of(self, page: Page) -> Iterator[str]:
        if any(call.name == "figures_table" for call in page.calls):
            return
        for call in page.calls:
            if call.name == "figure":
                yield call.arguments[0]
            elif call.name not in FUNCTIONS:
                yield from self.renderer.figures_in(call.name, *call.arguments)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Do not look for garbage meanwhile: records by the ten thousand are made here, and all kept.

    Nor among them afterwards, as long as the site is built of them; those of the build before are
    let go (`mkdocs serve` builds again and again).
    """
    enabled = gc.isenabled()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@_without_collecting()
def open_publication(data: Path | None = None, docs: Path | None = None) -> Publication:
    """Load and check a data folder and the pages; nothing is raised for wrong input."""
    data, docs = data or data_folder(), docs or ROOT / "docs"
    loaded = load(data, label_of(data))
    findings = [*loaded.findings, *check(loaded.dossier, loaded.subjects)]
    pages, found = load_pages(docs, label_of(docs))
    findings += found
    dossier = loaded.dossier if loaded.complete else None
    publication = Publication(dossier, tuple(pages), tuple(findings))
    figures: set[str] | None = None
    phrases: set[str] = set()
    if publication.sound:
        figures, phrases = set(publication.renderer.figures), set(publication.renderer.phrases)
    if publication.sound:
        findings += guard(dossier, publication.renderer.figures, pages)
    for page in pages:
        for call in page.calls:
            findings += _wrong_call(call, figures, phrases, {page.name for page in pages})
    return Publication(dossier, tuple(pages), tuple(sorted(findings)))


def _wrong_call(
    call: Call, figures: set[str] | None, phrases: set[str], pages: set[str]
) -> Iterator[Finding]:
    """A call of something that does not exist. Figures are unknown (None) while data is wrong."""
    known = {"phrase": phrases, "paper": pages, "figure": figures or set()}
    names = [*block_names(), *FUNCTIONS]
    if call.name not in names:
        hint = did_you_mean(call.name, names)
        yield Finding(call.place, f"không có khối tên {quote(call.name)}.{hint}", "page-block")
    elif call.name not in FUNCTIONS:
        if call.name in PARTED:
            if call.arguments and not re.fullmatch(r"[1-9][0-9]{0,3}", ", ".join(call.arguments)):
                message = f'phần của một khối là số từ 1 trở lên; hãy viết {call.name}("1").'
                yield Finding(call.place, message, "page-block")
        elif call.arguments:
            message = f"khối {quote(call.name)} không nhận gì trong ngoặc; hãy viết {call.name}()."
            yield Finding(call.place, message, "page-block")
    elif len(call.arguments) not in ((1, 2) if call.name == "figure" else (1,)):
        yield Finding(call.place, f"hãy viết {FUNCTIONS[call.name]}.", "page-block")
    elif figures is not None or call.name == "paper":
        name = call.arguments[0]
        if name not in known[call.name]:
            rule = "page-figure" if call.name == "figure" else "page-name"
            hint = did_you_mean(name, known[call.name])
            message = f"không có gì tên là {quote(name)}.{hint} Xem tên ở trang Đối chiếu."
            yield Finding(call.place, message, rule)
        elif call.arguments[1:] and call.arguments[1] not in set(Form):
            message = f"cách viết {quote(call.arguments[1])} không có; chỉ có: {', '.join(Form)}."
            yield Finding(call.place, message, "page-figure")
