"""Data and pages together: everything wrong in one list, or a renderer that can be trusted."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from conference.calls import FUNCTIONS, missing_parts, wrong_calls
from conference.checks import check
from conference.checks.private import private_in_page
from conference.figures import derive
from conference.findings import Finding, has_errors, limited
from conference.guard import guard
from conference.links import wrong_links
from conference.loading import load
from conference.models import Dossier
from conference.pages import Call, Page, load_pages, read_settings
from conference.references import Resolver
from conference.render import Renderer
from conference.revision import revision_of
from conference.wording import short_date

_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")

ROOT = Path(__file__).resolve().parent.parent

Hold = Callable[[str], str]
"""What stands in a page for the HTML of a block: itself, or a mark (see render/finished.py)."""


def data_folder() -> Path:
    """The folder of facts: CONFERENCE_DATA, or data/ beside the package."""
    return Path(os.environ.get("CONFERENCE_DATA") or ROOT / "data")


def label_of(folder: Path) -> str:
    """How editors know a folder: from the root when it lies below it, else as it was given."""
    path = Path(os.path.realpath(folder))
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else folder.as_posix()


@dataclass(frozen=True)
class Publication:
    """A data folder and the pages that show it. `dossier` is None when a file could not be read."""

    data: Path
    dossier: Dossier | None
    pages: tuple[Page, ...]
    findings: list[Finding]
    edit_data: str = ""
    """Where a file of the data is edited, with {path} and {line}; "": nowhere."""

    @property
    def sound(self) -> bool:
        """True when nothing stops publishing."""
        return self.dossier is not None and not has_errors(self.findings)

    @cached_property
    def renderer(self) -> Renderer:
        """Blocks and figures; only for a sound publication."""
        assert self.dossier is not None, "renderer of a publication with errors"
        return Renderer(self.dossier, self.pages_showing, self.edit_data, self.papers_of_the_set)

    @cached_property
    def stamp(self) -> str:
        """The line at the foot of the sheets: how far the plan has come, and which data it was."""
        assert self.dossier is not None, "stamp of a publication with errors"
        document, revision = self.dossier.conference.document, revision_of(self.data)
        if document.status == "issued":
            state = "Đã ban hành"
        else:
            state = f"Dự thảo lần {document.draft}" if document.draft else "Dự thảo"
        if revision.day:
            day = f"ngày {short_date(revision.day)}"
        else:
            day = "đang sửa" if revision.edited else "chưa rõ ngày"
        return f"{state} · dữ liệu {day} · mã {revision.code}"

    def sheet(self, name: str, hold: Hold = str) -> str:
        """Another page as one paper of the print set."""
        page = next(page for page in self.pages if page.name == name)
        return self.renderer.sheet(page, self.filled(page, to_print=True, hold=hold))

    def filled(self, page: Page, *, to_print: bool = False, hold: Hold = str) -> str:
        """The Markdown of a page without its front matter, every call filled in.

        `to_print` leaves out what is of use on screen only; `hold` gives what stands for a block.
        """
        parts, position = [], page.body_start
        for call in page.calls:
            parts += [
                _RAW.sub("", page.text[position : call.start]),
                self._answer(call, to_print, hold),
            ]
            position = call.end
        return "".join([*parts, _RAW.sub("", page.text[position:])]).strip()

    def _answer(self, call: Call, to_print: bool, hold: Hold) -> str:
        if call.name == "sheet":
            return self.sheet(*call.arguments, hold)
        if call.name in FUNCTIONS:
            return getattr(self.renderer, call.name)(*call.arguments)
        return hold(self.renderer.block(call.name, *call.arguments, to_print=to_print))

    def papers_of_the_set(self) -> list[Page]:
        """The pages shown as sheets of the print set, in the order in which they are shown."""
        pages = {page.name: page for page in self.pages}
        calls = [call for page in self.pages for call in page.calls if call.name == "sheet"]
        return [pages[name] for name in dict.fromkeys(call.arguments[0] for call in calls)]

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
            elif call.name == "phrase":
                yield from self.renderer.figures_in_phrase(*call.arguments)
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


def _rank(page: Page, nav: tuple[str, ...]) -> tuple[int, str]:
    """Pages in the order of the navigation, those it leaves out at the end."""
    file = f"{page.name}.md"
    return (nav.index(file) if file in nav else len(nav)), page.name


@_without_collecting()
def open_publication(
    data: Path | None = None, docs: Path | None = None, edit_data: str = ""
) -> Publication:
    """Load and check a data folder and the pages; nothing is raised for wrong input."""
    data, docs = data or data_folder(), docs or ROOT / "docs"
    loaded = load(data, label_of(data))
    pages, findings = load_pages(docs, label_of(docs))
    settings, found = read_settings(docs.parent / "mkdocs.yml")
    pages.sort(key=lambda page: _rank(page, settings.nav))
    findings += [*found, *wrong_links(pages, docs)]
    dossier = loaded.dossier if loaded.dossier.whole else None
    findings += [*loaded.findings, *check(loaded.dossier)]
    publication = Publication(data, dossier, tuple(pages), findings, edit_data)
    if dossier:
        names = publication.renderer.names
        findings += missing_parts(pages, publication.renderer)
    else:
        names = Resolver(loaded.dossier, derive(loaded.dossier))
    findings += wrong_calls(pages, names)
    for page in pages:
        findings += limited(private_in_page(page.text, page.file))
    findings += guard(loaded.dossier, names.figures, pages, settings.titles)
    findings.sort()
    return publication
