"""How far a dossier's documents have come and when its files last changed, as pages and sheets say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from conference.facts import Facts
from conference.folders import DossierFolder
from conference.history import Change, FolderHistory, histories
from conference.models.documents import Document
from conference.pages.page import Page
from conference.revision import Revision, revision_of
from conference.wording import short_date


@dataclass(frozen=True)
class DatedDossier:
    """A dossier and the days of its files.

    Attributes:
        folder: where it lies.
        facts: what is known of the conference; every file is whole.
    """

    folder: DossierFolder
    facts: Facts

    def stamp(self, page: Page) -> str:
        """The line at the foot of a page's sheets: how far its document has come, and which data it was.

        A page of no document says how far all of them have come, as long as that is one thing.
        """
        return self.state(page.document)

    def state(self, document: str = "") -> str:
        """How far a document, or all of them, has come, and which data is shown; see `stamp`."""
        parts = [f"dữ liệu {_when(self.revision)}", f"mã {self.revision.code}"]
        own = self.facts.dossier.document(document)
        states = {_state(one) for one in ([own] if own else self.facts.dossier.documents.documents)}
        return " · ".join([*(states if len(states) == 1 else ()), *parts])

    @cached_property
    def revision(self) -> Revision:
        """Which state of the data is shown."""
        return revision_of(self.folder.data, self._history[0].whole)

    @property
    def moment(self) -> datetime | None:
        """When the data last changed; None where nobody knows."""
        return self._history[0].whole.moment

    @cached_property
    def _history(self) -> tuple[FolderHistory, FolderHistory]:
        """The last changes of the data, and of the pages."""
        data, docs = histories((self.folder.data, ".yml"), (self.folder.docs, ".md"))
        return data, docs

    def when_changed(self, file: str) -> str:
        """When a file of the data, named without .yml, last changed; "" for one that is not there."""
        change = self._history[0].files.get(f"{file}.yml")
        return _when(change) if change else ""

    def dates(self, page: Page) -> dict[str, str]:
        """What stands at the foot of a page on screen; `lastmod` is for the sitemap, "" when unknown."""
        words, data = self._history[1].of(f"{page.name}.md"), self.revision
        last = max(words.day, data.day).isoformat() if words.day and data.day else ""
        return {
            "page": _when(words),
            "data": _when(data),
            "code": data.code,
            "lastmod": last,
        }


def _when(change: Change | Revision) -> str:
    """The day of a change as pages and sheets say it."""
    if change.day:
        return f"ngày {short_date(change.day)}"
    return "đang sửa" if change.edited else "chưa rõ ngày"


def _state(document: Document) -> str:
    if document.status == "issued":
        return "Đã ban hành"
    return f"Dự thảo lần {document.draft}" if document.draft else "Dự thảo"
